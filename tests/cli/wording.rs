//! What milepost says where something does not go: what, why, and what to do.

use crate::kit::command::Shell;

/// Holds that milepost ends this line with this status, and says this part and not that one.
fn assert_said(shell: &Shell, line: &str, status: i32, part: &str, never: &str) {
    let output = shell.output(line, b"");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        output.status.code(),
        Some(status),
        "milepost {line}: {said}"
    );
    assert!(said.contains(part), "milepost {line}: {said}");
    assert!(
        never.is_empty() || !said.contains(never),
        "milepost {line}: {said}"
    );
}

#[test]
fn a_folder_without_a_curriculum_is_not_said_to_be_missing() {
    let shell = Shell::new().file("mine/notes.txt", "");
    let never = "no file or folder";
    assert_said(
        &shell,
        "curriculum show mine",
        3,
        "mine/curriculum.yaml",
        never,
    );
    assert_said(&shell, "curriculum show yours", 1, "no file or folder", "");
}

#[test]
fn a_pause_until_today_ends_the_pause() {
    let shell = Shell::new().quietly("pause 2w");
    assert_said(
        &shell,
        "pause --until 2026-11-20",
        0,
        "pause ended",
        "until",
    );
    assert_said(&shell, "pause --until 2026-11-20", 1, "until tomorrow", "");
}

#[test]
fn figures_are_refused_in_plain_words() {
    let shell = Shell::new();
    let huge = "99999999999999999999999";
    for (line, part) in [
        ("aim --hours abc".to_owned(), "written in digits"),
        ("aim --hours -5".to_owned(), "written in digits"),
        (format!("aim --hours {huge}"), "too large"),
        ("journal --limit abc".to_owned(), "written in digits"),
        (format!("journal --limit {huge}"), "too large"),
        ("spent -5".to_owned(), "written like 45m"),
        ("pause -5".to_owned(), "5d, 2w or 10 (days)"),
    ] {
        assert_said(&shell, &line, 2, part, "'-- ");
    }
}

#[test]
fn a_kind_of_deed_that_there_is_not_is_wrong_usage() {
    let shell = Shell::new().quietly("done terminal-basics");
    assert_said(&shell, "journal --kind nope", 2, "evidence_removed", "");
    assert_said(&shell, "journal --kind noted", 0, "nothing like that", "");
}

#[test]
fn a_proof_is_missed_by_its_address() {
    let shell = Shell::new();
    let line = "evidence remove terminal-basics https://gone.example";
    assert_said(&shell, line, 1, "nothing at that address", "digits");
    let line = "evidence remove terminal-basics 12ab";
    assert_said(&shell, line, 1, "4 digits", "");
}

#[test]
fn a_usage_line_asks_for_nothing_that_the_environment_says() {
    let shell = Shell::new().with("MILEPOST_DATA_DIR", "data");
    assert_said(&shell, "done", 2, "Usage: milepost done", "data-dir");
    assert!(!shell.path("data").exists());
    let shell = shell.quietly("status");
    assert!(shell.path("data/milepost.db").exists());
}

#[test]
fn a_name_that_is_too_long_is_not_repeated() {
    let shell = Shell::new().quietly("done terminal-basics");
    let line = format!("export --name {}", "x".repeat(3000));
    assert_said(&shell, &line, 2, "200 characters", "xxx");
}

#[test]
fn every_refusal_says_what_to_do() {
    let shell = Shell::new().quietly("start terminal-basics");
    let shell = shell.quietly("pause 2w").quietly("pause --end");
    for line in [
        "start terminal-basics",
        "note terminal-basics ''",
        "pause --end",
        "redo",
        "aim --hours 0",
        "reopen git-basics",
        "evidence add git-basics ftp://example.com",
    ] {
        assert_said(&shell, line, 1, "  try: ", "");
        assert_said(&shell, line, 1, "  why: ", "");
    }
    assert_said(&Shell::new(), "export", 1, "nothing was recorded yet", "");
    assert_said(&Shell::new(), "undo", 1, "  why: ", "");
}

#[test]
fn a_file_that_is_too_large_or_no_text_is_refused_in_plain_words() {
    let shell = Shell::new();
    let file = std::fs::File::create(shell.path("large.json")).unwrap();
    file.set_len((64 << 20) + 1).unwrap();
    assert_said(&shell, "import large.json", 3, "64 MiB", "bytes");
    for mark in ["\u{FEFF}", ""] {
        let units = format!("{mark}{{\"format\": 1}}");
        let bytes: Vec<u8> = units.encode_utf16().flat_map(u16::to_le_bytes).collect();
        std::fs::write(shell.path("wide.json"), bytes).unwrap();
        assert_said(&shell, "import wide.json", 3, "UTF-8", "line 1");
    }
}

#[test]
fn a_curriculum_full_of_faults_names_the_first_hundred() {
    let references = "nothing, ".repeat(2000);
    let text = format!(
        "format: 1\nid: full\nversion: 1.0.0\ntitle: Full\nlanguage: en\nstages:\n  - id: only\n    title: Only\n    \
         milestones:\n      - {{id: first, title: First, kind: concept, hours: 2, requires: [{references}]}}\n"
    );
    let shell = Shell::new().file("full.yaml", &text);
    let shown = shell.stdout("curriculum check full.yaml");
    assert!(shown.contains("the first 100 are shown"), "{shown}");
    assert!(shown.matches("error[").count() == 100, "{shown}");
}

#[test]
fn a_lone_word_that_names_a_milestone_is_no_note() {
    let shell = Shell::new();
    let hint = "milepost note sql-joins TEXT";
    for line in ["note joins", "note sql-joins", "note ' SQL-Joins '"] {
        assert_said(&shell, line, 2, hint, "+ note");
    }
    assert_said(&shell, "note 'joins again'", 0, "+ note: joins again", "");
    assert_said(&shell, "note Holiday", 0, "+ note: Holiday", "");
    let output = shell.output("note -", b"joins");
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn time_spent_is_understood_in_either_order() {
    let shell = Shell::new();
    for line in ["spent 1h30 sql-joins", "spent joins 1h30"] {
        assert_said(&shell, line, 0, "1 h 30 min spent on ", "");
    }
    for (line, read) in [
        ("spent 3 hours", "3 h spent\n"),
        ("spent 2 h sql-joins", "2 h spent on "),
        ("spent joins 1 hour 30 min", "1 h 30 min spent on "),
    ] {
        assert_said(&shell, line, 0, read, "");
    }
    let order = "the time, then the milestone";
    assert_said(&shell, "spent joins", 2, order, "'-- ");
    assert_said(&shell, "spent joins long", 2, order, "");
    assert_said(&shell, "spent joins -5", 2, order, "'-- ");
    assert_said(&shell, "spent 20 45", 1, "no milestone `45`", "");
}

#[test]
fn a_target_and_a_role_under_another_name_lead_to_the_right_one() {
    let shell = Shell::new();
    let right = "milepost gaps --target entry-floor";
    assert_said(&shell, "gaps entry-floor", 2, right, "'-- ");
    let line = "application add Acme --position Developer";
    assert_said(&shell, line, 0, "", "'-- ");
    let list = shell.stdout("application list");
    assert!(list.contains("Developer"), "{list}");
}

#[test]
fn a_pause_is_given_as_a_length_or_as_a_day() {
    let shell = Shell::new();
    assert_said(&shell, "pause 2026-12-24", 0, "until 2026-12-24", "");
    let past = "a pause lasts at least until tomorrow";
    assert_said(&shell, "pause 2020-01-01", 1, past, "");
    assert_said(&shell, "pause --until 2020-01-01", 1, past, "");
    let forms = "2026-12-24, 5d, 2w or 10 (days)";
    assert_said(&shell, "pause tomorrow", 2, forms, "");
    let help = shell.stdout("pause --help");
    assert!(help.contains("milepost pause 2026-12-24"), "{help}");
}

#[test]
fn an_empty_list_for_a_program_says_nothing_beside_it() {
    let bare = "format: 1\nid: bare\nversion: 1.0.0\ntitle: Bare\nlanguage: en\nstages:\n  - id: one\n    title: One\n    \
                milestones:\n      - {id: only, title: Only, kind: concept, hours: 1}\n";
    let shell = Shell::new()
        .file("bare/curriculum.yaml", bare)
        .quietly("curriculum use bare");
    for line in [
        "evidence list",
        "journal",
        "list --done",
        "choose",
        "credit",
        "aim",
        "check only",
        "missing",
    ] {
        assert_silent_as_json(&shell, line);
    }
    let shell = shell.quietly("done only");
    for line in ["next", "journal --kind noted"] {
        assert_silent_as_json(&shell, line);
    }
}

/// Holds that what milepost says to people beside this is not said to programs.
fn assert_silent_as_json(shell: &Shell, line: &str) {
    let said = |line: &str| String::from_utf8(shell.output(line, b"").stderr).unwrap();
    assert_ne!(said(line), "", "milepost {line}");
    assert_eq!(said(&format!("{line} --json")), "", "milepost {line}");
}

#[test]
fn a_milestone_of_another_path_is_named_in_words() {
    let shell = Shell::new()
        .quietly("done terminal-basics")
        .quietly("curriculum use noble-python");
    let part = "terminal-basics of another path (backend-developer) done";
    assert_said(&shell, "undo", 0, part, "backend-developer/");
}

#[test]
fn a_title_that_is_a_question_is_proposed_with_one_question_mark() {
    let part = "did you mean `language`, Which language do you go deep in?";
    assert_said(&Shell::new(), "choose langage", 1, part, "??");
}

#[test]
fn too_many_options_are_refused_with_how_to_leave_the_choice_open() {
    let line = "choose language python java";
    assert_said(
        &Shell::new(),
        line,
        1,
        "leave it open again with --none",
        "none at all",
    );
}

#[test]
fn what_a_background_does_not_cover_points_to_what_it_does() {
    let shell = Shell::new();
    let shell = shell.quietly("credit front-end-background");
    let line = "credit front-end-background sql-joins";
    assert_said(&shell, line, 1, "milepost credit lists", "milepost status");
}

#[test]
fn a_proof_that_is_not_given_may_be_an_address_or_a_note() {
    let shell = Shell::new();
    let line = "evidence add terminal-basics";
    let part = "milepost evidence add terminal-basics --note TEXT";
    assert_said(&shell, line, 2, part, "milepost status");
    let line = "evidence add first-deploy";
    assert_said(&shell, line, 2, "asks for a link to where it runs", "");
}
