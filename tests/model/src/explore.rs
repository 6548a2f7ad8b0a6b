//! Runs an exploration and says what it came to.

use std::{
    fmt,
    time::{Duration, Instant},
};

use stateright::{Checker, HasDiscoveries, Model};

use crate::floor::{self, Bounds};

/// What an exploration came to.
#[derive(Debug)]
pub struct Explored {
    /// Steps taken.
    pub steps: usize,
    /// Different states met.
    pub states: usize,
    /// The longest way to a state, in steps.
    pub depth: usize,
    /// How long it took.
    pub took: Duration,
    /// The first breach, with the way to it.
    pub breach: Option<String>,
    /// What should have been met and was not.
    pub missed: Vec<&'static str>,
}

/// Explores everything within the bounds, or no further than so many steps from the start.
pub fn floor(bounds: &Bounds, depth: Option<usize>) -> Explored {
    #[expect(clippy::disallowed_methods, reason = "a native tool that measures")]
    let start = Instant::now();
    let mut builder = bounds
        .clone()
        .checker()
        .threads(2)
        .finish_when(HasDiscoveries::AnyFailures);
    if let Some(depth) = depth {
        builder = builder.target_max_depth(depth);
    }
    let checker = builder.spawn_bfs().join();
    let met = checker.discoveries();
    let breach = met.get("every rule holds").map(|path| {
        let world = path.last_state();
        let what = floor::breach(bounds, world).map_or_else(String::new, |broken| broken.to_string());
        let way: Vec<String> = path
            .clone()
            .into_actions()
            .iter()
            .map(|act| format!("{act:?}"))
            .collect();
        format!("{what}\nafter {}", way.join(", "))
    });
    Explored {
        steps: checker.state_count(),
        states: checker.unique_state_count(),
        depth: checker.max_depth(),
        took: start.elapsed(),
        breach,
        missed: bounds.met.missed(),
    }
}

impl fmt::Display for Explored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} states, {} steps, longest way {}, {:.1} s",
            self.states,
            self.steps,
            self.depth,
            self.took.as_secs_f64()
        )
    }
}
