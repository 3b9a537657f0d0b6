//! Reads a folder of Markdown files with front matter from static site generators: Hugo, Astro, Jekyll, Zola, Docusaurus,
//! Hexo, VuePress.
//!
//! `folder` finds the files, `front_matter` and `front_matter_reader` parse their front matter, and `document` maps it to the
//! fields of an article.

mod document;
mod folder;
mod former_addresses;
mod front_matter;
mod front_matter_reader;
mod path_metadata;
mod term_descriptions;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

pub use folder::{File, Folder};

use self::document::{Document, InvalidDocument};
use self::term_descriptions::TermDescriptions;
use crate::diagnostic::skipped_draft;
use crate::{Diagnostic, Options, ParsedSource};

/// Parses the files of a folder.
///
/// # Errors
/// All errors in them. A draft with errors is skipped instead, with a note.
pub fn parse_folder(folder: &Folder, options: &Options) -> Result<ParsedSource, Vec<Diagnostic>> {
    let (mut documents, mut descriptions, mut diagnostics) =
        (Vec::new(), TermDescriptions::default(), Vec::new());
    let mut skipped = Vec::new();
    for file in &folder.files {
        if !folder::is_article(&file.path) {
            diagnostics
                .extend(term_descriptions::add_file(&mut descriptions, file).err().into_iter().flatten());
            continue;
        }
        match document::parse(&file.path, &file.bytes, options) {
            Ok(document) => documents.push(document),
            Err(InvalidDocument { is_draft: true, diagnostics }) => skipped.extend(diagnostics),
            Err(InvalidDocument { is_draft: false, diagnostics: found }) => diagnostics.extend(found),
        }
    }
    let found = [document::duplicates(&documents), document::unknown_locales(&documents, options)].concat();
    let drafts = documents.iter().filter(|one| one.article.is_draft).map(|one| Some(one.path.clone()));
    let drafts: HashSet<Option<String>> = drafts.collect();
    let (of_drafts, of_others): (Vec<Diagnostic>, Vec<Diagnostic>) =
        found.into_iter().partition(|diagnostic| drafts.contains(&diagnostic.path));
    documents.retain(|document| of_drafts.iter().all(|of| of.path.as_ref() != Some(&document.path)));
    skipped.extend(of_drafts);
    diagnostics.extend(of_others);
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    let TermDescriptions { terms, mut notes } = descriptions;
    let mut articles = Vec::with_capacity(documents.len());
    for Document { article, notes: remarks, path: _ } in documents {
        articles.push(article);
        notes.extend(remarks);
    }
    notes.extend(skipped.iter().map(skipped_draft));
    notes.extend(folder.skipped.iter().map(|path| format!("{path}: skipped")));
    Ok(ParsedSource { articles, terms, notes })
}
