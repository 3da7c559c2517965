//! Control sequences (ECMA-48) as bytes.

/// Puts the terminal's cursor into a column and a row.
pub(super) fn stand(x: u16, y: u16, out: &mut Vec<u8>) {
    sequence(&[y.saturating_add(1), x.saturating_add(1)], b'H', out);
}

/// Writes a control sequence.
pub(super) fn sequence(numbers: &[u16], end: u8, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[");
    for (index, number) in numbers.iter().enumerate() {
        if index > 0 {
            out.push(b';');
        }
        write_number(*number, out);
    }
    out.push(end);
}

fn write_number(number: u16, out: &mut Vec<u8>) {
    if number >= 10 {
        write_number(number / 10, out);
    }
    out.push(b'0' + (number % 10) as u8);
}
