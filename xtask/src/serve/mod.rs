//! `serve`: the whole of Baton on this machine, with a demo site, until Ctrl-C.

pub mod docs;
mod host_page;
mod ports;
mod seed;
mod token;

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use crate::build::{self, Part};
use crate::layout::Layout;
use crate::problem::{Explain, Outcome, Problem};
use crate::workerd::{Edge, Options as EdgeOptions, SECRETS};
use crate::{say, setup, sweep};

/// Where everything of the edge of `serve` is kept.
const STATE: &str = ".baton";
/// How often a running edge is looked at, to notice that it has died.
const WATCH: Duration = Duration::from_millis(500);
/// After so many of these looks the edge is swept, as the trigger of `wrangler.toml` does it every five minutes.
const SWEEP_EVERY: u32 = 600;

/// What the command line may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Where the edge listens.
    pub port: u16,
    /// Where the demo page is, which must be another origin.
    pub host_page_port: u16,
    /// Whether to start from empty storage.
    pub fresh: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 8787,
            host_page_port: 8788,
            fresh: false,
        }
    }
}

/// Installs, builds, starts, seeds, and stays until Ctrl-C or until the edge dies.
pub fn serve(layout: &Layout, options: &Options) -> Outcome {
    if options.port == options.host_page_port {
        return Err(Problem::new("The edge and the demo page cannot share a port")
            .because("the demo page shows what a website on another origin sees")
            .fix("Choose two different numbers for `--port` and `--host-page-port`."));
    }
    // Before the build, which may take minutes.
    ports::require_free(options.port, "--port")?;
    ports::require_free(options.host_page_port, "--host-page-port")?;
    setup::for_build(layout)?;
    build::build(layout, &Part::ALL)?;

    let state = state_folder(layout, options)?;
    let admin_token = token::keep(&state)?;
    // Taken before anything is started, so that no moment is left in which Ctrl-C would leave something behind.
    let stop = on_interrupt()?;
    let mut edge = Edge::start(
        layout,
        &EdgeOptions {
            port: options.port,
            state,
            secrets: secrets(&admin_token),
            show_log: true,
        },
    )?;
    let pages = docs::read(layout)?;
    let _host_page = host_page::start(layout, options, &edge.address(), pages.clone())?;
    let setup_link = seed::seed(&edge.address(), &admin_token, options.host_page_port, &pages)?;
    announce(options, &edge, setup_link.as_deref());

    for look in 1_u32.. {
        match stop.recv_timeout(WATCH) {
            Ok(()) | Err(RecvTimeoutError::Disconnected) => {
                say::line("\nstopped");
                return Ok(());
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
        if let Some(status) = edge.ended() {
            return Err(Problem::new(format!("The edge has died ({status})"))
                .because(edge.log())
                .fix("Start again with `cargo xtask serve`; everything that was acknowledged is kept."));
        }
        if look % SWEEP_EVERY == 0 {
            sweep::remark(&edge.address(), &admin_token);
        }
    }
    Ok(())
}

fn announce(options: &Options, edge: &Edge, setup_link: Option<&str>) {
    say::line("\nready");
    say::line(&format!(
        "  demo page   http://localhost:{}/",
        options.host_page_port
    ));
    say::line(&format!("  agent view  {}/agent", edge.address()));
    if let Some(link) = setup_link {
        say::line(&format!(
            "  set-up      {link}\n              creates the first member; works once"
        ));
    }
    say::line("  Ctrl-C stops everything.");
}

fn state_folder(layout: &Layout, options: &Options) -> Outcome<PathBuf> {
    let state = layout.at(STATE);
    let storage = state.join("storage");
    if options.fresh && storage.exists() {
        fs::remove_dir_all(&storage).explain(|| format!("{} could not be emptied", storage.display()))?;
    }
    fs::create_dir_all(&state).explain(|| format!("{} could not be made", state.display()))?;
    Ok(state)
}

/// The model's settings come from the environment, the admin token is ours.
fn secrets(admin_token: &str) -> Vec<(String, String)> {
    let mut secrets: Vec<_> = SECRETS
        .iter()
        .filter(|name| **name != "BATON_ADMIN_TOKEN")
        .filter_map(|name| {
            Some((
                (*name).to_owned(),
                std::env::var(name).ok().filter(|value| !value.is_empty())?,
            ))
        })
        .collect();
    secrets.push(("BATON_ADMIN_TOKEN".to_owned(), admin_token.to_owned()));
    secrets
}

/// The admin token of the edge that `serve` runs in this checkout, if it ever ran.
pub fn kept_token(layout: &Layout) -> Option<String> {
    let kept = fs::read_to_string(layout.at(STATE).join("admin-token")).ok()?;
    Some(kept.trim().to_owned())
}

fn on_interrupt() -> Outcome<mpsc::Receiver<()>> {
    let (tell, stop) = mpsc::channel();
    // A second Ctrl-C while the first is being obeyed finds nobody listening; that is fine.
    ctrlc::set_handler(move || _ = tell.send(())).explain(|| "Ctrl-C could not be watched".to_owned())?;
    Ok(stop)
}
