//! The page size of lists.

use crate::Invalid;

/// The maximum number of entries of a page: 1 to 100, 20 by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(u8);

impl Limit {
    /// The largest page size.
    pub const MAX: Self = Self(100);

    /// As a number for SQL.
    #[must_use]
    pub fn get(self) -> i64 {
        i64::from(self.0)
    }

    /// As a number for collections.
    #[must_use]
    pub fn as_usize(self) -> usize {
        usize::from(self.0)
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(20)
    }
}

impl TryFrom<i64> for Limit {
    type Error = Invalid;

    fn try_from(value: i64) -> Result<Self, Invalid> {
        match u8::try_from(value) {
            Ok(limit @ 1..=100) => Ok(Self(limit)),
            Ok(_) | Err(_) => Err(Invalid::one("range", "A limit is a whole number from 1 to 100.")),
        }
    }
}
