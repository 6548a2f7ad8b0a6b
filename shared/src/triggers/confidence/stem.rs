//! Words without their endings, so that "installing", "installs" and "install" meet. English foremost; of the other
//! languages the plainest plurals and cases ("facturas", "Rechnungen").

/// Endings, with how many bytes must remain, and what stands in their place. The first that fits is taken.
const ENDINGS: &[(&[u8], usize, &[u8])] = &[
    (b"ations", 4, b"at"),
    (b"ation", 4, b"at"),
    (b"ments", 4, b""),
    (b"ment", 4, b""),
    (b"ings", 3, b""),
    (b"ing", 3, b""),
    (b"ied", 2, b"i"),
    (b"ies", 2, b"i"),
    (b"ers", 4, b""),
    (b"ed", 3, b""),
    (b"er", 4, b""),
    (b"es", 3, b""),
    (b"en", 5, b""),
    (b"ly", 4, b""),
    (b"s", 3, b""),
];

/// A vowel at the end of a root at least this long tells a gender or a case and is dropped.
const LONG: usize = 6;

/// The stem of a folded word, by its hash (64 bits: no two words of a question and its passages meet).
pub(crate) fn stem(word: &[u8]) -> u64 {
    let (mut root, mut more) = strip(word);
    // "stopping": the doubled letter goes; "add", "sell", "miss" keep theirs.
    if let [.., a, b] = root
        && a == b
        && root.len() > 4
        && !matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b's' | b'l')
    {
        root = &root[..root.len() - 1];
    }
    if more.is_empty() && root.len() > 3 {
        match root {
            [rest @ .., b'e'] => root = rest,
            [rest @ .., b'y'] => (root, more) = (rest, b"i"),
            [rest @ .., b'a' | b'o' | b'u'] if root.len() >= LONG => root = rest,
            _ => {}
        }
    }
    more.iter()
        .fold(hash(root), |known, byte| mix(known, u64::from(*byte)))
}

fn strip(word: &[u8]) -> (&[u8], &'static [u8]) {
    // Most words end in none of these.
    if !matches!(word.last(), Some(b's' | b'g' | b'd' | b'r' | b't' | b'n' | b'y')) {
        return (word, b"");
    }
    for (ending, left, instead) in ENDINGS {
        if ending.last() == word.last()
            && let Some(root) = word.strip_suffix(*ending)
            && root.len() >= *left
            && !(ending.len() == 1 && root.ends_with(b"s"))
        {
            return (root, instead);
        }
    }
    (word, b"")
}

/// The hash of a word as it is, eight bytes at a time: this is most of what a passage costs.
pub(crate) fn hash(word: &[u8]) -> u64 {
    let mut known = word.len() as u64;
    for part in word.chunks(8) {
        let mut eight = [0; 8];
        eight[..part.len()].copy_from_slice(part);
        known = mix(known, u64::from_le_bytes(eight));
    }
    known
}

/// Multiplication by an odd number near 2^64 divided by the golden ratio spreads every bit upwards, the shift downwards.
fn mix(known: u64, more: u64) -> u64 {
    let mixed = (known.rotate_left(23) ^ more).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 32)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_one_word_meet_and_other_words_do_not() {
        for (one, other) in [
            ("installing", "install"),
            ("installation", "installations"),
            ("deliveries", "delivery"),
            ("tracked", "tracking"),
            ("stopping", "stopped"),
            ("passes", "pass"),
            ("invoices", "invoice"),
            ("shipment", "shipping"),
            ("facturas", "factura"),
            ("rechnungen", "rechnung"),
        ] {
            assert_eq!(stem(one.as_bytes()), stem(other.as_bytes()), "{one} {other}");
        }
        for (one, other) in [("order", "ordinary"), ("bus", "bu"), ("", "s")] {
            assert_ne!(stem(one.as_bytes()), stem(other.as_bytes()), "{one} {other}");
        }
    }
}
