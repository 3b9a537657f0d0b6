//! The files of a folder that is imported, in an order that is always the same.

use std::path::Path;
use std::{fs, io};

use domain::TermKind;

/// What was found in a folder.
#[derive(Debug, Default, Clone)]
pub struct Folder {
    /// The files that are read, by path.
    pub files: Vec<File>,
    /// The paths of what is not: of folders, as a whole.
    pub skipped: Vec<String>,
}

/// A file.
#[derive(Debug, Clone)]
pub struct File {
    /// Its path in the folder, with slashes.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Which kind of terms a file describes, if it does.
pub(crate) fn described_term_kind(path: &str) -> Option<TermKind> {
    let file = path.rsplit('/').next()?;
    match file.strip_suffix(".yaml").or_else(|| file.strip_suffix(".yml"))? {
        "authors" => Some(TermKind::Author),
        "tags" => Some(TermKind::Tag),
        "series" => Some(TermKind::Series),
        _ => None,
    }
}

/// Whether a path is that of an article.
pub(crate) fn is_article(path: &str) -> bool {
    path.ends_with(".md") || path.ends_with(".markdown")
}

impl Folder {
    /// Reads a folder and all below it. What is not read is named: what is hidden, symbolic links and what is no file
    /// otherwise, what the makers of a project say of it (`README.md`), what it is built with (`node_modules`), lists of
    /// sections (`_index.md`), and what is no Markdown; `.mdx` among it, which no Markdown parser reads alone.
    ///
    /// # Errors
    /// Whatever the file system says, with the path.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut found = Self::default();
        walk(folder, "", &mut found)?;
        Ok(found)
    }
}

fn walk(folder: &Path, prefix: &str, found: &mut Folder) -> io::Result<()> {
    let naming = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", folder.display()));
    let entries = fs::read_dir(folder).map_err(naming)?.collect::<io::Result<Vec<_>>>().map_err(naming)?;
    let mut entries: Vec<_> =
        entries.into_iter().map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry)).collect();
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (name, entry) in entries {
        let path = format!("{prefix}{name}");
        let kind = entry.file_type().map_err(naming)?;
        let is_hidden = name.starts_with('.') || name == "node_modules";
        let is_about_others = name.starts_with("_index.") || name.to_ascii_lowercase().starts_with("readme.");
        let is_read = is_article(&name) && !is_about_others || described_term_kind(&path).is_some();
        if kind.is_dir() && !is_hidden {
            walk(&entry.path(), &format!("{path}/"), found)?;
        } else if kind.is_file() && is_read && !is_hidden {
            let bytes = fs::read(entry.path())
                .map_err(|error| io::Error::new(error.kind(), format!("{path}: {error}")))?;
            found.files.push(File { path, bytes });
        } else {
            found.skipped.push(path);
        }
    }
    Ok(())
}
