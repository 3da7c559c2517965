//! Rosters: what spreadsheets save is read, and what is wrong with a row leaves the others as they are.

use std::time::{Duration, Instant};

use milepost::exchange::roster::{KnownId, LARGEST, Person, Roster, Unreadable, read};
use uuid::Uuid;

/// How long anything here may take, in the profile of the tests and on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

fn roster(text: &str) -> Roster {
    read(text.as_bytes()).unwrap()
}

/// The lines and names of all rows.
fn names(roster: &Roster) -> Vec<(usize, &str)> {
    let rows = roster.rows.iter();
    rows.map(|row| (row.line, row.name.as_deref().unwrap_or_default()))
        .collect()
}

fn problems(roster: &Roster) -> Vec<String> {
    roster.problems.iter().map(ToString::to_string).collect()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0198_C0DE_0000_7000_8000_0000_0000_0000 + number)
}

#[test]
fn a_roster_says_who_is_there_and_keeps_what_it_does_not_know() {
    let text = "ID,Name ,seat,HANDLE,Group,seat\n\
                0198c0de-0000-7000-8000-000000000001, A. Learner ,12,al,Morning,left\n\
                0000002A,B. Learner,,,,\n\
                ,C. Learner\n";
    let roster = roster(text);
    assert_eq!(roster.columns, ["seat", "seat"]);
    assert!(roster.problems.is_empty());
    let [first, second, third] = roster.rows.as_slice() else {
        panic!("{roster:?}");
    };
    assert_eq!(first.id, Some(KnownId::Whole(id(1))));
    assert_eq!(first.name.as_deref(), Some("A. Learner"));
    assert_eq!(first.handle.as_deref(), Some("al"));
    assert_eq!(first.group.as_deref(), Some("Morning"));
    assert_eq!(first.extra, ["12", "left"]);
    assert_eq!(second.id, Some(KnownId::End(0x2A)));
    assert_eq!((&second.handle, &second.group), (&None, &None));
    assert_eq!(second.extra, ["", ""]);
    assert_eq!((third.line, third.id), (4, None));
    assert_eq!(third.extra, ["", ""]);
}

#[test]
fn what_spreadsheets_of_several_countries_save_is_read() {
    for text in [
        "name,group\r\n\"Learner, A.\",Morning\r\n\"B. \"\"B\"\" Learner\",Evening\r\n",
        "\u{FEFF}name;group\r\nLearner, A.;Morning\r\n\"B. \"\"B\"\" Learner\";Evening",
        "name\tgroup\nLearner, A.\tMorning\n\n\"B. \"\"B\"\" Learner\"\tEvening\n",
        "\"name\";\"group, if any\";group\nLearner, A.;;Morning\nB. \"B\" Learner;x;Evening\n",
    ] {
        let roster = roster(text);
        assert!(roster.problems.is_empty(), "{text:?}: {roster:?}");
        let told = roster.rows.iter();
        let told: Vec<_> = told
            .map(|row| (row.name.as_deref().unwrap(), row.group.as_deref().unwrap()))
            .collect();
        let expected = [("Learner, A.", "Morning"), ("B. \"B\" Learner", "Evening")];
        assert_eq!(told, expected, "{text:?}");
    }
}

#[test]
fn rows_know_their_lines_whatever_stands_before_them() {
    let roster = roster("\n\nname,note\n\n  ,\nA,\"two\nlines\"\n,,\r\n\r\nB,x\n");
    assert_eq!(names(&roster), [(6, "A"), (10, "B")]);
    assert_eq!(roster.rows[0].extra, ["two\nlines"]);
    assert!(roster.problems.is_empty(), "{roster:?}");
}

#[test]
fn a_bad_row_is_told_by_its_line_and_no_other_is_lost() {
    let long = "x".repeat(2000);
    let text = format!(
        "id,name,name\n\
         soon,A,\n\
         0198c0de000070008000000000000001,A2,\n\
         ,,left over\n\
         ,B,,,\n\
         ,C,,,beyond\n\
         0000002a,D,\n\
         0000002A,E,\n\
         0198c0de-0000-7000-8000-00000000002a,F,\n\
         0000002b,d,\n\
         , D ,\n\
         ,{long},\n\
         ,G,\n"
    );
    let roster = roster(&text);
    assert_eq!(names(&roster), [(5, "B"), (7, "D"), (10, "d"), (13, "G")]);
    assert_eq!(
        problems(&roster),
        [
            "line 1: two columns are called “name”; the first of them counts",
            "line 2: “soon” is neither an id nor the last eight digits of one",
            "line 3: “0198c0de000070008000000000000001” is neither an id nor the last eight digits of one",
            "line 4: it has neither an id nor a name nor a handle",
            "line 6: it has 5 cells, and the first line names 3 columns",
            "line 8: line 7 has the same id",
            "line 9: line 7 has the same id",
            "line 10: line 7 has the same name",
            "line 11: line 7 has the same name",
            "line 12: a cell of it does not end: is a quote missing?",
        ]
    );
}

#[test]
fn bytes_that_are_no_text_spoil_one_row() {
    let roster = read(b"name,group\nA,Morning\nB,\xE9t\xE9\nC,Evening\n").unwrap();
    assert_eq!(names(&roster), [(2, "A"), (4, "C")]);
    assert_eq!(problems(&roster), ["line 3: it is no text in UTF-8"]);
}

#[test]
fn a_quote_without_a_partner_spoils_one_row() {
    let roster = roster("name,group\nA,x\n\"B,x\nC,x\n\"D\nD\",x\nE,x\n");
    let kept: Vec<_> = names(&roster);
    assert!(
        kept.contains(&(2, "A")) && kept.contains(&(7, "E")),
        "{roster:?}"
    );
    assert!(kept.contains(&(4, "C")), "{roster:?}");
    assert!(problems(&roster)[0].starts_with("line 3: a cell of it does not end"));
}

#[test]
fn nothing_in_a_problem_steers_a_terminal() {
    let roster = roster("id,name\n\u{1b}[2J\u{202e},A\n");
    let expected =
        "line 2: “<U+001B>[2J<U+202E>” is neither an id nor the last eight digits of one";
    assert_eq!(problems(&roster), [expected]);
}

#[test]
fn what_is_no_roster_is_refused_with_the_reason() {
    for text in [
        "",
        "\n\n",
        "A. Learner\nB. Learner\n",
        "group,seat\nMorning,1\n",
    ] {
        assert_eq!(
            read(text.as_bytes()),
            Err(Unreadable::NoColumns),
            "{text:?}"
        );
    }
    let wide: Vec<u8> = "name\nA"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(&wide), Err(Unreadable::NotText));
    assert_eq!(read(b"na\xFFme\nA\n"), Err(Unreadable::NotText));
    let large = format!("name\n{}", "\n".repeat(LARGEST));
    assert_eq!(read(large.as_bytes()), Err(Unreadable::Large));
}

#[test]
fn as_many_rows_as_a_cohort_has_files_are_read_and_no_more() {
    let rows: Vec<String> = (0..100_003).map(|row| format!("learner-{row}")).collect();
    let rows = rows.join("\n");
    let roster = roster(&format!("handle\n{rows}"));
    assert_eq!(roster.rows.len(), 100_000);
    let problems = problems(&roster);
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].starts_with("line 100002: there is more"),
        "{problems:?}"
    );
}

#[test]
fn a_table_that_means_harm_is_read_in_no_time() {
    let begun = Instant::now();
    for line in ["\"\n", "\",\n", "soon,\"\n", "x\n", "\",\"\"\n\""] {
        let text = format!("id,name\n{}", line.repeat(LARGEST / line.len() - 10));
        let roster = roster(&text);
        assert!(roster.problems.len() <= 1_001, "{line:?}");
    }
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
}

/// Whose each row is, of people with these ids, names and files.
fn owners(text: &str, people: &[(u128, Option<&str>, &str)]) -> Vec<Option<usize>> {
    let ids: Vec<[Uuid; 1]> = people.iter().map(|(number, ..)| [id(*number)]).collect();
    let files: Vec<[&str; 1]> = people.iter().map(|(.., file)| [*file]).collect();
    let people: Vec<Person<'_>> = people
        .iter()
        .zip(ids.iter().zip(&files))
        .map(|((_, name, _), (ids, files))| Person {
            ids,
            name: *name,
            files,
        })
        .collect();
    let roster = roster(text);
    assert!(roster.problems.is_empty(), "{roster:?}");
    roster.owners(&people)
}

#[test]
fn a_row_is_matched_by_id_then_by_name_then_by_file() {
    let people = [
        (1, Some("A. Learner"), "a.json"),
        (2, Some("b. learner "), "b.json"),
        (3, Some("C. Learner"), "Cee.milepost.json"),
        (4, None, "d.milepost.json"),
    ];
    let text = "id,name,handle\n\
                00000004,D. Learner,\n\
                0198c0de-0000-7000-8000-000000000001,Somebody,\n\
                ,B. LEARNER,d\n\
                ,,cee\n\
                ,E. Learner,e\n";
    let expected = [Some(3), Some(0), Some(1), Some(2), None];
    assert_eq!(owners(text, &people), expected);
}

#[test]
fn a_name_that_two_have_tells_nobody_and_an_id_is_never_passed_over_for_one() {
    let twins = [
        (1, Some("A. Learner"), "one.json"),
        (2, Some("a. learner"), "two.json"),
        (3, Some("C. Learner"), "c.json"),
    ];
    assert_eq!(owners("name\nA. Learner\n", &twins), [None]);
    let by_file = owners("name,handle\nA. Learner,two\n", &twins);
    assert_eq!(by_file, [Some(1)]);
    // Whoever takes the name of somebody who sent nothing yet is not that person.
    let taken = owners("id,name,handle\n000000ff,C. Learner,c\n", &twins);
    assert_eq!(taken, [None]);
}

#[test]
fn nobody_has_two_rows() {
    let one = [(1, Some("A. Learner"), "a.json")];
    let text = "id,name,handle\n,A. Learner,\n00000001,,\n,,a\n";
    assert_eq!(owners(text, &one), [None, Some(0), None]);
}

#[test]
fn an_end_that_two_ids_share_tells_nobody_and_a_whole_id_does() {
    let mut twins = [(1, None, "a.json"), (1, None, "b.json")];
    twins[1].0 += 1 << 40;
    let by_end = owners("id\n00000001\n", &twins);
    assert_eq!(by_end, [None]);
    let whole = owners("id\n0198c0de-0000-7000-8000-010000000001\n", &twins);
    assert_eq!(whole, [Some(1)]);
}
