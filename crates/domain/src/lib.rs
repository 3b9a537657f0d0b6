//! What an article is: words, values, rules, and the public forms teaser and article.
//!
//! The glossary. An **article** has one identity and is written in one or more **locales**. In each locale it has a
//! **draft**, whose every save is a numbered **revision** holding a [`Content`]. Publishing renders a revision into an
//! immutable [`Edition`], which readers see as a [`Teaser`] in lists and as a [`PublicArticle`] on its own. Editions are
//! sorted under **terms**: exactly one section, and any number of authors, tags and series ([`Term`]).
//!
//! A value that exists is valid: each type has one constructor, and [`Invalid`] says what it refused.
//! Not here: I/O, async, a clock, randomness, SQL, HTTP. Rules take `now`; identities are given.

mod content;
mod draft;
mod edition;
mod headline;
mod ids;
mod invalid;
mod kicker;
mod locale;
mod page;
mod person;
mod public_article;
mod refusal;
mod rendering;
mod role;
mod session;
mod site;
mod slug;
mod splice;
mod standfirst;
mod teaser;
mod term;
mod text;

