//! Writes finished static files: under a name that holds their digest, each with a brotli twin.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::problem::{Explain, Outcome};
use crate::stamp::{content_name, entries};

/// Brotli's best quality; slow to make, and made once per build.
const QUALITY: u32 = 11;

/// Brotli's largest standard window, as a power of two.
const WINDOW: u32 = 22;

/// The bytes as they go over the wire.
pub fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, QUALITY, WINDOW);
    writer.write_all(bytes).explain(|| "brotli failed".into())?;
    drop(writer);
    Ok(packed)
}

/// How many bytes of a file go over the wire.
pub fn brotli_size(file: &Path) -> Outcome<usize> {
    let bytes = fs::read(file).explain(|| format!("{} could not be read", file.display()))?;
    Ok(brotli(&bytes)?.len())
}

/// Writes a file and its twin `NAME.br`.
pub fn write_with_twin(file: &Path, bytes: &[u8]) -> Outcome {
    write(file, bytes)?;
    let mut twin = file.as_os_str().to_owned();
    twin.push(".br");
    write(Path::new(&twin), &brotli(bytes)?)
}

/// Writes a file, and its folder when that is missing.
pub fn write(file: &Path, bytes: &[u8]) -> Outcome {
    let told = || format!("{} could not be written", file.display());
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).explain(told)?;
    }
    fs::write(file, bytes).explain(told)
}

/// Writes `assets/STEM-DIGEST.EXTENSION` under `dist`, removes its predecessors, and returns its address.
pub fn publish(dist: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Outcome<String> {
    let folder = dist.join("assets");
    let name = format!("{stem}-{}.{extension}", content_name(bytes));
    write_with_twin(&folder.join(&name), bytes)?;
    remove_others(&folder, stem, extension, &name)?;
    Ok(format!("/assets/{name}"))
}

/// Writes `assets/STEM-DIGEST-TAG.EXTENSION` for each variant, all under one digest, removes their predecessors, and returns
/// their address with `place` where the tag stands.
pub fn publish_each(
    dist: &Path,
    stem: &str,
    extension: &str,
    variants: &[(String, Vec<u8>)],
    place: &str,
) -> Outcome<String> {
    let folder = dist.join("assets");
    let all: Vec<&[u8]> = variants.iter().map(|(_, bytes)| bytes.as_slice()).collect();
    let name = format!("{stem}-{}-", content_name(&all.concat()));
    for (tag, bytes) in variants {
        write_with_twin(&folder.join(format!("{name}{tag}.{extension}")), bytes)?;
    }
    remove_others(&folder, stem, extension, &name)?;
    Ok(format!("/assets/{name}{place}.{extension}"))
}

/// Removes every version but the one whose names begin so.
fn remove_others(folder: &Path, stem: &str, extension: &str, name: &str) -> Outcome {
    for path in entries(folder)? {
        let other = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if is_version_of(&other, stem, extension) && !other.starts_with(name) {
            fs::remove_file(&path).explain(|| format!("{} could not be removed", path.display()))?;
        }
    }
    Ok(())
}

fn is_version_of(name: &str, stem: &str, extension: &str) -> bool {
    let name = name.strip_suffix(".br").unwrap_or(name);
    name.strip_prefix(stem).is_some_and(|rest| rest.starts_with('-'))
        && name.ends_with(&format!(".{extension}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_its_own_predecessors() {
        assert!(is_version_of("widget-0123.js", "widget", "js"));
        assert!(is_version_of("widget-0123.js.br", "widget", "js"));
        assert!(!is_version_of("widget-0123.css", "widget", "js"));
        assert!(!is_version_of("agent-0123.js", "widget", "js"));
    }
}
