//! What the commands print on the way: one line per step, the result last.

/// A step that is about to run.
pub fn step(text: &str) {
    println!("  {text}");
}

/// A remark that needs attention but stops nothing.
pub fn warn(text: &str) {
    println!("  note: {text}");
}

/// A line of a result, unindented.
pub fn line(text: &str) {
    println!("{text}");
}
