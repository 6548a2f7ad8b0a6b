//! The browser around the app: clock, chance, storage, address, sockets and sounds. Nothing elsewhere in this crate
//! talks to the platform.

pub mod address;
pub mod alert;
pub mod clock;
pub mod line;
pub mod list;
pub mod page;
pub mod storage;

use shared::ids::ClientId;

/// A new id for something this browser asks of the edge: 24 letters from the platform's random numbers. The edge
/// refuses an id that was used before with something else, so that a twin can do no harm.
pub fn mint() -> ClientId {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    loop {
        let text: String = (0..24)
            .map(|_| char::from(LETTERS[chance_below(LETTERS.len())]))
            .collect();
        if let Ok(id) = ClientId::new(text) {
            return id;
        }
    }
}

fn chance_below(limit: usize) -> usize {
    // In range: `random` is below 1, and the product below `limit`.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let number = (js_sys::Math::random() * limit as f64) as usize;
    number.min(limit - 1)
}
