//! HTTP: routes, protocol, problems, the API documents.
