//! The program: arguments in, exit status out.

use std::process::ExitCode;

use milepost::{cli, system};

fn main() -> ExitCode {
    cli::run(&system::terminal::arguments()).into()
}
