//! The files of a folder that is imported, in an order that is always the same.

use std::path::Path;
use std::{fs, io};

/// What was found in a folder.
#[derive(Debug, Default, Clone)]
pub struct Folder {
    /// The files that are read, by path.
    pub files: Vec<File>,
    /// The paths of what might be expected to be imported, and is not.
    pub left_out: Vec<String>,
}

/// A file.
#[derive(Debug, Clone)]
pub struct File {
    /// Its path in the folder, with slashes.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The files in which authors, tags and series are described.
pub(crate) const DESCRIPTIONS: [&str; 3] = ["authors.yaml", "tags.yaml", "series.yaml"];

/// Whether a path is that of an article.
pub(crate) fn is_article(path: &str) -> bool {
    path.ends_with(".md") || path.ends_with(".markdown")
}

/// Reads a folder and all below it. What is hidden, symbolic links and what is no file otherwise, lists of sections (`_index.md`) and what no Markdown
/// parser reads alone (`.mdx`) are left out.
///
/// # Errors
/// Whatever the file system says, with the path.
pub fn read(folder: &Path) -> io::Result<Folder> {
    let mut found = Folder::default();
    walk(folder, "", &mut found)?;
    Ok(found)
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
        let is_left_out = name.starts_with('.')
            || kind.is_symlink()
            || is_article(&name) && name.starts_with("_index.")
            || name.ends_with(".mdx");
        if is_left_out {
            found.left_out.push(path);
        } else if kind.is_dir() {
            walk(&entry.path(), &format!("{path}/"), found)?;
        } else if kind.is_file() && (is_article(&name) || DESCRIPTIONS.contains(&path.as_str())) {
            let bytes = fs::read(entry.path())
                .map_err(|error| io::Error::new(error.kind(), format!("{path}: {error}")))?;
            found.files.push(File { path, bytes });
        }
    }
    Ok(())
}
