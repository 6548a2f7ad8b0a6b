//! The platform's own cryptography (WebCrypto), as far as it is needed here: random bytes and PBKDF2.

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, Pbkdf2Params};

use super::token::hex;

fn crypto() -> Result<Crypto, JsValue> {
    Ok(Reflect::get(&js_sys::global(), &JsValue::from_str("crypto"))?.unchecked_into())
}

/// `N` random bytes from the platform.
pub fn random<const N: usize>() -> worker::Result<[u8; N]> {
    let mut bytes = [0; N];
    crypto()?.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

/// `N` random bytes as twice as many hex digits: ids and secrets.
pub fn random_hex<const N: usize>() -> worker::Result<String> {
    Ok(hex(&random::<N>()?))
}

/// PBKDF2 with HMAC-SHA-256, 32 bytes. Fails when the platform does not allow that many iterations.
pub async fn pbkdf2(password: &str, salt: &[u8], iterations: u32) -> worker::Result<[u8; 32]> {
    let subtle = crypto()?.subtle();
    let uses = Array::of1(&JsValue::from_str("deriveBits"));
    let secret: Object = Uint8Array::from(password.as_bytes()).into();
    let importing = subtle.import_key_with_str("raw", &secret, "PBKDF2", false, &uses)?;
    let key: CryptoKey = JsFuture::from(importing).await?.unchecked_into();
    let salt: Object = Uint8Array::from(salt).into();
    let how = Pbkdf2Params::new("PBKDF2", &JsValue::from_str("SHA-256"), iterations, &salt);
    let deriving = subtle.derive_bits_with_object(&how, &key, 256)?;
    let bits: ArrayBuffer = JsFuture::from(deriving).await?.unchecked_into();
    let mut derived = [0; 32];
    Uint8Array::new(&bits).copy_to(&mut derived);
    Ok(derived)
}
