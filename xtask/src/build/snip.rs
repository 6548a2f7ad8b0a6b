//! Takes the bodies out of functions that are linked and can never run.
//!
//! A function whose address stands in some table of the program stays, whether anybody looks it up or not: the linker
//! cannot know, and neither can Binaryen. We do, for the families named here; a snipped function traps, so that a
//! mistake is a widget that does not start, which every browser story would notice.

use std::path::Path;

use walrus::{FunctionBuilder, FunctionId, FunctionKind, ModuleConfig};

use super::assets;
use crate::problem::{Outcome, Problem};

/// A family of functions: its names hold this, and end so. Names are those that wasm-bindgen prints.
pub type Family = (&'static str, &'static str);

/// What no application of ours runs. Only what is long enough to be like nothing else: the compiler folds functions with
/// the same body into one, under the name of either.
pub const NEVER: &[Family] = &[
    // Leptos brings them along for functions on a server. Their classes are exported to scripts, and ours makes none.
    ("wasm_streams::", "Future>::poll"),
    ("wasm_streams::", "Future>::poll::{closure#0}>"),
    // Leptos' feature `delegation` is off; the choice is made where the program runs, so both sides are linked.
    ("Dom>::add_event_listener_delegated", "_delegated"),
    ("Dom>::add_event_listener_delegated", "{closure#0}::{closure#0}"),
];

/// What the widget does not run beside it.
pub const NEVER_IN_WIDGET: &[Family] = &[
    NEVER[0],
    NEVER[1],
    NEVER[2],
    NEVER[3],
    // It has no future.
    ("future_to_promise::<", ""),
    // No context is ever provided, so no owner has any to let go of.
    ("hashbrown::raw::RawTableInner>::drop_elements::<", ""),
    ("OnceCell<js_sys::futures::queue::Queue>>::get_or_try_init::<", ""),
    ("js_sys::futures::jspi::SpawnedTask>", "::wake"),
    ("js_sys::futures::queue::Queue>", "::new"),
    ("js_sys::futures::queue::Queue>", "::new::{closure#0}"),
    ("js_sys::futures::queue::Queue>", "::schedule_task"),
    ("futures_util::sink::", "Future>::poll"),
    ("futures_util::stream::", "Future>::poll"),
    // It writes text piece by piece (see `digits`), and a panic there has no message.
    ("core::fmt::write", "write"),
    ("core::fmt::num::", "_small"),
    ("core::fmt::Formatter>::pad", ""),
];

/// Writes `from` without the bodies of functions with such names, and without names, to `to`.
pub fn snip(from: &Path, to: &Path, never: &[Family]) -> Outcome {
    let mut config = ModuleConfig::new();
    config
        .generate_name_section(false)
        .generate_producers_section(false);
    let unreadable = |error| Problem::new(format!("{} is no Wasm", from.display())).because(error);
    let mut module = config.parse_file(from).map_err(unreadable)?;
    let is_dead = |name: &str| {
        let name = without_hashes(name);
        never
            .iter()
            .any(|(part, end)| name.contains(part) && name.ends_with(end))
    };
    let functions = module.funcs.iter_local();
    let dead: Vec<FunctionId> = functions
        .filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(is_dead))
        .map(|(id, _)| id)
        .collect();
    for id in dead {
        let ty = module.types.get(module.funcs.get(id).ty());
        let (takes, gives) = (ty.params().to_vec(), ty.results().to_vec());
        let takes_in = takes.iter().map(|ty| module.locals.add(*ty)).collect();
        let mut body = FunctionBuilder::new(&mut module.types, &takes, &gives);
        body.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(takes_in));
    }
    assets::write(to, &module.emit_wasm())
}

/// Names of crates that are there in two versions have a hash in brackets behind them.
fn without_hashes(name: &str) -> String {
    let is_hash = |text: &str| text.len() > 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut parts = name.split('[');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if is_hash(hash) => plain.push_str(rest),
            _ => plain.extend(["[", part]),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::without_hashes;

    #[test]
    fn a_hash_is_no_part_of_a_name() {
        let name = "<[u8; 3]>::of::<reactive_graph[14bcf7194af58e]::owner::Owner>[1]";
        assert_eq!(
            without_hashes(name),
            "<[u8; 3]>::of::<reactive_graph::owner::Owner>[1]"
        );
    }
}
