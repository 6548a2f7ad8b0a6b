//! What workerd prints: shown as it comes, or kept until somebody asks why a test failed.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Older lines are dropped; a crash says why in its last ones.
const KEPT_LINES: usize = 400;

/// The last lines of one workerd, filled by a thread of its own.
#[derive(Debug, Clone, Default)]
pub struct Log {
    lines: Arc<Mutex<VecDeque<String>>>,
}

impl Log {
    /// Follows a pipe until it closes.
    pub fn follow(&self, pipe: impl Read + Send + 'static, show: bool) {
        let log = self.clone();
        thread::spawn(move || {
            for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
                log.add(&String::from_utf8_lossy(&line), show);
            }
        });
    }

    /// Takes one line in.
    pub fn add(&self, line: &str, show: bool) {
        if is_noise(line) {
            return;
        }
        if show {
            eprintln!("  edge: {line}");
        }
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() == KEPT_LINES {
            lines.pop_front();
        }
        lines.push_back(line.to_owned());
    }

    /// What is kept, oldest first.
    pub fn text(&self) -> String {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.iter().map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

/// A tab that is closed ends its socket without a goodbye; workerd reports each, with a stack of bare addresses.
fn is_noise(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.contains("WebSocket disconnected between frames") || line.starts_with("stack: ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_last_lines_and_no_noise() {
        let log = Log::default();
        log.add("stack: 1 2 3", false);
        for number in 0..=KEPT_LINES {
            log.add(&number.to_string(), false);
        }
        assert!(log.text().starts_with("1\n2\n"));
    }
}
