//! An error in a file, with its position.

use std::fmt;

/// An error in a file, displayed as `path:line: detail`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The path of the file in the folder.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The message.
    pub detail: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.detail)
    }
}
