//! "Did you mean": the known name that a misspelt one is closest to.

/// The known name nearest to what was written, if any is near: a third of its letters may be wrong.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Nothing longer than this is a name; the table below grows with the product of both lengths.
    const LONGEST: usize = 64;
    if written.len() > LONGEST {
        return None;
    }
    known
        .map(|name| (distance(written, name), name))
        .filter(|(far, name)| far * 3 <= name.len().max(3))
        .min()
        .map(|(_, name)| name)
}

/// How many letters have to be put in, left out or changed (Levenshtein), letters compared without case and `-` as `_`.
fn distance(a: &str, b: &str) -> usize {
    let plain = |text: &str| -> Vec<u8> {
        let same = |byte: u8| if byte == b'-' || byte == b' ' { b'_' } else { byte };
        text.bytes().map(|byte| same(byte.to_ascii_lowercase())).collect()
    };
    let (a, b) = (plain(a), plain(b));
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right) in b.iter().enumerate() {
            let change = diagonal + usize::from(left != right);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_name_and_a_stranger_finds_none() {
        let known = ["offer_below", "escalate_below", "lease_ms", "then"];
        for (written, near) in [
            ("offer_bellow", Some("offer_below")),
            ("offer-below", Some("offer_below")),
            ("Lease_MS", Some("lease_ms")),
            ("leasems", Some("lease_ms")),
            ("than", Some("then")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, known.into_iter()), near, "{written}");
        }
        assert_eq!(nearest(&"x".repeat(100_000), known.into_iter()), None);
    }
}
