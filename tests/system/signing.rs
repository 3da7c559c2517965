//! Signing, with the ssh-keygen that everybody has.

use std::fs;
use std::path::Path;

use milepost::exchange::attestation::NAMESPACE;
use milepost::system::ssh::{self, Keygen, Signature, SshError};

use super::{BYTES, checked, keygen};
use crate::kit::keys::{Keys, MENTOR};

#[test]
fn what_is_signed_here_is_taken_by_stock_ssh_keygen_and_the_other_way_round() {
    let keys = Keys::new();
    let key = keys.path("mentor");
    let allowed = keys.trusting("mentor", &format!("namespaces=\"{NAMESPACE}\""));
    let fingerprint = keygen().fingerprint(&key).unwrap();
    assert_eq!(
        keygen().fingerprint(&keys.path("mentor.pub")).unwrap(),
        fingerprint
    );
    let ours = keygen().sign(&key, NAMESPACE, &[BYTES]).unwrap();
    for signature in [ours[0].clone(), keys.sign("mentor", NAMESPACE, BYTES)] {
        let expected = Signature::Trusted {
            key: fingerprint.clone(),
        };
        assert_eq!(checked(&keys, &signature, &allowed, None), expected);
    }
}

#[test]
fn several_texts_are_signed_at_once_each_by_itself() {
    let keys = Keys::new();
    let texts: [&[u8]; 3] = [b"one", b"two", b"three"];
    let signatures = keygen()
        .sign(&keys.path("mentor"), NAMESPACE, &texts)
        .unwrap();
    let allowed = keys.trusting("mentor", "");
    for (text, signature) in texts.iter().zip(&signatures) {
        assert!(keys.takes(&allowed, signature, text));
        assert!(!keys.takes(&allowed, signature, b"four"));
    }
    assert_eq!(signatures.len(), texts.len());
    assert!(
        keygen()
            .sign(&keys.path("mentor"), NAMESPACE, &[])
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_key_with_a_passphrase_signs_through_an_agent_by_its_public_key() {
    let keys = Keys::new();
    let locked = keys.make("locked", "correct horse");
    let public = keys.path("only.pub");
    fs::copy(keys.path("locked.pub"), &public).unwrap();
    let agent = keys.agent(&locked, "correct horse");
    let keygen = keys.keygen_behind(&agent.leading());
    let allowed = keys.trusting("locked", "");
    for key in [&locked, &keys.path("locked.pub"), &public] {
        let signatures = keygen.sign(key, NAMESPACE, &[BYTES]).unwrap();
        assert!(
            keys.takes(&allowed, &signatures[0], BYTES),
            "{}",
            key.display()
        );
    }
}

#[test]
fn without_an_agent_or_a_terminal_one_clear_line_says_that_nothing_is_signed() {
    let keys = Keys::new();
    let locked = keys.make("locked", "correct horse");
    let public = keys.path("only.pub");
    fs::copy(keys.path("locked.pub"), &public).unwrap();
    let gone = keys.path("no-agent");
    // A session of its own has no terminal on which it could ask.
    let alone = "unset DISPLAY WAYLAND_DISPLAY SSH_ASKPASS; exec setsid -w";
    let keygen = keys.program(&format!(
        "export SSH_AUTH_SOCK='{}'; {alone} ssh-keygen \"$@\"",
        gone.display()
    ));
    for (key, reason, hint) in [
        (&public, "No private key found for public key", "ssh-add -l"),
        (
            &locked,
            "incorrect passphrase supplied to decrypt private key",
            "passphrase of that key",
        ),
        (
            &keys.path("none"),
            "No such file or directory",
            "name the key's own file",
        ),
    ] {
        let error = keygen.sign(key, NAMESPACE, &[BYTES]).unwrap_err();
        let told = error.to_string();
        assert!(
            told.starts_with("ssh-keygen says: ") && told.contains(reason),
            "{told}"
        );
        assert!(!told.contains('\n'), "{told}");
        assert!(error.hint().contains(hint), "{}", error.hint());
    }
}

#[test]
fn without_ssh_keygen_that_is_said() {
    let empty = tempfile::tempdir().unwrap();
    let missing = Keygen::within(&[empty.path().to_owned()]).unwrap_err();
    assert_eq!(missing, SshError::Missing);
    assert_eq!(missing.to_string(), "there is no ssh-keygen here");
}

#[test]
fn what_stands_behind_a_public_key_tells_whose_it_is() {
    let keys = Keys::new();
    for name in ["mentor", "mentor.pub"] {
        assert_eq!(ssh::comment(&keys.path(name)).as_deref(), Some(MENTOR));
    }
    keys.file("bare.pub", &keys.public("mentor"));
    keys.file("odd.pub", "");
    for name in ["bare", "odd", "none"] {
        assert_eq!(ssh::comment(&keys.path(name)), None);
    }
    assert_eq!(ssh::comment(Path::new("")), None);
}
