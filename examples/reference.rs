//! What a terminal program costs that does nothing but read all events of a store and draw one screen: a yardstick for
//! milepost's own figures.
//!
//! ```text
//! cargo run --release --example reference -- FOLDER
//! ```
//!
//! `j` and `k` move, `q` leaves.

#![expect(
    clippy::disallowed_methods,
    reason = "an example stands outside of the program and its rules on the world"
)]

use std::error::Error;
use std::path::Path;

use crossterm::event::{self, Event, KeyCode};
use ratatui::Frame;
use ratatui::widgets::{Block, List, ListState};
use rusqlite::{Connection, OpenFlags};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: reference FOLDER")?;
    let events = read(&Path::new(&folder).join("milepost.db"))?;
    let mut at = ListState::default().with_selected(Some(0));
    let mut terminal = ratatui::try_init()?;
    loop {
        terminal.draw(|frame| draw(&events, &mut at, frame))?;
        match event::read()? {
            Event::Key(key) if key.code == KeyCode::Char('j') => at.select_next(),
            Event::Key(key) if key.code == KeyCode::Char('k') => at.select_previous(),
            Event::Key(key) if key.code == KeyCode::Char('q') => break,
            _ => {}
        }
    }
    Ok(ratatui::try_restore()?)
}

/// Every event as one line.
fn read(store: &Path) -> Result<Vec<String>, rusqlite::Error> {
    let store = Connection::open_with_flags(store, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut statement = store.prepare("SELECT wall, deed FROM event")?;
    let line = |row: &rusqlite::Row<'_>| {
        let (wall, deed): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(format!("{wall}  {deed}"))
    };
    statement.query_map([], line)?.collect()
}

/// Draws those in sight.
fn draw(events: &[String], at: &mut ListState, frame: &mut Frame<'_>) {
    let height = usize::from(frame.area().height.saturating_sub(2));
    let cursor = at
        .selected()
        .unwrap_or(0)
        .min(events.len().saturating_sub(1));
    let first = cursor.saturating_sub(height / 2);
    let seen = events.iter().skip(first).take(height);
    let list = List::new(seen.map(String::as_str))
        .block(Block::bordered().title(format!(" event {} of {} ", cursor + 1, events.len())))
        .highlight_symbol("> ");
    let mut within = ListState::default().with_selected(Some(cursor - first));
    frame.render_stateful_widget(list, frame.area(), &mut within);
}
