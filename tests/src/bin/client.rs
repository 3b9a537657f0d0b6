//! Generates the Rust clients anew.

use std::fs;

fn main() {
    for (path, content) in tests::rust_client::generate().unwrap() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}
