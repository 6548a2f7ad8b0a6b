//! Whether workerd and Chromium decide about every line of some files what was decided natively. `cargo xtask evaluate
//! agreement` runs it: `agree NATIVE FILE…`, where NATIVE holds a digest for every text of the files.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use lab::agreement::{PORTION, befores, texts, verdict};
use tests::lab::{Lab, LabPage};
use tests::wait::must;

/// Differences are shown in full up to this many; one cause mostly makes many.
const SHOWN: usize = 10;

#[tokio::main]
async fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let native = arguments.next().unwrap_or_default();
    let native = must("the native digests", fs::read_to_string(native));
    let native: Vec<&str> = native.lines().collect();
    let read = |file| must("a file", texts(Path::new(&file)));
    let texts: Vec<String> = arguments.flat_map(read).collect();
    assert_eq!(native.len(), texts.len(), "the native digests are of other files");

    let lab = Lab::start();
    let page = LabPage::open(&lab).await;
    let mut differing = 0;
    for (portion, native) in texts.chunks(PORTION).zip(native.chunks(PORTION)) {
        let (at_edge, in_browser) = (lab.digests(portion).await, page.digests(portion).await);
        for (at, (before, text)) in befores(portion).zip(portion).enumerate() {
            if at_edge[at] == native[at] && in_browser[at] == native[at] {
                continue;
            }
            differing += 1;
            if differing <= SHOWN {
                println!("{text}\n   native: {}", verdict(before, text));
                println!("  workerd: {}", lab.verdict(before, text).await);
                println!(" Chromium: {}", page.verdict(before, text).await);
            }
        }
    }
    println!(
        "{} texts decided natively, in workerd and in Chromium: {differing} differ",
        texts.len()
    );
    ExitCode::from(u8::from(differing > 0))
}
