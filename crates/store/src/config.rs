//! What the store needs to be told. Plain data; the environment is read elsewhere.

/// How to reach the database, and how much of it to use.
#[derive(Debug, Clone)]
pub struct Config {
    /// Owns the schemas; used for migrations only.
    pub owner: Access,
    /// Reads and writes the editorial side.
    pub writer: Access,
    /// Sees the views of the delivery side and nothing else.
    pub reader: Access,
    /// The same, on a streaming replica that readers are read for as far as it keeps up.
    pub replica: Option<Access>,
    /// How many connections each pool may hold.
    pub pools: PoolSizes,
}

/// One way into the database.
#[derive(Debug, Clone)]
pub struct Access {
    /// A connection string, as URL or as `key=value` pairs.
    pub url: String,
    /// A role to take on after signing in, where the login is not that role itself.
    pub role: Option<String>,
}

/// The greatest number of connections in each pool. Pools are apart, so that one side cannot starve another.
#[derive(Debug, Clone, Copy)]
pub struct PoolSizes {
    /// Readers; as many again on a replica.
    pub delivery: usize,
    /// Editors and imports.
    pub editorial: usize,
    /// Health and timers.
    pub operations: usize,
}
