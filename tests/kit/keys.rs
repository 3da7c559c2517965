//! A mentor's keys, made for one test, an agent that holds them, and the ssh-keygen that everybody has.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use milepost::exchange::attestation::NAMESPACE;
use milepost::system::ssh::Keygen;
use tempfile::TempDir;

/// Who signs.
pub(crate) const MENTOR: &str = "mentor@school.example";

/// A folder with keys. Dropped, it leaves nothing behind.
pub(crate) struct Keys {
    folder: TempDir,
}

/// An agent that holds keys; it ends with this value.
pub(crate) struct Agent {
    child: Child,
    socket: PathBuf,
}

impl Keys {
    /// A folder with the key `mentor`.
    pub(crate) fn new() -> Self {
        let keys = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        keys.make("mentor", "");
        keys
    }

    /// Makes a key of this name, under this passphrase.
    pub(crate) fn make(&self, name: &str, passphrase: &str) -> PathBuf {
        let key = self.path(name);
        let made = stock(
            &["-q", "-t", "ed25519", "-N", passphrase, "-C", MENTOR, "-f"],
            &[&key],
            b"",
        );
        assert!(made.status.success(), "{made:?}");
        key
    }

    /// The path of a file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the folder.
    pub(crate) fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// The public key of this name, without what is written behind it.
    pub(crate) fn public(&self, name: &str) -> String {
        let text = fs::read_to_string(self.path(&format!("{name}.pub"))).unwrap();
        let words: Vec<&str> = text.split(' ').take(2).collect();
        words.join(" ")
    }

    /// The line of allowed signers by which the key of this name is the mentor's, with these options of OpenSSH.
    pub(crate) fn trusting(&self, name: &str, options: &str) -> String {
        format!("{MENTOR} {options} {}\n", self.public(name))
    }

    /// Signs with stock ssh-keygen.
    pub(crate) fn sign(&self, name: &str, namespace: &str, bytes: &[u8]) -> String {
        let signed = stock(
            &["-Y", "sign", "-n", namespace, "-f"],
            &[&self.path(name)],
            bytes,
        );
        assert!(signed.status.success(), "{signed:?}");
        String::from_utf8(signed.stdout).unwrap()
    }

    /// Whether stock ssh-keygen takes a signature of these bytes for the mentor's, with the command that milepost names.
    pub(crate) fn takes(&self, allowed: &str, signature: &str, bytes: &[u8]) -> bool {
        self.takes_unless_revoked(allowed, None, signature, bytes)
    }

    /// The same where these keys are revoked.
    pub(crate) fn takes_unless_revoked(
        &self,
        allowed: &str,
        revoked: Option<&Path>,
        signature: &str,
        bytes: &[u8],
    ) -> bool {
        let allowed = self.file("asked_allowed_signers", allowed);
        let signature = self.file("asked.sig", signature);
        let mut files = vec![allowed.as_path(), Path::new("-s"), &signature];
        if let Some(revoked) = revoked {
            files.extend([Path::new("-r"), revoked]);
        }
        let words = ["-Y", "verify", "-I", MENTOR, "-n", NAMESPACE, "-f"];
        stock(&words, &files, bytes).status.success()
    }

    /// The ssh-keygen of this machine, run behind these words of a shell.
    pub(crate) fn keygen_behind(&self, words: &str) -> Keygen {
        self.program(&format!("{words} exec {} \"$@\"", program().display()))
    }

    /// A program that milepost takes for ssh-keygen.
    pub(crate) fn program(&self, script: &str) -> Keygen {
        let folder = tempfile::Builder::new()
            .disable_cleanup(true)
            .tempdir_in(self.folder.path())
            .unwrap();
        let file = folder.path().join("ssh-keygen");
        write_script(&file, script);
        Keygen::within(&[folder.path().to_owned()]).unwrap()
    }

    /// An agent that holds this key, which opens under this passphrase.
    pub(crate) fn agent(&self, key: &Path, passphrase: &str) -> Agent {
        let socket = self.path("agent");
        let child = Command::new("ssh-agent")
            .args(["-D", "-a"])
            .arg(&socket)
            .stdout(Stdio::null())
            .spawn()
            .expect("these tests need ssh-agent: install openssh-client");
        let agent = Agent { child, socket };
        let begun = Instant::now();
        while !agent.socket.exists() {
            assert!(begun.elapsed() < Duration::from_secs(20), "no agent");
            std::thread::yield_now();
        }
        let ask = self.path("ask");
        write_script(&ask, &format!("echo '{passphrase}'"));
        let added = Command::new("ssh-add")
            .arg("-q")
            .arg(key)
            .env("SSH_AUTH_SOCK", &agent.socket)
            .env("SSH_ASKPASS", &ask)
            .env("SSH_ASKPASS_REQUIRE", "force")
            .stdin(Stdio::null())
            .status();
        assert!(added.unwrap().success());
        agent
    }
}

impl Agent {
    /// The words of a shell that lead a program to it.
    pub(crate) fn leading(&self) -> String {
        format!("SSH_AUTH_SOCK='{}'", self.socket.display())
    }
}

impl Drop for Agent {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Runs the ssh-keygen of this machine with these words and then these files.
pub(crate) fn stock(words: &[&str], files: &[&Path], stdin: &[u8]) -> Output {
    let mut child = Command::new(program())
        .args(words)
        .args(files)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input closes it, which is no failure.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    child.wait_with_output().unwrap()
}

/// Writes a program by another process: while this one has it open for writing, so may what another test starts just then,
/// and nobody can run it.
fn write_script(file: &Path, script: &str) {
    let mut writer = Command::new("/bin/sh")
        .args(["-c", "cat > \"$0\" && chmod 755 \"$0\""])
        .arg(file)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let text = format!("#!/bin/sh\n{script}\n");
    writer
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    assert!(writer.wait().unwrap().success());
}

/// Where the ssh-keygen of this machine is.
fn program() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut files = std::env::split_paths(&path).map(|folder| folder.join("ssh-keygen"));
    files
        .find(|file| file.is_file())
        .expect("these tests need ssh-keygen: install openssh-client")
}
