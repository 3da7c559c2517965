//! The JSON Schema of a curriculum file, for editors that complete and check while one writes.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::draft::{HEADER, Root};

/// The schema, draft 2020-12, of a curriculum, a path and every file that they include.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Root>().to_value();
    let Some(object) = schema.as_object_mut() else {
        return schema;
    };
    // An included file has no header, so the header's keys are needed only where one of them is there.
    if let Some(required) = object.remove("required") {
        let header: Vec<Value> = HEADER
            .iter()
            .map(|key| json!({ "required": [key] }))
            .collect();
        object.insert("if".to_owned(), json!({ "anyOf": header }));
        object.insert("then".to_owned(), json!({ "required": required }));
    }
    object.insert("title".to_owned(), json!("milepost curriculum, format 1"));
    schema
}
