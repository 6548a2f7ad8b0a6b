//! Lives at random, on bad lines.

use std::thread;

/// Lives in a test; `cargo xtask model` lives more.
const LIVES: u32 = 10_000;

#[test]
fn nothing_is_lost_doubled_or_talked_over() {
    let seeds = [1, 2];
    let halves = seeds.map(|seed| thread::spawn(move || model::lives::lives(LIVES / 2, seed)));
    for half in halves {
        assert_eq!(half.join().unwrap(), Ok(()));
    }
    println!("{LIVES} interleavings");
}
