//! The report as a single HTML page without scripts or external resources, for light and dark mode.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use askama::Template;

use crate::report::plots::{self, COLOURS};
use crate::report::{Goal, Plot, Report, Table};

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'r> {
    facts: &'r [(String, String)],
    goals: Vec<&'r Goal>,
    reached: usize,
    sections: Vec<Section<'r>>,
}

struct Section<'r> {
    table: &'r Table,
    most: f64,
    /// The SVG and its legend: name and colour.
    plot: Option<(String, Vec<(String, String)>)>,
}

/// Writes the report as HTML.
pub fn write(report: &Report, path: &Path) -> Result<()> {
    let goals = report.goals();
    let reached = goals.iter().filter(|goal| goal.is_reached()).count();
    let sections = report.tables.iter().map(Section::from_table).collect::<Result<_>>()?;
    let page = Page { facts: &report.facts, goals, reached, sections }.render()?;
    fs::create_dir_all(path.parent().context("it lies in a directory")?)?;
    fs::write(path, page).with_context(|| path.display().to_string())
}

impl<'r> Section<'r> {
    fn from_table(table: &'r Table) -> Result<Self> {
        let most = table.rows.iter().map(|row| row.bar).fold(0.0, f64::max);
        let plot = match &table.plot {
            Plot::None => None,
            Plot::Spread(curves) => {
                let names = curves.iter().map(|curve| curve.name.clone());
                Some((plots::spread(curves)?, coloured(names)))
            }
            Plot::Growth(all) => {
                Some((plots::growth(all)?, coloured(["p50", "p99"].map(str::to_owned).into_iter())))
            }
        };
        Ok(Self { table, most, plot })
    }

    fn percent(&self, bar: &f64) -> String {
        format!("{:.1}", 100.0 * bar / self.most)
    }
}

fn coloured(names: impl Iterator<Item = String>) -> Vec<(String, String)> {
    let colours =
        COLOURS.into_iter().cycle().map(|(red, green, blue)| format!("#{red:02x}{green:02x}{blue:02x}"));
    names.zip(colours).collect()
}
