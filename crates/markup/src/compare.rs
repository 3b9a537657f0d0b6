//! How two revisions differ: the body word by word, everything else property by property.
//!
//! Bodies are compared by lines, and then by words where lines differ. Comparing costs more than the text is long, so
//! both have a limit; beyond it the answer is as true, only coarser.

use std::collections::HashMap;
use std::ops::Range;

use domain::{Comparison, Content, FieldChange, Op, Run};
use serde_json::{Map, Value};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// Compares two revisions. The same two give the same answer, whatever is in them and however long it is.
#[must_use]
pub fn compare(before: &Content, after: &Content) -> Comparison {
    Comparison { body: body(before.body.as_str(), after.body.as_str()), fields: fields(before, after) }
}

/// How many lines are compared, of both bodies together, without what is equal at the beginning and the end.
const MOST_LINES: usize = 50_000;

/// How many words are compared where lines differ, of both bodies together: about 200 KB of prose. What stands between
/// words counts as well. Lines that differ after that are given as they are.
const MOST_WORDS: usize = 60_000;

fn body(before: &str, after: &str) -> Vec<Run> {
    let (mut lines_left, mut words_left) = (MOST_LINES, MOST_WORDS);
    let (before, after): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let mut runs = Runs::default();
    for lines in stretches(&before, &after, &mut lines_left) {
        match lines {
            Stretch::Equal(lines) => runs.equal(lines),
            Stretch::Changed(before, after) => {
                let (before, after) = (before.concat(), after.concat());
                let (before, after): (Vec<&str>, Vec<&str>) =
                    (before.split_word_bounds().collect(), after.split_word_bounds().collect());
                for words in stretches(&before, &after, &mut words_left) {
                    match words {
                        Stretch::Equal(words) => runs.equal(words),
                        Stretch::Changed(before, after) => runs.changed(before, after),
                    }
                }
            }
        }
    }
    runs.finished()
}

/// A part of two sequences: what both have, or what one has in place of what the other has.
enum Stretch<'s, 't> {
    Equal(&'s [&'t str]),
    Changed(&'s [&'t str], &'s [&'t str]),
}

/// The parts of two sequences in order. Takes what has to be compared from what is `left`, or gives it as one change.
fn stretches<'s, 't>(before: &'s [&'t str], after: &'s [&'t str], left: &mut usize) -> Vec<Stretch<'s, 't>> {
    let start = before.iter().zip(after).take_while(|(one, other)| one == other).count();
    let (head, before) = before.split_at(start);
    let (_, after) = after.split_at(start);
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(one, other)| one == other).count();
    let (before, tail) = before.split_at(before.len().saturating_sub(end));
    let (after, _) = after.split_at(after.len().saturating_sub(end));

    let mut found = vec![Stretch::Equal(head)];
    match left.checked_sub(before.len().saturating_add(after.len())) {
        Some(rest) => {
            *left = rest;
            let mut numbers = HashMap::new();
            let (old, new) = (numbered(&mut numbers, before), numbered(&mut numbers, after));
            let parts = capture_diff_slices(Algorithm::Myers, &old, &new);
            found.extend(parts.iter().map(|part| match part.as_tag_tuple() {
                (DiffTag::Equal, old, _) => Stretch::Equal(within(before, old)),
                (DiffTag::Delete | DiffTag::Insert | DiffTag::Replace, old, new) => {
                    Stretch::Changed(within(before, old), within(after, new))
                }
            }));
        }
        None => found.push(Stretch::Changed(before, after)),
    }
    found.push(Stretch::Equal(tail));
    found
}

/// Equal texts as equal numbers, so that long ones are compared once.
fn numbered<'t>(numbers: &mut HashMap<&'t str, usize>, texts: &[&'t str]) -> Vec<usize> {
    let number = |text: &&'t str| {
        let next = numbers.len();
        *numbers.entry(text).or_insert(next)
    };
    texts.iter().map(number).collect()
}

fn within<'s, 't>(texts: &'s [&'t str], range: Range<usize>) -> &'s [&'t str] {
    texts.get(range).unwrap_or_default()
}

/// Runs as they are found. Between two that are equal there is at most one of each other kind, what went first.
#[derive(Default)]
struct Runs {
    done: Vec<Run>,
    deleted: String,
    inserted: String,
}

impl Runs {
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

    fn finished(mut self) -> Vec<Run> {
        self.end_change();
        self.done
    }
}

fn fields(before: &Content, after: &Content) -> Vec<FieldChange> {
    let (mut before, mut after) = (members(before), members(after));
    let mut inner = Vec::new();
    for name in ["seo", "fields"] {
        let (before, after) = (taken(&mut before, name), taken(&mut after, name));
        inner.extend(differing(&format!("/{name}"), &before, &after));
    }
    for map in [&mut before, &mut after] {
        map.shift_remove("body");
    }
    let mut changes = differing("", &before, &after);
    changes.extend(inner);
    changes
}

fn members(content: &Content) -> Map<String, Value> {
    match serde_json::to_value(content) {
        Ok(Value::Object(members)) => members,
        Ok(_) | Err(_) => Map::new(),
    }
}

fn taken(members: &mut Map<String, Value>, name: &str) -> Map<String, Value> {
    match members.shift_remove(name) {
        Some(Value::Object(inner)) => inner,
        Some(_) | None => Map::new(),
    }
}

/// The members that differ, those that there were first. One that is absent is like one that is `null`.
fn differing(at: &str, before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<FieldChange> {
    let value = |members: &Map<String, Value>, name: &str| members.get(name).cloned().unwrap_or_default();
    let new = after.keys().filter(|name| !before.contains_key(*name));
    let changes = before.keys().chain(new).map(|name| FieldChange {
        pointer: format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")),
        before: value(before, name),
        after: value(after, name),
    });
    changes.filter(|change| change.before != change.after).collect()
}
