//! The committed API document, as a judge of requests and answers.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

/// The committed delivery document.
pub struct Contract {
    document: Value,
}

impl Contract {
    /// Reads `openapi/delivery.v1.json`.
    pub fn delivery() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi/delivery.v1.json");
        Self { document: serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap() }
    }

    /// The document itself.
    pub fn document(&self) -> &Value {
        &self.document
    }

    /// Refuses a request that the document does not describe.
    pub fn check_request(&self, path: &str, query: &str) {
        let operation = self.operation(path).unwrap_or_else(|| panic!("the document has no path for {path}"));
        let known = operation.pointer("/parameters").and_then(Value::as_array).cloned().unwrap_or_default();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let name = pair.split('=').next().unwrap();
            let described = known.iter().any(|p| p["in"] == "query" && p["name"] == name);
            assert!(described, "the document does not describe the parameter {name} of {path}");
        }
    }

    /// Refuses an answer that the document does not describe: status, media type, and every property of the body.
    pub fn check_answer(&self, path: &str, status: u16, media_type: &str, body: &[u8]) {
        if status == 304 || status == 308 {
            assert!(body.is_empty(), "{status} with a body");
            return;
        }
        let unknown = json!({ "responses": { "default": self.document["paths"]["/v1/site"]["get"]["responses"]["default"] } });
        let operation = self.operation(path).cloned().unwrap_or(unknown);
        let responses = &operation["responses"];
        let response = responses.get(status.to_string()).unwrap_or(&responses["default"]);
        let schema = &response["content"][media_type]["schema"];
        assert!(!schema.is_null(), "{path}: {status} with {media_type} is not in the document");
        let mut whole = schema.clone();
        whole["components"] = self.document["components"].clone();
        let validator = jsonschema::validator_for(&whole).unwrap();
        let instance: Value = serde_json::from_slice(body).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&instance)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{path}: {status} is not as documented: {errors:#?}\n{instance:#}");
    }

    fn operation(&self, path: &str) -> Option<&Value> {
        let asked: Vec<&str> = path.split('/').collect();
        let paths = self.document["paths"].as_object().unwrap();
        let matches = |template: &str| {
            let parts: Vec<&str> = template.split('/').collect();
            parts.len() == asked.len()
                && parts.iter().zip(&asked).all(|(part, asked)| part.starts_with('{') || part == asked)
        };
        paths.iter().find(|(template, _)| matches(template)).map(|(_, item)| &item["get"])
    }
}
