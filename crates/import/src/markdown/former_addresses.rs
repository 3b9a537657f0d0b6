//! The addresses at which a file was published before: those in its front matter, and the default address that its generator
//! derives from the path.
//!
//! Hugo, Zola and Astro: the path of the file in the folder, `/posts/name`. Jekyll: `/category/2026/01/12/name.html`, of
//! dated files in `_posts`. Hexo: `/2026/01/12/name`, of other files in `_posts`. Docusaurus: `/blog/2026/01/12/name`, of
//! dated files elsewhere. The configuration of the generator is not read, so other patterns are not recognised.

use domain::{Locale, Slug};

use super::front_matter_reader::FrontMatterReader;
use super::path_metadata::PathMetadata;
use crate::Options;
use crate::article::FormerAddress;

/// The properties that contain addresses. The first two are always addresses of the site; the others may be something else,
/// such as the URL of what the article is about.
const NAMED: [(&str, Certainty); 5] = [
    ("aliases", Certainty::Certain),
    ("redirect_from", Certainty::Certain),
    ("permalink", Certainty::Possible),
    ("path", Certainty::Possible),
    ("url", Certainty::Possible),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Certainty {
    Certain,
    Possible,
}

/// Collects the former addresses of a file.
pub(super) fn former_addresses(
    reader: &FrontMatterReader,
    metadata: &PathMetadata,
    locale: &Locale,
    options: &Options,
) -> Vec<FormerAddress> {
    let mut found = Vec::new();
    for (name, certainty) in NAMED {
        let (line, texts) = reader.peek_texts(name).unwrap_or_default();
        let texts = texts.into_iter().filter(|text| is_address(text, certainty));
        found.extend(texts.map(|text| FormerAddress { text: rooted(text), line: Some(line) }));
    }
    let prefix = if *locale == options.locale { String::new() } else { format!("/{locale}") };
    let by_default = generator_defaults(reader, metadata).into_iter();
    found.extend(by_default.map(|text| FormerAddress { text: format!("{prefix}{text}"), line: None }));
    found
}

/// Whether a text can be the address of a page, rather than a pattern of a generator or a name.
fn is_address(text: &str, certainty: Certainty) -> bool {
    if is_url(text) {
        return true;
    }
    let is_pattern = text.contains(['{', '}']) || text.contains("/:") || text.starts_with(':');
    let is_name = !text.contains('/')
        && (text.contains(char::is_whitespace) || certainty == Certainty::Possible && !text.contains('.'));
    !is_pattern && !is_name
}

fn is_url(text: &str) -> bool {
    text.contains("://") || text.starts_with("//")
}

/// Adds the leading slash that generators allow to omit.
fn rooted(text: String) -> String {
    if text.starts_with('/') || is_url(&text) { text } else { format!("/{}", text.trim_start_matches("./")) }
}

/// The default addresses that generators derive from the path and the date.
fn generator_defaults(reader: &FrontMatterReader, metadata: &PathMetadata) -> Vec<String> {
    let PathMetadata { name, folders, date, is_draft, .. } = metadata;
    if *is_draft {
        return Vec::new();
    }
    let slug = reader.peek_texts("slug").and_then(|(_, texts)| texts.into_iter().next());
    let name = slug.unwrap_or_else(|| name.clone());
    let name = name.trim_matches('/');
    let date = date.as_ref().map(|date| date.replace('-', "/"));
    if let Some(posts) = folders.iter().position(|folder| folder == "_posts") {
        let above = folders.iter().take(posts).map(String::as_str);
        return match date {
            Some(date) => {
                let categories = categories(reader);
                let all: Vec<&str> = above.chain(categories.iter().map(String::as_str)).collect();
                vec![format!("{}/{date}/{name}.html", joined(&all))]
            }
            None => front_matter_date(reader).map(|date| format!("/{date}/{name}")).into_iter().collect(),
        };
    }
    let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
    let folders = joined(&folders);
    let dated = date.map(|date| format!("{folders}/{date}/{name}"));
    [format!("{folders}/{name}")].into_iter().chain(dated).collect()
}

fn joined(folders: &[&str]) -> String {
    folders.iter().map(|folder| format!("/{folder}")).collect()
}

/// The categories that Jekyll puts into addresses.
fn categories(reader: &FrontMatterReader) -> Vec<String> {
    let (_, texts) =
        reader.peek_texts("categories").or_else(|| reader.peek_texts("category")).unwrap_or_default();
    // Jekyll splits a string at spaces.
    let names: Vec<&str> = match texts.as_slice() {
        [one] => one.split_whitespace().collect(),
        several => several.iter().map(String::as_str).collect(),
    };
    names.into_iter().filter_map(Slug::from_text).map(String::from).collect()
}

/// The date in the front matter as `YYYY/MM/DD`, ignoring time zones.
fn front_matter_date(reader: &FrontMatterReader) -> Option<String> {
    let (_, texts) = reader.peek_texts("date")?;
    let day = texts.first()?.get(..10)?.replace('-', "/");
    chrono::NaiveDate::parse_from_str(&day, "%Y/%m/%d").ok()?;
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::super::front_matter;

    use super::*;

    /// The addresses of a file, those that it names with their line.
    fn addresses(path: &str, text: &str) -> Vec<String> {
        let [en, de] = ["en", "de"].map(|tag| Locale::try_from(tag.to_owned()).unwrap());
        let locales = vec![en.clone(), de];
        let options = Options {
            locale: en,
            locales: locales.clone(),
            publish: true,
            future: crate::FutureDates::Schedule,
            dry_run: false,
            redirects: None,
        };
        let metadata = PathMetadata::from_path(path, &locales);
        let locale = metadata.locale.clone().unwrap_or_else(|| options.locale.clone());
        let reader = FrontMatterReader::new(front_matter::parse(text.as_bytes()).unwrap().fields);
        let found = former_addresses(&reader, &metadata, &locale, &options).into_iter();
        found
            .map(|FormerAddress { text, line }| line.map_or(text.clone(), |line| format!("{line}: {text}")))
            .collect()
    }

    #[test]
    fn aliases_and_permalinks_are_former_addresses_unless_patterns_or_names() {
        let text = "---\naliases: [/old/a/, old/b, Another name]\nredirect_from: /old/c/\npermalink: d.html\n\
                    url: https://example.org/e\npath: old/f\n---\n";
        let all = [
            "2: /old/a/",
            "2: /old/b",
            "3: /old/c/",
            "4: /d.html",
            "6: /old/f",
            "5: https://example.org/e",
            "/posts/a",
        ];
        assert_eq!(addresses("posts/a.md", text), all);
        for text in [
            "---\npermalink: /:year/:title/\n---\n",
            "---\npermalink: pretty\n---\n",
            "---\nurl: false\n---\n",
        ] {
            assert_eq!(addresses("posts/a.md", text), ["/posts/a"], "{text}");
        }
        let zola = "+++\npath = \"2015/05/15/old-name\"\n[extra]\nmood = 'calm'\n+++\n";
        assert_eq!(addresses("misc/z.md", zola), ["2: /2015/05/15/old-name", "/misc/z"]);
    }

    #[test]
    fn default_generator_addresses_follow_from_path_and_date() {
        for (path, front, all) in [
            ("a.md", "", vec!["/a"]),
            ("posts/deep/a.md", "", vec!["/posts/deep/a"]),
            ("posts/bundle/index.md", "", vec!["/posts/bundle"]),
            ("posts/a.de.md", "", vec!["/de/posts/a"]),
            ("posts/a.md", "slug: b", vec!["/posts/b"]),
            ("blog/2024-03-05-night.md", "", vec!["/blog/night", "/blog/2024/03/05/night"]),
            ("blog/2024/04/02-light.md", "", vec!["/blog/light", "/blog/2024/04/02/light"]),
            ("_posts/2021-05-06-Welcome.md", "categories: Dev Ops", vec!["/dev/ops/2021/05/06/Welcome.html"]),
            ("_posts/2021-05-06-a.md", "category: x", vec!["/x/2021/05/06/a.html"]),
            ("blog/_posts/2021-05-06-a.md", "", vec!["/blog/2021/05/06/a.html"]),
            ("_posts/frost.md", "date: 2023-11-12 09:00:00", vec!["/2023/11/12/frost"]),
            ("_posts/frost.md", "", vec![]),
            ("_drafts/a.md", "", vec![]),
        ] {
            assert_eq!(addresses(path, &format!("---\n{front}\n---\n")), all, "{path}");
        }
    }
}
