//! What a page lets the browser do: nothing but show it in its own style.

use sha2::{Digest, Sha256};

use crate::text::base64;

/// The Content-Security-Policy of a page with this style: the style is the one of this digest, and the icon is in the page.
pub(super) fn policy(style: &str) -> String {
    let digest = base64::encoded(&Sha256::digest(style));
    format!(
        "default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::policy;

    #[test]
    fn a_page_may_show_itself_and_do_nothing_else() {
        assert_eq!(
            policy("a{}"),
            "default-src 'none'; style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; img-src data:; base-uri 'none'; form-action 'none'"
        );
    }
}
