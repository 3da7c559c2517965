//! The program in a real terminal: what it takes over, it gives back.

use std::io::{Read, Write};
use std::num::NonZero;
use std::time::{Duration, Instant};

use milepost::session::Session;
use milepost::system::clock::Clock;
use milepost::system::paths::DataFolder;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

use crate::kit::machine::{NOW, fill_up};

const ROWS: NonZero<u16> = NonZero::new(24).unwrap();
const COLUMNS: NonZero<u16> = NonZero::new(80).unwrap();

/// How long a test waits for the program.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program in a terminal of 80×24.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: std::sync::mpsc::Receiver<Vec<u8>>,
    screen: vt100::Parser,
    master: Option<Box<dyn MasterPty + Send>>,
    home: tempfile::TempDir,
}

impl Terminal {
    /// The path of a newcomer who passes over all questions.
    fn start() -> Self {
        let mut terminal = Self::start_as_newcomer();
        terminal.sees("1 of 4");
        terminal.press("\x1b");
        terminal.sees("space done");
        terminal
    }

    fn start_as_newcomer() -> Self {
        Self::start_on("xterm-256color", &[])
    }

    /// The program with these words in a terminal that calls itself so.
    fn start_on(name: &str, words: &[&str]) -> Self {
        let size = PtySize {
            rows: ROWS.get(),
            cols: COLUMNS.get(),
            ..PtySize::default()
        };
        let pty = native_pty_system().openpty(size).unwrap();
        let home = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_milepost"));
        command.env("MILEPOST_DATA_DIR", home.path());
        command.env("MILEPOST_NOW", NOW);
        command.env("TERM", name);
        command.args(words);
        let child = pty.slave.spawn_command(command).unwrap();
        let (sender, output) = std::sync::mpsc::channel();
        let mut reader = pty.master.try_clone_reader().unwrap();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            writer: pty.master.take_writer().unwrap(),
            output,
            screen: vt100::Parser::new(ROWS, COLUMNS, 0),
            master: Some(pty.master),
            home,
        }
    }

    fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
    }

    /// Waits until the screen shows a text.
    fn sees(&mut self, text: &str) {
        let begun = Instant::now();
        while !self.screen.screen().contents().contains(text) {
            assert!(
                begun.elapsed() < PATIENCE,
                "{}",
                self.screen.screen().contents()
            );
            self.take_output();
        }
    }

    /// Waits for the program to end, and reads what it still had to say.
    fn ends(&mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            self.take_output();
            if let Some(status) = self.child.try_wait().unwrap() {
                while self.take_output() {}
                return status;
            }
            if begun.elapsed() > PATIENCE {
                self.child.kill().unwrap();
                panic!("the program does not end");
            }
        }
    }

    fn take_output(&mut self) -> bool {
        let output = self.output.recv_timeout(Duration::from_millis(200));
        output.map(|bytes| self.screen.process(&bytes)).is_ok()
    }

    /// The window is closed: nobody holds its end of the terminal any more, once the reader has read a last time.
    fn closes(&mut self) {
        self.output = std::sync::mpsc::channel().1;
        self.press("!");
        self.writer = Box::new(std::io::sink());
        self.master = None;
    }

    fn is_as_before(&self) -> bool {
        let screen = self.screen.screen();
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    }
}

#[test]
fn after_a_tick_and_a_quit_the_terminal_is_as_before() {
    let mut terminal = Terminal::start();
    terminal.sees("? keys");
    assert!(!terminal.is_as_before());
    terminal.press(" ");
    terminal.sees("u undoes");
    terminal.press("q");
    assert!(terminal.ends().success());
    assert!(terminal.is_as_before());
}

#[test]
fn the_folder_that_the_environment_names_is_named_to_the_shell_too() {
    let mut terminal = Terminal::start();
    terminal.press(":");
    terminal.sees("Actions");
    terminal.press("export\r");
    terminal.sees("milepost --data-dir /");
}

#[test]
fn a_deed_of_another_process_appears_while_key_follows_key() {
    let mut terminal = Terminal::start();
    terminal.sees("0/7");
    let other = std::process::Command::new(env!("CARGO_BIN_EXE_milepost"))
        .env("MILEPOST_DATA_DIR", terminal.home.path())
        .env("MILEPOST_NOW", NOW)
        .args(["done", "what-backend-is"])
        .output()
        .unwrap();
    assert!(other.status.success(), "{other:?}");
    let begun = Instant::now();
    while !terminal.screen.screen().contents().contains("1/7") {
        assert!(begun.elapsed() < PATIENCE, "it never shows");
        terminal.press("jk");
        terminal.take_output();
    }
}

#[test]
fn a_signal_to_end_leaves_the_terminal_as_before() {
    let mut terminal = Terminal::start();
    terminal.sees("? keys");
    let id = terminal.child.process_id().unwrap();
    std::process::Command::new("kill")
        .args(["-TERM", &id.to_string()])
        .status()
        .unwrap();
    let status = terminal.ends();
    assert_eq!(status.exit_code(), 128 + 15);
    assert!(terminal.is_as_before());
}

#[test]
fn a_closed_window_ends_the_program_and_keeps_what_was_typed() {
    let mut terminal = Terminal::start();
    terminal.sees("? keys");
    terminal.press("nHalf a thought");
    terminal.sees("Half a thought");
    terminal.closes();
    assert_eq!(terminal.ends().exit_code(), 128 + 1);
    let folder = DataFolder::open(Some(terminal.home.path())).unwrap();
    let session = Session::open(&folder, Clock::fixed(NOW).unwrap()).unwrap();
    let draft = session.draft("note:backend-developer/what-backend-is");
    assert!(draft.unwrap().unwrap().starts_with("Half a thought"));
}

#[test]
fn a_note_that_cannot_be_kept_is_printed_on_leaving() {
    let mut terminal = Terminal::start();
    terminal.sees("? keys");
    fill_up(terminal.home.path());
    terminal.press("nHalf a thought\x1b");
    terminal.sees("✗");
    terminal.press("q");
    terminal.sees("your text could not be saved");
    terminal.press("q");
    assert_eq!(terminal.ends().exit_code(), 4);
    assert!(terminal.is_as_before());
    let left = terminal.screen.screen().contents();
    assert!(left.contains("Half a thought"), "{left}");
}

#[test]
fn a_terminal_that_cannot_be_drawn_on_gets_the_screens_printed() {
    let mut plain = Terminal::start_on("dumb", &["--plain"]);
    assert_eq!(plain.ends().exit_code(), 0);
    let count = milepost::tui::screen::ROWS.len();
    plain.sees(&format!("Screen {count} of {count}"));
    let mut refused = Terminal::start_on("dumb", &[]);
    assert_eq!(refused.ends().exit_code(), 2);
    refused.sees("milepost --plain");
}
