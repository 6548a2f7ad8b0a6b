//! Making a brief by rules.

use super::{Brief, Label, Line, facts};
use crate::{
    conversation::{Entry, From, State},
    ids::Seq,
    text::clip,
    triggers::{Decision, Reason, ReasonCode, Verdict, explicit},
};

/// How many characters of the visitor's words a line quotes.
const QUOTED: usize = 220;
/// How many facts a line lists; the thread has the rest.
const MOST_FACTS: usize = 8;

/// The brief of an escalation that is about to be written because of `decision`.
pub fn make(state: &State, decision: &Decision) -> Brief {
    let said: Vec<&Entry> = state
        .thread
        .iter()
        .filter(|e| e.seq > state.boundary && e.from == From::Visitor)
        .collect();
    Brief {
        lines: vec![
            why(decision),
            wants(state),
            tried(state),
            known_facts(&said),
            page(state),
            visitor(state),
            next(decision),
        ],
    }
}

fn line(label: Label, text: Option<String>, evidence: Vec<Seq>) -> Line {
    Line {
        label,
        text,
        evidence,
    }
}

fn why(decision: &Decision) -> Line {
    let words: Vec<String> = decision.reasons.iter().map(Reason::told).collect();
    let evidence = decision
        .reasons
        .iter()
        .filter_map(|reason| reason.message)
        .collect();
    line(
        Label::Why,
        (!words.is_empty()).then(|| words.join("; ")),
        dedup(evidence),
    )
}

fn wants(state: &State) -> Line {
    match need(state) {
        Some(entry) => line(
            Label::Wants,
            Some(format!("“{}”", clip(&entry.text, QUOTED))),
            vec![entry.seq],
        ),
        None => line(Label::Wants, None, Vec::new()),
    }
}

/// The visitor's latest words that are more than a call for a person: what it is about.
pub fn need(state: &State) -> Option<&Entry> {
    state.thread.iter().rev().find(|entry| {
        let bare = |asked: explicit::Match| entry.text.chars().count() <= 2 * asked.words.chars().count();
        entry.seq > state.boundary
            && entry.from == From::Visitor
            && !explicit::detect(&entry.text).is_some_and(bare)
    })
}

fn tried(state: &State) -> Line {
    let tries: Vec<&Entry> = state
        .thread
        .iter()
        .filter(|entry| entry.seq > state.boundary && entry.from == From::Assistant)
        .filter(|entry| entry.decision.is_some())
        .collect();
    if tries.is_empty() {
        return line(Label::Tried, Some("Nothing yet".to_owned()), Vec::new());
    }
    let answers: Vec<&&Entry> = tries
        .iter()
        .filter(|e| verdict(e) == Some(Verdict::Answer))
        .collect();
    let mut titles: Vec<&str> = Vec::new();
    for source in answers.iter().flat_map(|entry| &entry.sources) {
        if !titles.contains(&source.title.as_str()) {
            titles.push(&source.title);
        }
    }
    let mut text = match answers.len() {
        0 => "No answer found".to_owned(),
        1 => "1 answer".to_owned(),
        n => format!("{n} answers"),
    };
    if !titles.is_empty() {
        text = format!("{text}, from {}", clip(&titles.join(", "), QUOTED));
    }
    line(
        Label::Tried,
        Some(text),
        tries.iter().map(|entry| entry.seq).collect(),
    )
}

fn known_facts(said: &[&Entry]) -> Line {
    let mut found: Vec<String> = Vec::new();
    let mut evidence = Vec::new();
    for entry in said {
        for fact in facts(&entry.text) {
            if found.len() < MOST_FACTS && !found.contains(&fact) {
                found.push(fact);
                evidence.push(entry.seq);
            }
        }
    }
    line(
        Label::Facts,
        (!found.is_empty()).then(|| found.join(", ")),
        dedup(evidence),
    )
}

fn page(state: &State) -> Line {
    let text = state.page().map(|page| match page.title.trim() {
        "" => clip(&page.url, QUOTED),
        title => format!("{} · {}", clip(title, 80), clip(&page.url, QUOTED)),
    });
    line(Label::Page, text, Vec::new())
}

fn visitor(state: &State) -> Line {
    let known = state
        .locale
        .as_ref()
        .map(|locale| format!("Not identified · browser language {locale}"));
    line(Label::Visitor, known, Vec::new())
}

fn next(decision: &Decision) -> Line {
    let text = match decision.reasons.first().map(|reason| reason.code) {
        Some(ReasonCode::ExplicitRequest | ReasonCode::Button | ReasonCode::OfferAccepted) => {
            "Greet them, name what they want, and answer or ask the one thing that is missing"
        }
        Some(ReasonCode::AskedWhetherHuman) => "Say who you are, then answer what they came for",
        Some(ReasonCode::Topic) => {
            "Deal with it as your team does with this topic; the assistant has not answered it"
        }
        Some(ReasonCode::Frustration | ReasonCode::Risk) => {
            "Acknowledge what went wrong first, then solve the oldest open question"
        }
        Some(ReasonCode::Insult) => "Stay calm, name what they need, and end it if it goes on",
        Some(ReasonCode::Urgency) => "Mind the deadline they named",
        Some(ReasonCode::Identity) => "Make sure who they are before you tell anything about an account",
        Some(ReasonCode::Approval) => "Check what they want done, and do it or say why not",
        Some(ReasonCode::NeedsJudgement) => "Decide whether to make an exception, and say it plainly",
        Some(ReasonCode::HighIntent) => "Make them an offer: ask for size and date if they have not said",
        Some(ReasonCode::Complex) => "Take their questions one by one; the first line lists them",
        Some(ReasonCode::Keyword) => "Follow your rule for this phrase; the assistant has not answered it",
        Some(
            ReasonCode::NoSource | ReasonCode::LowConfidence | ReasonCode::Repeated | ReasonCode::TurnCap,
        ) => "Answer what the pages do not; then consider writing it into them",
        Some(ReasonCode::AssistantUnavailable | ReasonCode::PolicyBlock) => {
            "Answer the question: the assistant has not"
        }
        Some(ReasonCode::Promise) => "The assistant was about to promise this: see whether it can be done",
        Some(ReasonCode::Form) => "Answer by mail to the address given: there is no live chat on their side",
        Some(ReasonCode::TakenOver) | None => "Say who you are and what you can do for them",
    };
    line(Label::Next, Some(text.to_owned()), Vec::new())
}

fn verdict(entry: &Entry) -> Option<Verdict> {
    entry.decision.as_ref().map(|decision| decision.verdict)
}

fn dedup(mut seqs: Vec<Seq>) -> Vec<Seq> {
    seqs.sort();
    seqs.dedup();
    seqs
}
