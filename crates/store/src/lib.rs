//! Postgres: what is kept, found and changed, one function per act.
