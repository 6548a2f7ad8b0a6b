//! The command line of the measurements; people reach it as `cargo xtask evaluate` and `cargo xtask train`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use lab::agreement;
use lab::evaluate::{self, Kind, Options};
use lab::fault::{Fault, Outcome};
use lab::{policy, replay, train};
use lexopt::prelude::*;

const USAGE: &str = "  cargo xtask evaluate explicit|topics|sentiment|repetition|answers FILE… [options]
      runs the shipped detectors on labelled JSONL and says how often they are right
      (`answers` takes X.documents.jsonl with X.questions.jsonl)
        --json            the same numbers as one JSON object
        --by-source       also for each source alone
        --source TEXT     only lines whose source holds TEXT
        --not-source TEXT only the other lines
        --wrong           also every line decided wrong
  cargo xtask evaluate briefs FILE…
      feeds dialogues through the core and says whether every brief claims only what was said
  cargo xtask policy check FILE.toml|json [--json]
      says everything that is wrong with a policy, or its hash; with --json prints all of it for a site's settings
  cargo xtask train TABLE FOLDER [--check]
      makes a committed table again from labelled files; with --check only says whether it would be another";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome {
    let mut arguments = lexopt::Parser::from_env();
    match word(&mut arguments)?.as_deref() {
        Some("evaluate") => {
            let kind = word(&mut arguments)?.ok_or_else(|| usage("what to evaluate is missing"))?;
            if kind == "briefs" {
                return evaluate::briefs::evaluate(&options(&mut arguments)?).map(|text| print(&text));
            }
            let kind = Kind::named(&kind).ok_or_else(|| usage(format!("there is nothing `{kind}`")))?;
            evaluate::evaluate(kind, &options(&mut arguments)?).map(|text| print(&text))
        }
        Some("train") => {
            let table = word(&mut arguments)?.ok_or_else(|| usage("which table is missing"))?;
            let (folder, check) = path_and(&mut arguments, "check", "the folder of the data")?;
            train::train(&table, &folder, check).map(|text| print(&text))
        }
        Some("policy") => {
            if word(&mut arguments)?.as_deref() != Some("check") {
                return Err(usage(
                    "what to do with the policy is missing: `policy check FILE`",
                ));
            }
            let (file, json) = path_and(&mut arguments, "json", "the file")?;
            policy::check(&file, json).map(|text| print(&text))
        }
        Some("replay") => {
            let mut files = files(&mut arguments)?.into_iter();
            let policy = files.next().ok_or_else(|| usage("which policy is missing"))?;
            let logs: Vec<PathBuf> = files.collect();
            if logs.is_empty() {
                return Err(usage("no log was named"));
            }
            replay::run(&policy, &logs).map(|text| print(&text))
        }
        // For `cargo xtask evaluate agreement`, which asks workerd and a browser for the same.
        Some("digests") => {
            let mut all = Vec::new();
            for file in files(&mut arguments)? {
                all.extend(agreement::texts(&file)?);
            }
            for portion in all.chunks(agreement::PORTION) {
                print(&(agreement::digests(portion).join("\n") + "\n"));
            }
            Ok(())
        }
        Some(other) => Err(usage(format!("there is no command `{other}`"))),
        None => Err(usage("a command is missing")),
    }
}

/// A reader that stops reading, such as `head`, has what it wants.
fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn files(arguments: &mut lexopt::Parser) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Value(file) => files.push(file.into()),
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(files)
}

fn options(arguments: &mut lexopt::Parser) -> Outcome<Options> {
    let mut options = Options::default();
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Long("json") => options.json = true,
            Long("by-source") => options.by_source = true,
            Long("wrong") => options.wrong = true,
            Long("source") => options.only.push(text(arguments)?),
            Long("not-source") => options.without.push(text(arguments)?),
            Value(file) => options.files.push(file.into()),
            other => return Err(usage(other.unexpected())),
        }
    }
    if options.files.is_empty() {
        return Err(usage("no file was named"));
    }
    Ok(options)
}

/// One file or folder, and whether a switch was set.
fn path_and(arguments: &mut lexopt::Parser, switch: &str, what: &str) -> Outcome<(PathBuf, bool)> {
    let (mut path, mut set) = (None, false);
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Long(name) if name == switch => set = true,
            Value(named) if path.is_none() => path = Some(named.into()),
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok((path.ok_or_else(|| usage(format!("{what} is missing")))?, set))
}

fn word(arguments: &mut lexopt::Parser) -> Outcome<Option<String>> {
    match arguments.next().map_err(usage)? {
        Some(Value(word)) => Ok(Some(word.string().map_err(usage)?)),
        Some(other) => Err(usage(other.unexpected())),
        None => Ok(None),
    }
}

fn text(arguments: &mut lexopt::Parser) -> Outcome<String> {
    arguments.value().and_then(ValueExt::string).map_err(usage)
}

fn usage(why: impl std::fmt::Display) -> Fault {
    Fault::new(format!("The command was not understood\n   why: {why}\n{USAGE}"))
}
