//! A learner at a shell: command lines in, what the program prints out, all of it in one transcript.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use milepost::session::Session;
use milepost::system::clock::Clock;
use milepost::system::paths::DataFolder;
use tempfile::TempDir;

use super::machine::NOW;

/// A shell on a machine of its own: nothing of the real one reaches the program, and the clock stands still.
pub(crate) struct Shell {
    home: TempDir,
    columns: &'static str,
    variables: Vec<(&'static str, &'static str)>,
    transcript: String,
}

impl Shell {
    /// A shell on a new machine.
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir(home.path().join("work")).unwrap();
        Self {
            home,
            columns: "100",
            variables: Vec::new(),
            transcript: String::new(),
        }
    }

    /// A shell on a machine where the small curriculum of these tests is followed.
    pub(crate) fn following_the_sample() -> Self {
        let shell = Self::new();
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sample");
        shell.quietly(&format!("curriculum use {}", sample.display()))
    }

    /// The terminal is so wide.
    pub(crate) fn columns(mut self, columns: &'static str) -> Self {
        self.columns = columns;
        self
    }

    /// The environment has one more variable.
    pub(crate) fn with(mut self, variable: &'static str, value: &'static str) -> Self {
        self.variables.push((variable, value));
        self
    }

    /// The clock says this from now on.
    pub(crate) fn at(self, now: &'static str) -> Self {
        self.with("MILEPOST_NOW", now)
    }

    /// A file lies in the working directory.
    pub(crate) fn file(self, name: &str, text: &str) -> Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    /// The path of a file in the working directory.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join("work").join(name)
    }

    /// The folder with the learner's data.
    pub(crate) fn data(&self) -> PathBuf {
        self.home.path().join(".local/share/milepost")
    }

    /// A session of the learner's, as another process opens it.
    pub(crate) fn session(&self) -> Session {
        let folder = DataFolder::open(Some(&self.data())).unwrap();
        Session::open(&folder, Clock::fixed(NOW).unwrap()).unwrap()
    }

    /// Runs `milepost` with these words, into the transcript.
    pub(crate) fn run(self, line: &str) -> Self {
        self.run_with(line, "")
    }

    /// Runs `milepost` with these words and this text on stdin, into the transcript.
    pub(crate) fn run_with(mut self, line: &str, stdin: &str) -> Self {
        let output = self.output(line, stdin.as_bytes());
        let home = self.home.path().display().to_string();
        let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&home, "$HOME");
        if !self.transcript.is_empty() {
            self.transcript.push('\n');
        }
        writeln!(self.transcript, "$ milepost {line}").unwrap();
        self.transcript.push_str(&told(&output.stdout));
        for line in told(&output.stderr).lines() {
            writeln!(self.transcript, "stderr: {line}").unwrap();
        }
        if !output.status.success() {
            writeln!(self.transcript, "status: {}", output.status.code().unwrap()).unwrap();
        }
        self
    }

    /// Runs `milepost` with these words; it has to work, and nobody looks at what it says.
    pub(crate) fn quietly(self, line: &str) -> Self {
        let output = self.output(line, b"");
        assert!(output.status.success(), "milepost {line}: {output:?}");
        self
    }

    /// What `milepost` prints to stdout for these words.
    pub(crate) fn stdout(&self, line: &str) -> String {
        String::from_utf8(self.output(line, b"").stdout).unwrap()
    }

    /// All that happened so far.
    pub(crate) fn transcript(&self) -> &str {
        &self.transcript
    }

    /// Runs `milepost` with these words, and with nothing else of the world.
    pub(crate) fn output(&self, line: &str, stdin: &[u8]) -> Output {
        let mut child = self.command(line).spawn().unwrap();
        // A program that does not read its input closes it, which is no failure.
        let _ = child.stdin.take().unwrap().write_all(stdin);
        child.wait_with_output().unwrap()
    }

    /// The program with these words, before it runs.
    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_milepost"));
        command
            .args(words(line))
            .current_dir(self.home.path().join("work"))
            .env_clear()
            .env("HOME", self.home.path())
            .env("MILEPOST_NOW", NOW)
            .env("COLUMNS", self.columns)
            .envs(self.variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}

/// Holds a shell's transcript against its snapshot, with ids that chance made left out.
macro_rules! assert_transcript {
    ($shell:expr) => {
        insta::with_settings!({filters => vec![
            (r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", "[id]"),
            (r"-[0-9a-f]{8}(-sync)?\.milepost\.json", "-[id]$1.milepost.json"),
            (r"(?m)^( *)[0-9a-f]{8}  ", "$1[id]  "),
            (r"name one of: .*", "name one of: [ids]"),
            (r"sha256:[0-9a-f]{64}", "sha256:[digest]"),
            (r"SHA256:[A-Za-z0-9+/]{43}", "SHA256:[key]"),
            (r"-[0-9a-f]{8}\.json", "-[id].json"),
        ], omit_expression => true}, {
            insta::assert_snapshot!($shell.transcript());
        })
    };
}
pub(crate) use assert_transcript;

/// The words of a command line; quotes keep blanks together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        let quoted = matches!(first, '"' | '\'');
        let (word, tail) = if quoted {
            rest[1..].split_once(first).unwrap()
        } else {
            rest.split_once(' ').unwrap_or((rest, ""))
        };
        words.push(word.to_owned());
        rest = tail.trim_start();
    }
    words
}
