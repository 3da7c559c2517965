//! A group of learners, as a mentor meets it at a shell.

use crate::kit::command::{Shell, assert_transcript};

#[test]
fn a_made_up_group_replaces_what_was_made_up_and_nothing_else() {
    let shell = Shell::new()
        .run("cohort --sample group")
        .run("cohort --sample group")
        .run("cohort --sample one --learners 1")
        .file("other/roster.csv", "name\nA. Learner\n")
        .run("cohort --sample other")
        .file("file", "")
        .run("cohort --sample file")
        .run("cohort --sample group --learners 0")
        .run("cohort --sample group --learners 100001")
        .run("cohort --sample group --seed -1")
        .run("cohort");
    let roster = std::fs::read_to_string(shell.path("other/roster.csv")).unwrap();
    assert_eq!(roster, "name\nA. Learner\n");
    assert_eq!(std::fs::read_dir(shell.path("other")).unwrap().count(), 1);
    assert_eq!(std::fs::read_dir(shell.path("group")).unwrap().count(), 26);
    assert_transcript!(shell);
}

#[test]
fn a_made_up_learner_can_be_taken_in_like_any_other() {
    let shell = Shell::new().quietly("cohort --sample one --learners 1");
    let mut files = std::fs::read_dir(shell.path("one")).unwrap();
    let name = files.find_map(|file| {
        let name = file.unwrap().file_name().into_string().unwrap();
        name.ends_with(".milepost.json").then_some(name)
    });
    let shell = shell
        .quietly(&format!("import one/{}", name.unwrap()))
        .run("status");
    assert_transcript!(shell);
}
