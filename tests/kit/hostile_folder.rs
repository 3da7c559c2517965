//! A folder as somebody leaves it who means harm to whoever reads it: pipes, links in circles, a file that is larger than any
//! disk, names that look alike, and every way in which a file can be broken; among them the files of honest learners.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;

use rustix::fs::{CWD, mkfifoat};
use serde_json::json;
use tempfile::TempDir;

use super::broken_files::{broken_files, sound};
use super::forged::sealed;

/// How much the largest file claims to hold.
const SPARSE: u64 = 20 << 30;

/// Such a folder. Dropped, it leaves nothing behind.
pub(crate) struct HostileFolder {
    pub(crate) home: TempDir,
    /// How many learners have files that are sound.
    pub(crate) learners: usize,
    /// The files that are to be rows with a reason, by name, and a part of each reason.
    pub(crate) bad: Vec<(String, &'static str)>,
}

impl HostileFolder {
    /// A folder with the small files of so many honest learners, and with all that means harm.
    pub(crate) fn with(honest: usize) -> Self {
        let mut folder = Self {
            home: tempfile::tempdir().unwrap(),
            learners: 0,
            bad: Vec::new(),
        };
        for number in 0..honest {
            folder.learner(
                &format!("honest-{number:06}"),
                number,
                &format!("Learner {number}"),
            );
        }
        folder.look_alikes(honest);
        folder.duplicates(honest + 100);
        folder.no_files();
        for broken in broken_files() {
            folder.bad(broken.name, broken.why, &broken.bytes);
        }
        folder.bad.sort();
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.home.path()
    }

    /// Learners of one name, of names that look alike, and of one in which scripts are mixed.
    fn look_alikes(&mut self, first: usize) {
        let names = [
            "A. Learner",
            "A. Learner",
            "a. learner",
            "А. Lеаrnеr",
            "A. Learner\u{200B}",
            "Ａ． Ｌｅａｒｎｅｒ",
            "Ilya",
            "llya",
        ];
        for (number, name) in (first..).zip(names) {
            self.learner(&format!("twin-{number}"), number, name);
        }
    }

    /// Files of one learner that go together, files of one learner that do not, and learners whose ids end alike.
    fn duplicates(&mut self, first: usize) {
        let [sent_twice, forked, one, other] = [0, 1, 2, 3].map(|more| learner(first + more));
        self.write(
            "twice-older",
            sealed(sound(&sent_twice, "Learner Twice", &[1])),
        );
        let mut newer = sound(&sent_twice, "Learner Twice", &[1, 2]);
        newer["exported_at"] = json!("2026-11-20T06:00:00Z");
        self.write("twice-newer", sealed(newer.clone()));
        self.write("twice-newer (1)", sealed(newer));
        let mut contradicting = sound(&forked, "Learner Forked", &[1]);
        self.write("forked-newer", sealed(contradicting.clone()));
        contradicting["exported_at"] = json!("2026-11-01T20:00:00Z");
        contradicting["events"][0]["deed"]["done"]["milestone"] =
            json!("backend-developer/git-basics");
        self.bad(
            "forked-older",
            "says something else in another file",
            sealed(contradicting).as_bytes(),
        );
        let end = &one[24..];
        let alike = format!("{}{end}", &other[..24]).replacen("0198", "0199", 1);
        self.write("ends-alike-one", sealed(sound(&one, "Learner One", &[1])));
        self.write("ends-alike-two", sealed(sound(&alike, "Learner Two", &[1])));
        self.learners += 4;
    }

    /// What is named like a progress file and is none, and what is named otherwise and would be one.
    fn no_files(&mut self) {
        let (irregular, link) = ("it is no regular file", "it is a link");
        let at = |name: &str| self.path().join(format!("{name}.milepost.json"));
        mkfifoat(CWD, at("pipe"), 0o600.into()).unwrap();
        mkfifoat(CWD, self.path().join("pipe.json"), 0o600.into()).unwrap();
        mkfifoat(CWD, self.path().join("roster.csv"), 0o600.into()).unwrap();
        fs::create_dir(at("folder")).unwrap();
        fs::write(at("folder").join("deep.milepost.json"), "{}").unwrap();
        symlink(at("circle-two"), at("circle-one")).unwrap();
        symlink(at("circle-one"), at("circle-two")).unwrap();
        symlink("circle.milepost.json", at("circle")).unwrap();
        symlink(".", at("link-to-the-folder")).unwrap();
        symlink("/dev/zero", at("link-to-endless")).unwrap();
        symlink("/etc/passwd", at("link-out")).unwrap();
        symlink("nowhere", at("link-to-nothing")).unwrap();
        let sparse = File::create(at("sparse")).unwrap();
        sparse.set_len(SPARSE).unwrap();
        fs::write(self.path().join("notes.txt"), "mine").unwrap();
        fs::write(self.path().join("package.json"), "{\"name\": \"shop\"}").unwrap();
        fs::write(self.path().join(".hidden.milepost.json"), "{").unwrap();
        self.bad.push(("roster.csv".to_owned(), irregular));
        for name in ["pipe", "folder"] {
            self.expect(name, irregular);
        }
        for name in [
            "circle-one",
            "circle-two",
            "circle",
            "link-to-the-folder",
            "link-to-endless",
            "link-out",
            "link-to-nothing",
        ] {
            self.expect(name, link);
        }
        self.expect("sparse", "it is larger than 5 MiB");
    }

    /// The file of a learner of their own.
    fn learner(&mut self, file: &str, number: usize, name: &str) {
        self.write(file, sealed(sound(&learner(number), name, &[number % 100])));
        self.learners += 1;
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let file = self.path().join(format!("{name}.milepost.json"));
        fs::write(file, text).unwrap();
    }

    fn bad(&mut self, name: &str, why: &'static str, bytes: &[u8]) {
        self.write(name, bytes);
        self.expect(name, why);
    }

    fn expect(&mut self, name: &str, why: &'static str) {
        self.bad.push((format!("{name}.milepost.json"), why));
    }
}

/// The id of a learner of this number.
fn learner(number: usize) -> String {
    format!(
        "0198c0de-{:04x}-7000-8000-{number:04x}{:08x}",
        number >> 16,
        number * 7919
    )
}
