//! A bar that shows a share, to an eighth of a column.

const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A bar of `width` columns between its two ends, filled by so many percent.
pub fn bar(percent: u8, width: usize) -> String {
    let eighths = usize::from(percent.min(100)) * width * 8 / 100;
    let part = EIGHTHS[eighths % 8];
    let filled = "█".repeat(eighths / 8);
    let empty = width - eighths / 8 - usize::from(!part.is_empty());
    format!("▕{filled}{part}{}▏", " ".repeat(empty))
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn a_bar_fills_by_eighths() {
        assert_eq!(bar(0, 4), "▕    ▏");
        assert_eq!(bar(38, 4), "▕█▌  ▏");
        assert_eq!(bar(100, 4), "▕████▏");
        assert_eq!(bar(50, 0), "▕▏");
    }
}
