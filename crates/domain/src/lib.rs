//! What an article is: words, values, rules, and the public forms teaser and article.
//!
//! The glossary. An **article** has one identity and is written in one or more **locales**. In each locale it has a
//! **draft**, whose every save is a numbered **revision** holding a [`Content`]. Publishing renders a revision into an
//! immutable [`Edition`], which readers see as a [`Teaser`] in lists and as a [`PublicArticle`] on its own. Editions are
//! sorted under **terms**: exactly one section, and any number of authors, tags and series ([`Term`]).
//!
//! A value that exists is valid: each type has one constructor, and [`Invalid`] says what it refused.
//! Not here: I/O, async, a clock, randomness, SQL, HTTP. Rules take `now`; identities are given.
#![deny(missing_docs)]

mod absolute_urls;
mod assemble_json;
mod audit;
mod block;
mod comparison;
mod content;
mod draft;
mod edition;
mod finding;
mod headline;
mod ids;
mod inline;
mod invalid;
mod kicker;
mod link;
mod locale;
mod moment;
mod named_term;
mod page_limit;
mod person;
mod preview;
mod public_article;
mod public_url;
mod redirect;
mod refusal;
mod rendering;
mod resolution;
mod role;
mod search_hit;
mod session;
mod site;
mod slug;
mod standfirst;
mod strict_json;
mod teaser;
mod term;
mod text;
mod time_zone;
pub mod workflow;

pub use absolute_urls::UrlBase;
pub use assemble_json::{
    LiveArticle, LiveTeaser, StoredAlternate, StoredBody, StoredNeighbour, StoredSeries,
};
pub use audit::AuditEntry;
pub use block::{
    AlertBlock, AlertKind, Align, Block, CodeBlock, DetailsBlock, DividerBlock, EmbedBlock, FigureBlock,
    Footnote, FootnotesBlock, HeadingBlock, ListBlock, ListItem, MathBlock, ParagraphBlock, QuoteBlock,
    TableBlock, TableCell, TableRow, Token,
};
pub use comparison::{Comparison, FieldChange, Op, Run};
pub use content::{Content, ContentMergePatch, Image, InputErrors, Markdown, Seo, SeriesPart};
pub use draft::{
    DraftEntry, DraftStatus, EditorialDraft, LiveState, RestoredDraft, Revision, RevisionEntry,
    ScheduledState,
};
pub use edition::{Edition, EditionIdentity, Placement, Update};
pub use finding::{Finding, Severity};
pub use headline::Headline;
pub use ids::{ArticleId, DraftId, EditionId, JobId, PersonId, PreviewId, RedirectId, SessionId, TermId};
pub use inline::{
    BreakInline, CodeInline, FootnoteReferenceInline, ImageInline, Inline, LinkInline, MathInline,
    StyledInline, TextInline, TextStyle, TokenKind,
};
pub use invalid::{Invalid, Violation};
pub use kicker::Kicker;
pub use link::{ArticleLink, StoredLink};
pub use locale::Locale;
pub use moment::{Moment, TimeInput};
pub use named_term::NamedTerm;
pub use page_limit::Limit;
pub use person::{Email, Password, Person};
pub use preview::Preview;
pub use public_article::{Alternate, Body, Context, LinkedArticle, PublicArticle, SeriesContext};
pub use public_url::PublicUrl;
pub use redirect::{Redirect, RedirectTarget, SitePage};
pub use refusal::Refusal;
pub use rendering::{OutlineEntry, Removed, Rendering};
pub use resolution::{
    PathRecords, PathStatus, RedirectDestination, RedirectRecord, Resolution, ResolvedPath, SlugRecord,
};
pub use role::{Action, DraftAccess, PERMISSIONS, PermissionScope, Role};
pub use search_hit::{Highlights, SearchHit};
pub use session::Session;
pub use site::{PathLookup, PathMatch, PathParts, PathPattern, RedirectPath, Site, SitePath};
pub use slug::Slug;
pub use standfirst::Standfirst;
pub use strict_json::StrictJson;
pub use teaser::{Access, Hero, Teaser, TermRef};
pub use term::{AuthorCredit, Name, Term, TermContent, TermKind, Terms};
pub use time_zone::{CalendarPeriod, TimeZone};
