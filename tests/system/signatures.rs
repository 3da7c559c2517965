//! What is known of a signature, by the ssh-keygen that everybody has.

use std::fs;
use std::path::PathBuf;

use milepost::exchange::attestation::NAMESPACE;
use milepost::progress::Reviewer;
use milepost::system::ssh::{Signature, Signers, SshError};

use super::{BYTES, checked, keygen, mentor, why};
use crate::kit::keys::{Keys, MENTOR, stock};

#[test]
fn a_signature_over_other_bytes_or_for_something_else_is_broken() {
    let keys = Keys::new();
    let allowed = keys.trusting("mentor", "");
    let refused = |signature: &str| why(checked(&keys, signature, &allowed, None));
    let other_bytes = keys.sign("mentor", NAMESPACE, b"{\"a\":\"c\"}");
    assert_eq!(
        refused(&other_bytes),
        "broken: Signature verification failed: incorrect signature"
    );
    let other_namespace = keys.sign("mentor", "file", BYTES);
    assert_eq!(
        refused(&other_namespace),
        "broken: Couldn't verify signature: namespace does not match"
    );
    let signature = keys.sign("mentor", NAMESPACE, BYTES);
    let cut = &signature[..signature.len() / 2];
    for odd in ["", "\x1b[2J", cut] {
        assert!(refused(odd).starts_with("broken: "), "{odd:?}");
    }
}

#[test]
fn an_intact_signature_is_trusted_only_as_the_allowed_signers_say() {
    let keys = Keys::new();
    keys.make("other", "");
    let signature = keys.sign("mentor", NAMESPACE, BYTES);
    let refused = |allowed: String| why(checked(&keys, &signature, &allowed, None));
    let unlisted = format!("intact: allowed_signers names no such key for {MENTOR}");
    assert_eq!(
        refused(keys.trusting("mentor", "valid-after=\"20200101\"")),
        "trusted"
    );
    assert_eq!(refused(keys.trusting("other", "")), unlisted);
    assert_eq!(refused(String::new()), unlisted);
    let somebody_else = format!("other@school.example {}\n", keys.public("mentor"));
    assert_eq!(refused(somebody_else), unlisted);
    let over = refused(keys.trusting("mentor", "valid-before=\"20200101\""));
    assert!(
        over.starts_with("intact: allowed_signers:1: key has expired"),
        "{over}"
    );
    let early = refused(keys.trusting("mentor", "valid-after=\"21000101\""));
    assert!(
        early.starts_with("intact: allowed_signers:1: key is not yet valid"),
        "{early}"
    );
    let elsewhere = refused(keys.trusting("mentor", "namespaces=\"git\""));
    assert_eq!(
        elsewhere,
        format!(
            "intact: allowed_signers:1: key is not permitted for use in signature namespace \"{NAMESPACE}\""
        )
    );
}

#[test]
fn a_revoked_key_is_not_trusted_whichever_way_it_is_revoked() {
    let keys = Keys::new();
    keys.make("other", "");
    let signature = keys.sign("mentor", NAMESPACE, BYTES);
    let allowed = keys.trusting("mentor", "");
    let list = |name: &str| fs::read(keys.path(&format!("{name}.pub"))).unwrap();
    let packed = |name: &str| {
        let file = keys.path(&format!("{name}.krl"));
        let public = keys.path(&format!("{name}.pub"));
        assert!(
            stock(&["-q", "-k", "-f"], &[&file, &public], b"")
                .status
                .success()
        );
        fs::read(file).unwrap()
    };
    for revoked in [list("mentor"), packed("mentor")] {
        let found = checked(&keys, &signature, &allowed, Some(&revoked));
        assert_eq!(
            why(found),
            "intact: revoked_keys names the key, or cannot be read"
        );
    }
    for revoked in [list("other"), packed("other"), Vec::new()] {
        let found = checked(&keys, &signature, &allowed, Some(&revoked));
        assert_eq!(why(found), "trusted");
    }
    let odd = checked(
        &keys,
        &signature,
        &allowed,
        Some(b"\0\x01\x02 nothing\n\xff"),
    );
    assert!(matches!(odd, Signature::Intact { .. }), "{odd:?}");
}

#[test]
fn without_allowed_signers_nobody_is_trusted() {
    let keys = Keys::new();
    let signature = keys.sign("mentor", NAMESPACE, BYTES);
    let nobody = Signers::of(keygen(), None, None).unwrap();
    let found = nobody
        .check(NAMESPACE, &mentor(), &signature, BYTES)
        .unwrap();
    assert_eq!(
        why(found),
        format!("intact: there is no allowed_signers that names a key of {MENTOR}")
    );
    let intact = nobody.intact(NAMESPACE, &signature, BYTES).unwrap();
    assert!(matches!(intact, Signature::Intact { key, .. } if key.starts_with("SHA256:")));
}

#[test]
fn no_name_is_taken_for_an_option() {
    let keys = Keys::new();
    let signature = keys.sign("mentor", NAMESPACE, BYTES);
    for name in ["-r", "-f@x", "-Y", "--"] {
        let name: Reviewer = name.parse().unwrap();
        let allowed = format!("{name} {}\n", keys.public("mentor"));
        let signers = Signers::of(keygen(), Some(allowed.as_bytes()), None).unwrap();
        let found = signers.check(NAMESPACE, &name, &signature, BYTES).unwrap();
        assert_eq!(why(found), "trusted", "{name}");
        let found = signers
            .check(NAMESPACE, &mentor(), &signature, BYTES)
            .unwrap();
        assert!(why(found).starts_with("intact: "), "{name}");
    }
}

#[test]
fn what_ssh_keygen_says_steers_no_terminal_and_has_an_end() {
    let keys = Keys::new();
    let noisy = keys.program("printf '\\033[2J%02000d' 7 >&2; exit 255");
    let told = noisy
        .sign(&keys.path("mentor"), NAMESPACE, &[BYTES])
        .unwrap_err()
        .to_string();
    assert!(
        told.contains("<U+001B>[2J000") && told.len() < 300,
        "{told}"
    );
    let signers = Signers::of(noisy, Some(b""), None).unwrap();
    let told = why(signers.check(NAMESPACE, &mentor(), "", BYTES).unwrap());
    assert!(
        told.contains("<U+001B>[2J000") && told.len() < 300,
        "{told}"
    );
    let odd = keys.program("echo 'no signature'");
    let refused = odd.sign(&keys.path("mentor"), NAMESPACE, &[BYTES]);
    assert_eq!(refused.unwrap_err(), SshError::Odd);
    assert_eq!(
        odd.fingerprint(&keys.path("mentor")).unwrap_err(),
        SshError::Odd
    );
}

#[test]
fn nothing_is_left_of_what_was_looked_at() {
    let keys = Keys::new();
    // What ssh-keygen finds beside what it is given.
    let list = keys.path("list");
    let looking = keys.program(&format!(
        "for word; do case $word in /*) ls -ld \"$word\" \"$(dirname \"$word\")\" >> '{}';; esac; done; exec {} \"$@\"",
        list.display(),
        "/usr/bin/env -S PATH=/usr/bin:/bin ssh-keygen"
    ));
    let signature = looking
        .sign(&keys.path("mentor"), NAMESPACE, &[BYTES, BYTES])
        .unwrap();
    let allowed = keys.trusting("mentor", "");
    let signers = Signers::of(looking, Some(allowed.as_bytes()), None).unwrap();
    let found = signers
        .check(NAMESPACE, &mentor(), &signature[0], BYTES)
        .unwrap();
    assert_eq!(why(found), "trusted");
    let list = fs::read_to_string(list).unwrap();
    let ours: Vec<&str> = list
        .lines()
        .filter(|line| line.contains(".milepost-keys-"))
        .collect();
    assert!(ours.len() > 4, "{list}");
    let mut folders = Vec::new();
    for line in ours {
        assert!(
            line.starts_with("drwx------") || line.starts_with("-rw-------"),
            "{line}"
        );
        let path = PathBuf::from(line.rsplit(' ').next().unwrap());
        if line.starts_with('d') {
            folders.push(path);
        }
    }
    drop(signers);
    assert!(folders.iter().all(|folder| !folder.exists()), "{folders:?}");
}
