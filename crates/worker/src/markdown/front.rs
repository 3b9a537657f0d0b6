//! Front matter: where it ends, and what it says, YAML or TOML, with lines. What it means is `document`'s.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// A file, taken apart.
#[derive(Debug)]
pub(crate) struct Front {
    /// What the front matter says, by name.
    pub(crate) members: Vec<Member>,
    /// What stands behind it, byte for byte.
    pub(crate) body: String,
    /// The line at which that begins.
    pub(crate) body_line: usize,
}

/// One thing that the front matter says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) value: Value,
    pub(crate) line: usize,
}

/// A line, and what is wrong with it.
pub(crate) type Wrong = (usize, String);

/// Takes a file apart.
///
/// # Errors
/// Where it is not UTF-8, has no front matter, or that is neither YAML nor TOML.
pub(crate) fn front(bytes: &[u8]) -> Result<Front, Wrong> {
    let text = text(bytes)?;
    let (fence, language) = match text.lines().next().map(str::trim_end) {
        Some("---") => ("---", Language::Yaml),
        Some("+++") => ("+++", Language::Toml),
        _ => return Err((1, "there is no front matter: the first line is neither --- nor +++".to_owned())),
    };
    let mut offset = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let start = offset;
        offset += line.len();
        if number > 1 && line.trim_end() == fence {
            let first = text.find('\n').map_or(0, |at| at + 1);
            let written = text.get(first..start).unwrap_or_default();
            let members = match language {
                Language::Yaml => yaml(written)?,
                Language::Toml => toml(written)?,
            };
            let body = text.get(offset..).unwrap_or_default().to_owned();
            return Ok(Front { members, body, body_line: number + 1 });
        }
    }
    Err((1, format!("the front matter does not end: no other line is {fence}")))
}

/// The text of a file.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Wrong> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        (before.split(|byte| *byte == b'\n').count().max(1), "the file is not UTF-8 here".to_owned())
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// What is wrong with YAML, `before` lines into a file.
pub(crate) fn yaml_wrong(error: &serde_saphyr::Error, before: usize) -> Wrong {
    let line = error.location().and_then(|at| usize::try_from(at.line()).ok()).unwrap_or(1);
    let said = error.without_snippet().to_string();
    (line + before, format!("this is no YAML that can be read: {}", said.lines().next().unwrap_or_default()))
}

enum Language {
    Yaml,
    Toml,
}

/// The front matter begins at line 2.
const BEFORE: usize = 1;

fn yaml(written: &str) -> Result<Vec<Member>, Wrong> {
    if written.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Vec::new());
    }
    let read: BTreeMap<String, serde_saphyr::Spanned<Value>> =
        serde_saphyr::from_str(written).map_err(|error| yaml_wrong(&error, BEFORE))?;
    let members = read.into_iter().map(|(name, spanned)| {
        let line = usize::try_from(spanned.referenced.line()).unwrap_or(1) + BEFORE;
        Member { name, value: spanned.value, line }
    });
    Ok(members.collect())
}

fn toml(written: &str) -> Result<Vec<Member>, Wrong> {
    let line_of = |at: usize| {
        let before = written.get(..at).unwrap_or(written);
        before.matches('\n').count() + 1 + BEFORE
    };
    let read: BTreeMap<String, toml::Spanned<toml::Value>> = toml::from_str(written).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(span.start));
        (line, format!("this is no TOML that can be read: {}", error.message()))
    })?;
    let members = read.into_iter().map(|(name, spanned)| {
        let line = line_of(spanned.span().start);
        Member { name, value: json(spanned.into_inner()), line }
    });
    Ok(members.collect())
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(truth) => Value::Bool(truth),
        toml::Value::Datetime(moment) => Value::String(moment.to_string()),
        toml::Value::Array(all) => all.into_iter().map(json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(name, value)| (name, json(value))).collect::<Map<_, _>>())
        }
    }
}
