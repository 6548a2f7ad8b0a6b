//! Runs other programs, and turns their failures into [`Problem`]s.

use std::io::Read;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use crate::problem::{Explain, Outcome, Problem};

/// How many of the last lines of a failed program's output are worth showing.
const SHOWN_LINES: usize = 40;

/// How often a limited program is looked at.
const POLL: Duration = Duration::from_millis(50);

/// Runs a program in the foreground: its output goes where ours goes.
pub fn run(command: &mut Command) -> Outcome {
    let name = name_of(command);
    let status = command
        .status()
        .explain(|| format!("`{name}` could not be started"))?;
    succeed(&name, status, "")
}

/// Runs a program silently and returns what it printed; on failure its last lines are the cause.
pub fn read(command: &mut Command) -> Outcome<String> {
    let name = name_of(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .explain(|| format!("`{name}` could not be started"))?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = format!("{printed}{}", String::from_utf8_lossy(&output.stderr));
    succeed(&name, output.status, &complaint)?;
    Ok(printed)
}

/// Like [`read`], but ends the program when it takes longer than `limit`.
pub fn read_within(command: &mut Command, limit: Duration) -> Outcome<String> {
    let name = name_of(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .explain(|| format!("`{name}` could not be started"))?;
    let printed = drain(child.stdout.take());
    let complaint = drain(child.stderr.take());
    let mut waited = Duration::ZERO;
    let status = loop {
        if let Some(status) = child
            .try_wait()
            .explain(|| format!("`{name}` could not be watched"))?
        {
            break status;
        }
        if waited >= limit {
            // It may end by itself in this very moment; either way it is gone.
            let _ = child.kill();
            let _ = child.wait();
            return Err(Problem::new(format!("`{name}` took too long"))
                .because(format!("it had not ended after {} s", limit.as_secs())));
        }
        thread::sleep(POLL);
        waited += POLL;
    };
    let printed = printed.join().unwrap_or_default();
    let complaint = complaint.join().unwrap_or_default();
    succeed(&name, status, &format!("{printed}{complaint}"))?;
    Ok(printed)
}

/// Whether a program exists and answers `--version` without complaint.
pub fn answers(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn drain(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // A pipe that breaks has told all it will tell.
            let _ = pipe.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn succeed(name: &str, status: ExitStatus, output: &str) -> Outcome {
    if status.success() {
        return Ok(());
    }
    let problem = Problem::new(format!("`{name}` failed ({status})"));
    Err(if output.trim().is_empty() {
        problem
    } else {
        problem.because(last_lines(output))
    })
}

fn last_lines(text: &str) -> String {
    // Node's programs add where in their own code they were; nobody who reads this can use it.
    let lines: Vec<&str> = text
        .trim()
        .lines()
        .filter(|line| !line.contains("    at "))
        .collect();
    lines[lines.len().saturating_sub(SHOWN_LINES)..].join("\n")
}

/// The program and its first argument or two, as somebody would say it.
fn name_of(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let program = program
        .file_name()
        .unwrap_or(command.get_program())
        .to_string_lossy();
    let words = command.get_args().take(2).map(|word| word.to_string_lossy());
    words.fold(program.into_owned(), |name, word| format!("{name} {word}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_program_is_named_with_its_last_words() {
        let problem = read(Command::new("sh").args(["-c", "echo gone >&2; exit 3"]))
            .unwrap_err()
            .to_string();
        assert!(
            problem.contains("gone") && problem.contains("`sh -c"),
            "{problem}"
        );
    }

    #[test]
    fn a_program_that_hangs_is_ended() {
        let problem = read_within(Command::new("sleep").arg("60"), Duration::from_millis(100)).unwrap_err();
        assert!(problem.to_string().contains("took too long"));
    }

    #[test]
    fn a_missing_program_is_a_problem_not_a_panic() {
        assert!(read(&mut Command::new("no-such-program-here")).is_err());
        assert!(!answers(&mut Command::new("no-such-program-here")));
    }
}
