//! Writes workerd's own configuration from the [`Manifest`].

use std::fmt::Write as _;
use std::path::Path;

use super::Manifest;

/// What the manifest does not say, because it differs from run to run.
pub struct Places<'a> {
    /// The Worker's script and Wasm.
    pub worker: &'a Path,
    /// The static files.
    pub assets: &'a Path,
    /// Where the objects keep their storage.
    pub storage: &'a Path,
    /// Environment variables that are bound under their own names.
    pub secrets: &'a [&'a str],
}

/// The configuration's text. All paths must be absolute; workerd is told to import from `/`.
pub fn config(manifest: &Manifest, places: &Places) -> String {
    let mut objects = String::new();
    let mut bindings = format!(
        "    (name = {}, service = \"assets\"),\n",
        quoted(&manifest.assets.binding)
    );
    for object in &manifest.durable_objects.bindings {
        let class = quoted(&object.class_name);
        push(
            &mut objects,
            format_args!("    (className = {class}, uniqueKey = {class}, enableSql = true),\n"),
        );
        push(
            &mut bindings,
            format_args!(
                "    (name = {}, durableObjectNamespace = {class}),\n",
                quoted(&object.name)
            ),
        );
    }
    for (name, value) in &manifest.vars {
        push(
            &mut bindings,
            format_args!("    (name = {}, text = {}),\n", quoted(name), quoted(value)),
        );
    }
    for name in places.secrets {
        // By reference, so that no secret is written to this file.
        push(
            &mut bindings,
            format_args!("    (name = {0}, fromEnvironment = {0}),\n", quoted(name)),
        );
    }
    let flags: Vec<String> = manifest
        .compatibility_flags
        .iter()
        .map(|flag| quoted(flag))
        .collect();
    format!(
        r#"# Written by xtask from wrangler.toml at each start; changes here are lost.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "edge", worker = .edge),
    (name = "assets", disk = (path = {assets})),
    (name = "storage", disk = (path = {storage}, writable = true)),
    # A model may run anywhere, on this machine too.
    (name = "internet", network = (allow = ["public", "private", "local"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", http = (), service = "edge")],
);

const edge :Workerd.Worker = (
  modules = [
    (name = "index.js", esModule = embed {script}),
    (name = "index_bg.wasm", wasm = embed {wasm}),
  ],
  compatibilityDate = {date},
  compatibilityFlags = [{flags}],
  bindings = [
{bindings}  ],
  durableObjectNamespaces = [
{objects}  ],
  durableObjectStorage = (localDisk = "storage"),
);
"#,
        assets = path(places.assets),
        storage = path(places.storage),
        script = path(&places.worker.join("index.js")),
        wasm = path(&places.worker.join("index_bg.wasm")),
        date = quoted(&manifest.compatibility_date),
        flags = flags.join(", "),
    )
}

fn push(text: &mut String, arguments: std::fmt::Arguments) {
    // Writing to a String cannot fail.
    let _ = text.write_fmt(arguments);
}

fn path(path: &Path) -> String {
    quoted(&path.to_string_lossy())
}

/// A capnp string literal: quotes, backslashes and control characters escaped.
fn quoted(text: &str) -> String {
    let mut literal = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            control if control.is_ascii_control() => {
                push(&mut literal, format_args!("\\x{:02x}", u32::from(control)));
            }
            plain => literal.push(plain),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Layout;

    #[test]
    fn text_cannot_leave_its_quotes() {
        assert_eq!(quoted("a\"b\\c\nd\u{1}"), "\"a\\\"b\\\\c\\nd\\x01\"");
    }

    #[test]
    fn binds_every_object_and_names_secrets_without_their_values() {
        let manifest = Manifest::read(&Layout::here()).unwrap();
        let here = Path::new("/here");
        let text = config(
            &manifest,
            &Places {
                worker: here,
                assets: here,
                storage: here,
                secrets: &["BATON_ADMIN_TOKEN"],
            },
        );
        for object in &manifest.durable_objects.bindings {
            assert!(
                text.contains(&format!("className = \"{}\"", object.class_name)),
                "{text}"
            );
        }
        assert!(text.contains("fromEnvironment = \"BATON_ADMIN_TOKEN\""), "{text}");
    }
}
