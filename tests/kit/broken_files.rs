//! Progress files with which something is wrong, each by a name that says what, with a part of the reason that is told.

use milepost::exchange::Limits;
use serde_json::{Value, json};

use super::forged::sealed;

/// The learner of all of them, whom none of them names in a way that holds.
const LEARNER: &str = "0198c0de-0000-7000-8000-00000000b0b0";

/// A file that is broken.
pub(crate) struct Broken {
    /// What is wrong with it, as the beginning of a file name.
    pub(crate) name: &'static str,
    /// A part of the reason that is told.
    pub(crate) why: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// A sound file of this learner, whose events are ticks with the ids of these numbers, before it is sealed.
pub(crate) fn sound(learner: &str, name: &str, events: &[usize]) -> Value {
    let events: Vec<Value> = events.iter().map(|number| tick(learner, *number)).collect();
    json!({
        "format": "milepost-progress/1",
        "scope": "shared",
        "learner": {"id": learner, "name": name},
        "curriculum": {"id": "backend-developer", "version": "1.0.0", "digest": "sha256:0"},
        "exported_at": "2026-11-19T20:00:00Z",
        "events": events,
    })
}

/// A tick, with an id of that learner's own.
fn tick(learner: &str, number: usize) -> Value {
    json!({
        "id": format!("{}{number:08x}", &learner[..28]),
        "at": 1_763_668_800_000_000_u64 + number as u64,
        "wall": "2026-11-18T21:00:00+01:00",
        "device": "5f0c21aa",
        "v": 1,
        "deed": {"done": {"milestone": "backend-developer/terminal-basics"}},
    })
}

/// All that can be broken.
pub(crate) fn broken_files() -> Vec<Broken> {
    let mut files = cut();
    files.extend(no_strict_json());
    files.extend(altered());
    files.extend(other_files());
    files.extend(odd_headers());
    files.extend(odd_events());
    files.extend(too_large());
    files
}

fn whole() -> String {
    sealed(sound(LEARNER, "A. Learner", &[1]))
}

fn broken(name: &'static str, why: &'static str, bytes: impl Into<Vec<u8>>) -> Broken {
    let bytes = bytes.into();
    Broken { name, why, bytes }
}

/// The sound file after a change to its text.
fn replaced(name: &'static str, why: &'static str, from: &str, to: &str) -> Broken {
    let whole = whole();
    assert!(whole.contains(from), "{from}");
    broken(name, why, whole.replacen(from, to, 1))
}

/// The sound file after a change to its content, sealed again.
fn changed(name: &'static str, why: &'static str, change: impl FnOnce(&mut Value)) -> Broken {
    let mut file = sound(LEARNER, "A. Learner", &[1]);
    change(&mut file);
    broken(name, why, sealed(file))
}

fn cut() -> Vec<Broken> {
    let (whole, why) = (whole(), "it is cut, or no strict JSON");
    vec![
        broken("empty", why, ""),
        broken("one-bracket", why, "{"),
        broken("cut-in-half", why, &whole[..whole.len() / 2]),
        broken("cut-by-one-byte", why, &whole[..whole.len() - 1]),
        broken("beginning-missing", why, &whole[10..]),
    ]
}

fn no_strict_json() -> Vec<Broken> {
    let (whole, why) = (whole(), "no strict JSON");
    let deep = format!("\"deep\":{}{},\"format\"", "[".repeat(40), "]".repeat(40));
    let utf16: Vec<u8> = whole.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let invalid = [whole.as_bytes(), b"\xFF"].concat();
    vec![
        broken("a-letter", why, "Dear mentor, here is my file."),
        broken(
            "a-web-page",
            why,
            "<!DOCTYPE html><title>Please log in</title>",
        ),
        broken("trailing-data", why, format!("{whole}x")),
        broken("two-documents", why, format!("{whole}{whole}")),
        broken("a-hundred-thousand-brackets", why, "[".repeat(100_000)),
        broken("byte-order-mark", why, format!("\u{FEFF}{whole}")),
        broken("utf-16", "it is no text in UTF-8", utf16),
        broken("bytes-that-are-no-text", "it is no text in UTF-8", invalid),
        broken("nul-byte", "it is no text in UTF-8", format!("{whole}\0")),
        replaced("too-deep", why, "\"format\"", &deep),
        replaced(
            "repeated-key",
            why,
            "\"scope\":",
            "\"scope\":\"sync\",\"scope\":",
        ),
        replaced(
            "repeated-key-escaped",
            why,
            "\"device\":",
            "\"d\\u0065vice\":\"0\",\"device\":",
        ),
        replaced("a-float", why, "1763668800000001", "1763668800000001.0"),
        replaced(
            "an-exponent",
            why,
            "1763668800000001",
            "1.763668800000001e15",
        ),
        replaced(
            "a-number-beyond-2-to-53",
            why,
            "1763668800000001",
            "9007199254740993",
        ),
        replaced("minus-nought", why, "\"v\":1", "\"v\":-0"),
        replaced("nan", why, "\"v\":1", "\"v\":NaN"),
        replaced("lone-surrogate", why, "A. Learner", "A. \\ud800"),
        replaced("raw-control-character", why, "A. Learner", "A. \u{1B}[2J"),
        replaced("trailing-comma", why, "}]", "},]"),
        replaced("a-comment", why, "\"format\"", "/* mine */ \"format\""),
        replaced("single-quotes", why, "\"format\"", "'format'"),
    ]
}

fn altered() -> Vec<Broken> {
    let why = "it was cut or altered";
    let without = |field: &str| {
        let mut file: Value = serde_json::from_str(&whole()).unwrap();
        file.as_object_mut().unwrap().remove(field);
        file.to_string()
    };
    vec![
        replaced("another-name", why, "A. Learner", "B. Learner"),
        replaced("another-milestone", why, "terminal-basics", "git-basics"),
        replaced("another-digest", why, "sha256:0", "sha256:1"),
        replaced("another-count", why, "\"events\":1", "\"events\":2"),
        broken("end-missing", why, without("end")),
        broken("events-missing", why, without("events")),
    ]
}

fn other_files() -> Vec<Broken> {
    let why = "it is no file of the format milepost-progress/1";
    vec![
        broken("an-empty-object", why, "{}"),
        broken("a-list", "no strict JSON", "[]"),
        broken("a-number", "no strict JSON", "7"),
        changed("another-program", why, |file| {
            file["format"] = json!("something/1");
        }),
        changed("a-review", why, |file| {
            file["format"] = json!("milepost-review/1");
        }),
        changed("a-format-that-is-none", why, |file| {
            file["format"] = json!([1]);
        }),
        changed(
            "a-later-format",
            "its format is milepost-progress/2",
            |file| {
                file["format"] = json!("milepost-progress/2");
            },
        ),
        changed("a-sync-file", "it is a learner's sync file", |file| {
            file["scope"] = json!("sync");
        }),
        changed(
            "an-unknown-curriculum",
            "its curriculum `cookery` is not known",
            |file| {
                file["curriculum"]["id"] = json!("cookery");
            },
        ),
    ]
}

fn odd_headers() -> Vec<Broken> {
    vec![
        changed("an-unknown-scope", "its `scope` cannot be read", |file| {
            file["scope"] = json!("everyone");
        }),
        changed("nobody", "its `learner` cannot be read", |file| {
            file["learner"] = json!({});
        }),
        changed(
            "an-id-that-is-none",
            "its `learner` cannot be read",
            |file| {
                file["learner"]["id"] = json!("me");
            },
        ),
        changed(
            "a-name-that-is-too-long",
            "its `learner` cannot be read",
            |file| {
                file["learner"]["name"] = json!("x".repeat(1025));
            },
        ),
        changed(
            "a-name-that-is-no-text",
            "its `learner` cannot be read",
            |file| {
                file["learner"]["name"] = json!(["A. Learner"]);
            },
        ),
        changed(
            "a-curriculum-that-leads-out",
            "its `curriculum` cannot be read",
            |file| {
                file["curriculum"]["id"] = json!("../../etc");
            },
        ),
        changed("yesterday", "its `exported_at` cannot be read", |file| {
            file["exported_at"] = json!("yesterday");
        }),
        changed("after-2199", "its `exported_at` cannot be read", |file| {
            file["exported_at"] = json!("2200-01-01T00:00:00Z");
        }),
        changed(
            "events-that-are-no-list",
            "its `events` cannot be read",
            |file| {
                file["events"] = json!({});
            },
        ),
    ]
}

fn odd_events() -> Vec<Broken> {
    let why = "its event 1 cannot be read";
    let event = |name, field: &'static str, value: Value| {
        changed(name, why, |file| file["events"][0][field] = value)
    };
    let deed = |name, deed: Value| changed(name, why, |file| file["events"][0]["deed"] = deed);
    let milestone = "backend-developer/terminal-basics";
    vec![
        event("an-event-with-a-further-field", "mood", json!("good")),
        event(
            "an-event-id-by-chance",
            "id",
            json!("0198c0de-0000-4000-8000-000000000001"),
        ),
        event("a-time-before-1970", "at", json!(-1)),
        event("a-time-after-2199", "at", json!(9_007_199_254_740_992_u64)),
        event("a-clock-before-1970", "wall", json!("1969-12-31T23:59:59Z")),
        event(
            "a-clock-without-a-zone",
            "wall",
            json!("2026-11-20T21:00:00"),
        ),
        event("a-device-with-a-name", "device", json!("my-laptop")),
        event(
            "a-mentor-who-is-a-command",
            "by",
            json!("mentor; touch /tmp/evil"),
        ),
        event("version-nought", "v", json!(0)),
        deed("a-deed-without-a-milestone", json!({"done": {}})),
        deed(
            "a-deed-with-a-further-field",
            json!({"done": {"milestone": milestone, "mood": 1}}),
        ),
        deed(
            "a-milestone-that-is-none",
            json!({"done": {"milestone": "terminal-basics"}}),
        ),
        deed(
            "two-deeds",
            json!({"done": {"milestone": milestone}, "noted": {"text": ""}}),
        ),
        deed(
            "a-day-that-is-none",
            json!({"spent": {"minutes": 5, "day": "2026-02-30"}}),
        ),
        deed(
            "a-text-that-is-too-long",
            json!({"evidence": {"milestone": milestone, "evidence": LEARNER, "kind": "note", "text": "x".repeat(8193)}}),
        ),
        changed("one-id-for-two-events", "contradict each other", |file| {
            let mut other = file["events"][0].clone();
            other["at"] = json!(7);
            file["events"].as_array_mut().unwrap().push(other);
        }),
    ]
}

fn too_large() -> Vec<Broken> {
    let events: Vec<usize> = (0..=Limits::SHARED.events).collect();
    let padded = |bytes| json!("x".repeat(bytes));
    vec![
        broken(
            "too-many-events",
            "more than 20000 events",
            sealed(sound(LEARNER, "A. Learner", &events)),
        ),
        changed(
            "an-event-that-is-too-large",
            "its event 1 cannot be read",
            |file| {
                file["events"][0]["deed"] = json!({"sang": padded(Limits::EVENT_BYTES)});
            },
        ),
        changed("too-many-bytes", "it is larger than 5 MiB", |file| {
            file["padding"] = padded(Limits::SHARED.bytes);
        }),
    ]
}
