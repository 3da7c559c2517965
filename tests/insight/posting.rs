//! What job postings ask for.

use milepost::insight::posting::{Demand, Lexicon, Reading, Unreadable, text};
use std::path::Path;
use std::time::{Duration, Instant};

use milepost::insight::Skill;
use milepost::insight::gap::Road;

use crate::kit::machine::Machine;

/// The skills of the shipped curriculum, and what finds them in a text.
struct Reader {
    skills: Vec<Skill>,
    lexicon: Lexicon,
}

impl Reader {
    fn new() -> Self {
        let machine = Machine::new();
        let skills = machine.session.skills().unwrap();
        let rules = machine.session.appendix().unwrap().ambiguous;
        Self {
            lexicon: Lexicon::of(&skills, &rules),
            skills,
        }
    }

    fn read(&self, posting: &str) -> Reading {
        self.lexicon.read(posting)
    }

    /// The terms that are found, in the order of the text.
    fn found(&self, posting: &str) -> Vec<&str> {
        let found = self.read(posting).found;
        found
            .iter()
            .map(|found| self.skills[found.skill].keyword.term.as_str())
            .collect()
    }
}

/// The skills in a fixture, exactly these and no other; and what stands beside them in its lists.
#[track_caller]
fn asks_for(fixture: &str, wanted: &[&str], beside: &[&str]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/postings");
    let posting = std::fs::read_to_string(folder.join(fixture)).unwrap();
    let reader = Reader::new();
    assert_eq!(reader.found(&posting), wanted);
    assert_eq!(reader.read(&posting).beside, beside);
}

/// What is found in a line, as the first ways to write it.
#[track_caller]
fn finds(posting: &str, wanted: &[&str]) {
    assert_eq!(Reader::new().found(posting), wanted, "{posting}");
}

/// What is found in each of several lines; all that are read otherwise are told.
#[track_caller]
fn each_finds(lines: &[(&str, &[&str])]) {
    let reader = Reader::new();
    let wrong = lines.iter().filter_map(|(line, wanted)| {
        let found = reader.found(line);
        (found != *wanted).then(|| format!("{line}: {found:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_posting_for_python_and_django_is_read() {
    let wanted = [
        "Back-end development",
        "Python",
        "REST",
        "Django",
        "Django REST framework",
        "PostgreSQL",
        "SQL",
        "CI/CD",
        "Unit testing",
        "Flask",
        "FastAPI",
        "Relational databases",
        "Git",
        "Linux",
        "Docker",
        "Redis",
    ];
    asks_for("python-django.txt", &wanted, &["Celery"]);
}

#[test]
fn a_posting_for_node_that_goes_to_market_is_read() {
    let wanted = [
        "Node.js",
        "TypeScript",
        "JavaScript",
        "Express",
        "NestJS",
        "Middleware",
        "GraphQL",
        "REST",
        "MongoDB",
        "NoSQL",
        "Unit testing",
        "Integration testing",
        "React",
        "Kubernetes",
        "Helm",
        "Message brokers",
        "OAuth2",
        "JWT",
    ];
    asks_for("node-express.txt", &wanted, &[]);
}

#[test]
fn a_mail_about_java_and_spring_is_read_as_it_was_sent() {
    let wanted = [
        "Java",
        "JavaScript",
        "NoSQL",
        "Spring",
        "ORM",
        "PostgreSQL",
        "Transactions",
        "Kafka",
        "Microservices",
        "gRPC",
        "Package management",
        "Unit testing",
        "CI/CD",
        "Docker",
        "OpenShift",
    ];
    asks_for("java-spring.eml", &wanted, &["Oracle"]);
}

#[test]
fn a_page_about_csharp_is_read_without_its_tags_and_scripts() {
    let wanted = [
        "C#",
        ".NET",
        "ASP.NET Core",
        "Entity Framework",
        "SQL Server",
        "MongoDB",
        "Azure",
        "DevOps",
        "Git",
        "Angular",
        "React",
        "Unit testing",
        "Clean code",
    ];
    asks_for("csharp-dotnet.html", &wanted, &[]);
}

#[test]
fn a_posting_for_rails_and_go_is_read() {
    let wanted = [
        "Back-end development",
        "Rails",
        "Go",
        "Ruby",
        "Unit testing",
        "MySQL",
        "Redis",
        "Elasticsearch",
        "Linux",
        "Bash",
        "Infrastructure as code",
        "AWS",
        "Prometheus",
        "JavaScript",
    ];
    asks_for("ruby-go.txt", &wanted, &["Puma", "Sidekiq"]);
}

#[test]
fn the_longest_name_wins() {
    finds("PostgreSQL", &["PostgreSQL"]);
    finds("JavaScript, NoSQL", &["JavaScript", "NoSQL"]);
    finds("We use Spring Boot.", &["Spring"]);
    finds("ASP.NET Core", &["ASP.NET Core"]);
    finds("Apache Kafka", &["Kafka"]);
    finds("Amazon Web Services", &["AWS"]);
}

#[test]
fn signs_belong_to_a_name_where_they_make_it_another() {
    finds("C# and .NET", &["C#", ".NET"]);
    finds("C++ and C", &[]);
    finds("C#/.NET", &["C#", ".NET"]);
    finds("(.NET)", &[".NET"]);
    finds("example.net, www.example.net, internet", &[]);
    finds("CI/CD, CI / CD, ci-cd", &["CI/CD"]);
    finds("node.js; NodeJS; Node JS", &["Node.js"]);
}

#[test]
fn blanks_hyphens_and_ends_of_lines_join_the_words_of_a_name() {
    finds("problem solving", &["Problem solving"]);
    finds("Problem-Solving", &["Problem solving"]);
    finds("REST\nAPIs", &["REST"]);
    finds("REST\n\nno heading", &["REST"]);
    finds("unit, tests", &[]);
    finds("Java-\nScript", &["JavaScript"]);
}

#[test]
fn a_plural_is_the_same_name() {
    finds("REST APIs", &["REST"]);
    finds("load balancers", &["Load balancing"]);
    finds("Javas", &[]);
}

#[test]
fn scripts_without_blanks_end_a_word() {
    finds("私はPythonが好きです", &["Python"]);
    finds("naïve café Docker’s", &["Docker"]);
}

#[test]
fn addresses_name_nothing() {
    finds(
        "https://java.example/python write to docker@example.org",
        &[],
    );
    finds(
        "See jobs.python.example/redis for Kubernetes",
        &["Kubernetes"],
    );
    each_finds(&[
        ("https://wiki.example/Python_(java)_docker, Git", &["Git"]),
        (
            "<https://java.example/git>, \"www.python.example/git\"",
            &[],
        ),
        ("git+ssh://java.example (mailto:docker@java.example)", &[]),
    ]);
    finds(
        "Java/Kotlin, Node.js/TypeScript",
        &["Java", "Node.js", "TypeScript"],
    );
}

#[test]
fn what_leads_to_an_address_is_none_itself() {
    each_finds(&[
        (
            "We use [Python](https://www.python.org), [Docker](https://docker.com) and PostgreSQL",
            &["Python", "Docker", "PostgreSQL"],
        ),
        (
            "[Python](https://www.python.org),[Docker](www.docker.com/git)/Redis",
            &["Python", "Docker", "Redis"],
        ),
        ("Python(https://www.python.org)", &["Python"]),
        ("Docker:https://docker.com/git", &["Docker"]),
        ("Python[docker@python.example]", &["Python"]),
    ]);
}

#[test]
fn an_ordinary_word_is_no_name() {
    finds("Go to market. We go. Let us go, too. Go!", &[]);
    finds("the rest of the team, REST OF THE TEAM", &[]);
    finds("Spring 2027: Java starts", &["Java"]);
    finds("a rust-free bike in spring, a flask and a gin", &[]);
    finds("express interest in Node", &["Node.js"]);
    finds("Express yourself in JavaScript", &["JavaScript"]);
    finds(
        "The specialist joins the sessions and promises cookies",
        &[],
    );
    finds("Rust-free since 1990", &[]);
    finds("You react quickly. React to alarms.", &[]);
}

#[test]
fn an_ordinary_word_is_a_name_where_it_stands_as_one() {
    finds("We write services in Go.", &["Go"]);
    finds("Go, Kotlin or Scala", &["Go"]);
    finds("- Go\n- Rust", &["Go", "Rust"]);
    finds("PYTHON, GO, REST", &["Python", "Go", "REST"]);
    finds("Language: Go", &["Go"]);
    finds("Senior Go Developer", &["Go"]);
    finds("REST is what we talk", &["REST"]);
    finds("Express on Node", &["Express", "Node.js"]);
    finds("Pages in React", &["React"]);
    finds("Erfahrung mit Spring", &["Spring"]);
}

#[test]
fn the_last_of_several_languages_is_one() {
    finds(
        "Microservices in Java and Go",
        &["Microservices", "Java", "Go"],
    );
    finds(
        "Languages such as Python, Java and Go",
        &["Python", "Java", "Go"],
    );
    finds("We use Python and Go daily", &["Python", "Go"]);
    finds("PYTHON AND GO", &["Python", "Go"]);
    finds("Come and go as you like. COME AND GO", &[]);
}

#[test]
fn a_name_in_the_name_of_something_else_is_none() {
    finds(
        "American Express builds its back end on Node.js.",
        &["Back-end development", "Node.js"],
    );
    finds("Pony Express with Node", &["Node.js"]);
    finds("Let's Go, team. Let’s Go! Let us Go.", &[]);
    finds("Ready, set, Go!", &[]);
    finds("You will Go far with us", &[]);
    finds("The company’s Go services", &["Go"]);
    finds("Your skill set (Go, Python)", &["Go", "Python"]);
}

#[test]
fn a_compound_of_german_is_about_the_technology_before_its_hyphen() {
    finds("REST-Services, REST-Schnittstellen", &["REST"]);
    finds("Wir bauen REST-basierte Dienste.", &["REST"]);
    finds(
        "Go-Entwickler, Node.js, Docker",
        &["Go", "Node.js", "Docker"],
    );
    finds("Wir suchen Rust-Erfahrung", &["Rust"]);
    finds("Go-Live im Mai, Go-Getter, Rust-Free, Go-Kart", &[]);
}

#[test]
fn a_number_behind_a_name_is_its_version() {
    finds("PHP8, Python3 and Java17", &["PHP", "Python", "Java"]);
}

#[test]
fn what_a_mail_answers_asks_for_nothing() {
    let mail =
        "Hello, we ask for Docker and for Git in this job of ours.\n> > I know Django and Rust";
    finds(mail, &["Docker", "Git"]);
    let forwarded = "See below.\n> We ask for Django, and for people who know Docker";
    finds(forwarded, &["Django", "Docker"]);
}

#[test]
fn what_a_posting_does_not_ask_for_is_not_found() {
    each_finds(&[
        ("Kein Java nötig. Python", &["Python"]),
        ("No experience with PHP required; Docker", &["Docker"]),
        ("Python. PHP is not required.", &["Python"]),
        ("Docker ohne Java", &["Docker"]),
        ("You do not need Go, but Docker", &["Docker"]),
        ("You don’t need Go. You don't need Docker.", &[]),
        ("Java-Kenntnisse sind nicht erforderlich.", &[]),
        ("Keine Erfahrung mit PHP oder Java nötig", &[]),
        ("PHP brauchst du nicht. Du musst Java nicht können.", &[]),
        ("Java (not required), PHP: not needed", &[]),
        ("Neither Java nor PHP. Weder Python noch Docker.", &[]),
        ("We do not ask for Java, PHP or Docker; Git", &["Git"]),
        ("Java, PHP and Python are not needed", &[]),
        ("Not required: Java, PHP. Required: Docker", &["Docker"]),
        ("Nicht erforderlich: Java und PHP\nDocker", &["Docker"]),
        ("Python, no Java, no PHP", &["Python"]),
        ("Java isn't required. PHP is no requirement.", &[]),
        (
            "In this job of ours here you will never have to work with\nPHP.",
            &[],
        ),
    ]);
}

#[test]
fn a_name_with_signs_is_refused_like_any_other() {
    each_finds(&[
        ("C# is not required.", &[]),
        ("C# ist nicht erforderlich.", &[]),
        ("Kenntnisse in C# sind nicht erforderlich.", &[]),
        ("C# wird nicht vorausgesetzt. Docker", &["Docker"]),
        ("C#-Kenntnisse sind nicht erforderlich.", &[]),
        ("You do not need C# or .NET; Docker", &["Docker"]),
        ("C#/.NET and Java are not needed", &[]),
        (".NET is not a requirement", &[]),
        ("We need C#. Java is not needed", &["C#"]),
        ("C# is a must, PHP is not needed", &["C#"]),
    ]);
}

#[test]
fn a_colon_refuses_the_list_behind_it_and_nothing_else() {
    each_finds(&[
        (
            "Knowledge of the following technologies is not required: Kubernetes\nPython, Django and PostgreSQL",
            &["Python", "Django", "PostgreSQL"],
        ),
        (
            "Not needed: PHP, Java, and we use Docker with Git",
            &["Docker", "Git"],
        ),
        ("Not needed: PHP or Java, but Docker", &["Docker"]),
        ("Not required: experience with PHP and Java", &[]),
        ("Not required: PHP (Docker)", &["Docker"]),
        (
            "We use Git, PHP is not needed: Java, Docker",
            &["Git", "Java", "Docker"],
        ),
        (
            "A degree is not required: Python, Git and Docker are",
            &["Python", "Git", "Docker"],
        ),
        (
            "Knowledge of PHP is not needed: we use Python and Docker",
            &["Python", "Docker"],
        ),
        (
            "Knowledge of PHP is not needed: Python and Docker are",
            &["Python", "Docker"],
        ),
        (
            "Experience is not required: Python, Docker and Git are taught",
            &["Python", "Docker", "Git"],
        ),
        (
            "Folgende Technologien sind nicht nötig: PHP und Java. Docker",
            &["Docker"],
        ),
        (
            "Not required: PHP, Docker, though it would be a plus",
            &["PHP", "Docker"],
        ),
    ]);
}

#[test]
fn commas_numbers_and_praise_decide_what_a_no_is_about() {
    each_finds(&[
        ("We use Java, not needed is PHP", &["Java"]),
        ("No Java 17 required", &[]),
        ("No Docker required, but it is a plus", &["Docker"]),
        ("Docker ohne Java, nicht schlecht", &["Docker"]),
        ("Nicht schlecht, ohne Java", &[]),
        ("Docker, Git: not required", &["Docker"]),
    ]);
}

#[test]
fn what_is_done_without_is_not_asked_for() {
    each_finds(&[
        (
            "Java or Kotlin experience is not needed, Python is.",
            &["Python"],
        ),
        ("Java/Kotlin is not needed. Docker", &["Docker"]),
        ("Java wird nicht benötigt, C# auch nicht", &[]),
        ("C++ wird nicht benötigt, C# auch nicht", &[]),
        ("Statt Java nutzen wir Python", &["Python"]),
        ("Anstelle von Java oder PHP nutzen wir Python", &["Python"]),
        ("Instead of Java we use Python", &["Python"]),
        ("We use Python rather than Java", &["Python"]),
        ("Wir verzichten auf GraphQL", &[]),
        ("Auf GraphQL verzichten wir. Docker", &["Docker"]),
        ("Java wird bei uns nicht gebraucht", &[]),
        ("You will not be working with Java", &[]),
    ]);
}

#[test]
fn what_is_not_done_without_is_asked_for() {
    each_finds(&[
        ("Wir verzichten nicht auf GraphQL", &["GraphQL"]),
        ("Wir verzichten auf GraphQL nicht", &["GraphQL"]),
        ("Auf GraphQL verzichten wir nicht", &["GraphQL"]),
        (
            "Wir wollen nicht auf GraphQL verzichten. Docker",
            &["GraphQL", "Docker"],
        ),
        ("Kein Studium nötig. Python auch nicht selten", &["Python"]),
        ("Wir nutzen Java und Erfahrung ist nicht nötig", &["Java"]),
        ("Wir nutzen Java, stattdessen kein PHP", &["Java"]),
        ("Java rather quickly", &["Java"]),
    ]);
}

#[test]
fn what_only_looks_refused_is_asked_for() {
    each_finds(&[
        ("No degree needed, but Java", &["Java"]),
        ("Kein Studium nötig, aber Java", &["Java"]),
        ("No degree needed. Java", &["Java"]),
        ("No degree required for Java developers", &["Java"]),
        (
            "Not only Java but Docker, nicht nur PHP",
            &["Java", "Docker", "PHP"],
        ),
        ("Not a must: Docker\nNice to have: Go", &["Docker", "Go"]),
        ("Junior Java developer (no experience required)", &["Java"]),
        ("Java - no experience required", &["Java"]),
        ("No experience required: Java is taught", &["Java"]),
        ("No Java certificate needed", &["Java"]),
        ("Docker is not required, but a plus", &["Docker"]),
        (
            "Kenntnisse in Docker sind nicht nötig, aber von Vorteil",
            &["Docker"],
        ),
        ("If you do not know Java, do not apply", &["Java"]),
        (
            "Ohne Java geht es nicht. Not without Docker.",
            &["Java", "Docker"],
        ),
        ("We can not work without Git", &["Git"]),
        ("You need Java, not PHP", &["Java"]),
        ("No Java\nPython, Docker", &["Python", "Docker"]),
        ("No Java, Python is what we use", &["Python"]),
        ("With Java you do not need PHP", &["Java"]),
        (
            "Keine Angst vor Java. No fear of Docker",
            &["Java", "Docker"],
        ),
    ]);
}

#[test]
fn each_skill_takes_what_the_road_to_it_alone_takes() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is", "git-basics", "sql-queries"]);
    let reader = Reader::new();
    let snapshot = machine.session.snapshot();
    let skills = machine.session.skills().unwrap();
    let all: Vec<&str> = skills
        .iter()
        .map(|skill| skill.keyword.term.as_str())
        .collect();
    let demand = Demand::of(&[reader.read(&all.join("\n"))]);
    let alone = demand.asked.iter().map(|asked| {
        let lacks = skills[asked.skill].lacks.iter().copied();
        Road::to(lacks, &snapshot).minutes
    });
    assert_eq!(
        demand.minutes(&skills, &snapshot),
        alone.collect::<Vec<_>>()
    );
    assert!(demand.asked.len() > 50);
}

/// What is taken as chosen where somebody who chose nothing reads postings, and how many of how many gaps that closes.
fn closable(postings: &[&str]) -> (String, usize, usize) {
    let machine = Machine::new();
    let reader = Reader::new();
    let snapshot = machine.session.snapshot();
    let readings: Vec<Reading> = postings.iter().map(|text| reader.read(text)).collect();
    let closable = Demand::of(&readings).closable(&reader.skills, &snapshot);
    let told = closable.told(&snapshot);
    (told, closable.skills.len(), closable.gaps)
}

#[test]
fn options_that_nobody_can_choose_together_are_not_counted_together() {
    let (told, some, all) = closable(&["AWS, Git", "Azure"]);
    assert_eq!(told, "cloud (1 of AWS, Azure)");
    assert_eq!((some, all), (2, 3));
    let (told, some, all) = closable(&["Python and Django", "Java, Spring Boot, Python"]);
    assert_eq!(
        told,
        "language (1 of Python, Java), framework (1 of Django, Spring)"
    );
    assert_eq!((some, all), (2, 4));
    let (told, some, all) = closable(&["Java and Django, Java"]);
    assert_eq!(told, "language (Java), framework (0 of Django)");
    assert_eq!((some, all), (1, 2));
    assert_eq!(closable(&["Git"]), (String::new(), 1, 1));
}

#[test]
fn what_a_posting_refuses_is_told() {
    let reader = Reader::new();
    let reading = reader.read("No Java.\nNo PHP, and\nPHP again");
    let refused: Vec<&str> = reading
        .refused
        .iter()
        .map(|one| one.first.written.as_str())
        .collect();
    assert_eq!(refused, ["Java"]);
}

#[test]
fn other_postings_at_the_end_are_not_read() {
    let reader = Reader::new();
    for heading in [
        "Similar jobs",
        "## Similar jobs (12)",
        "Related jobs: Docker",
        "Ähnliche Stellen:",
        "Weitere Stellenangebote in Berlin",
        "More jobs like this one",
    ] {
        let reading = reader.read(&format!("Git\n\n{heading}\nJava, Celery"));
        assert_eq!(reading.found.len(), 1, "{heading}");
        assert_eq!(reading.beside, [""; 0], "{heading}");
        assert_eq!(reading.others, Some(3), "{heading}");
    }
    for line in [
        "Other roles in the team use it.",
        "Similar jobs before? Good",
        "More jobs run on it than ever",
        "Other positions you will support: all",
    ] {
        let posting = format!("Git\n{line}\nDocker");
        assert_eq!(reader.found(&posting), ["Git", "Docker"], "{line}");
    }
    assert_eq!(reader.found("Similar jobs\nApply\nGit"), ["Git"]);
}

#[test]
fn where_a_skill_is_named_is_told() {
    let reader = Reader::new();
    let first = |posting: &str| reader.read(posting).found[0].first.clone();
    let passage = first("Hello\n\n  We write\tC# (and more)\nC#");
    assert_eq!(
        (passage.line, passage.text().as_str()),
        (3, "We write C# (and more)")
    );
    assert_eq!(
        (passage.before.as_str(), passage.written.as_str()),
        ("We write ", "C#")
    );
    let passage = first("> an answer\nof more words than that\nREST\nAPIs for all");
    assert_eq!((passage.line, passage.written.as_str()), (3, "REST APIs"));
    assert_eq!(passage.behind, " for all");
    let page =
        "<html\nlang=en>\n<p>All<br>of <b\nid=a>us</b>\nuse Docker<br>\n<p>Similar jobs\n<p>Git";
    assert_eq!(first(page).line, 5);
    assert_eq!(first(page).text(), "use Docker");
    assert_eq!(reader.read(page).others, Some(6));
    let mail = "Content-Type: multipart/mixed;\n boundary=a\n\n--a\nContent-Type: text/plain\n\
                Content-Transfer-Encoding: quoted-printable\n\nf=C3=BCr\nGit\n--a--";
    assert_eq!(first(mail).line, 9);
    let long = "word ".repeat(99);
    let passage = first(&format!("{long} Docker {long}"));
    assert!(passage.text().starts_with('…') && passage.text().ends_with('…'));
    assert!(passage.text().chars().count() < 200, "{}", passage.text());
}

#[test]
fn parts_of_a_mail_are_read_in_their_charsets() {
    let part = |charset: &str, coding: &str, body: &str| {
        format!(
            "--next\r\nContent-Type: text/plain;\r\n\tcharset=\"{charset}\"\r\n\
             Content-Transfer-Encoding: {coding}\r\n\r\n{body}\r\n"
        )
    };
    let mail = [
        part(
            "ISO-8859-1",
            "quoted-printable",
            "Kein Java n=F6tig, =\r\nDocker",
        ),
        part("windows-1252", "base64", "S2VpbiBQSFAgbvZ0aWcgliBHaXQ="),
        part("utf-8", "quoted-printable", "Kein Kotlin n=C3=B6tig, Redis"),
        part("koi8-r", "quoted-printable", "Python =F0"),
        part("koi8-r", "base64", "UHl0aG9u"),
    ];
    let mail = mail.concat();
    finds(&mail, &["Docker", "Git", "Redis"]);
    assert_eq!(Reader::new().read(&mail).unread, ["koi8-r"]);
    finds("Kein Java n=F6tig, =\nDocker", &["Docker"]);
}

#[test]
fn a_mail_or_page_in_an_old_charset_is_read_as_it_names_it() {
    let latin: &[u8] = b"Content-Type: text/plain; charset=iso-8859-1\n\nPython f\xFCr 50 \x80";
    let page: &[u8] = b"<meta charset=\"ISO-8859-15\">Python f\xFCr 50 \xA4";
    let later: &[u8] = b"A: charset=utf-8\nB: charset='windows-1252'\n\n\x84Go\x93";
    for (bytes, expected) in [
        (latin, "Python für 50 €"),
        (page, "Python für 50 €"),
        (later, "„Go“"),
    ] {
        let text = text(bytes).unwrap();
        assert!(text.ends_with(expected), "{text}");
    }
}

#[test]
fn the_subject_of_a_mail_is_decoded() {
    let title = |subject: &str| {
        let mail = format!("From: a@example.org\nSubject: {subject}\n\nGit");
        Reader::new().read(&mail).title
    };
    assert_eq!(title("=?UTF-8?Q?F=C3=BCr_Berlin:?= Git"), "Für Berlin: Git");
    assert_eq!(
        title("=?utf-8?B?RsO8cg==?=\n =?iso-8859-1?q?_K=F6ln?="),
        "Für Köln"
    );
    assert_eq!(title("=?koi8-r?B?RsO8cg==?= Git"), "… Git");
    assert_eq!(title("2 =? 3"), "2 =? 3");
}

#[test]
fn a_mail_without_a_subject_is_called_as_its_text_begins() {
    let title = |mail: &str| Reader::new().read(mail).title;
    let head = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8";
    assert_eq!(
        title(&format!("{head}\n\nWe ask: Git\nDocker")),
        "We ask: Git"
    );
    assert_eq!(title(&format!("{head}\nSubject:\n\nGit")), "Git");
    assert_eq!(title("To: you"), "To: you");
    let parts = format!("Content-Type: multipart/mixed;\n boundary=a\n\n--a\n{head}\n\nGit\n--a--");
    assert_eq!(title(&parts), "Git");
}

#[test]
fn parts_of_a_mail_in_base64_are_read() {
    let head = "Subject: Junior developer\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    let body = "V2lyIHN1Y2hlbiBOb2RlLmpzLCBEb2NrZXIKdW5kIEVyZmFocnVuZyBtaXQgR3JhcGhRTCBmw7xy\r\nIHVucy4=\r\n";
    let whole = format!("{head}{body}");
    finds(&whole, &["Node.js", "Docker", "GraphQL"]);
    let parts = format!(
        "{whole}--next\r\nContent-Transfer-Encoding: BASE64\r\nContent-Type: Text/html\r\n\r\nPHA+UmVkaXM8L3A+\r\n\
         --next\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nS2Fma2EgaW4gYSBwaWN0dXJl\r\n--next--\r\nGit"
    );
    finds(&parts, &["Node.js", "Docker", "GraphQL", "Redis", "Git"]);
    finds("Content-Transfer-Encoding: base64\n\n=A\nGit", &[]);
}

#[test]
fn a_name_beside_one_of_fixed_spelling_is_in_no_doubt() {
    finds("Only Azure and C#", &["Azure", "C#"]);
    finds("Azure and Java", &["Azure", "Java"]);
}

#[test]
fn what_the_curriculum_has_is_not_told_beside_it() {
    let reader = Reader::new();
    let beside = |posting: &str| reader.read(posting).beside;
    assert_eq!(beside("JAVASCRIPT, DOCKER, GO, REST, RUST"), [""; 0]);
    assert_eq!(
        beside("Our stack: Node, Express, Spring, Go, Rest."),
        [""; 0]
    );
    assert_eq!(beside("Python, Rest, Spring"), [""; 0]);
    assert_eq!(beside("REST and SQL, Express"), [""; 0]);
    assert_eq!(beside("Node.js v20, Docker, v20, .NET, Celery"), ["Celery"]);
}

#[test]
fn signs_of_a_name_are_told_with_it() {
    let reader = Reader::new();
    assert_eq!(reader.read("C++, Docker, Node.js").beside, ["C++"]);
    let written = |posting: &str| reader.read(posting).found[0].first.written.clone();
    assert_eq!(written("C#/C++"), "C#");
    assert_eq!(written("We use .NET"), ".NET");
}

#[test]
fn only_entries_of_a_list_are_told_beside_the_skills() {
    let reader = Reader::new();
    let beside = |posting: &str| reader.read(posting).beside;
    assert_eq!(
        beside("Python, Celery and Apache Airflow"),
        ["Celery", "Apache Airflow"]
    );
    assert_eq!(
        beside("Placeholder Company, Berlin. We use Python"),
        [""; 0]
    );
    assert_eq!(beside("Python\nBerlin, Remote"), [""; 0]);
    assert_eq!(beside("a, b, Python"), [""; 0]);
    assert_eq!(beside("Placeholder Company (Python)"), [""; 0]);
}

#[test]
fn a_page_that_is_cut_off_ends_there() {
    finds("<p>Java</p><script>Python", &["Java"]);
    finds("<p>Java</p><a href=\"Python", &["Java"]);
    finds("<p>Java</p><!-- Python", &["Java"]);
    finds("1 < 2, a<b, Java", &["Java"]);
    finds(
        "<b>Java</b>Script &amp; Py&shy;thon",
        &["JavaScript", "Python"],
    );
    finds(
        "<ul><li>Spring<li>Boot &unknown; Java</ul>",
        &["Spring", "Java"],
    );
}

#[test]
fn what_is_no_text_is_refused() {
    assert_eq!(text(b""), Err(Unreadable::Empty));
    assert_eq!(text(" \n\u{200B}\n".as_bytes()), Err(Unreadable::Empty));
    assert_eq!(text(b"PK\0\x01"), Err(Unreadable::Binary));
    assert_eq!(text(b"%PDF-1.7\n"), Err(Unreadable::Pdf));
    assert_eq!(text(b"\xFF\xD8\xFF\xE0\0"), Err(Unreadable::Picture));
    assert_eq!(text(b"G\0i\0t\0\n\0"), Err(Unreadable::Utf16));
    assert_eq!(text(b"\xFF\xFE\0\xD8"), Err(Unreadable::Utf16));
    assert_eq!(text(b"\xFF\xFE \0"), Err(Unreadable::Empty));
    assert_eq!(text(b"caf\xE9"), Err(Unreadable::NotUtf8));
    let unknown = b"Content-Type: text/plain; charset=koi8-r\n\ncaf\xE9";
    assert_eq!(text(unknown), Err(Unreadable::NotUtf8));
    assert_eq!(text(&vec![b'a'; 1 << 20]).unwrap().len(), 1 << 20);
    assert_eq!(text(&vec![b'a'; (1 << 20) + 1]), Err(Unreadable::TooLarge));
}

#[test]
fn text_in_utf_16_that_says_so_is_read() {
    assert_eq!(text(b"\xFF\xFEG\0i\0t\0").unwrap(), "Git");
    assert_eq!(text(b"\xFE\xFF\0G\0i\0t").unwrap(), "Git");
}

#[test]
fn a_long_text_of_any_kind_is_read_in_time() {
    let reader = Reader::new();
    let pieces = [
        "Go ",
        "Spring ",
        "<",
        "<a \"",
        "</p><script>",
        "&",
        "&#",
        "=\n",
        "a=\n",
        "-\n",
        "Java-\n",
        "REST, ",
        ".",
        "a.a/",
        "@a",
        "\n\n",
        " ",
        "Python, Celery, ",
        "A, ",
        "and ",
        ">",
        "\u{200B}",
        "e\u{301}",
        "Content-Transfer-Encoding: base64\n\nR2l0\n",
        "--a\nContent-Type: a\n",
        "=?utf-8?q?",
        "no Java or ",
        "Java and ",
        "not in use: Java, ",
        "Similar jobs\n",
        "not required: Java, ",
        "Go C# .NET REST ",
        "(https://a(",
    ];
    for piece in pieces {
        let hostile = piece.repeat((1 << 15) / piece.len());
        let began = Instant::now();
        reader.read(&hostile);
        let took = began.elapsed();
        assert!(took < Duration::from_secs(3), "{piece:?}: {took:?}");
    }
}
