//! What was changed between two states of content: the body word by word, everything else property by property.

use domain::{Comparison, Content, FieldChange, Op, Run};
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

/// Compares two states.
#[must_use]
pub fn compare(before: &Content, after: &Content) -> Comparison {
    let diff = TextDiff::from_unicode_words(before.body.as_str(), after.body.as_str());
    let mut body: Vec<Run> = Vec::new();
    for change in diff.iter_all_changes() {
        let op = match change.tag() {
            ChangeTag::Equal => Op::Equal,
            ChangeTag::Insert => Op::Insert,
            ChangeTag::Delete => Op::Delete,
        };
        match body.last_mut().filter(|run| run.op == op) {
            Some(run) => run.text.push_str(change.value()),
            None => body.push(Run { op, text: change.value().to_owned() }),
        }
    }
    let json = |content: &Content| serde_json::to_value(content).unwrap_or_default();
    let (before, after) = (json(before), json(after));
    let names =
        before.as_object().into_iter().flat_map(|members| members.keys()).filter(|name| *name != "body");
    let changes = names.filter_map(|name| {
        let value = |of: &Value| of.get(name).cloned().unwrap_or_default();
        let (before, after) = (value(&before), value(&after));
        (before != after).then(|| FieldChange { pointer: format!("/{name}"), before, after })
    });
    Comparison { body, fields: changes.collect() }
}
