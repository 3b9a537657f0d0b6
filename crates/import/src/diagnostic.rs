//! An error in a source, with its position.

use std::fmt;

/// An error in a source, displayed as `path:line: detail`, or as `line 3: detail` if the source is a single file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The path of the file in the folder.
    pub path: Option<String>,
    /// The line, from 1.
    pub line: usize,
    /// The message.
    pub detail: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, detail } = self;
        match path {
            Some(path) => write!(f, "{path}:{line}: {detail}"),
            None => write!(f, "line {line}: {detail}"),
        }
    }
}

/// The note about a draft that cannot be imported. It is skipped; only errors in other articles fail the import.
pub(crate) fn skipped_draft(diagnostic: &Diagnostic) -> String {
    format!("{diagnostic} (draft skipped)")
}
