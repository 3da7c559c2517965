//! Whoever knows the terminal's background reads every colour on it, and on the row under the cursor.

use milepost::tui::theme::Palette;
use ratatui::style::Color;

/// The least contrast at which a text of usual size is legible (WCAG 2.1, success criterion 1.4.3).
const LEAST: f64 = 4.5;

/// The parts of a colour of the 256 that are the same in every terminal.
fn parts(colour: Color) -> [u8; 3] {
    let Color::Indexed(index @ 16..) = colour else {
        panic!("{colour:?} is the terminal's own");
    };
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    match index - 16 {
        grey @ 216.. => [8 + 10 * (grey - 216); 3],
        cube => [cube / 36, cube / 6 % 6, cube % 6].map(level),
    }
}

fn luminance(colour: Color) -> f64 {
    let linear = |part: u8| match f64::from(part) / 255.0 {
        part if part <= 0.04045 => part / 12.92,
        part => ((part + 0.055) / 1.055).powf(2.4),
    };
    let [red, green, blue] = parts(colour).map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_is_legible_on_its_background_and_under_the_cursor() {
    let (black, white) = (Color::Indexed(16), Color::Indexed(231));
    for (palette, background) in [
        (Palette::Dark, black),
        (Palette::Light, white),
        (Palette::Contrast, black),
    ] {
        let theme = palette.theme();
        let inks = [theme.accent, theme.good, theme.busy, theme.bad].map(|style| style.fg);
        // Nothing under the cursor is dim.
        let dim = theme.dim.fg.map(|ink| (ink, background));
        let inks = inks.into_iter().flatten();
        let grounds = [Some(background), theme.cursor.bg];
        let pairs = inks.flat_map(|ink| grounds.into_iter().flatten().map(move |on| (ink, on)));
        for (ink, ground) in pairs.chain(dim) {
            let contrast = contrast(ink, ground);
            assert!(
                contrast >= LEAST,
                "{palette:?}: {ink:?} on {ground:?}: {contrast:.2}"
            );
        }
    }
}
