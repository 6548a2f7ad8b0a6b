//! Asks what it is talking to: "are you a human?", "am I talking to a bot?".

use super::clause::{Clause, Span, WHO};
#[allow(
    clippy::wildcard_imports,
    reason = "the roles are the alphabet of the grammar"
)]
use super::roles::*;

/// How many words may stand between asking and what is asked about.
const REACH: usize = 6;

const BETWEEN: Roles = GLUE | REAL | NOT | POLITE | YOU | BE | THIS | FOLLOW | I | THERE | TALK | AUXILIARY;

/// The forms, one after the other.
pub(super) fn probe(clause: &Clause) -> Option<Span> {
    who(clause).or_else(|| what(clause))
}

/// "Who are you", "chi sei"; and "are you?" after "I am a person".
fn who(clause: &Clause) -> Option<Span> {
    let mut to = 0;
    let asked = clause.is(0, WHOM) || clause.one_of(0, "what");
    if asked {
        to += 1;
    } else if !clause.named {
        return None;
    }
    let one = clause.is(to, YOU_ARE);
    let two = clause.is(to, BE) && clause.is(to + 1, YOU);
    to += usize::from(!one);
    let rest = clause.all(to + 1, clause.len(), GLUE | ONE | POLITE);
    ((one || two) && rest).then_some((0, to))
}

fn what(clause: &Clause) -> Option<Span> {
    (0..clause.len())
        .filter(|at| clause.is(*at, MACHINE | PERSON | ANYBODY | REAL | MANY))
        .find_map(|what| {
            let start = clause.back(what, REACH, BETWEEN | TALKING | YOU_ARE, WANT);
            let kind = clause.is(what, MACHINE | WHO | MANY);
            let next = clause.on(what, REACH, REAL, 0) + 1;
            let ends_well = clause.goes_on(next, OR | FOLLOW | POLITE | NOT | YOU | BE | MACHINE);
            let fits = ends_well
                && (you(clause, start, what)
                    || kind && (this(clause, start, what) || with(clause, start, what)));
            let or = clause.is(0, OR) && kind && what > 0 && what < 6 && ends_well && clause.named;
            (fits || or || kind && (either(clause, what) || behind(clause, what))).then_some((start, what))
        })
}

/// "Are you", "you are", "bist du", "eres".
fn you(clause: &Clause, start: usize, what: usize) -> bool {
    let one = clause.has(start, what, YOU_ARE);
    let two = (start..what).any(|at| {
        let before = at > start
            && (clause.is(at - 1, BE | IF)
                || at > start + 1 && clause.is(at - 1, NOT) && clause.is(at - 2, BE));
        let after = at + 1 < what && clause.is(at + 1, BE);
        clause.is(at, YOU) && (before || after) && !(before && clause.one_of(at - 1, "jest"))
    });
    let short = start + 1 == what || clause.all(1, what, GLUE | REAL);
    let you = clause.is(0, YOU) && short && what + 1 >= clause.len() && what > 0;
    let real = clause.is(what, MACHINE | WHO | MANY) || clause.goes_on(what + 1, OR);
    real && (one || two || you)
}

/// "Is this a bot".
fn this(clause: &Clause, start: usize, what: usize) -> bool {
    let is = clause.has(start, what, BE);
    let this = clause.has(start, what, THIS);
    start <= 1
        && (is && this || clause.is(what, MACHINE) && (is || this) && (clause.question || clause.len() < 4))
}

/// "Am I talking to", "hablo con", "suis-je en train de parler à".
fn with(clause: &Clause, start: usize, what: usize) -> bool {
    let talks = |at: &usize| {
        let now = clause.has(at.saturating_sub(5), *at, BE) && !clause.has(0, *at, WANT | CAN | IF);
        let here = clause.is(0, AUXILIARY) && clause.is(what, MACHINE);
        clause.is(*at, TALKING) || clause.is(*at, TALK) && *at + 1 < what && (now || here)
    };
    let somebody = !clause.is(what, ANYBODY) || clause.has(0, what, BE);
    (start..what).find(talks).is_some_and(|at| {
        somebody
            && !clause.has(at.saturating_sub(2), at, NOT | WITHOUT | STOP | WANT | TALK)
            && clause.has(start, what, BE | I | TALKING)
    })
}

/// "Human or computer".
fn either(clause: &Clause, what: usize) -> bool {
    let mut next = what + 1;
    while clause.is(next, GLUE) && !clause.is(next, OR) {
        next += 1;
    }
    if !clause.is(next, OR) {
        return false;
    }
    let other = (next + 1..next + 5)
        .take_while(|at| clause.is(*at, GLUE | REAL | MACHINE | WHO | BE | THIS | YOU))
        .find(|at| clause.is(*at, MACHINE | WHO));
    let asked = clause.has(0, what, WANT | CAN | ME);
    other.is_some_and(|other| clause.is(other, MACHINE) != clause.is(what, MACHINE)) && !asked
}

/// "Is there a human behind this".
fn behind(clause: &Clause, what: usize) -> bool {
    clause.is(what, WHO)
        && clause.has(0, what, EXISTS | THERE | BE | AUXILIARY)
        && clause.has(what + 1, what + 5, BEHIND)
}
