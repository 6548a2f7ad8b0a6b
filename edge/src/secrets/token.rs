//! Tokens that name their site: `SITE.RANDOM`, in links and in the session cookie. The random half is 256 bits; only
//! its SHA-256 is stored, so that whoever reads the database cannot sign in with what they find.

use std::fmt;

use sha2::{Digest, Sha256};
use shared::ids::SiteId;
use subtle::ConstantTimeEq;

/// Random bytes in a token.
pub const TOKEN_BYTES: usize = 32;

/// A token as its holder has it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// Which site it is for: whom to ask whether it is good.
    pub site: SiteId,
    secret: String,
}

impl Token {
    /// The token with this secret, as its site minted it.
    pub fn of(site: SiteId, secret: String) -> Self {
        Self { site, secret }
    }

    /// Reads `SITE.RANDOM`; anything of another form is no token.
    pub fn parse(text: &str) -> Option<Self> {
        let (site, secret) = text.split_once('.')?;
        let formed = secret.len() == 2 * TOKEN_BYTES && secret.bytes().all(|b| b.is_ascii_hexdigit());
        formed.then(|| SiteId::new(site).ok()).flatten().map(|site| Self {
            site,
            secret: secret.to_owned(),
        })
    }

    /// What is stored of it.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.secret)
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.site, self.secret)
    }
}

/// Keeps the secret out of logs.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({}.…)", self.site)
    }
}

/// SHA-256 of a text, in hex.
pub fn fingerprint(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// Whether two secrets are equal, in a time that does not tell how much of them is.
pub fn same(one: &str, other: &str) -> bool {
    // Digests have one length, so even the length of the secret does not show.
    let (one, other) = (Sha256::digest(one.as_bytes()), Sha256::digest(other.as_bytes()));
    one.as_slice().ct_eq(other.as_slice()).into()
}

/// Bytes as lower-case hex digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble & 15)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(*byte)])
        .collect()
}

/// Hex digits as bytes; `None` when they are not.
pub fn unhex(digits: &str) -> Option<Vec<u8>> {
    let nibble = |c: u8| {
        char::from(c)
            .to_digit(16)
            .and_then(|value| u8::try_from(value).ok())
    };
    let pairs = digits.as_bytes().chunks(2);
    pairs
        .map(|pair| Some(nibble(*pair.first()?)? << 4 | nibble(*pair.get(1)?)?))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_and_is_stored_as_its_fingerprint() {
        let text = format!("demo.{}", "0a".repeat(32));
        let token = Token::parse(&text).unwrap();
        assert_eq!(token.to_string(), text);
        assert_eq!(token.site.as_str(), "demo");
        assert_eq!(token.fingerprint(), fingerprint(&"0a".repeat(32)));
        assert!(!format!("{token:?}").contains("0a0a"));
    }

    #[test]
    fn anything_of_another_form_is_no_token() {
        let long = "0a".repeat(32);
        for text in [
            "",
            "demo",
            "demo.",
            "demo.xyz",
            &format!(".{long}"),
            &format!("De mo.{long}"),
            &format!("demo.{long}0"),
        ] {
            assert_eq!(Token::parse(text), None, "{text}");
        }
    }

    #[test]
    fn hex_goes_both_ways() {
        assert_eq!(hex(&[0, 15, 16, 255]), "000f10ff");
        assert_eq!(unhex("000f10ff"), Some(vec![0, 15, 16, 255]));
        assert_eq!((unhex("0"), unhex("0g")), (None, None));
        // FIPS 180-2, appendix B.1.
        assert_eq!(
            fingerprint("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn equality_of_secrets_is_equality() {
        assert!(same("a secret", "a secret"));
        assert!(!same("a secret", "a secret "));
        assert!(!same("", "x"));
    }
}
