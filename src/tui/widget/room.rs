//! What is said where there is no room for more text.

use crate::tui::message::Failure;

/// Why a text is not pasted with which there would be so many bytes, where there is room for `most`.
pub fn no_room(bytes: usize, most: usize) -> Failure {
    let (all, most) = (bytes.div_ceil(1 << 10), most >> 10);
    let what = format!(
        "not pasted: with it, this would be {all} KiB long, and there is room for {most} KiB"
    );
    Failure::of(&what, "paste it in parts, or a shorter one")
}

/// Why nothing more is typed.
pub fn full() -> Failure {
    Failure::of("there is room for no more", "")
}
