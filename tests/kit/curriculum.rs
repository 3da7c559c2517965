//! YAML in; a checked curriculum, or its problems, out.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use milepost::curriculum::{Edition, Faulty, Id, Ink, Source, load};

/// A curriculum that is put together from texts.
#[derive(Default)]
pub(crate) struct Written {
    root: String,
    files: Vec<(String, String)>,
    library: Option<Rc<Edition>>,
    lock: Option<String>,
}

impl Written {
    /// A curriculum whose first file holds this.
    pub(crate) fn as_yaml(root: &str) -> Self {
        Self {
            root: root.to_owned(),
            ..Self::default()
        }
    }

    /// The same with one more file in its folder.
    pub(crate) fn beside(mut self, name: &str, text: &str) -> Self {
        self.files.push((name.to_owned(), text.to_owned()));
        self
    }

    /// The same as a path of that library.
    pub(crate) fn over(mut self, library: &Rc<Edition>) -> Self {
        self.library = Some(Rc::clone(library));
        self
    }

    /// The same with this `ids.lock`.
    pub(crate) fn locked(mut self, lock: &str) -> Self {
        self.lock = Some(lock.to_owned());
        self
    }

    /// What reading and checking it gives.
    pub(crate) fn load(&self) -> Result<Edition, Faulty> {
        let root = Source {
            name: "curriculum.yaml".to_owned(),
            text: self.root.clone(),
        };
        let lock = self.lock.clone().map(|text| Source {
            name: "ids.lock".to_owned(),
            text,
        });
        let mut open = |name: &str| {
            let file = self.files.iter().find(|(known, _)| known == name);
            file.map(|(_, text)| text.clone())
                .ok_or_else(|| "there is no such file".to_owned())
        };
        let library = |id: &Id, _: &str| {
            let called = |edition: &&Rc<Edition>| edition.curriculum.id == *id;
            self.library.as_ref().filter(called).map(Rc::clone)
        };
        load(root, &mut open, &library, lock)
    }

    /// Its problems as a terminal without colours shows them; empty if there are none.
    pub(crate) fn problems(&self) -> String {
        self.load()
            .err()
            .map(|faulty| faulty.render(Ink::Plain))
            .unwrap_or_default()
    }

    /// Its problems as `line:column code`, each with the file before it unless it is the first one.
    pub(crate) fn findings(&self) -> Vec<String> {
        let Err(faulty) = self.load() else {
            return Vec::new();
        };
        let finding = |problem: &milepost::curriculum::Problem| {
            let at = problem.spot;
            let file = if at.file == 0 {
                String::new()
            } else {
                format!("{}:", faulty.sources[at.file].name)
            };
            format!("{file}{}:{} {}", at.line, at.column, problem.code)
        };
        faulty.problems.iter().map(finding).collect()
    }

    /// The curriculum; fails with its problems if it has any.
    pub(crate) fn edition(&self) -> Rc<Edition> {
        match self.load() {
            Ok(edition) => Rc::new(edition),
            Err(faulty) => panic!("{faulty}"),
        }
    }
}

/// A curriculum as it lies in a folder, its first file being `curriculum.yaml`.
pub(crate) fn folder(path: &Path) -> Written {
    let root = read(&path.join("curriculum.yaml"));
    let mut written = Written::as_yaml(&root);
    for file in files_below(path) {
        let name = file
            .strip_prefix(path)
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/");
        match name.as_str() {
            "curriculum.yaml" => {}
            "ids.lock" => written = written.locked(&read(&file)),
            _ => written = written.beside(&name, &read(&file)),
        }
    }
    written
}

/// A file's text.
pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All files below a folder, sorted.
pub(crate) fn files_below(path: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in
        std::fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// A folder of this repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The problems of a curriculum in one file.
pub(crate) fn problems(yaml: &str) -> String {
    Written::as_yaml(yaml).problems()
}

/// A curriculum in one file with this header and one stage that holds these milestones.
pub(crate) fn with_milestones(milestones: &str) -> String {
    let indented = milestones.replace('\n', "\n      ");
    format!("{HEADER}stages:\n  - id: one\n    title: One\n    milestones:\n      {indented}\n")
}

/// A header that is right.
pub(crate) const HEADER: &str =
    "format: 1\nid: sample\nversion: 1.0.0\ntitle: Sample\nlanguage: en\n";
