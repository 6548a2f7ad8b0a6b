//! The command line: `cargo xtask COMMAND`. What the commands do is in the library.

use std::ffi::OsString;
use std::process::ExitCode;

use lexopt::prelude::*;
use xtask::build::{self, Part};
use xtask::check::{self, Suite};
use xtask::layout::Layout;
use xtask::problem::{Explain, Outcome, Problem};
use xtask::{bench, chaos, lab, model, say, serve, sweep};

const USAGE: &str = "\
Baton's developer commands

  cargo xtask serve [--port 8787] [--fresh] [--host-page-port 8788]
      installs what is missing, builds what is stale, and runs everything here: the edge, the agent view, a demo page
  cargo xtask test [unit|edge|browser]
      runs every check, or one part of them
  cargo xtask build [--release] [widget|agent|edge]...
      makes what `wrangler deploy` uploads
  cargo xtask bench
      measures what Baton promises, in one table
  cargo xtask chaos [--seed 1] [--conversations 200] [--agents 20] [--seconds 60] [--kills 5]
      a bad network and power cuts between many clients and a real workerd; says what was lost, which is to be nothing
  cargo xtask model [--depth N] [--lives 1000000]
      explores what can happen to a conversation in every order, and lives as many random lives on bad lines
  cargo xtask sweep [--edge http://localhost:8787]
      asks an edge for conversations that nobody has and nobody will be reminded of, of which there are to be none;
      needs the admin token in BATON_ADMIN_TOKEN, and finds by itself the one that `serve` made up
  cargo xtask evaluate explicit|topics|sentiment|repetition|answers|briefs FILE... [--json]
      runs the shipped detectors on labelled JSONL and says how often they are right
  cargo xtask evaluate agreement|handovers FILE...
      says whether native code, workerd and a browser decide alike; whether the briefs of dialogues, fed through a real
      edge, claim only what was said
  cargo xtask train TABLE FOLDER [--check]
      makes a committed table again from a folder of labelled JSONL
  cargo xtask policy check FILE.toml|json [--json]
      says everything that is wrong with a policy, or its hash; with --json prints all of it for a site's settings
  cargo xtask replay POLICY.toml|json LOG.jsonl...
      judges exported conversations by another policy and prints what would change";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome {
    let layout = Layout::here();
    let mut arguments = lexopt::Parser::from_env();
    let command = match arguments.next().or_usage()? {
        Some(Value(command)) => command.string().or_usage()?,
        None | Some(Short('h') | Long("help")) => {
            say::line(USAGE);
            return Ok(());
        }
        Some(other) => return Err(usage(other.unexpected())),
    };
    match command.as_str() {
        "serve" => serve::serve(&layout, &serve_options(&mut arguments)?),
        "test" => check::test(&layout, &suites(&mut arguments)?),
        "build" => build::build(&layout, &parts(&mut arguments)?),
        "bench" => {
            end(&mut arguments)?;
            bench::bench(&layout)
        }
        "evaluate" | "train" | "replay" | "policy" => lab::lab(&layout, &command, rest(&mut arguments)?),
        "chaos" => chaos::chaos(&layout, rest(&mut arguments)?),
        "sweep" => sweep::sweep(&layout, &edge(&mut arguments)?),
        "model" => model::model(&layout, rest(&mut arguments)?),
        "help" => {
            say::line(USAGE);
            Ok(())
        }
        _ => Err(usage(format!("there is no command `{command}`"))),
    }
}

fn serve_options(arguments: &mut lexopt::Parser) -> Outcome<serve::Options> {
    let mut options = serve::Options::default();
    while let Some(argument) = arguments.next().or_usage()? {
        match argument {
            Long("port") => options.port = arguments.value().and_then(|port| port.parse()).or_usage()?,
            Long("host-page-port") => {
                options.host_page_port = arguments.value().and_then(|port| port.parse()).or_usage()?;
            }
            Long("fresh") => options.fresh = true,
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(options)
}

/// The edge that a command asks.
fn edge(arguments: &mut lexopt::Parser) -> Outcome<String> {
    let mut edge = sweep::LOCAL.to_owned();
    while let Some(argument) = arguments.next().or_usage()? {
        match argument {
            Long("edge") => edge = arguments.value().and_then(ValueExt::string).or_usage()?,
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(edge)
}

fn parts(arguments: &mut lexopt::Parser) -> Outcome<Vec<Part>> {
    let mut parts = Vec::new();
    while let Some(argument) = arguments.next().or_usage()? {
        match argument {
            // The only flavour there is; accepted because people expect to say it before a deployment.
            Long("release") => {}
            Value(name) => parts.push(Part::named(&name.string().or_usage()?)?),
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(if parts.is_empty() {
        Part::ALL.to_vec()
    } else {
        parts
    })
}

fn suites(arguments: &mut lexopt::Parser) -> Outcome<Vec<Suite>> {
    let mut suites = Vec::new();
    while let Some(argument) = arguments.next().or_usage()? {
        match argument {
            Value(name) => suites.push(Suite::named(&name.string().or_usage()?)?),
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(if suites.is_empty() {
        Suite::ALL.to_vec()
    } else {
        suites
    })
}

/// What the program behind a command is to understand by itself.
fn rest(arguments: &mut lexopt::Parser) -> Outcome<Vec<OsString>> {
    Ok(arguments.raw_args().or_usage()?.collect())
}

fn end(arguments: &mut lexopt::Parser) -> Outcome {
    match arguments.next().or_usage()? {
        None => Ok(()),
        Some(other) => Err(usage(other.unexpected())),
    }
}

trait OrUsage<T> {
    /// A mistake on the command line is answered with how it is meant to be.
    fn or_usage(self) -> Outcome<T>;
}

impl<T, E: std::fmt::Display> OrUsage<T> for Result<T, E> {
    fn or_usage(self) -> Outcome<T> {
        self.explain(|| "The command was not understood".to_owned())
            .map_err(|problem| problem.fix(USAGE))
    }
}

fn usage(why: impl std::fmt::Display) -> Problem {
    Problem::new("The command was not understood")
        .because(why)
        .fix(USAGE)
}
