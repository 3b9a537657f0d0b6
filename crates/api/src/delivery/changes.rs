//! The change log: first what there is, then what changed since, in order, a page at a time. Whoever reads it to its end
//! and goes on from there has missed nothing. Not here: telling others that something changed.

use actix_web::{HttpRequest, HttpResponse, get, web};
use chrono::{DateTime, Utc};
use domain::{Invalid, Limit, Locale, Slug};
use serde::{Deserialize, Serialize};
use store::changes::{self, After, Change, Copied};
use store::{DeliveryConn, editions, tags};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::delivery::giving::Asked;
use crate::delivery::reader::Reader;
use crate::delivery::{Delivery, parameters, single};
use crate::problem::Problem;
use crate::protocol::address::Address;
use crate::protocol::answer::Answer;
use crate::protocol::cursor::{Cursor, NextPage};
use crate::protocol::link;
use crate::protocol::query::{Mistakes, Query};

/// Something that changed for readers.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct PublicChange {
    /// The act that changed it.
    #[schema(minimum = 1, example = 1207)]
    sequence: i64,
    /// When.
    at: DateTime<Utc>,
    /// What happened.
    kind: ChangeKind,
    /// The article; `null` where it happened to a section, tag, author or series.
    article_id: Option<Uuid>,
    /// The article's locale.
    #[schema(value_type = Option<Locale>)]
    locale: Option<String>,
    /// The slug that the article has since, or had last; of a term the one it has since, or of the term it became.
    #[schema(value_type = Slug)]
    slug: String,
    /// The slug that the article had before it moved.
    #[schema(value_type = Option<Slug>, example = json!(null))]
    previous_slug: Option<String>,
    /// The cache tags of the answers that are other ones since.
    #[schema(example = json!(["article:0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61", "lists", "section:engineering"]))]
    tags: Vec<String>,
}

/// What happened to an article in a locale, or to a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChangeKind {
    /// It can be read, and could not be before; or it is part of the copy.
    Published,
    /// It says something else.
    Changed,
    /// It has another slug, and perhaps says something else.
    Moved,
    /// It is not there any more.
    Withdrawn,
    /// It is not there any more, and never was: what was kept of it is to be erased.
    TakenDown,
    /// A section, tag, author or series has another name, slug or description.
    Renamed,
    /// A section, tag, author or series became part of another one.
    Merged,
}

/// One page of the change log.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ChangePage {
    /// The changes, in order. None: nothing has changed since.
    data: Vec<PublicChange>,
    /// Where the log goes on: `next` is always there.
    page: NextPage,
}

/// From where.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ChangesQuery {
    /// `start`: everything that can be read, each article as published, and then what changed since. `now`: what changes
    /// from now on. `start` when absent.
    #[param(pattern = "^(start|now)$", example = "start")]
    from: Option<String>,
    /// What comes after this cursor, from `page.next`. It takes the place of `from`.
    after: Option<String>,
    /// How many on a page, 1 to 100.
    #[param(value_type = Option<i32>, minimum = 1, maximum = 100, example = 20)]
    limit: Option<String>,
    /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
    #[param(value_type = Option<i64>, minimum = 1, example = 1)]
    min_sequence: Option<String>,
}

/// Lists what changed.
///
/// Without a cursor it begins with a copy of everything that can be read; then come the changes since, in the order of the
/// acts, none missed and none doubled, however long it takes. Go on with `page.next` until a page is empty, and ask
/// again later with the same cursor.
#[utoipa::path(tag = "changes", params(ChangesQuery), responses((status = 200, description = "A page of changes.", body = ChangePage)))]
#[get("/changes")]
pub(crate) async fn list_changes(
    delivery: web::Data<Delivery>,
    request: HttpRequest,
    query: Query<ChangesQuery>,
) -> Result<HttpResponse, Problem> {
    let (followed, at_least) = Followed::of(query.0, &delivery)?;
    let onwards = followed.limited(&request).written();
    let (epoch, asked) = (delivery.epoch, Asked { address: followed.address(&request), at_least });
    delivery
        .answer(&request, asked, async move |reader: Reader| {
            let (found, next) = reader.read(async |conn| followed.read(conn).await).await?;
            page_of(epoch, &onwards, found, &next)
        })
        .await
}

/// Where somebody begins.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Begin {
    /// Before everything that there is.
    Start,
    /// After everything that has happened.
    Now,
    /// Where a page ended.
    At(Place),
}

/// Where a page ends, as cursors say it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// In the copy of what there was when an act was the newest.
    Copying { act: i64, after: Copied },
    /// In the order of the changes.
    Following(After),
}

/// What was asked for.
struct Followed {
    begin: Begin,
    cursor: Option<String>,
    limit: Limit,
}

/// What cursors are bound to.
const LOG: &str = "changes";

impl Followed {
    fn of(query: ChangesQuery, delivery: &Delivery) -> Result<(Self, Option<i64>), Problem> {
        let ChangesQuery { from, after: cursor, limit, min_sequence } = query;
        let mut mistakes = Mistakes::default();
        let both = from.is_some() && cursor.is_some();
        let from = mistakes.sift("from", from.map(begin).transpose()).unwrap_or(Begin::Start);
        let limit = mistakes.sift("limit", limit.map(parameters::limit).transpose()).unwrap_or_default();
        let at_least = single::at_least(min_sequence, &mut mistakes);
        if both {
            let detail = "A cursor says where to go on: give either from or after.";
            mistakes.sift::<()>("from", Err(Invalid::one("exclusive", detail)));
        }
        mistakes.none()?;
        let known = Cursor::position(delivery.epoch, LOG, cursor.as_deref(), Place::read)?;
        Ok((Self { begin: known.map_or(from, Begin::At), cursor, limit }, at_least))
    }

    /// The address of the log, with pages of this size.
    fn limited(&self, request: &HttpRequest) -> Address {
        let limit = (self.limit != Limit::default()).then(|| self.limit.get());
        Address::of_list(request).with("limit", limit)
    }

    fn address(&self, request: &HttpRequest) -> String {
        let from = (self.begin == Begin::Now).then_some("now");
        self.limited(request).with("from", from).with("after", self.cursor.as_ref()).written()
    }

    /// A page, and the place after it. Where the copy ends within it, it goes on with what changed since.
    async fn read(&self, conn: &mut DeliveryConn) -> Result<(Vec<Change>, Place), store::Error> {
        let (act, copied) = match &self.begin {
            Begin::At(Place::Following(after)) => return follow(conn, *after, self.limit, Vec::new()).await,
            Begin::At(Place::Copying { act, after }) => (*act, Some(after)),
            Begin::Now => {
                let newest = editions::state(conn).await?.sequence;
                return Ok((Vec::new(), Place::Following(After::act(newest))));
            }
            Begin::Start => (editions::state(conn).await?.sequence, None),
        };
        let found = changes::copy(conn, act, copied, self.limit).await?;
        let last = found.get(self.limit.as_usize() - 1).and_then(copied_place);
        match last {
            Some(after) => Ok((found, Place::Copying { act, after })),
            None => follow(conn, After::act(act), self.limit, found).await,
        }
    }
}

/// Fills a page with what changed after a place.
async fn follow(
    conn: &mut DeliveryConn,
    after: After,
    limit: Limit,
    mut page: Vec<Change>,
) -> Result<(Vec<Change>, Place), store::Error> {
    let mut found = changes::since(conn, after, limit).await?;
    found.truncate(limit.as_usize() - page.len());
    let last = found.last().map(|Change { sequence, ordinal, .. }| (*sequence, *ordinal));
    let after = last.map_or(after, |(sequence, ordinal)| After { sequence, ordinal });
    page.extend(found);
    Ok((page, Place::Following(after)))
}

fn copied_place(change: &Change) -> Option<Copied> {
    Some(Copied { article: change.article_id?, locale: change.locale.clone()? })
}

fn page_of(epoch: Uuid, onwards: &str, found: Vec<Change>, next: &Place) -> Result<Answer, Problem> {
    let data = found.into_iter().map(PublicChange::try_from).collect::<Result<_, _>>()?;
    let cursor = Cursor::encode(epoch, LOG, next.written())?;
    let links = Some(link::to_page(onwards, "after", &cursor, "next"));
    let page = ChangePage { data, page: NextPage::at(cursor) };
    Ok(Answer { links, ..Answer::live(serde_json::to_string(&page)?, vec![tags::LISTS.to_owned()]) })
}

fn begin(text: String) -> Result<Begin, Invalid> {
    match text.as_str() {
        "start" => Ok(Begin::Start),
        "now" => Ok(Begin::Now),
        _ => Err(Invalid::one("enum", "A log is read from start or from now.")),
    }
}

impl Place {
    /// As cursors hold it.
    fn written(&self) -> String {
        match self {
            Self::Copying { act, after: Copied { article, locale } } => format!("{act} {article} {locale}"),
            Self::Following(After { sequence, ordinal }) => format!("{sequence} {ordinal}"),
        }
    }

    /// The place that a cursor holds.
    fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(' ').collect();
        match parts.as_slice() {
            [act, article, locale] => {
                let after = Copied { article: article.parse().ok()?, locale: (*locale).to_owned() };
                Some(Self::Copying { act: act.parse().ok()?, after })
            }
            [sequence, ordinal] => {
                let after = After { sequence: sequence.parse().ok()?, ordinal: ordinal.parse().ok()? };
                Some(Self::Following(after))
            }
            _ => None,
        }
    }
}

impl TryFrom<Change> for PublicChange {
    type Error = Problem;

    fn try_from(change: Change) -> Result<Self, Problem> {
        let Change { sequence, ordinal: _, at, kind, article_id, locale, slug, previous_slug, tags } = change;
        let kind = serde_json::from_value(kind.into())?;
        Ok(Self { sequence, at, kind, article_id, locale, slug, previous_slug, tags })
    }
}
