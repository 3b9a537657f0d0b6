//! Deep pages: any page should cost as much as the first. The cursor of a deep page is forged from a real one, because
//! paging there would take too long.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::contender::Contender;
use crate::load::{self, LoadRequest};
use crate::measurement::Measurement;
use crate::publication::moment;
use crate::publications::Publication;
use crate::report::{Goal, Plot, Row, Table};
use crate::scaling::CONNECTIONS;

/// The lists to page through.
const LISTS: [(&str, &str); 5] = [
    ("all", "/v1/teasers"),
    ("by change", "/v1/teasers?sort=-updated_at"),
    ("section", "/v1/teasers?section=section-0"),
    ("author", "/v1/teasers?author=author-0"),
    ("kicker", "/v1/teasers?kicker=Review"),
];

/// The position in the list in thousandths.
const DEPTHS: [(usize, &str); 4] =
    [(0, "page one"), (10, "1 % down"), (500, "half-way down"), (900, "90 % down")];

const SAMPLE_DURATION: Duration = Duration::from_millis(250);
/// The length of the checksum at the end of a cursor.
const CHECKSUM: usize = 8;

/// The path of the page after this many articles.
pub async fn page(masthead: SocketAddr, list: &str, above: usize) -> Result<String> {
    let first: Value = serde_json::from_slice(&load::get(masthead, list).await?)?;
    let cursor = first.pointer("/page/next").and_then(Value::as_str);
    let bytes = URL_SAFE_NO_PAD.decode(cursor.with_context(|| format!("{list} has one page only"))?)?;
    let json = bytes.get(..bytes.len().saturating_sub(CHECKSUM)).context("a cursor has a checksum")?;
    let mut cursor: Value = serde_json::from_slice(json)?;
    let place = moment(above)?;
    cursor["key"] = format!("{} {}", place.timestamp_micros(), Uuid::nil()).into();
    let mut bytes = serde_json::to_vec(&cursor)?;
    let checksum = Sha256::digest(&bytes);
    bytes.extend(checksum.iter().take(CHECKSUM));
    let sign = if list.contains('?') { '&' } else { '?' };
    let path = format!("{list}{sign}after={}", URL_SAFE_NO_PAD.encode(bytes));

    let response: Value = serde_json::from_slice(&load::get(masthead, &path).await?)?;
    let newest = response.pointer("/data/0/first_published_at").and_then(Value::as_str);
    let newest = newest.with_context(|| format!("{list} has nothing below {above} articles"))?;
    ensure!(newest.parse::<chrono::DateTime<chrono::Utc>>()? < place, "{path} begins at {newest}");
    Ok(path)
}

/// Measures the pages of each list in turn.
pub async fn compare(rounds: usize, uncached: &Contender, publication: &Publication) -> Result<Table> {
    let mut all: Vec<(&str, Arc<Vec<LoadRequest>>, Measurement)> = Vec::new();
    for (name, list) in LISTS {
        for (share, where_) in DEPTHS {
            let above = publication.articles / 1_000 * share;
            let path = match above {
                0 => list.to_owned(),
                _ => page(uncached.address, list, above).await?,
            };
            let measured = Measurement::new(&format!("{name}, {where_}"))?;
            all.push((name, LoadRequest::from_paths([path]), measured));
        }
    }
    // The first round is a warm-up.
    for round in 0..=rounds {
        for (_, asked, measured) in &mut all {
            let stretch = load::load(uncached.address, asked, CONNECTIONS, SAMPLE_DURATION).await?;
            if round > 0 {
                measured.add(&stretch, None)?;
            }
        }
    }
    Ok(table(rounds, publication.articles, &all))
}

fn table(rounds: usize, articles: usize, all: &[(&str, Arc<Vec<LoadRequest>>, Measurement)]) -> Table {
    let (mut rows, mut goals) = (Vec::new(), Vec::new());
    for pages in all.chunks(DEPTHS.len()) {
        let Some((name, _, first)) = pages.first() else { continue };
        let ratio = |one: &Measurement| one.p50() / first.p50();
        rows.extend(pages.iter().map(|(_, _, one)| Row {
            name: one.name.clone(),
            ratio: Some(ratio(one)),
            bar: one.p50(),
            cells: [one.rate(), one.p50(), one.p99()].map(|value| format!("{value:.0}")).to_vec(),
        }));
        let worst = pages.iter().map(|(_, _, one)| ratio(one)).fold(0.0, f64::max);
        goals.push(Goal::at_most(1.2, "of page one", &format!("any depth of a list: {name}"), worst));
    }
    Table {
        title: format!("pages far down, among {articles} articles"),
        about: format!(
            "uncached, {CONNECTIONS} connections, {rounds} rounds of {SAMPLE_DURATION:?} each, in turn"
        ),
        legend: "ratio: p50 to that of page one of the same list; bar: p50".to_owned(),
        columns: ["requests/s", "p50 µs", "p99 µs"].map(str::to_owned).to_vec(),
        rows,
        goals,
        notes: all.iter().filter_map(|(_, _, one)| one.refused_note()).collect(),
        plot: Plot::None,
    }
}
