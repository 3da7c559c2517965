//! What mentors signed, handed out and checked, by milepost and by stock ssh-keygen.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use milepost::exchange::attestation::NAMESPACE;
use milepost::progress::verdict::Ruling;
use serde_json::Value;
use uuid::Uuid;

use crate::kit::command::{Shell, assert_transcript};
use crate::kit::keys::{Keys, MENTOR, stock};
use crate::kit::signed::{Answer, hears};

/// A learner with a repository for one milestone and a mentor's signed answer to it.
struct Employer {
    shell: Shell,
    keys: Keys,
}

/// A learner who has done something that a mentor can look at.
fn learner() -> Shell {
    Shell::following_the_sample()
        .quietly("done terminal")
        .quietly("done git --evidence https://example.org/you/code")
}

/// The learner takes in these answers, and the mentor's key is trusted in a file of the working directory.
fn answered(shell: &Shell, keys: &Keys, answers: &[Answer]) {
    hears(&mut shell.session(), answers);
    let allowed = keys.trusting("mentor", &format!("namespaces=\"{NAMESPACE}\""));
    fs::write(shell.path("allowed_signers"), allowed).unwrap();
}

impl Employer {
    /// Somebody who was handed the files, and trusts the mentor.
    fn new() -> Self {
        let (shell, keys) = (learner(), Keys::new());
        let answer = Answer::of(&mut shell.session(), "git", 1).signed(&keys, "mentor");
        answered(&shell, &keys, &[answer]);
        let shell = shell.quietly("attest extract git");
        let employer = Self { shell, keys };
        let files = fs::read_dir(employer.shell.path("")).unwrap();
        for file in files.map(|file| file.unwrap().path()) {
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            let kind = if file.extension().is_some_and(|kind| kind == "sig") {
                "a.json.sig"
            } else {
                "a.json"
            };
            if name.starts_with("sample-git-") {
                fs::rename(&file, employer.shell.path(kind)).unwrap();
            }
        }
        employer
    }

    fn path(&self, name: &str) -> PathBuf {
        self.shell.path(name)
    }

    /// Whether milepost verifies the files, with these words more, and what it says; stock ssh-keygen has to agree.
    fn verifies(&self, words: &str) -> (bool, String) {
        let line = format!("attest verify a.json --signers allowed_signers {words}");
        let output = self.shell.output(&line, b"");
        let revoked = words.strip_prefix("--revoked ").map(|name| self.path(name));
        let [payload, signature, allowed] =
            ["a.json", "a.json.sig", "allowed_signers"].map(|name| {
                let bytes = fs::read(self.path(name)).unwrap();
                String::from_utf8(bytes).unwrap()
            });
        let takes = self.keys.takes_unless_revoked(
            &allowed,
            revoked.as_deref(),
            &signature,
            payload.as_bytes(),
        );
        assert_eq!(output.status.success(), takes, "{output:?}");
        let told = [output.stdout, output.stderr].concat();
        (takes, String::from_utf8(told).unwrap())
    }

    /// Why the files are not verified.
    fn refusal(&self, words: &str) -> String {
        let (is_verified, told) = self.verifies(words);
        assert!(!is_verified, "{told}");
        let why = told.lines().find_map(|line| line.strip_prefix("  why: "));
        why.unwrap().to_owned()
    }
}

#[test]
fn the_command_that_extract_prints_is_one_that_a_shell_runs() {
    let (shell, keys) = (learner(), Keys::new());
    let answer = Answer::of(&mut shell.session(), "git", 1).signed(&keys, "mentor");
    answered(&shell, &keys, &[answer]);
    for (line, folder) in [
        ("attest extract git", ""),
        ("attest extract git -o \"for you\"", "for you"),
    ] {
        let command = shell.stdout(line);
        assert!(command.starts_with("ssh-keygen -Y verify -f allowed_signers -I mentor@school.example -n attestation@milepost -s "));
        let ran = Command::new("/bin/sh")
            .args(["-c", &command])
            .current_dir(shell.path(""))
            .stdout(Stdio::null())
            .status();
        assert!(ran.unwrap().success(), "{command}");
        let files = fs::read_dir(shell.path(folder)).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let ours = names.filter(|name| name.starts_with("sample-git-"));
        assert_eq!(ours.count(), 2);
    }
}

#[test]
fn what_a_mentor_signed_is_handed_out_and_checked() {
    let (shell, keys) = (learner(), Keys::new());
    let mut session = shell.session();
    let answers = [
        Answer::of(&mut session, "git", 1).signed(&keys, "mentor"),
        Answer::of(&mut session, "git", 2).saying(Ruling::Returned),
    ];
    answered(&shell, &keys, &answers);
    let shell = shell
        .run("attest extract git")
        .run("attest extract git -o for-them --by mentor@school.example")
        .run("attest extract git --by other@school.example")
        .run("attest extract git --by 'not a name'")
        .run("attest extract terminal");
    fs::copy(
        shell.path("allowed_signers"),
        shell.data().join("allowed_signers"),
    )
    .unwrap();
    let shell = shell.run("attest extract git -o for-them").run("show git");
    assert_transcript!(shell);
}

#[test]
fn the_two_things_that_are_checked_are_told_apart() {
    let employer = Employer::new();
    let shell = employer
        .shell
        .run("attest verify a.json --signers allowed_signers")
        .run("attest verify a.json --signers allowed_signers --json")
        .run("attest verify a.json")
        .run("attest verify a.json --json");
    let payload = fs::read_to_string(shell.path("a.json")).unwrap();
    let shell = shell
        .file("changed.json", &payload.replacen("verified", "verifies", 1))
        .run("attest verify changed.json --signature a.json.sig --signers allowed_signers")
        .run("attest verify changed.json --signature a.json.sig --signers allowed_signers --json");
    assert_transcript!(shell);
}

#[test]
fn files_that_are_none_are_told_from_signatures_that_fail() {
    let employer = Employer::new();
    let signature = employer.keys.sign("mentor", NAMESPACE, b"{}");
    let payload = fs::read(employer.path("a.json")).unwrap();
    let shell = employer
        .shell
        .file("other.json", "{}")
        .file("other.json.sig", &signature)
        .run("attest verify other.json --signers allowed_signers")
        .run("attest verify none.json")
        .run("attest verify allowed_signers")
        .run("attest verify a.json --signers none")
        .run("attest verify a.json --revoked none")
        .run("attest verify -")
        .run_with(
            "attest verify - --signature a.json.sig --signers allowed_signers",
            "{}",
        );
    assert_transcript!(shell);
    let line = "attest verify - --signature a.json.sig --signers allowed_signers";
    assert!(shell.output(line, &payload).status.success());
}

#[test]
fn one_changed_byte_another_namespace_or_another_key_is_refused() {
    let employer = Employer::new();
    assert!(employer.verifies("").0);
    let [payload, signature] =
        ["a.json", "a.json.sig"].map(|name| fs::read(employer.path(name)).unwrap());
    let put = |name: &str, bytes: &[u8]| fs::write(employer.path(name), bytes).unwrap();
    for at in [0, payload.len() / 2, payload.len() - 1] {
        let mut changed = payload.clone();
        changed[at] ^= 1;
        put("a.json", &changed);
        assert_eq!(
            employer.refusal(""),
            "Signature verification failed: incorrect signature"
        );
    }
    put("a.json", &payload);
    let elsewhere = employer.keys.sign("mentor", "git", &payload);
    put("a.json.sig", elsewhere.as_bytes());
    assert_eq!(
        employer.refusal(""),
        "Couldn't verify signature: namespace does not match"
    );
    employer.keys.make("other", "");
    let other = employer.keys.sign("other", NAMESPACE, &payload);
    put("a.json.sig", other.as_bytes());
    assert_eq!(
        employer.refusal(""),
        format!("allowed_signers names no such key for {MENTOR}")
    );
    put("a.json.sig", &signature);
    assert!(employer.verifies("").0);
}

#[test]
fn a_revoked_key_or_one_past_its_date_is_refused() {
    let employer = Employer::new();
    let public = employer.keys.path("mentor.pub");
    fs::copy(&public, employer.path("list")).unwrap();
    let packed = stock(
        &["-q", "-k", "-f"],
        &[&employer.path("packed"), &public],
        b"",
    );
    assert!(packed.status.success());
    for revoked in ["list", "packed"] {
        assert_eq!(
            employer.refusal(&format!("--revoked {revoked}")),
            "revoked_keys names the key, or cannot be read"
        );
    }
    fs::copy(&public, employer.shell.data().join("revoked_keys")).unwrap();
    let line = "attest verify a.json --signers allowed_signers";
    assert_eq!(employer.shell.output(line, b"").status.code(), Some(1));
    fs::remove_file(employer.shell.data().join("revoked_keys")).unwrap();
    let over = employer
        .keys
        .trusting("mentor", "valid-before=\"20200101\"");
    fs::write(employer.path("allowed_signers"), over).unwrap();
    assert!(
        employer
            .refusal("")
            .starts_with("allowed_signers:1: key has expired")
    );
}

#[test]
fn an_attestation_that_was_moved_to_another_learner_or_verdict_is_worth_nothing() {
    let (shell, keys) = (learner(), Keys::new());
    let mut session = shell.session();
    let answer = |session: &mut _| Answer::of(session, "git", 1);
    let moved = [
        answer(&mut session)
            .about(Uuid::from_u128(7))
            .signed(&keys, "mentor"),
        answer(&mut session)
            .signed(&keys, "mentor")
            .moved(|event| event.id = Uuid::from_u128(0x0198_c0de_0000_7000_8000_0000_0000_0099)),
        answer(&mut session)
            .saying(Ruling::Returned)
            .signed(&keys, "mentor")
            .changed(|verdict| verdict.verdict = Ruling::Verified),
    ];
    for (answer, why) in moved.into_iter().zip([
        "another learner",
        "another verdict",
        "verdict is another one",
    ]) {
        let shell = learner_like(&shell);
        answered(&shell, &keys, &[answer]);
        let output = shell.output("attest extract git", b"");
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(told.contains(why), "{told}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_review_that_a_trusted_mentor_signed_comes_in_as_more_than_a_claim() {
    let keys = Keys::new();
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sample");
    let shell = learner()
        .file("cohort/roster.csv", "")
        .quietly("export -o cohort/learner.milepost.json --name 'A. Learner'")
        .quietly(&format!("--data-dir mentor curriculum use {sample}"))
        .quietly("--data-dir mentor verdict give cohort 'A. Learner' git verified --level meets");
    let key = keys.path("mentor");
    let shell = shell.quietly(&format!(
        "--data-dir mentor verdict send cohort -o out --key {}",
        key.display()
    ));
    let review = fs::read_dir(shell.path("out")).unwrap().next().unwrap();
    fs::rename(review.unwrap().path(), shell.path("review.json")).unwrap();
    let allowed = keys.trusting("mentor", &format!("namespaces=\"{NAMESPACE}\""));
    let shell = shell.run("import --preview review.json");
    fs::write(shell.data().join("allowed_signers"), allowed).unwrap();
    let shell = shell
        .run("import --preview review.json")
        .run("import review.json")
        .run("list basics")
        .quietly("evidence add git https://example.org/you/more")
        .run("list basics");
    assert_transcript!(shell);
}

/// The same learner on another machine.
fn learner_like(shell: &Shell) -> Shell {
    let file = shell.stdout("export --sync -o -");
    Shell::following_the_sample()
        .file("me.json", &file)
        .quietly("import me.json")
}

#[test]
fn what_a_stranger_signed_steers_no_terminal() {
    let (shell, keys) = (learner(), Keys::new());
    let hostile = "\u{1b}[2J\u{202e}\u{9b}A";
    let answer = Answer::of(&mut shell.session(), "git", 1)
        .titled(hostile)
        .signed(&keys, "mentor");
    answered(&shell, &keys, &[answer]);
    let shell = shell.quietly("attest extract git -o out");
    let file = fs::read_dir(shell.path("out"))
        .unwrap()
        .map(|file| file.unwrap().path());
    let file = file
        .into_iter()
        .find(|file| file.extension().unwrap() == "json")
        .unwrap();
    for more in ["", " --json"] {
        let told = shell.stdout(&format!(
            "attest verify {} --signers allowed_signers{more}",
            file.display()
        ));
        assert!(told.contains("[2J"), "{told}");
        assert!(!told.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{told:?}");
        if !more.is_empty() {
            let json: Value = serde_json::from_str(&told).unwrap();
            assert_eq!(json["says"]["milestone"]["title"], hostile);
        }
    }
}
