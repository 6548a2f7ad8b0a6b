//! Looking at text: folding to comparable letters, words, a fingerprint. Never changes what a person wrote; it only
//! makes copies to compare.

mod fold;
mod listing;
mod phrases;
mod reading;
mod words;

pub use fold::fold;
pub use listing::{FENCE, first, parts};
pub use phrases::PhraseList;
pub use reading::{Reading, Spot, word_hash};
pub use words::{clip, words};

/// Where a part stands in a text for the first time. For short parts: the standard library's search prepares for any, and
/// visitors would download the preparation.
pub(crate) fn place(text: &str, part: &str) -> Option<usize> {
    let windows = text.as_bytes().windows(part.len().max(1));
    windows.into_iter().position(|window| window == part.as_bytes())
}

/// A 64-bit FNV-1a hash over the parts and their borders. Tells equal from different where no one gains by a collision;
/// it is not a seal. (Constants: Fowler, Noll and Vo's published offset basis and prime.)
pub fn fingerprint(parts: &[&str]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_part_is_found_where_it_first_stands() {
        for (text, part) in [
            ("a```b```", "```"),
            ("``", "```"),
            ("", "x"),
            ("вызовите оператор", "оператор"),
            ("人と話", "人と話"),
        ] {
            assert_eq!(place(text, part), text.find(part), "{text} {part}");
        }
    }
}
