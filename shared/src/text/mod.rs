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
