//! What happened after the call and before a person spoke: folded from the log, stored nowhere else.

use crate::{
    conversation::{Case, Entry, From, State},
    ids::Seq,
    text::clip,
    triggers::Verdict,
};

/// So many questions are told; of more, how many.
const TOLD: usize = 3;
/// How many characters of a message are quoted.
const QUOTED: usize = 90;

/// The visitor's messages after the call, each with what they got, the newest last.
pub(super) fn asked<'a>(state: &'a State, case: &Case) -> Vec<(&'a Entry, Option<&'a Entry>)> {
    let start = state.thread.partition_point(|entry| entry.seq <= case.opened);
    let before = |entry: &&Entry| case.ended.is_none_or(|ended| entry.seq < ended);
    let until_a_person = state.thread[start..]
        .iter()
        .take_while(|entry| before(entry) && !matches!(entry.from, From::Agent(_)));
    let mut asked: Vec<(&Entry, Option<&Entry>)> = Vec::new();
    for entry in until_a_person {
        match (&entry.from, asked.last_mut()) {
            // What answers one of the owner's questions is a fact, and told as one.
            (From::Visitor, _) if state.told.iter().any(|told| told.message == entry.seq) => {}
            (From::Visitor, _) => asked.push((entry, None)),
            (From::Assistant, Some((_, got))) => *got = Some(entry),
            _ => {}
        }
    }
    asked
}

/// The same as a line: words and what they rest on. None when nothing was asked.
pub(super) fn line(state: &State, case: &Case) -> Option<(String, Vec<Seq>)> {
    let asked = asked(state, case);
    let earlier = asked.len().saturating_sub(TOLD);
    let mut parts: Vec<String> = Vec::new();
    if earlier > 0 {
        parts.push(format!("{earlier} more before that"));
    }
    let mut evidence = Vec::new();
    for (question, got) in asked.iter().skip(earlier) {
        evidence.push(question.seq);
        let got = got.filter(|entry| {
            entry
                .decision
                .as_ref()
                .is_some_and(|it| it.verdict == Verdict::Answer)
        });
        let question = clip(&question.text, QUOTED);
        parts.push(match got {
            Some(answer) => {
                evidence.push(answer.seq);
                format!("asked “{question}”, got “{}”", clip(&answer.text, QUOTED))
            }
            None => format!("wrote “{question}”, no answer"),
        });
    }
    (!evidence.is_empty()).then(|| (parts.join("; "), evidence))
}
