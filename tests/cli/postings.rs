//! What job postings ask for, on the command line.

use crate::kit::command::{Shell, assert_transcript};

const PYTHON: &str = "\
We ask for Python and Django, SQL and PostgreSQL, Git and the command line.
Nice to have: Docker, Celery. Feel free to go through the rest of it in spring.
";

const JAVA: &str = "<h1>Java developer</h1><ul><li>Java &amp; Spring Boot<li>SQL, Kotlin</ul>";

/// A shell of somebody who chose Python and did a little.
fn shell() -> Shell {
    Shell::new()
        .file("python.txt", PYTHON)
        .file("java.html", JAVA)
        .quietly("choose language python")
        .quietly("choose framework django")
        .quietly("credit knows-a-language first-useful-program")
        .quietly("done git-basics --out-of-order --evidence https://example.org/history")
        .quietly("done sql-queries --out-of-order")
        .quietly("start terminal-basics")
}

#[test]
fn a_posting_is_held_against_what_was_done() {
    assert_transcript!(shell().run("job python.txt"));
}

#[test]
fn several_postings_say_how_many_ask_for_each_skill() {
    let shell = shell()
        .run("job python.txt java.html")
        .run_with("job -", "We need nothing but kindness.");
    assert_transcript!(shell);
}

#[test]
fn the_same_posting_in_two_files_is_read_once() {
    let shell = shell().file("again.txt", &format!("\n{PYTHON}"));
    assert_eq!(
        shell.stdout("job python.txt again.txt python.txt"),
        shell.stdout("job python.txt")
    );
    let stdin_twice = shell.output("job - -", b"Git");
    assert_eq!(stdin_twice.stderr, b"");
}

#[test]
fn programs_get_the_findings_as_json() {
    let shell = shell()
        .file(
            "short.txt",
            "Git, Java, Celery; the command line, SQL joins",
        )
        .run("job short.txt --json");
    assert_transcript!(shell);
}

#[test]
fn what_is_no_posting_is_told_in_a_line_and_the_others_are_read() {
    let shell = shell()
        .file("empty.txt", " \n")
        .file("program", "\0ELF")
        .file("kind.txt", "Git")
        .quietly("done terminal-basics what-backend-is --out-of-order")
        .run("job empty.txt program nowhere.txt .")
        .run("job empty.txt kind.txt")
        .run("job");
    assert_transcript!(shell);
}

#[test]
fn what_is_not_asked_for_and_what_is_not_read_is_told() {
    let posting = "Docker, no PHP needed\nContent-Type: text/plain; charset=koi8-r\n\
                   Content-Transfer-Encoding: base64\n\nR2l0\n";
    let page = "<p>Docker\n<p>You do not need Java.\n<h2>Similar jobs</h2>\n<p>PHP";
    let shell = shell()
        .file("one.txt", posting)
        .file("two.html", page)
        .quietly("done docker-image --out-of-order")
        .run("job one.txt")
        .run("job one.txt two.html")
        .run("job two.html --json");
    assert_transcript!(shell);
}

#[test]
fn what_a_posting_hides_does_not_reach_the_terminal() {
    let shell = shell().run_with("job -", "Git, Ev\u{1b}[31mil\u{202e}Tool, Docker");
    assert_transcript!(shell);
}

#[test]
fn of_an_open_choice_no_more_is_counted_than_may_be_chosen() {
    let shell = shell()
        .file("aws.txt", "Python, Docker and AWS.")
        .file("azure.txt", "Docker and Azure.")
        .quietly("done docker-image --out-of-order")
        .run("job aws.txt")
        .run("job aws.txt azure.txt")
        .quietly("choose cloud aws")
        .run("job aws.txt azure.txt");
    assert_transcript!(shell);
}

#[test]
fn programs_learn_which_choice_is_open_where_an_option_is_asked_for() {
    let shell = shell().file("aws.txt", "Docker and AWS.");
    let open = |shell: &Shell| {
        let text = shell.stdout("job aws.txt --json");
        let findings: serde_json::Value = serde_json::from_str(&text).unwrap();
        findings["open_choices"].clone()
    };
    assert_eq!(open(&shell), serde_json::json!(["cloud"]));
    let shell = shell.quietly("choose cloud aws");
    assert_eq!(open(&shell), serde_json::json!([]));
}
