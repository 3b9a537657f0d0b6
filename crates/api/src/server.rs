//! The server: listening, serving, draining.

use std::net::TcpListener;
use std::{io, time::Duration};

use actix_router::ResourceDef;
use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::{App, HttpServer, web};
use serde_json::Value;
use utoipa_actix_web::AppExt;

use crate::protocol::every_answer::every_answer;
use crate::{Delivery, Health, configure, configure_reference, openapi};

/// What a server is made of.
pub struct Parts {
    /// The public side.
    pub delivery: Delivery,
    /// The verdicts.
    pub health: Health,
}

/// A server that serves.
pub struct Running {
    handle: ServerHandle,
    ended: tokio::task::JoinHandle<io::Result<()>>,
}

/// How long requests that are being answered may take after a stop was asked for, in seconds.
const LAST_REQUESTS: u64 = 20;

/// Serves on a listener that is bound already. Signals are not handled here.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve(listener: TcpListener, parts: Parts) -> io::Result<Running> {
    let delivery = web::Data::new(parts.delivery);
    let health = web::Data::new(parts.health);
    let known = web::Data::new(KnownPaths::of_document());
    let server = HttpServer::new(move || {
        App::new()
            .into_utoipa_app()
            .configure(configure)
            .into_app()
            .configure(configure_reference)
            .default_service(web::to(crate::reference::nothing))
            .app_data(delivery.clone())
            .app_data(health.clone())
            .app_data(known.clone())
            .wrap(from_fn(every_answer))
    });
    let server = server
        .disable_signals()
        .shutdown_timeout(LAST_REQUESTS)
        .client_request_timeout(Duration::from_secs(10))
        .listen(listener)?
        .run();
    let handle = server.handle();
    Ok(Running { handle, ended: tokio::spawn(server) })
}

impl Running {
    /// Takes no new connections, finishes what is being answered, and ends; without finishing once `hurry` is done.
    pub async fn stop(self, hurry: impl Future<Output = ()>) {
        tokio::select! {
            () = self.handle.stop(true) => {}
            () = hurry => self.handle.stop(false).await,
        }
        if let Ok(Err(error)) = self.ended.await {
            tracing::error!(%error, "the server ended with an error");
        }
    }
}

/// The paths that the API document describes.
pub(crate) struct KnownPaths(Vec<ResourceDef>);

impl KnownPaths {
    fn of_document() -> Self {
        let document: Value = serde_json::from_str(&openapi::delivery()).unwrap_or_default();
        let paths = document.pointer("/paths").and_then(Value::as_object);
        Self(
            paths
                .into_iter()
                .flat_map(|paths| paths.keys().map(|path| ResourceDef::new(path.as_str())))
                .collect(),
        )
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.iter().any(|known| known.is_match(path))
    }
}
