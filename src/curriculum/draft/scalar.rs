//! What an unquoted word of YAML means.

use super::node::Value;

/// What an unquoted scalar means by YAML 1.2's core schema.
pub(super) fn resolve(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.is_empty() {
        return text.parse().map_or(Value::Decimal, Value::Int);
    }
    if is_decimal(digits) {
        Value::Decimal
    } else {
        Value::Text(text.to_owned())
    }
}

fn is_decimal(text: &str) -> bool {
    if matches!(text, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return digits.bytes().all(|byte| (b'0'..b'8').contains(&byte));
    }
    let starts = text.starts_with(|first: char| first.is_ascii_digit() || first == '.');
    starts && text.bytes().any(|byte| byte.is_ascii_digit()) && text.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::{Value, resolve};

    #[test]
    fn a_word_is_what_the_core_schema_of_yaml_says() {
        for (word, noun) in [
            ("~", "nothing"),
            ("", "nothing"),
            ("true", "true or false"),
            ("yes", "a text"),
            ("no", "a text"),
            ("-12", "a number"),
            ("0123", "a number"),
            ("99999999999999999999", "a decimal"),
            ("1.10", "a decimal"),
            (".5", "a decimal"),
            ("1e3", "a decimal"),
            ("0x1F", "a decimal"),
            (".nan", "a decimal"),
            ("1.0.0", "a text"),
            ("2026-11-20", "a text"),
            ("e3", "a text"),
            (".NET", "a text"),
            ("infinity", "a text"),
        ] {
            assert_eq!(resolve(word).noun(), noun, "{word}");
        }
        assert!(matches!(resolve("007"), Value::Int(7)));
    }
}
