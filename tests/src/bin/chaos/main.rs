//! `cargo xtask chaos`: runs the storm, prints what was tried and found, and fails when anything was.

use std::env;
use std::process::ExitCode;

use tests::chaos::{Options, run};

const USAGE: &str =
    "usage: cargo xtask chaos [--seed 1] [--conversations 200] [--agents 20] [--seconds 60] [--kills 5]";

#[tokio::main]
async fn main() -> ExitCode {
    let options = match options(env::args().skip(1)) {
        Ok(options) => options,
        Err(why) => {
            eprintln!("{why}\n{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    println!("seed {}: {options:?}", options.seed);
    let report = run(&options).await;
    println!("{report}");
    if report.is_clean() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn options(mut words: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::default();
    while let Some(word) = words.next() {
        let place = match word.as_str() {
            "--seed" => &mut options.seed,
            "--conversations" => &mut options.conversations,
            "--agents" => &mut options.agents,
            "--seconds" => &mut options.seconds,
            "--kills" => &mut options.kills,
            _ => return Err(format!("{word} is not known.")),
        };
        let value = words.next().unwrap_or_default();
        *place = value
            .parse()
            .map_err(|_| format!("{word} needs a number, not {value:?}."))?;
    }
    Ok(options)
}
