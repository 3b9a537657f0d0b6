//! The page about roles, generated from the permission table in `domain`.

use crate::docs_site::templates::{LazyPage, MarkdownPage};
use crate::openapi;

pub(super) fn page() -> LazyPage {
    LazyPage::new("/docs/roles", render)
}

fn render() -> MarkdownPage {
    let text = format!(
        "# Roles\n\nEvery person has one role. `own` means: only for the person's own articles. Permissions are checked \
         again after the rows are locked, so the role at that time counts.\n\n{}\n\n\
         Each operation of the [editorial API](/docs/reference/editorial) names the roles that may use it; in the OpenAPI \
         document they are in `x-permission`.\n",
        openapi::roles_table()
    );
    MarkdownPage::new("/docs/roles", &text)
}
