//! A verb asks for a person: "put me through to somebody", "mit einem Menschen sprechen", "connect me".

use super::clause::{Clause, Span, UNKNOWN, WHO};
#[allow(
    clippy::wildcard_imports,
    reason = "the roles are the alphabet of the grammar"
)]
use super::roles::*;

/// How many words may stand between asking and the person.
const REACH: usize = 9;
/// How many words before asking a negation counts.
const NEGATION_REACH: usize = 4;

const ASK: Roles = TALK | CONNECT | WANT | GIVE;
const BETWEEN: Roles = ASK
    | WHO
    | GLUE
    | REAL
    | ME
    | I
    | YOU
    | CAN
    | POLITE
    | SERVICE
    | CUSTOMER
    | TALKING
    | HELP
    | ONE
    | THIS
    | THERE
    | CALL
    | CALL_ME;
/// What may follow a person that is wanted. After talking to one anything may.
const AFTER: Roles = FOLLOW
    | GLUE
    | REAL
    | HELP
    | SERVICE
    | SUPPORT
    | CUSTOMER
    | POLITE
    | THERE
    | ME
    | I
    | TALK
    | TALK_LAST
    | CAN
    | YOU
    | BE
    | WHICH
    | MACHINE
    | NOT
    | OR
    | OTHERS
    | WANT
    | WHO;

/// Asking, glue, a person, and then nothing that makes it another thing.
pub(super) fn asked(clause: &Clause) -> Option<Span> {
    (0..clause.len())
        .filter(|at| clause.is(*at, ASK | TALKING))
        .find_map(|start| {
            let end = clause.on(start, REACH, BETWEEN, NOT | WITHOUT);
            let person = (start + 1..=end)
                .rev()
                .find(|at| clause.is(*at, WHO) || one(clause, *at))?;
            let fits = names(clause, start, person) && follows(clause, start, person);
            (fits && !asks_whether(clause) && !negated(clause, start) && !others(clause, start))
                .then_some((start, person))
        })
}

/// Asks for help from a person, and not to be put through.
pub(super) fn helped(clause: &Clause, (from, to): Span) -> bool {
    clause.has(from, to, HELP) && !clause.has(from, to, TALK | TALKING | CONNECT | GIVE | CAN)
}

/// "A real one"; or "one", when a person was spoken of.
fn one(clause: &Clause, at: usize) -> bool {
    clause.is(at, ONE)
        && (clause.named || clause.is(at - 1, REAL))
        && clause.goes_on(at + 1, POLITE)
        && clause.has(0, at, ME | REAL)
}

/// Whether what asks goes with who is asked for: one talks to anybody, but is put through to an agent.
fn names(clause: &Clause, start: usize, person: usize) -> bool {
    let has = |roles| clause.has(start, person, roles);
    if has(TALKING) && !has(ASK) {
        // "Help talking to a person", not "I am talking to a person".
        let am = clause.has(start.saturating_sub(3), start, BE | OTHERS);
        return clause.is(start, GERUND) && !am && !(start == 0 && clause.question);
    }
    if clause.one_of(start, "have") && !clause.has(0, start, CAN | WANT | LET | AUXILIARY) {
        return false;
    }
    if has(TALK) {
        return start == 0
            || !(clause.is(start, TALK) && (clause.is(start - 1, PAST) || noun(clause, start)));
    }
    let anybody = clause.is(person, ANYBODY);
    if has(CONNECT) {
        return !anybody || has(ME) || clause.has(start.saturating_sub(3), start, ME);
    }
    // "Send it to someone", "live with someone": they do not come here.
    let away =
        anybody && !has(ME) && (start..person).any(|at| clause.one_of(at, "to with mit con avec com met"));
    let named = !anybody
        || clause.is(person - 1, REAL)
        || clause.one_of(person, "person persona pessoa")
        || has(ME)
        || wanted(clause, person + 1);
    let support = clause.is(person, SUPPORT) && !clause.has(person.saturating_sub(1), person + 3, CUSTOMER);
    let how = anybody
        && clause.is(0, QUESTION)
        && !clause.has(0, person, ME | CAN)
        && !clause.is(person + 1, I | WHICH);
    let you = start > 0 && clause.is(start - 1, YOU & !PRONOUN) && !clause.is(start - 1, PRONOUN) && !has(ME);
    let you = you && (!has(GIVE) || clause.is(0, WH));
    !support && !how && !you && !away && named
}

/// What is wanted of anybody: nothing more, or help and talk.
fn wanted(clause: &Clause, at: usize) -> bool {
    const FOR: Roles = HELP | TALK | TALK_LAST | TALKING | CAN | I | ME | CALL | MACHINE;
    let next = (at..at + 4)
        .find(|at| !clause.is(*at, GLUE | FOLLOW | WHICH | POLITE | THERE | REAL) || clause.is(*at, FOR));
    next.is_none_or(|next| next >= clause.len() || clause.is(next, FOR))
}

/// "Do I need to talk to someone", "should I contact support".
fn asks_whether(clause: &Clause) -> bool {
    clause.is(0, MUST) && clause.is(1, I) || clause.is(0, OR | THIS) && clause.is(1, MUST)
}

/// "The contact person": what could ask is a thing here.
fn noun(clause: &Clause, at: usize) -> bool {
    clause.one_of(at - 1, "the our der el la il de o") && clause.is(at + 1, WHO)
}

fn follows(clause: &Clause, start: usize, person: usize) -> bool {
    let mut next = person + 1;
    if clause.is(next, COMPOUND) {
        return false;
    }
    while clause.is(next, REAL | SERVICE | HELP) {
        next += 1;
    }
    let given = clause.has(start, person, GIVE) && clause.has(start, person, ME) && clause.is(person, PERSON);
    !clause.is(next, COMPOUND)
        && (given || clause.has(start, person, TALK | TALKING) || clause.goes_on(next, AFTER))
}

/// A person, glue, and then what asks: the order of German and Dutch.
pub(super) fn asked_last(clause: &Clause) -> Option<Span> {
    const BETWEEN: Roles =
        GLUE | FOLLOW | ME | POLITE | CAN | I | WHO | REAL | TALK | CONNECT | WANT | THERE | SERVICE | HELP;
    (0..clause.len())
        .filter(|at| clause.is(*at, WHO))
        .find_map(|person| {
            let end = clause.on(person, REACH, BETWEEN, NOT | WITHOUT);
            let ask = (person + 1..=end).find(|at| clause.is(*at, TALK_LAST))?;
            let ends_well = clause.goes_on(ask + 1, AFTER) && !clause.is(ask + 1, NOT);
            (ends_well && !negated(clause, person) && !others(clause, person)).then_some((person, ask))
        })
}

/// "Connect me", "escalate": nobody is named, and nothing else is connected.
pub(super) fn asked_alone(clause: &Clause) -> Option<Span> {
    const REST: Roles = GLUE | POLITE | ME | I | CAN | WANT | OTHERS | FOLLOW | CONNECT;
    (0..clause.len())
        .filter(|at| clause.is(*at, CONNECT | ESCALATE))
        .find_map(|at| {
            let alone = clause.is(at, ESCALATE) && clause.all(0, clause.len(), REST);
            let end = clause.on(at, REACH, GLUE | POLITE | ME, 0);
            let close =
                clause.is(at, ME) || clause.is(at + 1, ME) || clause.is(at + 1, YOU) && clause.is(at + 2, ME);
            let me = (close || at > 0 && clause.is(at - 1, ME)) && end + 1 >= clause.len();
            let before = clause.has(at.saturating_sub(NEGATION_REACH), at, UNKNOWN) && clause.is(0, QUESTION);
            ((alone || me) && !before && !negated(clause, at) && !others(clause, at)).then_some((at, end))
        })
}

/// Taken back: "don't", "no need to"; but not "no I want", "why can't I", "if not".
#[inline(never)]
pub(super) fn negated(clause: &Clause, at: usize) -> bool {
    let (mut far, mut wants) = (0, clause.is(at, I | WANT));
    for before in (at.saturating_sub(2 * NEGATION_REACH)..at).rev() {
        if clause.is(before, WITHOUT) {
            return true;
        }
        if clause.is(before, NOT) {
            let can = clause.has(before.saturating_sub(2), before + 2, CAN) && !clause.is(before + 1, WANT);
            let unless = before > 0 && clause.is(before - 1, WH | IF);
            return !can && !unless;
        }
        // A subject, a question or a new thought ends what a "no" before it says.
        let other = !clause.is(before, GLUE | ME | ASK | I | TALKING | FOLLOW | CAN | EXISTS | BE);
        let first = wants && other;
        wants |= clause.is(before, WANT);
        far += usize::from(other);
        if clause.is(before, PRONOUN | WH) || first || far == NEGATION_REACH {
            return false;
        }
    }
    false
}

/// What somebody else does: "when does the assistant call a person", "can my customers talk to an agent".
#[inline(never)]
pub(super) fn others(clause: &Clause, at: usize) -> bool {
    const VERBS: Roles = CAN | BE | ASK | EXISTS | LET | AUXILIARY;
    let low = at.saturating_sub(NEGATION_REACH);
    // "I like to talk to people" says what somebody is like.
    if at > 1
        && clause.one_of(at - 1, "to")
        && clause.one_of(at - 2, "like likes love hate")
        && !clause.has(0, at, WANT | CAN)
    {
        return true;
    }
    let subject = (low..at)
        .rev()
        .find(|before| clause.is(*before, OTHERS | I | ME | YOU) || !clause.is(*before, VERBS | GLUE));
    subject.is_some_and(|subject| {
        let question = clause.is(0, QUESTION) && subject > 0 && !clause.has(0, subject, I | ME);
        let verbs = clause.all(subject + 1, at, VERBS);
        let me = clause.is(subject, I | ME | YOU);
        !me && (clause.is(subject, OTHERS) || clause.is(subject, UNKNOWN) && question && verbs)
    })
}
