//! What somebody finds who is handed an attestation as files, and has no store.

use super::key_files::KeyFiles;
use crate::exchange::Statement;
use crate::exchange::attestation::{BadAttestation, NAMESPACE};
use crate::session::error::Error;
use crate::system::ssh::Signature;

/// What is known of an attestation. Where the signature is broken nothing of it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// What the signature is worth.
    pub signature: Signature,
    /// What the signed bytes say; `None` where the signature is broken.
    pub said: Option<Result<Statement, BadAttestation>>,
}

/// Looks at a signature over these bytes, for whoever says in these files whose signatures they trust. Whether it is intact
/// is found out first; then the same bytes are read, for they name the reviewer; and then whether the key is theirs.
///
/// # Errors
/// The files cannot be read, or ssh-keygen cannot be run.
pub fn examine(files: &KeyFiles, payload: &[u8], signature: &str) -> Result<Examined, Error> {
    let signers = files.signers()?;
    let intact = signers.intact(NAMESPACE, signature, payload);
    let intact = intact.map_err(Error::Unverified)?;
    if matches!(intact, Signature::Broken { .. }) {
        return Ok(Examined {
            signature: intact,
            said: None,
        });
    }
    let said = Statement::read(payload);
    let signature = match &said {
        Ok(told) => {
            let checked = signers.check(NAMESPACE, &told.reviewer.id, signature, payload);
            checked.map_err(Error::Unverified)?
        }
        Err(_) => intact,
    };
    Ok(Examined {
        signature,
        said: Some(said),
    })
}
