//! All that the files of a folder tell, one learner after the other.

use milepost::session::{Stories, Story};

use crate::kit::machine::Machine;

/// A folder with the files of learners, each with how many milestones are done.
fn folder(files: &[(&str, usize)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, done) in files {
        let milestones = ["git-basics", "terminal-basics", "how-the-web-works"];
        let mut learner = Machine::new();
        learner.done(&milestones[..*done]);
        let name = format!("{name}.milepost.json");
        std::fs::write(folder.path().join(name), learner.shared_file()).unwrap();
    }
    folder
}

fn stories(folder: &tempfile::TempDir) -> Stories {
    let mut mentor = Machine::new();
    let mut told = Vec::new();
    let mut tell = |read, all| told.push((read, all));
    let stories = mentor.session.stories(folder.path(), &mut tell).unwrap();
    let files = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(told.last(), Some(&(files, files)));
    stories
}

#[test]
fn learners_come_in_the_order_of_their_files_with_all_of_their_events() {
    let folder = folder(&[("b", 1), ("a", 3), ("c", 2)]);
    let told = stories(&folder).map(|story| {
        let story: Story = story.unwrap();
        let events = story.log.events();
        let file = story.file(&events[0]).unwrap().to_owned();
        (file, events.len())
    });
    let named = |name: &str, events| (format!("{name}.milepost.json"), events);
    assert_eq!(
        told.collect::<Vec<_>>(),
        [named("a", 3), named("b", 1), named("c", 2)]
    );
}

#[test]
fn a_file_that_is_gone_or_torn_by_the_time_it_is_told_is_a_bad_row() {
    let folder = folder(&[("a", 1), ("b", 1), ("c", 1)]);
    let mut stories = stories(&folder);
    assert!(stories.next().unwrap().is_ok());
    std::fs::remove_file(folder.path().join("b.milepost.json")).unwrap();
    std::fs::write(folder.path().join("c.milepost.json"), "{").unwrap();
    for name in ["b", "c"] {
        let bad = stories.next().unwrap().unwrap_err();
        assert_eq!(bad.file, format!("{name}.milepost.json"));
        assert!(bad.why.contains("while the folder was read"), "{}", bad.why);
    }
    assert!(stories.next().is_none());
}
