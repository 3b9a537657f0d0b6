//! A proxy in front of the Unix socket of Postgres that can freeze or cut its connections.

use std::io;
use std::path::Path;

use store::Access;
use tempfile::TempDir;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::watch;
use tokio::task::AbortHandle;

/// The state of the connection between server and database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// Bytes are forwarded.
    Open,
    /// Nothing is forwarded and nothing is closed, as with lost packets or a stopped Postgres process.
    Frozen,
    /// Existing connections are closed, and new ones are not served.
    Cut,
}

/// A Unix socket that forwards to the one of Postgres.
pub struct FaultProxy {
    directory: TempDir,
    state: watch::Sender<LinkState>,
    accepting: AbortHandle,
}

/// The file name of the socket on the default port.
const SOCKET: &str = ".s.PGSQL.5432";

impl FaultProxy {
    /// Starts a proxy for the socket in this directory. Connections are open.
    pub fn in_front_of(postgres: &Path) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(directory.path().join(SOCKET)).unwrap();
        let (state, receiver) = watch::channel(LinkState::Open);
        let target = postgres.join(SOCKET);
        let accepting = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (target, receiver) = (target.clone(), receiver.clone());
                tokio::spawn(async move { forward(client, &target, receiver).await });
            }
        });
        Self { directory, state, accepting: accepting.abort_handle() }
    }

    /// Sets the state of all connections, also of those that are opened later.
    pub fn set(&self, state: LinkState) {
        self.state.send_replace(state);
    }

    /// The same connection string with the host replaced by the proxy.
    pub fn through(&self, access: &Access) -> Access {
        let rest = access.url.split_once(' ').map_or("", |(_, rest)| rest);
        Access {
            url: format!("host='{}' {rest}", self.directory.path().display()),
            role: access.role.clone(),
        }
    }
}

impl Drop for FaultProxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// Forwards one connection in both directions until either side closes it or the state becomes [`LinkState::Cut`].
async fn forward(client: UnixStream, target: &Path, state: watch::Receiver<LinkState>) -> io::Result<()> {
    let mut end = state.clone();
    let both = async {
        wait_for_state(&mut state.clone(), LinkState::Open).await;
        let postgres = UnixStream::connect(target).await?;
        let (from_client, to_client) = client.into_split();
        let (from_postgres, to_postgres) = postgres.into_split();
        tokio::select! {
            ended = copy_bytes(from_client, to_postgres, state.clone()) => ended,
            ended = copy_bytes(from_postgres, to_client, state.clone()) => ended,
        }
    };
    tokio::select! {
        ended = both => ended,
        () = wait_for_state(&mut end, LinkState::Cut) => Ok(()),
    }
}

async fn copy_bytes(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut state: watch::Receiver<LinkState>,
) -> io::Result<()> {
    let mut bytes = vec![0; 64 << 10];
    loop {
        let count = from.read(&mut bytes).await?;
        if count == 0 {
            return Ok(());
        }
        wait_for_state(&mut state, LinkState::Open).await;
        to.write_all(&bytes[..count]).await?;
    }
}

async fn wait_for_state(state: &mut watch::Receiver<LinkState>, wanted: LinkState) {
    if state.wait_for(|state| *state == wanted).await.is_err() {
        std::future::pending::<()>().await;
    }
}
