//! `train`: makes a committed table again from a folder of labelled lines. The same folder gives the same bytes on any
//! machine, so that whoever doubts a table can make it themselves.
//!
//! A table that is trained has a module here and an entry in [`TABLES`].

mod explicit;
mod machine;
mod pack;
mod tone;
mod topics;

use std::fs;
use std::path::Path;

use crate::fault::{Fault, Outcome};

/// One trained table.
#[derive(Debug)]
pub struct Table {
    /// Its name on the command line.
    pub name: &'static str,
    /// Where it is committed, from the top of the checkout.
    pub path: &'static str,
    /// Makes its bytes from a folder of labelled files; no clock, no chance, no order of a hash map may be in them.
    pub make: fn(&Path) -> Outcome<Vec<u8>>,
}

/// Every trained table.
pub const TABLES: &[Table] = &[
    Table {
        name: "request",
        path: "shared/src/triggers/explicit/request.bin",
        make: explicit::make_request,
    },
    Table {
        name: "probe",
        path: "shared/src/triggers/explicit/probe.bin",
        make: explicit::make_probe,
    },
    Table {
        name: "anger",
        path: "shared/src/triggers/tone/anger.bin",
        make: tone::make_anger,
    },
    Table {
        name: "correction",
        path: "shared/src/triggers/tone/correction.bin",
        make: tone::make_correction,
    },
    Table {
        name: "unhelpful",
        path: "shared/src/triggers/tone/unhelpful.bin",
        make: tone::make_unhelpful,
    },
    Table {
        name: "topics",
        path: "shared/src/triggers/topic/weights.bin",
        make: topics::make,
    },
];

/// Makes a table from the data in `folder` and writes it where it is committed; with `check`, only says whether it
/// would be another. Returns what to print.
pub fn train(name: &str, folder: &Path, check: bool) -> Outcome<String> {
    let table = TABLES
        .iter()
        .find(|table| table.name == name)
        .ok_or_else(|| unknown(name))?;
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(table.path);
    update(table, &path, &(table.make)(folder)?, check)
}

fn update(table: &Table, path: &Path, made: &[u8], check: bool) -> Outcome<String> {
    let (name, size) = (table.path, made.len());
    if fs::read(path).is_ok_and(|committed| committed == made) {
        return Ok(format!("{name}: {size} bytes, as committed\n"));
    }
    if check {
        return Err(Fault::new(format!("{name}: {size} bytes, other than committed")));
    }
    fs::write(path, made).map_err(|error| Fault::new(format!("{name} could not be written: {error}")))?;
    Ok(format!("{name}: {size} bytes, written anew\n"))
}

fn unknown(name: &str) -> Fault {
    let names: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
    let those = if names.is_empty() {
        "every detector is written by hand".to_owned()
    } else {
        format!("trained are: {}", names.join(", "))
    };
    Fault::new(format!("No table `{name}` is trained; {those}"))
}
