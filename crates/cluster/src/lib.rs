//! A Postgres cluster on this machine: found, made, started, adopted, stopped.
