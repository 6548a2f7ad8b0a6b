//! Requests without a verb that asks for somebody: a person alone, "anyone there?", "can someone call me", "call me back",
//! "no more bots".

use super::asked::{negated, others};
use super::clause::{Clause, Span, UNKNOWN, WHO};
#[allow(
    clippy::wildcard_imports,
    reason = "the roles are the alphabet of the grammar"
)]
use super::roles::*;

/// A message of at most so many words may name a person without asking: "agent please".
const BARE: usize = 6;
/// How many words around a person are read.
const AROUND: usize = 6;

/// A short clause that holds nothing but a person and glue.
pub(super) fn bare(clause: &Clause) -> Option<Span> {
    const REST: Roles = GLUE
        | REAL
        | POLITE
        | ME
        | I
        | WANT
        | GIVE
        | TALK
        | TALK_LAST
        | CONNECT
        | SERVICE
        | CUSTOMER
        | HELP
        | WHO
        | CAN
        | LIVE
        | CHAT;
    let length = clause.len();
    let only = (1..=BARE).contains(&length)
        && clause.all(0, length, REST)
        && !clause.has(0, length, NOT | WITHOUT | MACHINE | YOU_ARE)
        && !clause.has(0, length.min(3), BE)
        && !clause.is(0, YOU | THIS)
        && !clause.has(0, length, PAST)
        && (!clause.has(0, length, PRONOUN) || clause.has(0, length, WANT | CAN))
        && (!clause.probed || clause.has(0, length, WANT | GIVE | POLITE));
    let team = clause.has(0, length, SUPPORT | SERVICE)
        && (clause.whole && length < 3 || clause.has(0, length, CUSTOMER | TALK | CONNECT));
    let sure = (team || clause.has(0, length, PERSON | BOSS)) && clause.has(0, length, WHO);
    let anybody = clause.has(0, length, WHO)
        && (length == 1 && clause.one_of(0, "person persona pessoa persoon osoba")
            || clause.has(0, length, REAL | POLITE | WANT));
    let live = clause.has(0, length, LIVE) && clause.has(0, length, CHAT);
    (only && (sure || anybody || live)).then(|| (0, length - 1))
}

/// "Is there anyone", "anybody here?", "hay alguien", "ist da jemand", "who can I talk to".
pub(super) fn there(clause: &Clause) -> Option<Span> {
    whom(clause).or_else(|| {
        (0..clause.len())
            .filter(|at| clause.is(*at, WHO) && !clause.is(*at, SUPPORT | SERVICE))
            .find_map(|person| {
                let mut from = person;
                while from > 0
                    && clause.is(from - 1, GLUE | REAL)
                    && !clause.is(from - 1, THERE)
                    && !exists(clause, from - 1)
                {
                    from -= 1;
                }
                let mut next = clause.on(person, AROUND, GLUE | REAL | POLITE, 0) + 1;
                while clause.is(next, BE) && clause.is(next + 1, THERE) {
                    next += 1;
                }
                let you = clause.has(0, from, YOU) && !clause.has(0, from, GIVE);
                let is = from > 0 && !you && exists(clause, from - 1);
                let here = clause.is(next, THERE) && asks_first(clause, from);
                if here {
                    next += 1;
                }
                ((is || here) && able(clause, next)).then(|| (from.saturating_sub(1), person))
            })
    })
}

/// "Hay", "ist da", "is er", "jest tam", "y a".
fn exists(clause: &Clause, at: usize) -> bool {
    let placed = at > 0 && clause.is(at, THERE) && clause.is(at - 1, BE | EXISTS);
    let french =
        (1..=3).any(|back| at >= back && clause.one_of(at - back, "y") && clause.one_of(at - back + 1, "a"));
    let there = !clause.one_of(at, "there") || at == 0 || clause.is(at - 1, BE);
    placed || french || clause.is(at, EXISTS) && there
}

/// Nothing but glue and forms of to be before: the clause begins with asking for somebody.
fn asks_first(clause: &Clause, from: usize) -> bool {
    from == 0
        || clause.all(
            0,
            from,
            BE | EXISTS | GLUE | CAN | POLITE | THERE | YOU | GIVE | I | THIS | FOLLOW | AUXILIARY,
        )
}

/// The clause ends, or goes on with what somebody should be able to do.
fn able(clause: &Clause, at: usize) -> bool {
    const DOES: Roles = CAN | TALK | TALK_LAST | HELP | I | ME | CONNECT;
    let to = (at..at + 4)
        .find(|at| !clause.is(*at, WHICH | GLUE | FOLLOW | POLITE | THERE) || clause.is(*at, DOES))
        .unwrap_or(at + 4);
    to >= clause.len() || clause.is(to, DOES)
}

/// "Who can I talk to".
fn whom(clause: &Clause) -> Option<Span> {
    let who = (0..clause.len().min(2)).find(|at| clause.is(*at, WHOM))?;
    let can = (who + 1..who + 3).find(|at| clause.is(*at, CAN))?;
    let talk = (can + 1..can + 4).find(|at| clause.is(*at, TALK | TALK_LAST))?;
    clause
        .goes_on(talk + 1, FOLLOW | GLUE | POLITE)
        .then_some((who, talk))
}

/// Somebody shall do something for me: "can someone call me", "kann mir ein Mensch helfen".
pub(super) fn shall(clause: &Clause) -> Option<Span> {
    const WITHIN: Roles = GLUE
        | REAL
        | ME
        | POLITE
        | FOLLOW
        | CAN
        | LET
        | HELP
        | CALL
        | CALL_ME
        | WHO
        | TALK
        | TALK_LAST
        | WANT
        | SERVICE;
    (0..clause.len())
        .filter(|at| clause.is(*at, PERSON | ANYBODY | BOSS) && clause.is(*at, WHO))
        .find_map(|person| {
            let from = clause.back(person, AROUND, WITHIN, NOT);
            let to = clause.on(person, AROUND, WITHIN, NOT);
            let has = |roles| clause.has(from, to + 1, roles);
            let real = clause.is(person, PERSON) || has(REAL);
            let call = has(CALL | CALL_ME) || has(TALK | TALK_LAST);
            let help = has(HELP) && !clause.is(person, ANYBODY) || real && clause.has(to + 1, to + 3, HELP);
            let asks = has(CAN | LET)
                && (has(ME) || real && help)
                && (call || help || has(HELP) && to + 1 >= clause.len());
            (asks && !negated(clause, from) && !others(clause, from)).then_some((from, to))
        })
}

/// "Call me back", "rufen Sie mich bitte an", "me pueden llamar"; not "what do you call me", "remind me to call".
pub(super) fn called_back(clause: &Clause) -> Option<Span> {
    const BEFORE: Roles = ME | POLITE | CAN | YOU | LET | I | WANT;
    (0..clause.len())
        .filter(|at| clause.is(*at, CALL | CALL_ME))
        .find_map(|call| {
            let from = clause.back(call, 4, BEFORE, 0);
            let you = clause.is(call + 1, YOU) || clause.one_of(call + 1, "do");
            let to = clause.on(call + usize::from(you), 4, ME | POLITE | YOU, 0);
            let after = clause.is(call + 1, ME) || you && clause.is(call + 2, ME);
            let told = clause.is(from, YOU) && from < call || clause.is(0, WH);
            let me = (after || clause.has(from, call, ME)) && !told && asks_to(clause, from);
            let fits = clause.is(call, CALL_ME) || me && called(clause, to + 1);
            (fits && !negated(clause, from) && !others(clause, from)).then_some((from, to))
        })
}

/// When, whereto or about what one is called, and not by which name.
fn called(clause: &Clause, at: usize) -> bool {
    const ON: &str = " back zuruck zurueck terug on at about when if and or because so with regarding tomorrow after now em de au sur \
        su sul op unter auf wegen over w na pod an ";
    clause.goes_on(at, CALL | POLITE)
        || clause.one_of(at, ON)
            && !(clause.one_of(at, "an") && at + 1 < clause.len() && !clause.one_of(at + 1, "unter"))
}

/// Told or asked to do it, not told of: the clause, or a sentence without its full stop, begins there.
fn asks_to(clause: &Clause, from: usize) -> bool {
    from == 0
        || clause.has(from, from + 3, CAN | POLITE)
        || !clause.is(from - 1, YOU | WANT | GLUE | I | THIS | ANYBODY)
}

/// "No more bots", "stop the robot", "bot off".
pub(super) fn no_machine(clause: &Clause) -> Option<Span> {
    const BETWEEN: Roles = GLUE
        | TALK
        | TALK_LAST
        | TALKING
        | WANT
        | ME
        | GIVE
        | CONNECT
        | CAN
        | FOLLOW
        | REAL
        | POLITE
        | NOT
        | STOP
        | CHAT
        | THIS
        | LET;
    let machine = (0..clause.len()).find(|at| clause.is(*at, MACHINE))?;
    if clause.is(machine + 1, STOP) && machine + 2 >= clause.len() && !clause.is(0, QUESTION) {
        return Some((machine, machine + 1));
    }
    let stop = clause.back(machine, AROUND, BETWEEN, 0);
    let stop = (stop..machine).find(|at| clause.is(*at, STOP | NOT))?;
    let verb = clause.has(stop, machine, TALK | TALK_LAST | TALKING | WANT | STOP)
        || clause.is(machine + 1, TALK_LAST) && clause.has(0, stop, WANT);
    let no = !clause.one_of(stop, "not nicht niet nie non") || verb;
    let am = clause.has(stop.saturating_sub(3), machine, BE | YOU_ARE) && !verb;
    let asks = clause.is(0, QUESTION) && !clause.has(0, machine, TALK | TALKING);
    let ends_well = clause.goes_on(machine + 1, POLITE | FOLLOW | TALK_LAST | WANT | I | STOP);
    let known = !clause.has(stop.saturating_sub(2), stop, UNKNOWN) || verb;
    (no && !am && !asks && ends_well && known).then_some((stop, machine))
}
