//! How much of a list is asked for.

use crate::Invalid;

/// How many entries a page holds: 1 to 100, 20 unless asked otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(u8);

impl Limit {
    /// As many as there may be.
    pub const MAX: Self = Self(100);

    /// As a number for SQL.
    #[must_use]
    pub fn get(self) -> i64 {
        i64::from(self.0)
    }

    /// As a number of things in memory.
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
