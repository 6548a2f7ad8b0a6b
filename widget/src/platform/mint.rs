//! Ids and secrets, from the browser's strong source of chance.

use shared::ids::ClientId;

use super::window;

/// `bytes` bytes of chance as hexadecimal digits.
pub fn random(bytes: usize) -> String {
    let mut raw = vec![0; bytes];
    // Every browser that runs Wasm has it, and asks for far more than 65,536 bytes are refused only.
    let _ = window()
        .crypto()
        .map(|crypto| crypto.get_random_values_with_u8_array(&mut raw));
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    raw.iter()
        .flat_map(|byte| [digit(byte / 16), digit(byte % 16)])
        .collect()
}

/// An id for one thing asked: 128 bits.
pub fn client_id() -> ClientId {
    loop {
        // Hexadecimal digits have the form of an id.
        if let Ok(id) = ClientId::new(random(16)) {
            return id;
        }
    }
}
