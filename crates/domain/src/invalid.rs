//! Validation errors.

use std::fmt;

/// The value is invalid. Contains every violation, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid(pub Vec<Violation>);

/// One rule that a value breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// A JSON pointer (RFC 6901) into the input; empty for the value itself.
    pub pointer: String,
    /// The violated rule, in snake case, stable: `max_length`, `pattern`, `required` …
    pub rule: &'static str,
    /// A description for people.
    pub detail: String,
}

impl Invalid {
    /// One violation of the value itself.
    #[must_use]
    pub fn one(rule: &'static str, detail: impl Into<String>) -> Self {
        Self(vec![Violation { pointer: String::new(), rule, detail: detail.into() }])
    }

    /// The same violations, with `pointer` in front of their pointers.
    #[must_use]
    pub fn at(mut self, pointer: &str) -> Self {
        for violation in &mut self.0 {
            violation.pointer.insert_str(0, pointer);
        }
        self
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details: Vec<&str> = self.0.iter().map(|violation| violation.detail.as_str()).collect();
        f.write_str(&details.join(" "))
    }
}

impl std::error::Error for Invalid {}
