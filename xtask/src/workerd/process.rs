//! One running workerd. It ends when its [`Edge`] is dropped.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use serde::Deserialize;

use super::capnp::{self, Places};
use super::log::Log;
use super::{Manifest, SECRETS};
use crate::layout::Layout;
use crate::problem::{Explain, Outcome, Problem};

/// workerd listens within a tenth of a second; a machine under load gets a hundred times as long.
const START_LIMIT: Duration = Duration::from_secs(15);

/// How to run the edge.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The port on 127.0.0.1; 0 picks a free one.
    pub port: u16,
    /// Where everything is kept: the objects' storage and the generated configuration. Made when missing.
    pub state: PathBuf,
    /// Values of [`SECRETS`]; a name that is not given is not bound.
    pub secrets: Vec<(String, String)>,
    /// Whether what workerd prints is shown as it comes.
    pub show_log: bool,
}

/// A running edge.
#[derive(Debug)]
pub struct Edge {
    child: Child,
    port: u16,
    log: Log,
}

/// What workerd says on its control channel.
#[derive(Deserialize)]
struct ControlEvent {
    event: String,
    port: Option<u16>,
}

impl Edge {
    /// Starts workerd on what `build` made, and returns when it listens.
    pub fn start(layout: &Layout, options: &Options) -> Outcome<Self> {
        Self::start_on(layout, &write_config(layout, options)?, options)
    }

    /// Starts workerd on a configuration of one's own, whose socket is called `http`; returns when it listens.
    pub fn start_on(layout: &Layout, config: &Path, options: &Options) -> Outcome<Self> {
        let mut workerd = Command::new(layout.workerd());
        workerd
            .args(["serve", "--import-path=/", "--control-fd=1"])
            .arg(format!("--socket-addr=http=127.0.0.1:{}", options.port))
            .arg(config)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        for name in SECRETS {
            workerd.env_remove(name);
        }
        workerd.envs(options.secrets.iter().map(|(name, value)| (name, value)));
        let mut child = workerd
            .spawn()
            .explain(|| "workerd could not be started".into())?;
        let log = Log::default();
        if let Some(complaints) = child.stderr.take() {
            log.follow(complaints, options.show_log);
        }
        let listening = follow_control(&mut child, &log, options.show_log);
        let mut edge = Self { child, port: 0, log };
        edge.port = listening
            .recv_timeout(START_LIMIT)
            .map_err(|_| edge.failed_start())?;
        Ok(edge)
    }

    fn failed_start(&mut self) -> Problem {
        self.kill();
        let log = self.log.text();
        let why = if log.is_empty() {
            "it said nothing".to_owned()
        } else {
            log
        };
        Problem::new("The edge did not start").because(why).fix(
            "If the port is taken, choose another with `--port`. If the build looks broken, remove `build` and `dist`.",
        )
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its address, without a slash at the end.
    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// The last lines it printed.
    pub fn log(&self) -> String {
        self.log.text()
    }

    /// How it ended, when it has ended by itself.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Ends it at once, as a power cut would: nothing gets a chance to be tidied up.
    pub fn kill(&mut self) {
        // An error means that it has ended already, which is what was asked for.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Edge {
    fn drop(&mut self) {
        self.kill();
    }
}

fn write_config(layout: &Layout, options: &Options) -> Outcome<PathBuf> {
    let storage = options.state.join("storage");
    fs::create_dir_all(&storage).explain(|| format!("{} could not be made", storage.display()))?;
    let absolute = |path: &Path| fs::canonicalize(path).explain(|| format!("{} is missing", path.display()));
    let manifest = Manifest::read(layout)?;
    let secrets: Vec<&str> = options.secrets.iter().map(|(name, _)| name.as_str()).collect();
    let text = capnp::config(
        &manifest,
        &Places {
            worker: &absolute(&layout.worker())?,
            assets: &absolute(&layout.at(&manifest.assets.directory))?,
            storage: &absolute(&storage)?,
            secrets: &secrets,
        },
    );
    let file = options.state.join("workerd.capnp");
    fs::write(&file, text).explain(|| format!("{} could not be written", file.display()))?;
    absolute(&file)
}

/// Reads the control channel; the port arrives on the returned end, and other lines go to the log.
fn follow_control(child: &mut Child, log: &Log, show: bool) -> mpsc::Receiver<u16> {
    let (tell, listening) = mpsc::channel();
    let log = log.clone();
    if let Some(control) = child.stdout.take() {
        std::thread::spawn(move || {
            for line in BufReader::new(control).lines().map_while(Result::ok) {
                match serde_json::from_str::<ControlEvent>(&line) {
                    // Nobody waits any more when the start was given up; then the port is of no use.
                    Ok(ControlEvent {
                        event,
                        port: Some(port),
                    }) if event == "listen" => {
                        let _ = tell.send(port);
                    }
                    Ok(_) => {}
                    Err(_) => log.add(&line, show),
                }
            }
        });
    }
    listening
}
