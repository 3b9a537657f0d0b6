//! What happens beside the answer: imports, and later jobs.
