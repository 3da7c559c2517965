//! The whole command line as clap sees it.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::command::Command;
use super::out::Colour;
use crate::system::paths;

/// Track your way along a learning path, in the terminal
///
/// Tick milestones, attach evidence, and see what still lies between you and the goal. Without a command, the screens
/// open.
///
/// Milestones are named by their id, or by a part of their title that no other has; `milepost list` shows both.
/// Everything that you do is kept and can be undone. Nothing ever leaves this machine by itself: `milepost export` writes
/// the file that you send to a mentor.
#[derive(Debug, Parser)]
#[command(
    name = "milepost",
    bin_name = "milepost",
    version,
    max_term_width = 100,
    disable_help_subcommand = true,
    infer_long_args = false,
    after_long_help = AFTER
)]
pub(super) struct Program<C: Subcommand = Command> {
    #[command(flatten)]
    pub(super) global: Global,

    /// Show the screens as linear text, for screen readers
    ///
    /// No frames and no columns: one item a line, states in words, one thing below the other, with the same keys. Where
    /// stdout is no terminal, every screen is printed once.
    #[arg(long)]
    pub(super) plain: bool,

    #[command(subcommand)]
    pub(super) command: Option<C>,
}

/// Any command at all, by its name and arguments.
#[derive(Debug, Subcommand)]
enum Named {
    #[command(external_subcommand)]
    Command(#[expect(dead_code, reason = "only whether one is named counts")] Vec<OsString>),
}

impl Program {
    /// Reads the arguments. To describe all commands takes longer than to open the screens, so that is done only where
    /// one is named, or something is wrong.
    pub(super) fn read(arguments: &[OsString]) -> clap::error::Result<Self> {
        match Program::<Named>::try_parse_from(arguments) {
            Ok(Program {
                global,
                plain,
                command: None,
            }) => Ok(Self {
                global,
                plain,
                command: None,
            }),
            Ok(_) | Err(_) => Self::try_parse_from(arguments),
        }
    }
}

/// What goes with every command.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// The folder that holds your progress
    ///
    /// Without it, the one that the environment names in `MILEPOST_DATA_DIR`, else the system's place for the data of
    /// programs.
    #[arg(long, global = true, value_name = "FOLDER")]
    data_dir: Option<PathBuf>,

    /// When to use colour: auto, always or never
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        hide_possible_values = true,
        hide_default_value = true,
        default_value_t
    )]
    pub(super) color: Colour,
}

impl Global {
    /// The data folder that was named, here or in the environment. clap is not told of the latter: it would print what
    /// the environment says among what a command line needs.
    pub(super) fn data_folder(&self) -> Option<PathBuf> {
        self.data_dir.clone().or_else(paths::named)
    }
}

const AFTER: &str = "\
Exit status:
  0  done
  1  refused, an unknown name, or problems found
  2  wrong usage
  3  an input file is invalid
  4  the store cannot be used
  5  busy: try again

Examples:
  milepost                  open the screens
  milepost status           where you stand
  milepost done sql-joins   tick a milestone
  milepost undo             undo that
  milepost export           write a file for your mentor";
