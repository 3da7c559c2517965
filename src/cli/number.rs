//! Figures as people type them.

/// A whole number of this kind.
pub(super) fn number<T: TryFrom<u64>>(text: &str) -> Result<T, String> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if text.is_empty() || !digits {
        return Err("it is written in digits, like 12".to_owned());
    }
    let number: Option<u64> = text.parse().ok();
    let number = number.and_then(|number| number.try_into().ok());
    number.ok_or_else(|| "it is too large".to_owned())
}
