//! The binary: command line, configuration, embedded Postgres, start and stop.
