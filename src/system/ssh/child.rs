//! A child process that is given some time, and of which nothing is left when that is over.

use std::io::Read;
use std::os::fd::{AsFd, BorrowedFd};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_process};

use super::SshError;
use crate::system::clock::moment;

/// How much of what a program says is kept.
const MOST_KEPT: usize = 64 * 1024;

/// How long it is waited for words before it is looked whether the program has ended all the same: what it started may
/// still hold its end of them.
const GLANCE: Duration = Duration::from_millis(50);

/// How long it is waited for a program to end that says nothing any more.
const NAP: Duration = Duration::from_millis(1);

/// How long a program has to end by itself that was asked to: one that asks for a passphrase first makes the terminal show
/// again what is typed.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// What a program answered.
#[derive(Debug)]
pub(super) struct Answer {
    /// Whether it ended well.
    pub(super) is_good: bool,
    /// What it said.
    pub(super) output: String,
    /// What it complained of.
    pub(super) complaint: String,
}

/// A program that runs; it ends with this value.
#[derive(Debug)]
struct Running(Child);

/// What a program said so far.
#[derive(Debug)]
struct Heard<R> {
    /// Where it says it; `None` once that is closed.
    pipe: Option<R>,
    said: Vec<u8>,
}

/// Runs a program for so long at most, and answers with what it said.
pub(super) fn answer(command: &mut Command, patience: Duration) -> Result<Answer, SshError> {
    let started = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut running = Running(started.map_err(failed)?);
    let mut output = Heard::of(running.0.stdout.take());
    let mut complaint = Heard::of(running.0.stderr.take());
    let end = moment() + patience;
    let status = loop {
        let left = end.saturating_duration_since(moment());
        listen(&mut output, &mut complaint, left.min(GLANCE))?;
        if let Some(status) = running.ended()? {
            break status;
        }
        if left.is_zero() {
            return Err(SshError::Overdue(patience));
        }
        if output.pipe.is_none() && complaint.pipe.is_none() {
            sleep(NAP);
        }
    };
    // What was said before the end may still be on its way through the pipe.
    while listen(&mut output, &mut complaint, Duration::ZERO)? {}
    Ok(Answer {
        is_good: status.success(),
        output: output.text(),
        complaint: complaint.text(),
    })
}

/// Waits for so long until something is said, and takes it in; `true` if there was something.
fn listen<A: Read + AsFd, B: Read + AsFd>(
    output: &mut Heard<A>,
    complaint: &mut Heard<B>,
    most: Duration,
) -> Result<bool, SshError> {
    let ready = {
        let pipes = [output.fd(), complaint.fd()];
        let open = pipes.iter().flatten();
        let mut watched: Vec<PollFd<'_>> = open
            .map(|pipe| PollFd::from_borrowed_fd(*pipe, PollFlags::IN))
            .collect();
        if watched.is_empty() {
            return Ok(false);
        }
        let most = Timespec::try_from(most).map_err(failed)?;
        match poll(&mut watched, Some(&most)) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(failed(error)),
        }
        let mut ready = watched.iter().map(|pipe| !pipe.revents().is_empty());
        pipes.map(|pipe| pipe.is_some() && ready.next().unwrap_or_default())
    };
    if ready[0] {
        output.take_in();
    }
    if ready[1] {
        complaint.take_in();
    }
    Ok(ready.contains(&true))
}

fn failed(error: impl std::error::Error) -> SshError {
    SshError::Started(error.to_string())
}

impl Running {
    fn ended(&mut self) -> Result<Option<ExitStatus>, SshError> {
        self.0.try_wait().map_err(failed)
    }

    /// Asks it to end, and makes it end where it does not.
    fn end(&mut self) {
        let asked = i32::try_from(self.0.id()).ok().and_then(Pid::from_raw);
        let asked = asked.map(|pid| kill_process(pid, Signal::TERM));
        let end: Instant = moment() + LAST_WORDS;
        while asked == Some(Ok(())) && moment() < end {
            if !matches!(self.0.try_wait(), Ok(None)) {
                return;
            }
            sleep(NAP);
        }
        // What cannot be ended has ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            self.end();
        }
    }
}

impl<R: Read + AsFd> Heard<R> {
    fn of(pipe: Option<R>) -> Self {
        Self {
            pipe,
            said: Vec::new(),
        }
    }

    fn fd(&self) -> Option<BorrowedFd<'_>> {
        self.pipe.as_ref().map(AsFd::as_fd)
    }

    /// Takes in what is there; what is too much is dropped.
    fn take_in(&mut self) {
        let mut some = [0; 4096];
        let count = self.pipe.as_mut().map(|pipe| pipe.read(&mut some));
        match count {
            Some(Ok(count)) if count > 0 => {
                let room = MOST_KEPT - self.said.len();
                self.said.extend_from_slice(&some[..count.min(room)]);
            }
            Some(Err(error)) if error.kind() == std::io::ErrorKind::Interrupted => {}
            _ => self.pipe = None,
        }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.said).into_owned()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "programs of the system are run")]

    use std::process::{Command, Stdio};
    use std::time::Duration;

    use super::{MOST_KEPT, SshError, answer, moment};

    fn shell(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]).stdin(Stdio::null());
        command
    }

    #[test]
    fn what_a_program_says_and_how_it_ends_is_told() {
        let told = answer(
            &mut shell("echo one; echo two >&2; exit 3"),
            Duration::from_secs(20),
        );
        let told = told.unwrap();
        assert_eq!(
            (told.is_good, told.output.as_str(), told.complaint.as_str()),
            (false, "one\n", "two\n")
        );
        assert!(
            answer(&mut shell("exit 0"), Duration::from_secs(20))
                .unwrap()
                .is_good
        );
    }

    #[test]
    fn a_program_that_says_too_much_is_heard_in_part_and_ends() {
        let told = answer(
            &mut shell("head -c 300000 /dev/zero"),
            Duration::from_secs(20),
        );
        assert_eq!(told.unwrap().output.len(), MOST_KEPT);
    }

    #[test]
    fn what_a_program_leaves_running_is_not_waited_for() {
        let begun = moment();
        let told = answer(&mut shell("sleep 30 & echo done"), Duration::from_secs(20)).unwrap();
        assert_eq!(told.output, "done\n");
        assert!(begun.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn nothing_is_left_of_a_program_whose_time_is_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("pid");
        for (told, script) in [
            ("that is asked to", "echo $$ > PID; exec sleep 30"),
            (
                "that does not listen",
                "trap '' TERM; echo $$ > PID; while :; do sleep 1; done",
            ),
            (
                "that says nothing any more",
                "echo $$ > PID; exec sleep 30 >&- 2>&-",
            ),
        ] {
            let script = script.replace("PID", &file.display().to_string());
            let over = answer(&mut shell(&script), Duration::from_millis(300));
            assert!(
                matches!(over, Err(SshError::Overdue(_))),
                "{told}: {over:?}"
            );
            let pid = std::fs::read_to_string(&file).unwrap();
            let gone = Command::new("/bin/kill")
                .args(["-0", pid.trim()])
                .stderr(Stdio::null())
                .status();
            assert!(!gone.unwrap().success(), "{told}");
        }
    }
}
