//! `milepost schema`: JSON Schemas of the formats.

use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::curriculum;
use crate::exchange;

/// Print the JSON Schema of a format
///
/// An editor completes and checks a curriculum with it while it is written, and other tools read progress files by it.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The format
    #[arg(value_enum)]
    format: Schema,
}

/// A format with a schema.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Schema {
    /// What authors write, in YAML
    Curriculum,
    /// What `milepost export` writes, in JSON
    Progress,
    /// What a mentor's answer is sent in, in JSON
    Review,
}

const EXAMPLES: &str = "\
Examples:
  milepost schema curriculum > curriculum.schema.json
      and on top of curriculum.yaml:
      # yaml-language-server: $schema=curriculum.schema.json";

pub(super) fn run(args: &Args) -> Result<Reply, Trouble> {
    let schema = match args.format {
        Schema::Curriculum => curriculum::schema(),
        Schema::Progress => exchange::schema(),
        Schema::Review => exchange::review_file::schema(),
    };
    Reply::json(&schema)
}
