//! ChromeDriver as a process: started on a port that the system picks, ended when dropped.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::wait::must;

/// A running ChromeDriver.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts one, and returns when it listens.
    pub fn start() -> Self {
        let mut command = Command::new("chromedriver");
        command
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command
            .spawn()
            .unwrap_or_else(|error| panic!("chromedriver: {error}; `cargo xtask test browser` installs it"));
        let mut lines = BufReader::new(
            child
                .stdout
                .take()
                .unwrap_or_else(|| panic!("chromedriver has no output")),
        )
        .lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| port_in(&line));
        let port = port.unwrap_or_else(|| panic!("chromedriver ended without listening"));
        // It goes on printing; a full pipe would stop it.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Self { child, port }
    }

    /// Where sessions are made.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // An error means that it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads `ChromeDriver was started successfully on port 41234.`
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

/// A program's place, as ChromeDriver wants it: not a name to look up.
pub fn on_path(program: &str) -> String {
    let path = must("PATH", std::env::var("PATH"));
    let found = std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file());
    found.map_or_else(|| program.to_owned(), |file| file.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_port_that_the_driver_picked() {
        assert_eq!(
            port_in("ChromeDriver was started successfully on port 41234."),
            Some(41_234)
        );
        assert_eq!(port_in("Starting ChromeDriver 156.0 on port 0"), None);
    }
}
