//! Markdown in; safe HTML, plain text, outline and counts out. Pure.
