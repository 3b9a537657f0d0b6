//! Reads the files of a folder to import, in a deterministic order.

use std::path::Path;
use std::{fs, io};

use domain::TermKind;

/// The files of a folder.
#[derive(Debug, Default, Clone)]
pub struct Folder {
    /// The files to import, ordered by path.
    pub files: Vec<File>,
    /// The paths of skipped files and folders.
    pub skipped: Vec<String>,
}

/// A file of the folder.
#[derive(Debug, Clone)]
pub struct File {
    /// The path relative to the folder, with slashes.
    pub path: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// The kind of terms that a file describes, by its name.
pub(crate) fn described_term_kind(path: &str) -> Option<TermKind> {
    let file = path.rsplit('/').next()?;
    match file.strip_suffix(".yaml").or_else(|| file.strip_suffix(".yml"))? {
        "authors" => Some(TermKind::Author),
        "tags" => Some(TermKind::Tag),
        "series" => Some(TermKind::Series),
        _ => None,
    }
}

/// Whether a path is that of a Markdown file.
pub(crate) fn is_article(path: &str) -> bool {
    path.ends_with(".md") || path.ends_with(".markdown")
}

impl Folder {
    /// Reads a folder recursively. Skipped, and listed in `skipped`, are hidden files, symbolic links and special files,
    /// `README.md`, `node_modules`, section lists (`_index.md`), and everything that is not Markdown, including `.mdx`.
    ///
    /// # Errors
    /// Errors of the file system, with the path.
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
