//! Decides which former addresses become redirects. An address that two articles claim, or that is used already, becomes
//! none: the report has a note for each, and the import goes on.

use std::collections::{BTreeMap, HashMap};

use domain::{ArticleId, RedirectId, RedirectPath, RedirectTarget, Site, SitePage, TermKind};
use store::EditorialConn;
use store::editorial::redirects;
use store::editorial::redirects::{NewRedirect, PathKey, PathUse};
use uuid::Uuid;

use crate::ImportError;
use crate::article::{FormerAddress, ImportedArticle, TermsBySlug};

/// The claims of all articles to former paths.
pub(super) struct RedirectClaims<'a> {
    site: &'a Site,
    /// The claims to each path, one per article.
    by_path: BTreeMap<PathKey, Vec<RedirectClaim<'a>>>,
    /// The new paths of the articles.
    homes: HashMap<PathKey, &'a ImportedArticle>,
    notes: Vec<String>,
}

/// An article that was published at a path before.
#[derive(Clone, Copy)]
struct RedirectClaim<'a> {
    article: &'a ImportedArticle,
    id: ArticleId,
    address: &'a FormerAddress,
}

impl RedirectClaim<'_> {
    /// A note about an address from front matter. Default addresses of generators are guesses and get no note.
    fn note(&self, detail: &str) -> Option<String> {
        let (origin, FormerAddress { text, line }) = (&self.article.origin, self.address);
        line.map(|line| format!("{origin}:{line}: no redirect from {text}: {detail}"))
    }
}

impl<'a> RedirectClaims<'a> {
    /// Collects the claims of the articles.
    pub(super) fn new(
        site: &'a Site,
        articles: &[&'a ImportedArticle],
        ids: &HashMap<String, ArticleId>,
        by_slug: &TermsBySlug,
    ) -> Self {
        let homes = articles.iter().filter_map(|article| Some((home(site, article, by_slug)?, *article)));
        let mut claims = Self { site, by_path: BTreeMap::new(), homes: homes.collect(), notes: Vec::new() };
        for &article in articles {
            let Some(id) = ids.get(&article.key).copied() else { continue };
            for address in &article.former_addresses {
                claims.add(RedirectClaim { article, id, address });
            }
        }
        claims
    }

    fn add(&mut self, claim: RedirectClaim<'a>) {
        let path = match path(self.site, &claim.address.text) {
            Ok(Some(path)) => path,
            Ok(None) => return,
            Err(detail) => return self.notes.extend(claim.note(&detail)),
        };
        let key = (claim.article.locale.clone(), path);
        match self.homes.get(&key) {
            Some(other) if other.origin == claim.article.origin => return,
            Some(other) => {
                return self.notes.extend(claim.note(&format!("it is the path of {}", other.origin)));
            }
            None => {}
        }
        let claims = self.by_path.entry(key).or_default();
        match claims.iter_mut().find(|other| other.article.origin == claim.article.origin) {
            Some(known) if known.address.line.is_none() => *known = claim,
            Some(_) => {}
            None => claims.push(claim),
        }
    }

    /// The redirects to create, with a note for each address that becomes none.
    pub(super) async fn redirects(
        self,
        conn: &mut EditorialConn,
        notes: &mut Vec<String>,
    ) -> Result<Vec<NewRedirect>, ImportError> {
        let Self { site, by_path, homes: _, notes: found } = self;
        notes.extend(found);
        let mut alone = Vec::with_capacity(by_path.len());
        for (key, claims) in by_path {
            // Addresses from front matter take precedence over default addresses.
            let named: Vec<RedirectClaim> =
                claims.iter().copied().filter(|claim| claim.address.line.is_some()).collect();
            match (named.as_slice(), claims.as_slice()) {
                ([one], _) | ([], [one]) => alone.push((key, *one)),
                ([], _) => {}
                (several, _) => notes.extend(several.iter().filter_map(|claim| {
                    let others = several.iter().filter(|other| other.article.origin != claim.article.origin);
                    let others: Vec<String> = others.map(|other| other.article.origin.to_string()).collect();
                    claim.note(&format!("{} has it too", others.join(", ")))
                })),
            }
        }
        let keys: Vec<PathKey> = alone.iter().map(|(key, _)| key.clone()).collect();
        let mut taken = HashMap::new();
        for some in keys.chunks(1_000) {
            taken.extend(redirects::paths_in_use(conn, site, some).await?);
        }
        let mut new = Vec::with_capacity(alone.len());
        for (key, claim) in alone {
            let target = RedirectTarget::Article(claim.id);
            match taken.get(&key) {
                Some(PathUse::Article(article)) if *article == claim.id => {}
                Some(PathUse::Article(_)) => notes.extend(claim.note("another article has this path")),
                Some(PathUse::Redirect(there)) if *there == target => {}
                Some(PathUse::Redirect(_)) => {
                    notes.extend(claim.note("it redirects to another target already"))
                }
                None => {
                    let (locale, path) = key;
                    new.push(NewRedirect { id: RedirectId(Uuid::now_v7()), locale, path, target });
                }
            }
        }
        Ok(new)
    }
}

/// The new path of an article.
fn home(site: &Site, article: &ImportedArticle, by_slug: &TermsBySlug) -> Option<PathKey> {
    let (slug, section) = (article.slug.as_ref()?, article.section.as_ref()?);
    let section = by_slug.get(&(TermKind::Section, section.slug.clone()))?;
    let url = site.url(article.locale.as_str(), section.slug.as_str(), slug.as_str());
    Some((article.locale.clone(), SitePage::parse(&url, site).ok()?.path))
}

/// The path of an address; `None` if it is on another site.
fn path(site: &Site, address: &str) -> Result<Option<RedirectPath>, String> {
    if address.starts_with('/') && !address.starts_with("//") {
        let path = RedirectPath::try_from(address.to_owned()).map_err(|invalid| invalid.to_string())?;
        return Ok(Some(site.redirect_path(&path)));
    }
    match SitePage::parse(address, site) {
        Ok(page) if page.address.contains(['?', '#']) => {
            Err("A path has neither a query nor a fragment.".to_owned())
        }
        Ok(page) => Ok(Some(page.path)),
        Err(_) => Ok(None),
    }
}
