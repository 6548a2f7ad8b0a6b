//! Everything that can happen within the bounds, in every order.

use model::{explore, floor::Bounds};

#[track_caller]
fn holds(name: &str, bounds: &Bounds, depth: Option<usize>) {
    let explored = explore::floor(bounds, depth);
    println!("{name}: {explored}");
    assert_eq!(explored.breach, None);
    assert!(
        depth.is_some() || explored.missed.is_empty(),
        "never met: {:?}",
        explored.missed
    );
}

/// One after the other, for each uses every core.
#[test]
fn the_floor_and_the_turns() {
    holds("small, helping", &Bounds::small(true), None);
    holds("small, silent while waiting", &Bounds::small(false), None);
    holds("wide, to a depth", &Bounds::wide(true), Some(7));
}
