//! Writes XML: elements with escaped text, without characters that XML does not allow (XML 1.0, section 2.2).

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::problem::Problem;

/// A writer of an XML document.
pub(crate) type Xml = Writer<Vec<u8>>;

/// Writes a document, beginning with the XML declaration.
pub(crate) fn document(write: impl FnOnce(&mut Xml) -> io::Result<()>) -> Result<String, Problem> {
    let mut xml = Writer::new(Vec::new());
    let written = xml
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))
        .and_then(|()| write(&mut xml));
    written.map_err(Problem::internal)?;
    String::from_utf8(xml.into_inner()).map_err(Problem::internal)
}

/// An element that contains only text.
pub(crate) fn element(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&allowed(text)))?;
    Ok(())
}

/// A text in which U+FFFD replaces characters that XML does not allow.
pub(crate) fn allowed(text: &str) -> String {
    let is_allowed = |char: char| matches!(char, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().map(|char| if is_allowed(char) { char } else { char::REPLACEMENT_CHARACTER }).collect()
}
