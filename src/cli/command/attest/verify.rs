//! `milepost attest verify`: who signed what, and whether one trusts them.

use std::path::{Path, PathBuf};

use super::extract::with_sig;
use super::page;
use super::shown::Shown;
use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::exchange::Limits;
use crate::session::trust::{Examined, examine};
use crate::system::ssh::Signature;

/// Check what a mentor signed
///
/// Says two things apart: whether the signature is intact, and whether it is by someone you trust. Only the first file's
/// exact bytes count, and what they say is read only once the signature over them is intact.
///
/// Whom you trust stands in a file of your own, in the form of OpenSSH: a line such as
/// `mentor@school.example namespaces="attestation@milepost" ssh-ed25519 AAAA…`, where the key comes from the mentor or the
/// school, never from whoever hands you the files. It is `allowed_signers` in the data folder unless --signers names
/// another. Keys in `revoked_keys` there, or in the file of --revoked, are not trusted any more. Dates and namespaces in
/// these files count. No progress of your own is needed.
///
/// With --json, an object with `intact`, `trusted`, `key` (the fingerprint, or null), `why` (what is wrong, or null) and
/// `says`: null where the signature is broken, else an object with `verdict` (verified, returned or revoked), `level`
/// (not-yet, approaching, meets, exceeds or null), `learner` and `reviewer` (each with `id`, `name`), `milestone` (`id`,
/// `title`), `curriculum` (`id`, `version`), `evidence` (each with `kind`, `content`, `commit`), `day` and `reviewed_at`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// What was signed, as `milepost attest extract` wrote it; - is stdin
    file: PathBuf,

    /// The signature; without it, the file of the same name with .sig behind it
    #[arg(long, value_name = "FILE")]
    signature: Option<PathBuf>,

    /// Whom you trust; without it, `allowed_signers` in the data folder
    #[arg(long, value_name = "FILE")]
    signers: Option<PathBuf>,

    /// Keys that are not trusted any more; without it, `revoked_keys` in the data folder
    #[arg(long, value_name = "FILE")]
    revoked: Option<PathBuf>,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost attest verify backend-developer-rest-api-project-456789ab.json
  milepost attest verify theirs.json --signature theirs.sig --signers mentors.txt
  milepost attest verify theirs.json --json";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let signature = match &args.signature {
        Some(signature) => signature.clone(),
        None if args.file == Path::new("-") => return Err(unnamed()),
        None => with_sig(&args.file),
    };
    let payload = file::bytes(&args.file, Limits::PAYLOAD_BYTES)?;
    let signature = file::bytes(&signature, Limits::SIGNATURE_BYTES)?;
    let files = desk.key_files();
    let files = files.with_allowed(args.signers.as_deref());
    let files = files.with_revoked(args.revoked.as_deref());
    let examined = examine(&files, &payload, &String::from_utf8_lossy(&signature))?;
    let name = file::name(&args.file);
    let shown = match &examined.said {
        Some(Err(bad)) => {
            return Err(Trouble::invalid(
                format!("{name} is no attestation"),
                format!("its signature is intact, but {bad}"),
                "ask for the file again",
            ));
        }
        Some(Ok(told)) => Shown::of(&examined.signature, Some(told)),
        None => Shown::of(&examined.signature, None),
    };
    let reply = args.format.reply(&shown, page::of)?;
    Ok(match unverified(&name, &examined) {
        Some(trouble) => reply.and_fail(&trouble),
        None => reply,
    })
}

/// Why nobody should count on it, if so.
fn unverified(name: &str, examined: &Examined) -> Option<Trouble> {
    let what = format!("{name} is not verified");
    match &examined.signature {
        Signature::Trusted { .. } => None,
        Signature::Intact { why, .. } => Some(Trouble::refused(
            what,
            why.as_str(),
            "ask the mentor or the school for their public key, and put it into allowed_signers",
        )),
        Signature::Broken { why } => Some(Trouble::refused(
            what,
            why.as_str(),
            "ask for both files again, unchanged",
        )),
    }
}

/// Of what comes through a pipe nobody knows where the signature is.
fn unnamed() -> Trouble {
    Trouble::usage(
        "the signature is not named",
        "what was signed comes from stdin, and has no name that the signature's could be made of",
        "name it with --signature",
    )
}
