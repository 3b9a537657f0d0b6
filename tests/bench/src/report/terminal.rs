//! Tables as text: ratios first, then bars.

use std::fmt::Write;
use std::iter;

use crate::report::{Goal, Row, Table};

/// The length of the longest bar in characters.
const LONGEST: usize = 20;

/// The last character of a bar, by eighths.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Formats a table.
pub fn table(table: &Table) -> String {
    let names = table.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..table.columns.len()).map(|column| width(table, column)).collect();
    let most = table.rows.iter().map(|row| row.bar).fold(0.0, f64::max);
    let mut text = format!("\n{}\n  {}\n  {}\n", table.title, table.about, table.legend);
    let columns: String =
        iter::zip(&table.columns, &widths).map(|(name, w)| format!("  {name:>w$}")).collect();
    text.push_str(&format!("  {:names$}  {:>7}  {:LONGEST$}{columns}\n", "", "ratio", ""));
    for Row { name, ratio, bar, cells } in &table.rows {
        let ratio = ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let cells: String = iter::zip(cells, &widths).map(|(cell, w)| format!("  {cell:>w$}")).collect();
        let bar = self::bar(bar / most);
        text.push_str(&format!("  {name:names$}  {ratio:>7}  {bar:LONGEST$}{cells}\n"));
    }
    text.extend(table.notes.iter().map(|note| format!("  {note}\n")));
    text.extend(table.goals.iter().map(|goal| format!("  {}\n", line(goal))));
    text
}

/// Formats all goals and how many were reached.
pub fn summary(goals: &[&Goal]) -> String {
    let subjects = goals.iter().map(|goal| goal.subject.chars().count()).max().unwrap_or_default();
    let reached = goals.iter().filter(|goal| goal.is_reached()).count();
    let mut text = format!("\nGoals: {reached} of {} reached\n", goals.len());
    for goal in goals {
        let Goal { subject, limit, unit, .. } = goal;
        let (measured, limit) = (goal.measured(), format!("{limit} {unit}"));
        // Writing to a `String` cannot fail.
        let _written =
            writeln!(text, "  {:<8} {subject:subjects$}  {measured:>8}  ({limit})", goal.verdict());
    }
    text
}

fn line(goal: &Goal) -> String {
    let Goal { subject, limit, unit, .. } = goal;
    format!("goal: {subject}: {limit} {unit}: {}, {}", goal.measured(), goal.verdict())
}

fn width(table: &Table, column: usize) -> usize {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    cells.chain(table.columns.get(column)).map(|text| text.chars().count()).max().unwrap_or_default()
}

fn bar(share: f64) -> String {
    let eighths = (share.clamp(0.0, 1.0) * (LONGEST * EIGHTHS.len()) as f64).round() as usize;
    let whole = "█".repeat(eighths / EIGHTHS.len());
    whole + EIGHTHS[eighths % EIGHTHS.len()]
}
