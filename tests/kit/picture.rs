//! A frame as a picture (SVG), in the colours of a usual terminal.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// The size of a cell, in pixels.
const CELL: (usize, usize) = (8, 17);

/// The colours that a terminal has by itself.
const GROUND: &str = "#1e2127";
const LETTERS: &str = "#d7dae0";

/// Some letters in a row that look alike.
struct Run {
    column: usize,
    columns: usize,
    text: String,
    letters: String,
    ground: String,
    bold: bool,
    dim: bool,
    underlined: bool,
}

/// The picture of a frame; `title` is what those who cannot see it are told.
pub(crate) fn svg(frame: &Buffer, title: &str) -> String {
    let (width, height) = (
        usize::from(frame.area.width),
        usize::from(frame.area.height),
    );
    let (pixels, lines) = ((width + 2) * CELL.0, (height + 1) * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {pixels} {lines}\" width=\"{pixels}\" height=\"{lines}\" role=\"img\">\n<title>{title}</title>\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{GROUND}\"/>\n<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"13\" xml:space=\"preserve\">\n"
    );
    for row in 0..height {
        let top = CELL.1 / 2 + row * CELL.1;
        for run in runs(frame, row) {
            run.draw(top, &mut svg);
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn runs(frame: &Buffer, row: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut column = 0;
    while column < usize::from(frame.area.width) {
        let cell = &frame[(u16::try_from(column).unwrap(), u16::try_from(row).unwrap())];
        let run = Run::of(cell, column);
        column += run.columns;
        match runs.last_mut() {
            Some(last) if last.looks_like(&run) => last.append(&run),
            _ => runs.push(run),
        }
    }
    runs
}

impl Run {
    fn of(cell: &Cell, column: usize) -> Self {
        let has = |modifier| cell.modifier.contains(modifier);
        let (mut letters, mut ground) = (hex(cell.fg, LETTERS), hex(cell.bg, GROUND));
        if has(Modifier::REVERSED) {
            std::mem::swap(&mut letters, &mut ground);
        }
        Self {
            column,
            columns: cell.symbol().width().max(1),
            text: cell.symbol().to_owned(),
            letters,
            ground,
            bold: has(Modifier::BOLD),
            dim: has(Modifier::DIM),
            underlined: has(Modifier::UNDERLINED),
        }
    }

    fn looks_like(&self, other: &Self) -> bool {
        let look = |run: &Self| {
            (
                run.letters.clone(),
                run.ground.clone(),
                run.bold,
                run.dim,
                run.underlined,
            )
        };
        look(self) == look(other)
    }

    fn append(&mut self, other: &Self) {
        self.columns += other.columns;
        self.text.push_str(&other.text);
    }

    fn draw(&self, top: usize, svg: &mut String) {
        let (x, wide) = ((self.column + 1) * CELL.0, self.columns * CELL.0);
        if self.ground != GROUND {
            let ground = &self.ground;
            writeln!(
                svg,
                "<rect x=\"{x}\" y=\"{top}\" width=\"{wide}\" height=\"{}\" fill=\"{ground}\"/>",
                CELL.1
            )
            .unwrap();
        }
        if self.text.trim().is_empty() {
            return;
        }
        let mut look = format!("fill=\"{}\"", self.letters);
        for (holds, attribute) in [
            (self.bold, " font-weight=\"bold\""),
            (self.dim, " opacity=\"0.6\""),
            (self.underlined, " text-decoration=\"underline\""),
        ] {
            if holds {
                look.push_str(attribute);
            }
        }
        let text = self
            .text
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        let y = top + CELL.1 - 4;
        writeln!(svg, "<text x=\"{x}\" y=\"{y}\" textLength=\"{wide}\" lengthAdjust=\"spacingAndGlyphs\" {look}>{text}</text>").unwrap();
    }
}

/// A colour as pictures write it; `usual` is the terminal's own.
fn hex(color: Color, usual: &str) -> String {
    let Color::Indexed(index) = color else {
        return usual.to_owned();
    };
    let (red, green, blue) = match index {
        16..=231 => {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let index = index - 16;
            (level(index / 36), level(index / 6 % 6), level(index % 6))
        }
        232..=255 => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
        _ => return usual.to_owned(),
    };
    format!("#{red:02x}{green:02x}{blue:02x}")
}
