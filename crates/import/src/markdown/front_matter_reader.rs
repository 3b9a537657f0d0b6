//! Reads typed values from front matter, property by property. What is not taken becomes custom fields.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use domain::{Invalid, Moment, Name, Slug, TimeInput};
use serde_json::{Map, Value};

use super::front_matter::{Field, LineError};
use crate::article::TermName;

/// The properties that were not taken yet, and the errors so far.
pub(crate) struct FrontMatterReader {
    fields: Vec<Field>,
    extra: Map<String, Value>,
    errors: Vec<LineError>,
}

impl FrontMatterReader {
    /// Flattens Zola's tables into the top level. A name that exists there already is prefixed with its table.
    pub(crate) fn new(fields: Vec<Field>) -> Self {
        let is_table = |member: &Field| {
            ["taxonomies", "extra"].contains(&member.name.as_str()) && member.value.is_object()
        };
        let (tables, mut fields): (Vec<Field>, Vec<Field>) = fields.into_iter().partition(is_table);
        for Field { name: table, value, line } in tables {
            let Value::Object(inner) = value else { continue };
            for (name, value) in inner {
                let is_there = fields.iter().any(|member| member.name == name);
                let name = if is_there { format!("{table}.{name}") } else { name };
                fields.push(Field { name, value, line });
            }
        }
        Self { fields, extra: Map::new(), errors: Vec::new() }
    }

    /// Records an error.
    pub(crate) fn error(&mut self, line: usize, detail: String) {
        self.errors.push((line, detail));
    }

    /// The line of a property that was not taken yet.
    pub(crate) fn line_of(&self, name: &str) -> Option<usize> {
        self.fields.iter().find(|member| member.name == name).map(|member| member.line)
    }

    /// The strings of a property, a list or a single one, with its line, without taking it.
    pub(crate) fn peek_texts(&self, name: &str) -> Option<(usize, Vec<String>)> {
        let Field { value, line, .. } = self.fields.iter().find(|member| member.name == name)?;
        let all = match value {
            Value::Array(all) => all.as_slice(),
            one => std::slice::from_ref(one),
        };
        let texts = all.iter().filter_map(Value::as_str).map(|text| text.trim().to_owned());
        Some((*line, texts.filter(|text| !text.is_empty()).collect()))
    }

    /// Takes the first of these properties that exists, and parses its text.
    pub(crate) fn take_value<T>(
        &mut self,
        names: &[&str],
        parse: impl Fn(String) -> Result<T, Invalid>,
    ) -> Option<T> {
        let member = self.take(names)?;
        let (line, text) = (member.line, self.single_line_text(&member)?);
        match parse(text) {
            Ok(value) => Some(value),
            Err(invalid) => {
                self.error(line, format!("`{}`: {invalid}", member.name));
                None
            }
        }
    }

    /// Takes the term names of the first of these properties that exists: a list, or a string that contains one.
    pub(crate) fn take_names(&mut self, names: &[&str]) -> Vec<TermName> {
        let Some(member) = self.take(names) else { return Vec::new() };
        let mut found: Vec<TermName> = Vec::new();
        for text in self.name_list(&member) {
            if let Some(named) = self.parse_name(member.line, &text)
                && !found.iter().any(|other| other.slug == named.slug)
            {
                found.push(named);
            }
        }
        found
    }

    /// Like [`Self::take_names`], split into the first name and the rest.
    pub(crate) fn take_first_name(&mut self, names: &[&str]) -> (Option<TermName>, Vec<TermName>) {
        let mut all = self.take_names(names);
        let rest = all.split_off(all.len().min(1));
        (all.pop(), rest)
    }

    /// Keeps surplus names as a custom field.
    pub(crate) fn keep_extra(&mut self, name: &str, rest: Vec<TermName>) {
        if !rest.is_empty() {
            let rest = rest.into_iter().map(|named| Value::String(named.name.into())).collect();
            self.extra.entry(name.to_owned()).or_insert(rest);
        }
    }

    /// Parses a name and derives its slug.
    pub(crate) fn parse_name(&mut self, line: usize, text: &str) -> Option<TermName> {
        let Some(slug) = Slug::from_text(text) else {
            self.error(line, format!("`{text}` needs a letter or digit for the slug"));
            return None;
        };
        match Name::try_from(text.to_owned()) {
            Ok(name) => Some(TermName { slug, name }),
            Err(invalid) => {
                self.error(line, format!("`{text}`: {invalid}"));
                None
            }
        }
    }

    /// Takes a positive integer.
    pub(crate) fn take_part(&mut self, names: &[&str]) -> Option<i32> {
        let Field { name, value, line } = self.take(names)?;
        let part = value.as_i64().and_then(|part| i32::try_from(part).ok()).filter(|part| *part >= 1);
        if part.is_none() {
            self.error(line, format!("`{name}` must be a whole number of at least 1, not {value}"));
        }
        part
    }

    /// Takes a date.
    pub(crate) fn take_moment(&mut self, names: &[&str]) -> Option<TimeInput> {
        let member = self.take(names)?;
        self.read_moment(&member)
    }

    /// Parses a date without taking it, so that it is kept as a custom field too.
    pub(crate) fn peek_moment(&mut self, name: &str) -> Option<TimeInput> {
        let said = self.fields.iter().find(|member| member.name == name && !member.value.is_null());
        let member = said.cloned()?;
        self.read_moment(&member)
    }

    fn read_moment(&mut self, Field { name, value, line }: &Field) -> Option<TimeInput> {
        match parse_moment(value.as_str().unwrap_or_default()) {
            Ok(moment) => Some(moment),
            Err(invalid) if invalid.0.iter().any(|violation| violation.rule == "range") => {
                self.error(*line, format!("`{name}`: {invalid}"));
                None
            }
            Err(_) => {
                let detail = format!(
                    "`{name}` must be a date such as 2026-01-12 or 2026-01-12T08:00:00Z, not {value}"
                );
                self.error(*line, detail);
                None
            }
        }
    }

    /// Takes a boolean.
    pub(crate) fn take_bool(&mut self, name: &str) -> Option<bool> {
        let Field { name, value, line } = self.take(&[name])?;
        let read = value.as_bool();
        if read.is_none() {
            self.error(line, format!("`{name}` must be true or false, not {value}"));
        }
        read
    }

    /// Returns the properties that were not taken.
    ///
    /// # Errors
    /// All recorded errors, by line.
    pub(crate) fn finish(self) -> Result<Map<String, Value>, Vec<LineError>> {
        let Self { fields, extra: mut rest, mut errors } = self;
        for Field { name, value, line } in fields {
            if name.contains('\0') || has_nul(&value) {
                errors.push((line, format!("`{name}` contains the character NUL")));
            }
            let name = if rest.contains_key(&name) { format!("{name}.all") } else { name };
            rest.insert(name, value);
        }
        errors.sort();
        if errors.is_empty() { Ok(rest) } else { Err(errors) }
    }

    /// Takes the first of these properties that exists. Null and blank values do not count.
    fn take(&mut self, names: &[&str]) -> Option<Field> {
        let is_nothing =
            |value: &Value| value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty());
        self.fields.retain(|member| !(names.contains(&member.name.as_str()) && is_nothing(&member.value)));
        let position =
            names.iter().find_map(|name| self.fields.iter().position(|member| member.name == *name))?;
        Some(self.fields.remove(position))
    }

    /// The value as text, with line breaks replaced by spaces.
    fn single_line_text(&mut self, member: &Field) -> Option<String> {
        match &member.value {
            Value::String(text) => Some(one_line(text)),
            Value::Number(number) if !number.is_f64() => Some(number.to_string()),
            other => {
                let detail = format!("`{}` must be a string: write {other} in quotation marks", member.name);
                self.error(member.line, detail);
                None
            }
        }
    }

    /// Whether the value is HTML (excerpts of VuePress may be HTML or plain text).
    pub(crate) fn is_html(&self, name: &str) -> bool {
        let said = self.fields.iter().find(|member| member.name == name);
        let said = said.and_then(|member| member.value.as_str()).map(str::trim);
        said.is_some_and(|text| text.starts_with('<') && text.ends_with('>'))
    }

    /// The names in a list, or in a text where that is a list (Hugo and Jekyll split tags and categories at spaces). Lists
    /// in a list (Hexo has categories below others) are read as one, and kept as they are.
    fn name_list(&mut self, member: &Field) -> Vec<String> {
        let Field { name, value, line } = member;
        let is_list = |text: &str| {
            let of_words = name == "tags" || name == "categories";
            of_words || name == "authors" && text.contains(',')
        };
        match value {
            Value::String(text) if is_list(text) && text.contains(',') => {
                let names = text.split(',').map(one_line);
                names.filter(|name| !name.is_empty()).collect()
            }
            Value::String(text) if is_list(text) => text.split_whitespace().map(str::to_owned).collect(),
            Value::Array(all) => {
                if all.iter().any(Value::is_array) {
                    self.extra.insert(name.clone(), value.clone());
                }
                let flat = all.iter().flat_map(|value| match value {
                    Value::Array(inner) => inner.as_slice(),
                    other => std::slice::from_ref(other),
                });
                let all = flat.map(|value| Field { name: name.clone(), value: value.clone(), line: *line });
                let all: Vec<Field> = all.filter(|member| !member.value.is_null()).collect();
                all.iter().filter_map(|member| self.name_of(member)).collect()
            }
            _ => self.name_of(member).into_iter().collect(),
        }
    }

    /// A name that stands alone, or in an object with more about who or what it is.
    fn name_of(&mut self, member: &Field) -> Option<String> {
        let Some(object) = member.value.as_object() else { return self.single_line_text(member) };
        // Docusaurus has keys into a list of authors, and labels of tags.
        let named =
            ["key", "name", "label", "title", "slug"].iter().find_map(|key| object.get(*key)?.as_str());
        if named.is_none() {
            self.error(member.line, format!("`{}` has no name in {}", member.name, member.value));
        }
        if object.len() > 1 {
            let extra = self.extra.entry(member.name.clone()).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(all) = extra {
                all.push(member.value.clone());
            }
        }
        named.map(one_line)
    }
}

/// Parses a date in one of the formats that generators accept. A date without a time means the beginning of the day.
///
/// # Errors
/// [`Invalid`] with the rule `format`, or `range` if the date is out of range.
pub(crate) fn parse_moment(text: &str) -> Result<TimeInput, Invalid> {
    let text = text.trim();
    let with_offset = [
        "%Y-%m-%dT%H:%M:%S%.f%:z",
        "%Y-%m-%d %H:%M:%S%.f %z",
        "%Y-%m-%d %H:%M:%S%.f%:z",
        "%Y-%m-%d %H:%M %z",
    ];
    let local = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y/%m/%d %H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M",
        "%Y/%m/%d %H:%M",
    ];
    let days = ["%Y-%m-%d", "%Y/%m/%d", "%b %d %Y", "%b %d, %Y", "%B %d, %Y", "%d %B %Y"];
    let exact = DateTime::parse_from_rfc3339(text).ok();
    let exact =
        exact.or_else(|| with_offset.iter().find_map(|form| DateTime::parse_from_str(text, form).ok()));
    let naive = || local.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let day =
        || days.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok()?.and_hms_opt(0, 0, 0));
    match (exact, naive().or_else(day)) {
        (Some(exact), _) => Moment::try_from(exact.to_utc()).map(TimeInput::Moment),
        (None, Some(wall_time)) => TimeInput::wall_time(wall_time),
        (None, None) => Err(Invalid::one("format", "This is not a date.")),
    }
}

/// Whether a value contains NUL, which Postgres cannot store.
fn has_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(all) => all.iter().any(has_nul),
        Value::Object(fields) => fields.iter().any(|(name, value)| name.contains('\0') || has_nul(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Joins the lines of a text with spaces.
fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
