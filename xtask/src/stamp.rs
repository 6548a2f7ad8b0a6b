//! Knows what is stale: a stamp file holds the digest of everything that an output was made from.
//!
//! Digests of contents, not times of files: a fresh clone, a branch switch or a touched file never fools it.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::problem::{Explain, Outcome};

/// Collects what an output is made from.
pub struct Inputs {
    digest: Sha256,
}

impl Inputs {
    /// Starts a collection; `what` keeps stamps of different outputs apart.
    pub fn of(what: &str) -> Self {
        Self {
            digest: Sha256::new().chain_update(what),
        }
    }

    /// Adds words that shape the output: a version, flags.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.digest.update((text.len() as u64).to_le_bytes());
        self.digest.update(text);
        self
    }

    /// Adds a file, or a folder with all that is in it. What does not exist counts as absent.
    pub fn path(mut self, path: &Path) -> Outcome<Self> {
        if path.is_dir() {
            for entry in entries(path)? {
                self = self.path(&entry)?;
            }
        } else if path.is_file() {
            let bytes = fs::read(path).explain(|| format!("{} could not be read", path.display()))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            self = self.text(&name);
            self.digest.update((bytes.len() as u64).to_le_bytes());
            self.digest.update(&bytes);
        }
        Ok(self)
    }

    /// The digest of all that was added, in hexadecimal.
    pub fn digest(self) -> String {
        hex(&self.digest.finalize())
    }
}

/// A short name for some content: the same bytes have the same name everywhere.
pub fn content_name(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..6])
}

/// The record of what an output was last made from.
pub struct Stamp {
    file: PathBuf,
    digest: String,
}

impl Stamp {
    /// The stamp kept in `file`, compared with today's inputs.
    pub fn new(file: PathBuf, inputs: Inputs) -> Self {
        Self {
            file,
            digest: inputs.digest(),
        }
    }

    /// Whether the output was made from exactly these inputs.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.digest)
    }

    /// Records that the output is now made from these inputs. Call it last.
    pub fn set(&self) -> Outcome {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder).explain(|| format!("{} could not be made", folder.display()))?;
        }
        fs::write(&self.file, &self.digest)
            .explain(|| format!("{} could not be written", self.file.display()))
    }
}

/// What a folder holds, in a fixed order.
pub fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let told = || format!("{} could not be listed", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).explain(told)? {
        paths.push(entry.explain(told)?.path());
    }
    paths.sort();
    Ok(paths)
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_where_matters() {
        let one = Inputs::of("x").text("ab").text("c").digest();
        let other = Inputs::of("x").text("a").text("bc").digest();
        assert_ne!(one, other);
        assert_eq!(one, Inputs::of("x").text("ab").text("c").digest());
    }

    #[test]
    fn a_missing_path_is_an_input_too() {
        let absent = Inputs::of("x").path(Path::new("no/such/file")).unwrap();
        assert_eq!(absent.digest(), Inputs::of("x").digest());
    }
}
