//! The machine: what is asked of its programs.

mod signatures;
mod signing;

use std::fs;

use milepost::exchange::attestation::NAMESPACE;
use milepost::progress::Reviewer;
use milepost::system::ssh::{Keygen, Signature, Signers};

use crate::kit::keys::{Keys, MENTOR};

const BYTES: &[u8] = b"{\"a\":\"b\"}";

fn keygen() -> Keygen {
    Keygen::find().expect("these tests need ssh-keygen: install openssh-client")
}

fn mentor() -> Reviewer {
    MENTOR.parse().unwrap()
}

/// What is known of the signature that the key of this name made, where these are the allowed signers.
fn checked(keys: &Keys, signature: &str, allowed: &str, revoked: Option<&[u8]>) -> Signature {
    let signers = Signers::of(keygen(), Some(allowed.as_bytes()), revoked).unwrap();
    let found = signers.check(NAMESPACE, &mentor(), signature, BYTES);
    let found = found.unwrap();
    // Whatever milepost trusts, stock ssh-keygen takes; and the other way round.
    let revoked = revoked.map(|bytes| {
        let file = keys.path("asked_revoked_keys");
        fs::write(&file, bytes).unwrap();
        file
    });
    let takes = keys.takes_unless_revoked(allowed, revoked.as_deref(), signature, BYTES);
    assert_eq!(
        matches!(found, Signature::Trusted { .. }),
        takes,
        "{found:?}"
    );
    found
}

fn why(signature: Signature) -> String {
    match signature {
        Signature::Intact { why, .. } => format!("intact: {why}"),
        Signature::Broken { why } => format!("broken: {why}"),
        Signature::Trusted { .. } => "trusted".to_owned(),
    }
}
