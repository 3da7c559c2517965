//! `milepost completions`: what a shell needs to complete commands, options and the learner's own milestones.

use clap_complete::env::Shells;

use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;

/// The environment variable by which the script asks the program what fits.
pub(crate) const VARIABLE: &str = "COMPLETE";

/// Print a completion script for a shell
///
/// The script asks the program itself what fits, so it completes your own milestones too. Print it anew after an upgrade;
/// loading it whenever a shell starts does that.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// A shell with completions.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Shell {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}

const EXAMPLES: &str = "\
Examples:
  bash, in ~/.bashrc:           source <(milepost completions bash)
  zsh, in ~/.zshrc:             source <(milepost completions zsh)
  fish, in ~/.config/fish/completions/milepost.fish:
                                milepost completions fish | source
  elvish, in ~/.elvish/rc.elv:  eval (milepost completions elvish | slurp)
  powershell, in $PROFILE:      milepost completions powershell | Out-String | Invoke-Expression";

pub(super) fn run(args: &Args) -> Result<Reply, Trouble> {
    let shells = Shells::builtins();
    let name = args.shell.name();
    let completer = shells
        .completer(name)
        .ok_or_else(|| Trouble::bug("the shell has no completions"))?;
    let mut script = Vec::new();
    completer
        .write_registration(VARIABLE, "milepost", "milepost", "milepost", &mut script)
        .map_err(|error| Trouble::bug(&error.to_string()))?;
    Ok(Reply::file(String::from_utf8_lossy(&script).into_owned()))
}

impl Shell {
    fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Elvish => "elvish",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
            Self::Zsh => "zsh",
        }
    }
}
