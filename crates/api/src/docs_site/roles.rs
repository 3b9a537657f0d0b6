//! Who may do what, from the table of roles.

use crate::docs_site::templates::{Leaf, Sheet};
use crate::openapi;

/// The page.
pub(super) fn leaf() -> Leaf {
    Leaf::new("/docs/roles", sheet)
}

fn sheet() -> Sheet {
    let text = format!(
        "# Roles\n\nEvery person has one role. `own` means: on articles of one's own. The right is asked for again behind \
         every lock that a request waited for, so what counts is the role of that moment.\n\n{}\n\n\
         Each operation of the [editorial API](/docs/reference/editorial) says who may, and so does `x-permission` in its \
         document.\n",
        openapi::roles()
    );
    Sheet::of("/docs/roles", &text)
}
