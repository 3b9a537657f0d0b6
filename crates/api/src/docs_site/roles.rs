//! The page about roles, generated from the permission table in `domain`.

use crate::docs_site::templates::{LazyPage, MarkdownPage};
use crate::openapi;

pub(super) fn page() -> LazyPage {
    LazyPage::new("/docs/roles", render)
}

fn render() -> MarkdownPage {
    let text = format!(
        "# Roles\n\nEvery person has one role. `own` means: on articles of one's own. The right is asked for again behind \
         every lock that a request waited for, so what counts is the role of that moment.\n\n{}\n\n\
         Each operation of the [editorial API](/docs/reference/editorial) says who may, and so does `x-permission` in its \
         document.\n",
        openapi::roles_table()
    );
    MarkdownPage::new("/docs/roles", &text)
}
