//! Hands out slugs that are not in use, for sources that cannot choose another one.

use std::collections::{BTreeMap, HashSet};

use domain::{Locale, Slug};
use store::EditorialConn;
use store::editorial::drafts;

use crate::ImportError;
use crate::article::{Identity, ImportedArticle};

/// The slugs in use among those that articles without a name may get.
pub(super) struct FreeSlugs {
    used: HashSet<(Locale, Slug)>,
}

/// Articles with the same slug get numbered slugs up to this number, and none beyond it.
const MAX_NUMBERED_SLUGS: u32 = 50;

impl FreeSlugs {
    pub(super) async fn load(
        conn: &mut EditorialConn,
        articles: &[&ImportedArticle],
    ) -> Result<Self, ImportError> {
        let mut wanted: BTreeMap<&Locale, Vec<Slug>> = BTreeMap::new();
        for article in articles.iter().filter(|article| article.identity == Identity::Text) {
            wanted.entry(&article.locale).or_default().extend(article.slug.iter().flat_map(numbered));
        }
        let mut used = HashSet::new();
        for (locale, slugs) in wanted {
            let found = drafts::slugs_in_use(conn, locale, &slugs).await?;
            used.extend(found.into_iter().map(|slug| (locale.clone(), slug)));
        }
        Ok(Self { used })
    }

    /// The slug, numbered if it is in use.
    pub(super) fn take(&mut self, locale: &Locale, slug: &Slug) -> Option<Slug> {
        let free = numbered(slug).find(|slug| !self.used.contains(&(locale.clone(), slug.clone())))?;
        self.used.insert((locale.clone(), free.clone()));
        Some(free)
    }
}

/// The slug, then its numbered forms.
fn numbered(slug: &Slug) -> impl Iterator<Item = Slug> {
    let numbers = (2..=MAX_NUMBERED_SLUGS).map(|number| slug.numbered(number));
    std::iter::once(slug.clone()).chain(numbers)
}
