//! `milepost man`: manual pages.

use std::path::{Path, PathBuf};

use clap::CommandFactory;
use clap_mangen::Man;

use crate::cli::file;
use crate::cli::program::Program;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::system::write::Readers;

/// Print the manual page
///
/// For packagers: the page of the program itself, or with --dir a file for it and for each of its commands.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Write all pages into this folder, which must exist
    #[arg(long, value_name = "FOLDER")]
    dir: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<Reply, Trouble> {
    let mut program = <Program>::command();
    program.build();
    let Some(folder) = &args.dir else {
        return Ok(Reply::file(page(program)?));
    };
    let mut pages = Vec::new();
    collect(program, &mut pages);
    let count = pages.len();
    for command in pages {
        save(folder, command)?;
    }
    Ok(Reply::said(format!(
        "{count} pages written to {}",
        folder.display()
    )))
}

/// The command and all below it.
fn collect(command: clap::Command, pages: &mut Vec<clap::Command>) {
    for below in command.get_subcommands() {
        collect(below.clone(), pages);
    }
    pages.push(command);
}

fn save(folder: &Path, command: clap::Command) -> Result<(), Trouble> {
    let name = Man::new(command.clone()).get_filename();
    let text = page(command)?;
    file::save(&folder.join(name), &text, Readers::Others)
}

fn page(command: clap::Command) -> Result<String, Trouble> {
    let mut text = Vec::new();
    Man::new(command)
        .render(&mut text)
        .map_err(|error| Trouble::bug(&error.to_string()))?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}
