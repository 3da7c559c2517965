//! The JSON Schema says what the reader says, as far as a schema can.

use milepost::curriculum::schema;
use serde_json::Value;

use crate::kit::curriculum::{files_below, read, repository, with_milestones};
use crate::kit::schema::violations;

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_shipped_file_fits_the_schema() {
    let schema = schema();
    let mut wrong = Vec::new();
    for file in files_below(&repository("content")) {
        if file.extension().is_some_and(|ending| ending == "yaml") {
            let found = violations(&yaml(&read(&file)), &schema);
            wrong.extend(
                found
                    .into_iter()
                    .map(|found| format!("{}{found}", file.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_schema_finds_what_an_editor_should_underline() {
    let found = |milestone: &str| violations(&yaml(&with_milestones(milestone)), &schema());
    assert!(found("- {id: a, title: A, kind: concept, hours: [1, 2]}").is_empty());
    for wrong in [
        "- {id: a, title: A, kind: concept}",
        "- {id: a, title: A, kind: practise, hours: 1}",
        "- {id: A, title: A, kind: concept, hours: 1, require: [b]}",
        "- {id: a, title: A, kind: concept, hours: 401}",
        "- {id: a, title: A, kind: concept, hours: 1, about: null}",
        "- {id: a, title: A, kind: concept, hours: 1, checks: [{id: x}]}",
    ] {
        assert!(!found(wrong).is_empty(), "{wrong}");
    }
    assert!(
        !violations(&yaml("id: x\n"), &schema()).is_empty(),
        "a header is whole or absent"
    );
    assert!(violations(&yaml("facts: [{id: f, claim: F, year: null}]\n"), &schema()).is_empty());
}

#[test]
fn every_key_of_the_schema_is_described() {
    let mut bare = Vec::new();
    undescribed(&schema(), "", &mut bare);
    assert!(bare.is_empty(), "{}", bare.join("\n"));
}

fn undescribed(schema: &Value, at: &str, bare: &mut Vec<String>) {
    for (key, value) in schema.as_object().into_iter().flatten() {
        let at = format!("{at}/{key}");
        if key == "properties" {
            let properties = value.as_object().into_iter().flatten();
            let silent = properties.filter(|(_, property)| property.get("description").is_none());
            bare.extend(silent.map(|(name, _)| format!("{at}/{name}")));
        }
        undescribed(value, &at, bare);
    }
}

#[test]
fn the_schema_changes_only_on_purpose() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&schema()).unwrap());
}
