//! References, applications and earlier work.

use crate::kit::command::{Shell, assert_transcript};

#[test]
fn references_are_kept_changed_and_removed() {
    let shell = Shell::following_the_sample()
        .run("reference list")
        .run("reference add 'A. Mentor' --relation mentor --agreed asked")
        .run("reference edit mentor --agreed yes")
        .run("reference list --json")
        .run("reference remove mentor")
        .run("reference list --json")
        .run("undo")
        .run("journal --kind reference");
    assert_transcript!(shell);
}

#[test]
fn friends_are_refused_as_references() {
    let shell = Shell::new().run("reference add 'A. Pal' --relation 'old friend'");
    assert_transcript!(shell);
}

#[test]
fn applications_say_how_the_search_goes() {
    let shell = Shell::following_the_sample()
        .run("application add 'Example Ltd' --role 'Junior developer' --url example.com/jobs --day 2026-11-18")
        .run("application add 'Example Inc' --state saved")
        .run("application edit example --state interview")
        .run("application edit ltd --state interview")
        .run("application list")
        .run("application list --json")
        .run("application remove nobody");
    assert_transcript!(shell);
}

#[test]
fn a_day_put_down_before_a_clock_went_back_forbids_no_other_change() {
    let shell = Shell::following_the_sample()
        .at("2026-11-20T00:30:00+01:00")
        .run("application add Acme")
        .run("experience add Internship --from 2026-11-20")
        .at("2026-11-19T18:45:00-05:00")
        .run("application edit Acme --state rejected")
        .run("application edit Acme --role Junior --day 2026-11-20")
        .run("application edit Acme --day 2026-11-21")
        .run("experience edit Internship --to 2026-12")
        .run("experience edit Internship --from 2026-11-21");
    assert_transcript!(shell);
}

#[test]
fn an_application_that_cannot_be_is_refused() {
    let shell = Shell::following_the_sample()
        .run("application add ''")
        .run("application add A --day 2026-11-21")
        .run("application add A --day soon")
        .run("application add A --day 1969-12-31")
        .run("application add A --state ghosted")
        .run("application add A --url nonsense")
        .quietly("application add A --state saved")
        .run("application edit A --state saved")
        .quietly("application remove A")
        .run("application list");
    assert_transcript!(shell);
}

#[test]
fn earlier_work_has_a_beginning_and_an_end() {
    let shell = Shell::following_the_sample()
        .run("experience add 'Web shop' --from 2024-03 --to 2023")
        .run("experience add 'Web shop' --from 2023-03 --to 2024 --skills 'HTML, a little SQL'")
        .run("experience edit shop --to '' --link example.com")
        .run("experience edit shop")
        .run("experience list");
    assert_transcript!(shell);
}

#[test]
fn no_file_for_a_mentor_has_them() {
    let shell = Shell::following_the_sample()
        .quietly("done terminal")
        .quietly("reference add 'A. Mentor' --relation mentor")
        .quietly("application add 'Example Ltd'")
        .quietly("experience add 'Web shop'")
        .quietly("reference remove mentor")
        .quietly("undo");
    let secrets = ["Mentor", "Example Ltd", "Web shop"];
    let shared = shell.stdout("export -o -");
    assert!(
        secrets.iter().all(|secret| !shared.contains(secret)),
        "{shared}"
    );
    let synced = shell.stdout("export --sync -o -");
    assert!(
        secrets.iter().all(|secret| synced.contains(secret)),
        "{synced}"
    );
}
