//! The longer run: `cargo xtask model [--depth N|all] [--lives N]`. To the end (`all`) it takes many gigabytes.

use std::{process::ExitCode, thread, time::Instant};

use lexopt::prelude::*;
use model::{explore, floor::Bounds, lives::lives};

/// So many steps deep, unless told otherwise: what fits a small machine.
const DEPTH: usize = 9;
/// So many lives, unless told otherwise.
const LIVES: u32 = 1_000_000;

fn main() -> ExitCode {
    match options() {
        Ok((depth, count)) => {
            let held = explores(depth) & lives_through(count);
            if held {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Result<(Option<usize>, u32), lexopt::Error> {
    let (mut depth, mut count) = (Some(DEPTH), LIVES);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("depth") => {
                let value = arguments.value()?;
                depth = if value == "all" {
                    None
                } else {
                    Some(value.parse()?)
                };
            }
            Long("lives") => count = arguments.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    Ok((depth, count))
}

fn explores(depth: Option<usize>) -> bool {
    let mut held = true;
    for (name, help) in [
        ("helping while the visitor waits", true),
        ("silent while the visitor waits", false),
    ] {
        let explored = explore::floor(&Bounds::wide(help), depth);
        println!("every order, {name}: {explored}");
        if let Some(breach) = explored.breach {
            println!("BROKEN {breach}");
            held = false;
        }
    }
    held
}

fn lives_through(count: u32) -> bool {
    #[expect(clippy::disallowed_methods, reason = "a native tool that measures")]
    let start = Instant::now();
    let halves = [3, 4].map(|seed| thread::spawn(move || lives(count / 2, seed)));
    let mut held = true;
    for half in halves {
        if let Err(breach) = half.join().unwrap_or_else(|_| Err("a life panicked".to_owned())) {
            println!("BROKEN {breach}");
            held = false;
        }
    }
    println!("{count} interleavings, {:.1} s", start.elapsed().as_secs_f64());
    held
}
