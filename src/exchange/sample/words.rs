//! What the learners and the mentor of a made-up cohort write.

/// What stands in a note that proves something.
pub(super) const NOTES: [&str; 8] = [
    "Did it twice, the second time without looking anything up.",
    "Three things that I got wrong at first.",
    "In my own words; the drawing is in the same folder.",
    "It took longer than planned. I would look up the part about errors again, and the reasons for it.",
    "Explained it to two others in the group.",
    "Because everybody in the group can help.",
    "Short: what it is, when one needs it, and when one does not.",
    "Notes from both evenings, with the commands.",
];

/// What the mentor writes to what holds; nothing most of the time.
pub(super) const PRAISE: [&str; 6] = [
    "",
    "",
    "",
    "Clear and small. Well done.",
    "I would merge this. Look at the names in the second file once more.",
    "Good. The tests tell me what it does without reading the code.",
];

/// What the mentor writes to what comes back.
pub(super) const REMARKS: [&str; 6] = [
    "The readme does not say how to run it. Add that, then send it again.",
    "Good start. Show me one test that fails without your change.",
    "What happens with an empty list? Try it, and say what you found.",
    "This is the lesson's own example. Build the same for something of yours.",
    "The explanation stops where it gets hard. Two more sentences, please.",
    "It works. It also works without the password, so have another look.",
];

/// What the mentor writes where nothing is there to look at.
pub(super) const MISSING: &str = "There is no link yet. Attach one, so that I can look at it.";

/// What a learner answers.
pub(super) const REPLIES: [&str; 5] = [
    "Done; the readme says how to run it now.",
    "I was not sure what you meant by the second remark. Is it this?",
    "Thank you, that was a bug. There is a test for it now.",
    "Built it again for my own project.",
    "I would rather leave that as it is, because the next part replaces it. Is that fine?",
];
