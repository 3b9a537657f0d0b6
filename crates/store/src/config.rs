//! Configuration of the store, as plain data. The environment is read by the caller.

/// Connection settings and pool sizes.
#[derive(Debug, Clone)]
pub struct Config {
    /// The role that owns the schemas; used for migrations only.
    pub owner: Access,
    /// The role that reads and writes the editorial side.
    pub writer: Access,
    /// The role that may read the public views and nothing else.
    pub reader: Access,
    /// The reader role on a streaming replica. Public reads go there while it is recent enough.
    pub replica: Option<Access>,
    pub pools: PoolSizes,
}

/// How to connect to the database with one role.
#[derive(Debug, Clone)]
pub struct Access {
    /// A connection string, as a URL or as `key=value` pairs.
    pub url: String,
    /// A role to `SET` after signing in, when the login role is a different one.
    pub role: Option<String>,
}

/// Maximum number of connections per pool. The pools are separate so that one side cannot starve another.
#[derive(Debug, Clone, Copy)]
pub struct PoolSizes {
    /// Public reads. A replica gets a pool of the same size.
    pub delivery: usize,
    /// Editors and imports.
    pub editorial: usize,
    /// Health checks, jobs and timers.
    pub operations: usize,
}
