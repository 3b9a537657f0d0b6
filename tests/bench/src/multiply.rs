//! Makes a large publication out of a small one inside Postgres, because publishing a million articles takes hours.

use anyhow::Result;
use store::{Access, testing};

/// Multiplies the number of live articles by `times`. The copies have IDs, slugs and dates of their own, all older than the
/// originals; each shares the rendering of its original, and none has a draft. Leaves the tables vacuumed and analysed.
///
/// # Errors
/// When Postgres refuses a statement, or the checks at the end of `multiply.sql` fail.
pub async fn multiply(superuser: &Access, times: i32) -> Result<()> {
    let copy = format!(
        "BEGIN; CREATE TEMPORARY TABLE multiplying (times integer NOT NULL); \
         INSERT INTO multiplying (times) VALUES ({times}); {}; COMMIT",
        include_str!("multiply.sql")
    );
    for statement in [copy.as_str(), "VACUUM ANALYZE", "CHECKPOINT"] {
        testing::execute(superuser, statement).await?;
    }
    Ok(())
}
