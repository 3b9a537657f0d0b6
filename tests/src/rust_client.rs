//! The Rust clients, generated from the committed API documents. What they can do is shown in `e2e/integrating`.

use std::fs;
use std::path::{Path, PathBuf};

use openapi_to_rust::{CodeGenerator, GeneratorConfig, Result, SchemaAnalyzer, config::BuildersSection};
use serde_json::Value;

/// The files of both clients, each with what it is to hold.
///
/// # Errors
/// When a document cannot be read, or no client can be made of it.
pub fn generate() -> Result<Vec<(PathBuf, String)>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi");
    let mut files = Vec::new();
    for name in ["delivery", "editorial"] {
        let document = fs::read_to_string(root.join(format!("{name}.v1.json"))).unwrap();
        let document: Value = serde_json::from_str(&document).unwrap();
        let config = config(name, &document);
        let generated =
            CodeGenerator::new(config).generate_all(&mut SchemaAnalyzer::new(document)?.analyze()?)?;
        let folder = root.join(format!("clients/rust/src/{name}"));
        for file in generated.files.into_iter().chain([generated.mod_file]) {
            files.push((folder.join(file.path), file.content));
        }
    }
    Ok(files)
}

fn config(name: &str, document: &Value) -> GeneratorConfig {
    // A value that is added later must not keep an older client from reading the response.
    let schemas = document["components"]["schemas"].as_object().into_iter().flatten();
    let enums = schemas.filter(|(_, schema)| schema.get("enum").is_some());
    GeneratorConfig {
        module_name: name.to_owned(),
        enable_sse_client: false,
        tracing_enabled: false,
        builders: BuildersSection { enabled: true, threshold: 0 },
        extensible_enum_overrides: enums.map(|(name, _)| (name.clone(), true)).collect(),
        ..GeneratorConfig::default()
    }
}
