//! How two revisions differ: the body word by word, everything else property by property.
//!
//! Bodies are compared by lines, and then by words where lines differ. The cost of a diff grows faster than the text, so
//! both steps have a limit; beyond it the result is still correct, but coarser.

use std::collections::HashMap;
use std::ops::Range;

use domain::{Comparison, Content, FieldChange, Op, Run};
use serde_json::{Map, Value};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// Compares two revisions. The result only depends on their content: limits count lines and words, not time.
#[must_use]
pub fn compare(before: &Content, after: &Content) -> Comparison {
    Comparison { body: body(before.body.as_str(), after.body.as_str()), fields: fields(before, after) }
}

/// How many lines are compared, of both bodies together, without the common prefix and suffix.
const MAX_LINES: usize = 50_000;

/// How many words of changed lines are compared, of both bodies together: about 200 KB of prose. The separators between
/// words count as well. Changed lines beyond it are reported as a whole.
const MAX_WORDS: usize = 60_000;

fn body(before: &str, after: &str) -> Vec<Run> {
    let (mut line_budget, mut word_budget) = (MAX_LINES, MAX_WORDS);
    let (before, after): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let mut runs = RunBuilder::default();
    for lines in diff_segments(&before, &after, &mut line_budget) {
        match lines {
            DiffSegment::Equal(lines) => runs.equal(lines),
            DiffSegment::Changed(before, after) => {
                let (before, after) = (before.concat(), after.concat());
                let (before, after): (Vec<&str>, Vec<&str>) =
                    (before.split_word_bounds().collect(), after.split_word_bounds().collect());
                for words in diff_segments(&before, &after, &mut word_budget) {
                    match words {
                        DiffSegment::Equal(words) => runs.equal(words),
                        DiffSegment::Changed(before, after) => runs.changed(before, after),
                    }
                }
            }
        }
    }
    runs.finish()
}

/// A segment of a diff: what is equal in both sequences, or what was replaced by what.
enum DiffSegment<'s, 't> {
    Equal(&'s [&'t str]),
    Changed(&'s [&'t str], &'s [&'t str]),
}

/// Diffs two sequences. Subtracts their length from `budget`; when the budget is exhausted, the rest is one change.
fn diff_segments<'s, 't>(
    before: &'s [&'t str],
    after: &'s [&'t str],
    budget: &mut usize,
) -> Vec<DiffSegment<'s, 't>> {
    let start = before.iter().zip(after).take_while(|(one, other)| one == other).count();
    let (head, before) = before.split_at(start);
    let (_, after) = after.split_at(start);
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(one, other)| one == other).count();
    let (before, tail) = before.split_at(before.len().saturating_sub(end));
    let (after, _) = after.split_at(after.len().saturating_sub(end));

    let mut found = vec![DiffSegment::Equal(head)];
    match budget.checked_sub(before.len().saturating_add(after.len())) {
        Some(rest) => {
            *budget = rest;
            let mut numbers = HashMap::new();
            let (old, new) = (intern(&mut numbers, before), intern(&mut numbers, after));
            let parts = capture_diff_slices(Algorithm::Myers, &old, &new);
            found.extend(parts.iter().map(|part| match part.as_tag_tuple() {
                (DiffTag::Equal, old, _) => DiffSegment::Equal(slice(before, old)),
                (DiffTag::Delete | DiffTag::Insert | DiffTag::Replace, old, new) => {
                    DiffSegment::Changed(slice(before, old), slice(after, new))
                }
            }));
        }
        None => found.push(DiffSegment::Changed(before, after)),
    }
    found.push(DiffSegment::Equal(tail));
    found
}

/// Maps equal texts to equal numbers, so that long texts are hashed once instead of being compared often.
fn intern<'t>(numbers: &mut HashMap<&'t str, usize>, texts: &[&'t str]) -> Vec<usize> {
    let number = |text: &&'t str| {
        let next = numbers.len();
        *numbers.entry(text).or_insert(next)
    };
    texts.iter().map(number).collect()
}

fn slice<'s, 't>(texts: &'s [&'t str], range: Range<usize>) -> &'s [&'t str] {
    texts.get(range).unwrap_or_default()
}

/// Collects runs. Between two equal runs there is at most one deletion followed by at most one insertion.
#[derive(Default)]
struct RunBuilder {
    done: Vec<Run>,
    deleted: String,
    inserted: String,
}

impl RunBuilder {
    fn equal(&mut self, texts: &[&str]) {
        if texts.is_empty() {
            return;
        }
        self.end_change();
        match self.done.last_mut() {
            Some(run) if run.op == Op::Equal => run.text.push_str(&texts.concat()),
            Some(_) | None => self.done.push(Run { op: Op::Equal, text: texts.concat() }),
        }
    }

    fn changed(&mut self, before: &[&str], after: &[&str]) {
        self.deleted.extend(before.iter().copied());
        self.inserted.extend(after.iter().copied());
    }

    fn end_change(&mut self) {
        for (op, text) in [(Op::Delete, &mut self.deleted), (Op::Insert, &mut self.inserted)] {
            if !text.is_empty() {
                self.done.push(Run { op, text: std::mem::take(text) });
            }
        }
    }

    fn finish(mut self) -> Vec<Run> {
        self.end_change();
        self.done
    }
}

fn fields(before: &Content, after: &Content) -> Vec<FieldChange> {
    let (mut before, mut after) = (members(before), members(after));
    let mut inner = Vec::new();
    for name in ["seo", "fields"] {
        let (before, after) = (take_object(&mut before, name), take_object(&mut after, name));
        inner.extend(changed_members(&format!("/{name}"), &before, &after));
    }
    for map in [&mut before, &mut after] {
        map.shift_remove("body");
    }
    let mut changes = changed_members("", &before, &after);
    changes.extend(inner);
    changes
}

fn members(content: &Content) -> Map<String, Value> {
    match serde_json::to_value(content) {
        Ok(Value::Object(members)) => members,
        Ok(_) | Err(_) => Map::new(),
    }
}

fn take_object(members: &mut Map<String, Value>, name: &str) -> Map<String, Value> {
    match members.shift_remove(name) {
        Some(Value::Object(inner)) => inner,
        Some(_) | None => Map::new(),
    }
}

/// The members that differ, those of `before` first. An absent member is equal to `null`.
fn changed_members(at: &str, before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<FieldChange> {
    let value = |members: &Map<String, Value>, name: &str| members.get(name).cloned().unwrap_or_default();
    let new = after.keys().filter(|name| !before.contains_key(*name));
    let changes = before.keys().chain(new).map(|name| FieldChange {
        pointer: format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")),
        before: value(before, name),
        after: value(after, name),
    });
    changes.filter(|change| change.before != change.after).collect()
}
