//! Redirects that editors and imports create: from a path to an article, or to another page of the site.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use url::{Position, Url};

use crate::{ArticleId, Invalid, Locale, RedirectId, RedirectPath, Site};

/// A redirect. It is immutable: changing the target means deleting it and creating another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redirect {
    /// The ID.
    pub id: RedirectId,
    /// The locale of its path, and of the article that it leads to.
    pub locale: Locale,
    /// The path, relative to the path of the site's base URL.
    pub path: RedirectPath,
    /// Where it leads.
    pub target: RedirectTarget,
    /// When it was made, by the clock of the database.
    pub created_at: DateTime<Utc>,
    /// Who created it: the ID of a person, or the name of a program.
    pub created_by: String,
}

/// Where a redirect leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RedirectTarget {
    /// To an article, at its current URL.
    Article(ArticleId),
    /// To another page of the site.
    Page(SitePage),
}

/// A page of the site, stored without scheme and host, so that it stays valid when the site moves to another host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SitePage {
    /// The path, the query and the fragment of the URL.
    pub address: String,
    /// The normalised path, by which redirects are looked up.
    pub path: RedirectPath,
}

impl SitePage {
    /// How long an address may be, in bytes.
    const MAX_BYTES: usize = 2_000;

    /// Parses an absolute URL of the site, or a path from its root.
    ///
    /// # Errors
    /// When it is neither, or is a URL of another host.
    pub fn parse(text: &str, site: &Site) -> Result<Self, Invalid> {
        let form = || {
            let detail = "The target is an absolute URL of the site, such as `https://example.org/about`, or the part \
                          of one behind the host.";
            Invalid::one("pattern", detail)
        };
        if text.len() > Self::MAX_BYTES {
            return Err(Invalid::one("max_length", "A target has at most 2000 bytes."));
        }
        // Refuse characters that the URL parser would silently remove or replace.
        if text.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') {
            return Err(form());
        }
        let base = Url::parse(&site.base_url).map_err(|_| form())?;
        let url = if text.starts_with('/') { base.join(text) } else { Url::parse(text) };
        let url = url.map_err(|_| form())?;
        let is_plain = url.username().is_empty() && url.password().is_none();
        if url.origin() != base.origin() || !is_plain {
            let detail =
                format!("The target is no page of this site, whose URLs begin with {}.", origin(&base));
            return Err(Invalid::one("foreign_host", detail));
        }
        // Without scheme and host, a path that begins with two slashes would be the URL of another host.
        if url.path().starts_with("//") {
            return Err(form());
        }
        let path = RedirectPath::try_from(url.path().to_owned())?;
        let address = url[Position::BeforePath..].to_owned();
        if address.len() > Self::MAX_BYTES {
            return Err(Invalid::one("max_length", "A target has at most 2000 bytes, percent-encoded."));
        }
        Ok(Self { address, path: site.redirect_path(&path) })
    }

    /// The absolute URL.
    #[must_use]
    pub fn url(&self, site: &Site) -> String {
        site_url(&self.address, site)
    }
}

/// The absolute URL of a path, query and fragment on the site.
#[must_use]
pub(crate) fn site_url(address: &str, site: &Site) -> String {
    let origin = Url::parse(&site.base_url).map(|base| origin(&base).to_owned()).unwrap_or_default();
    format!("{origin}{address}")
}

fn origin(url: &Url) -> &str {
    &url[..Position::BeforePath]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PathPattern;

    fn site(base_url: &str) -> Site {
        let en = Locale::try_from("en".to_owned()).unwrap();
        Site {
            name: "Test".to_owned(),
            base_url: base_url.to_owned(),
            path_pattern: PathPattern::try_from("/{slug}".to_owned()).unwrap(),
            former_path_patterns: vec![],
            time_zone: crate::TimeZone::utc(),
            default_locale: en.clone(),
            locales: vec![en],
        }
    }

    fn parsed(base_url: &str, text: &str) -> Result<(String, String), &'static str> {
        let site = site(base_url);
        let page = SitePage::parse(text, &site).map_err(|invalid| invalid.0[0].rule)?;
        Ok((page.url(&site), page.path.to_string()))
    }

    #[test]
    fn redirect_targets_on_the_site_are_stored_without_host() {
        let base = "https://example.org/news";
        for (text, url, path) in [
            ("https://example.org/about", "https://example.org/about", "/about"),
            ("HTTPS://Example.ORG:443/about", "https://example.org/about", "/about"),
            ("https://example.org/news/about/?a=b#c", "https://example.org/news/about/?a=b#c", "/about"),
            ("https://example.org", "https://example.org/", "/"),
            ("/bücher", "https://example.org/b%C3%BCcher", "/bücher"),
            ("/a/../b", "https://example.org/b", "/b"),
        ] {
            assert_eq!(parsed(base, text), Ok((url.to_owned(), path.to_owned())), "{text}");
        }
        let page = SitePage::parse("/about", &site(base)).unwrap();
        assert_eq!(page.url(&site("http://127.0.0.1:8080")), "http://127.0.0.1:8080/about");
    }

    #[test]
    fn redirect_targets_on_other_hosts_are_refused() {
        for (text, rule) in [
            ("", "pattern"),
            ("about", "pattern"),
            ("https://", "pattern"),
            ("https://other.example/", "foreign_host"),
            ("http://example.org/", "foreign_host"),
            ("https://example.org:8443/", "foreign_host"),
            ("https://example.org.other.example/", "foreign_host"),
            ("https://example.org@other.example/", "foreign_host"),
            ("https://someone@example.org/", "foreign_host"),
            ("//other.example/a", "foreign_host"),
            ("/\\other.example", "pattern"),
            ("/\t/other.example", "pattern"),
            ("javascript:alert(1)", "foreign_host"),
            ("data:text/html,a", "foreign_host"),
            ("https://example.org//other.example", "pattern"),
            ("mailto:a@example.org", "foreign_host"),
            ("/%00", "encoding"),
            (&format!("/{}", "a".repeat(2_000)), "max_length"),
        ] {
            assert_eq!(parsed("https://example.org", text).err(), Some(rule), "{text}");
        }
    }
}
