//! A way to Postgres that can be disturbed: what passes through it can be held back, or cut off.

use std::io;
use std::path::Path;

use store::Access;
use tempfile::TempDir;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::watch;
use tokio::task::AbortHandle;

/// What happens to what is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// It passes.
    Open,
    /// It stays where it is, as on a network that loses everything, or before a Postgres that is frozen.
    Frozen,
    /// There is no connection, and no new one.
    Cut,
}

/// A socket that leads to that of Postgres.
pub struct FaultProxy {
    directory: TempDir,
    way: watch::Sender<Passage>,
    accepting: AbortHandle,
}

/// What sockets of Postgres are called.
const SOCKET: &str = ".s.PGSQL.5432";

impl FaultProxy {
    /// One before the socket in this directory, open.
    pub fn before(postgres: &Path) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(directory.path().join(SOCKET)).unwrap();
        let (way, watched) = watch::channel(Passage::Open);
        let target = postgres.join(SOCKET);
        let accepting = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (target, watched) = (target.clone(), watched.clone());
                tokio::spawn(async move { lead(client, &target, watched).await });
            }
        });
        Self { directory, way, accepting: accepting.abort_handle() }
    }

    /// Lets it be like this from now on.
    pub fn set(&self, way: Passage) {
        self.way.send_replace(way);
    }

    /// A way into the database that leads through it.
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

/// Leads one connection there and back, until either side ends it or it is cut.
async fn lead(client: UnixStream, target: &Path, way: watch::Receiver<Passage>) -> io::Result<()> {
    let mut end = way.clone();
    let both = async {
        until(&mut way.clone(), Passage::Open).await;
        let postgres = UnixStream::connect(target).await?;
        let (from_client, to_client) = client.into_split();
        let (from_postgres, to_postgres) = postgres.into_split();
        tokio::select! {
            ended = pump(from_client, to_postgres, way.clone()) => ended,
            ended = pump(from_postgres, to_client, way.clone()) => ended,
        }
    };
    tokio::select! {
        ended = both => ended,
        () = until(&mut end, Passage::Cut) => Ok(()),
    }
}

async fn pump(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut way: watch::Receiver<Passage>,
) -> io::Result<()> {
    let mut bytes = vec![0; 64 << 10];
    loop {
        let count = from.read(&mut bytes).await?;
        if count == 0 {
            return Ok(());
        }
        until(&mut way, Passage::Open).await;
        to.write_all(&bytes[..count]).await?;
    }
}

async fn until(way: &mut watch::Receiver<Passage>, wanted: Passage) {
    if way.wait_for(|way| *way == wanted).await.is_err() {
        std::future::pending::<()>().await;
    }
}
