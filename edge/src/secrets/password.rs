//! Passwords: PBKDF2-SHA-256 with a salt of its own for each, as many iterations as the platform allows. The number is
//! stored with the hash, so it can grow: whoever signs in with an old one gets a new one.
//!
//! Deriving is done in the Worker, not in the Site object: it takes a good part of a second of pure computing, and the
//! object has visitors to answer meanwhile.

use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use super::{
    platform::{pbkdf2, random},
    token::{hex, unhex},
};

/// Iterations to try, the most first. 600,000 is what OWASP asks for with SHA-256; Cloudflare's network refuses more than
/// 100,000, workerd elsewhere does not.
const ITERATIONS: [u32; 2] = [600_000, 100_000];
/// Bytes of salt.
const SALT_BYTES: usize = 16;

/// How a password is turned into a hash: public to the object and the Worker, useless without the password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipe {
    /// The salt, in hex.
    pub salt: String,
    /// How often the function is applied.
    pub iterations: u32,
}

/// A password as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hashed {
    /// How it was made.
    pub recipe: Recipe,
    /// What came out, in hex.
    pub hash: String,
}

impl Recipe {
    /// A recipe for nobody: checking a password against it takes as long as against a member's.
    pub fn for_nobody(iterations: Option<u32>) -> worker::Result<Self> {
        let iterations = iterations.unwrap_or(ITERATIONS[0]);
        Ok(Self {
            salt: hex(&random::<SALT_BYTES>()?),
            iterations,
        })
    }
}

impl Hashed {
    /// Hashes a password with a fresh salt, as strongly as the platform allows.
    pub async fn fresh(password: &str) -> worker::Result<Self> {
        let salt = random::<SALT_BYTES>()?;
        let mut refused = None;
        for iterations in ITERATIONS {
            match pbkdf2(password, &salt, iterations).await {
                Ok(hash) => {
                    return Ok(Self {
                        recipe: Recipe {
                            salt: hex(&salt),
                            iterations,
                        },
                        hash: hex(&hash),
                    });
                }
                Err(error) => refused = Some(error),
            }
        }
        Err(refused.unwrap_or_else(|| worker::Error::RustError("no number of iterations to try".into())))
    }

    /// Hashes a password by a given recipe. A platform that refuses the recipe's iterations (one for nobody, or one
    /// stored elsewhere) does the work it allows; the result then matches nothing.
    pub async fn by(recipe: Recipe, password: &str) -> worker::Result<Self> {
        let salt = unhex(&recipe.salt).unwrap_or_default();
        match pbkdf2(password, &salt, recipe.iterations).await {
            Ok(hash) => Ok(Self {
                recipe,
                hash: hex(&hash),
            }),
            Err(_) => Self::fresh(password).await,
        }
    }

    /// Whether the other hash is the same, in a time that does not tell how much of it is.
    pub fn matches(&self, other: &Self) -> bool {
        self.recipe == other.recipe && self.hash.as_bytes().ct_eq(other.hash.as_bytes()).into()
    }

    /// Whether a fresh hash could be stronger than this one.
    pub fn could_be_stronger(&self) -> bool {
        self.recipe.iterations < ITERATIONS[0]
    }

    /// Whether this hash took more work than the other.
    pub fn is_stronger_than(&self, other: &Self) -> bool {
        self.recipe.iterations > other.recipe.iterations
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashed(salt: &str, iterations: u32, hash: &str) -> Hashed {
        Hashed {
            recipe: Recipe {
                salt: salt.into(),
                iterations,
            },
            hash: hash.into(),
        }
    }

    #[test]
    fn a_hash_matches_itself_by_the_same_recipe_only() {
        let stored = hashed("00", 100_000, "abcd");
        assert!(stored.matches(&hashed("00", 100_000, "abcd")));
        assert!(!stored.matches(&hashed("00", 100_000, "abce")));
        assert!(!stored.matches(&hashed("01", 100_000, "abcd")));
        assert!(!stored.matches(&hashed("00", 600_000, "abcd")));
    }

    #[test]
    fn fewer_iterations_than_the_most_can_be_bettered() {
        let (old, new) = (hashed("", 100_000, ""), hashed("", 600_000, ""));
        assert!(old.could_be_stronger() && !new.could_be_stronger());
        assert!(new.is_stronger_than(&old) && !old.is_stronger_than(&old));
    }
}
