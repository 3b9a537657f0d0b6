//! Generates both clients from the committed API documents.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use openapi_to_rust::config::BuildersSection;
use openapi_to_rust::{CodeGenerator, GeneratedFile, GeneratorConfig, SchemaAnalyzer};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let documents = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../..");
    let out = env::var("OUT_DIR")?;
    for name in ["delivery", "editorial"] {
        let path = documents.join(format!("{name}.v1.json"));
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let document: Value = serde_json::from_str(&text)?;
        let config = config(name, &document);
        let generated =
            CodeGenerator::new(config).generate_all(&mut SchemaAnalyzer::new(document)?.analyze()?)?;
        let modules: String = generated.files.iter().map(module).collect();
        fs::write(Path::new(&out).join(format!("{name}.rs")), modules)?;
    }
    Ok(())
}

fn config(name: &str, document: &Value) -> GeneratorConfig {
    // A value that is added to an enum later must not keep an older client from reading the response.
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

/// A generated file as a module, without the inner attributes at its top: an included file cannot have any.
fn module(file: &GeneratedFile) -> String {
    let name = file.path.file_stem().unwrap_or_default().to_string_lossy();
    let is_inner = |line: &&str| line.starts_with("//!") || line.starts_with("#![") || line.is_empty();
    let lines: Vec<&str> = file.content.lines().skip_while(is_inner).collect();
    format!("mod {name} {{\n{}\n}}\npub use {name}::*;\n", lines.join("\n"))
}
