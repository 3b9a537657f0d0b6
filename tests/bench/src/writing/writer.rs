//! Writers that perform operations over one of several paths, each with its own connection.

use std::net::SocketAddr;

use anyhow::{Context, Result, anyhow, ensure};
use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::{ContentMergePatch, Update};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use serde_json::json;
use store::editorial::drafts;
use store::editorial::drafts::DraftEdit;
use store::editorial::terms;
use store::write;
use store::write::WriteContext;
use store::{EditorialConn, publishing};
use tokio::net::TcpStream;
use uuid::Uuid;

use crate::writing::write_bench::{WorkingDraft, WriteBench};

diesel::table! {
    commits (text) {
        text -> Text,
    }
}

/// The path of an operation.
#[derive(Debug, Clone, Copy)]
pub enum WritePath {
    /// Commits one small row instead (the reference).
    Commit,
    /// Calls the store, as handlers do.
    Store,
    /// Over HTTP.
    Http,
    /// Over HTTP with a new `Idempotency-Key` each time.
    Keyed,
}

/// A writer and its connection.
pub enum Writer {
    Commit(AsyncPgConnection),
    Store(EditorialConn, WriteContext),
    Http { connection: SendRequest<Full<Bytes>>, authorization: String, keyed: bool },
}

impl WritePath {
    pub const ALL: [Self; 4] = [Self::Commit, Self::Store, Self::Http, Self::Keyed];

    pub fn name(self) -> &'static str {
        match self {
            Self::Commit => "one row",
            Self::Store => "store",
            Self::Http => "http",
            Self::Keyed => "http, keyed",
        }
    }

    pub fn is_http(self) -> bool {
        matches!(self, Self::Http | Self::Keyed)
    }
}

impl Writer {
    pub async fn new(bench: &WriteBench, write_path: WritePath) -> Result<Self> {
        Ok(match write_path {
            WritePath::Commit => Self::Commit(AsyncPgConnection::establish(&bench.database_url()).await?),
            WritePath::Store => Self::Store(bench.store.editorial().await?, bench.act.clone()),
            WritePath::Http | WritePath::Keyed => Self::Http {
                connection: connect(bench.address()).await?,
                authorization: format!("Bearer {}", bench.token),
                keyed: matches!(write_path, WritePath::Keyed),
            },
        })
    }

    /// Saves a draft with another headline.
    pub async fn save(&mut self, copy: &mut WorkingDraft) -> Result<()> {
        let change = json!({ "headline": format!("Saved after {}", copy.revision) });
        match self {
            Self::Commit(conn) => commit(conn).await?,
            Self::Store(conn, act) => {
                let saving = DraftEdit::Patch(ContentMergePatch::parse(change).ok().context("an object")?);
                write::once(conn, act, async |tx| drafts::save(tx, copy.id, copy.revision, &saving).await)
                    .await?;
            }
            Self::Http { .. } => {
                let media_type = "application/merge-patch+json";
                let path = format!("/editorial/v1/drafts/{}", copy.id);
                self.send(Method::PATCH, &path, copy.revision, (media_type, change.to_string())).await?;
            }
        }
        copy.revision += 1;
        Ok(())
    }

    /// Publishes a draft: loads, renders and publishes it.
    pub async fn publish(&mut self, copy: &WorkingDraft) -> Result<()> {
        match self {
            Self::Commit(conn) => commit(conn).await,
            Self::Store(conn, act) => {
                let draft = drafts::load(conn, &[copy.id]).await?.pop().context("it is there")?;
                let terms = terms::load(conn, &draft.content.terms()).await?;
                let edition = markup::render_edition(draft.new_edition(), &draft.content, &terms)
                    .map_err(|refusal| anyhow!("{refusal}"))?;
                let done = write::once(conn, act, async |tx| {
                    publishing::publish(tx, &[edition], Update::Visible).await
                })
                .await?
                .into_inner();
                ensure!(done.sequence.is_some(), "nothing was to be published");
                Ok(())
            }
            Self::Http { .. } => {
                let path = format!("/editorial/v1/drafts/{}/publish", copy.id);
                self.send(Method::POST, &path, copy.revision, ("application/json", "{}".to_owned())).await
            }
        }
    }

    async fn send(
        &mut self,
        method: Method,
        path: &str,
        revision: i32,
        (media_type, body): (&str, String),
    ) -> Result<()> {
        let Self::Http { connection, authorization, keyed } = self else { return Ok(()) };
        let request = Request::builder().method(method).uri(path).header("host", "localhost");
        let request = request.header("authorization", authorization.as_str());
        let mut request =
            request.header("content-type", media_type).header("if-match", format!("\"{revision}\""));
        if *keyed {
            request = request.header("idempotency-key", format!("\"{}\"", Uuid::now_v7()));
        }
        connection.ready().await?;
        let response = connection.send_request(request.body(Full::from(body))?).await?;
        let status = response.status();
        let bytes = response.into_body().collect().await?.to_bytes();
        ensure!(status.is_success(), "{path}: {status}: {}", String::from_utf8_lossy(&bytes));
        Ok(())
    }
}

async fn commit(conn: &mut AsyncPgConnection) -> Result<()> {
    let row = commits::text.eq("one small row");
    diesel::insert_into(commits::table).values(row).execute(conn).await?;
    Ok(())
}

async fn connect(address: SocketAddr) -> Result<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}
