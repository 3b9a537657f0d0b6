//! Splits a file into front matter and body, and parses the front matter (YAML or TOML) with line numbers. `document` maps it
//! to an article.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// A file split into front matter and body.
#[derive(Debug)]
pub(crate) struct FrontMatter {
    /// The top-level properties.
    pub(crate) fields: Vec<Field>,
    /// The rest of the file, byte for byte.
    pub(crate) body: String,
    /// The line where the body begins.
    pub(crate) body_line: usize,
}

/// A top-level property.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) value: Value,
    pub(crate) line: usize,
}

/// A line number with an error message.
pub(crate) type LineError = (usize, String);

/// Splits and parses a file. A file without front matter is all body.
///
/// # Errors
/// If the file is not UTF-8, or its front matter is unterminated or neither YAML nor TOML.
pub(crate) fn parse(bytes: &[u8]) -> Result<FrontMatter, LineError> {
    let text = text(bytes)?;
    let Some((fence, language, first)) = opening(text)? else {
        return Ok(FrontMatter { fields: Vec::new(), body: text.to_owned(), body_line: 1 });
    };
    let mut offset = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let start = offset;
        offset += line.len();
        if start >= first && line.trim_end() == fence {
            let written = text.get(first..start).unwrap_or_default();
            let before = usize::from(first > 0);
            let fields = match language {
                Language::Yaml => yaml(written, before)?,
                Language::Toml => toml(written, before)?,
            };
            let body = text.get(offset..).unwrap_or_default().to_owned();
            return Ok(FrontMatter { fields, body, body_line: number + 1 });
        }
    }
    Err((1, format!("the front matter is not closed: no other line is {fence}")))
}

/// Detects front matter: its closing fence, its language, and the offset where it begins.
fn opening(text: &str) -> Result<Option<(&'static str, Language, usize)>, LineError> {
    let line = text.lines().next().unwrap_or_default().trim_end();
    let second = text.find('\n').map_or(text.len(), |at| at + 1);
    let is_language = |rest: &str| rest.starts_with(|letter: char| letter.is_ascii_alphabetic());
    match line {
        "---" => return Ok(Some(("---", Language::Yaml, second))),
        "+++" => return Ok(Some(("+++", Language::Toml, second))),
        _ => {}
    }
    if line.strip_prefix("---").is_some_and(is_language) || line == "{" || line.starts_with("{\"") {
        let detail = "the front matter must be YAML between --- and ---, or TOML between +++ and +++";
        return Err((1, detail.to_owned()));
    }
    // Hexo treats everything above the first --- as front matter, even without an opening fence.
    let is_named =
        UNFENCED.iter().any(|name| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':')));
    let is_unfenced = is_named && text.lines().any(|line| line.trim_end() == "---");
    Ok(is_unfenced.then_some(("---", Language::Yaml, 0)))
}

/// The first properties by which front matter without an opening fence is recognised; a paragraph hardly begins like this.
const UNFENCED: [&str; 5] = ["title", "date", "layout", "tags", "categories"];

/// Decodes a file as UTF-8 without a byte order mark.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, LineError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        (before.split(|byte| *byte == b'\n').count().max(1), "the file is not valid UTF-8".to_owned())
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Converts a YAML error; `before` lines of the file precede the YAML.
pub(crate) fn yaml_error(error: &serde_saphyr::Error, before: usize) -> LineError {
    let line = error.location().and_then(|at| usize::try_from(at.line()).ok()).unwrap_or(1);
    let said = error.without_snippet().to_string();
    (line + before, format!("invalid YAML: {}", said.lines().next().unwrap_or_default()))
}

enum Language {
    Yaml,
    Toml,
}

/// Parses YAML; `before` lines of the file precede it.
fn yaml(written: &str, before: usize) -> Result<Vec<Field>, LineError> {
    if written.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Vec::new());
    }
    let read: BTreeMap<String, serde_saphyr::Spanned<Value>> =
        serde_saphyr::from_str(written).map_err(|error| yaml_error(&error, before))?;
    let fields = read.into_iter().map(|(name, spanned)| {
        let line = usize::try_from(spanned.referenced.line()).unwrap_or(1) + before;
        Field { name, value: spanned.value, line }
    });
    Ok(fields.collect())
}

fn toml(written: &str, before: usize) -> Result<Vec<Field>, LineError> {
    let line_of = |at: usize| {
        let above = written.get(..at).unwrap_or(written);
        above.matches('\n').count() + 1 + before
    };
    let read: BTreeMap<String, toml::Spanned<toml::Value>> = toml::from_str(written).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(span.start));
        (line, format!("invalid TOML: {}", error.message()))
    })?;
    let fields = read.into_iter().map(|(name, spanned)| {
        let line = line_of(spanned.span().start);
        Field { name, value: json(spanned.into_inner()), line }
    });
    Ok(fields.collect())
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
