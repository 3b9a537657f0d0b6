//! Parses tables of sanitised HTML.

use domain::{Align, Block, TableBlock, TableCell, TableRow};
use scraper::ElementRef;

use crate::inlines;

/// Parses a `table` element. The HTML parser leaves only table parts in it.
pub(crate) fn table(table: ElementRef<'_>) -> Block {
    let (mut caption, mut rows) = (None, Vec::new());
    for part in table.child_elements() {
        match part.value().name() {
            "caption" => caption = Some(inlines::from_element(part)).filter(|line| !line.is_empty()),
            "tr" => rows.push(row(part, false)),
            name => {
                let is_head = name == "thead";
                rows.extend(part.child_elements().map(|part| row(part, is_head)));
            }
        }
    }
    Block::Table(TableBlock { id: String::new(), caption, rows })
}

fn row(row: ElementRef<'_>, header: bool) -> TableRow {
    TableRow { header, cells: row.child_elements().map(cell).collect() }
}

fn cell(cell: ElementRef<'_>) -> TableCell {
    let align = match cell.attr("align") {
        Some("left") => Some(Align::Left),
        Some("center") => Some(Align::Center),
        Some("right") => Some(Align::Right),
        _ => None,
    };
    let span = |name| cell.attr(name).and_then(|span| span.parse().ok()).unwrap_or(1).clamp(1, MAX_SPAN);
    TableCell {
        header: cell.value().name() == "th",
        align,
        column_span: span("colspan"),
        row_span: span("rowspan"),
        content: inlines::from_element(cell),
    }
}

/// The maximum span, as in browsers.
const MAX_SPAN: u32 = 1000;
