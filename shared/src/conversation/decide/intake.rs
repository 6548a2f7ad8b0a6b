//! The owner's questions after a call: asked one after the other, each skippable, none that is answered already. The call is
//! written before the first of them, so no question can delay it.

use crate::{
    brief::entities::{self, Entity, Kind},
    conversation::{
        command::{Context, Outcome},
        event::Event,
        refusal::Refusal,
        state::{Case, Standing, State},
    },
    ids::{ClientId, QueueId, Seq},
    policy::{Policy, Question},
};

/// An answer that is a number of something has at most so many words: "it's 4711".
const SHORT: usize = 4;

/// The first question at `from` or after it that is this queue's and not answered yet.
pub(super) fn next(
    queue: &QueueId,
    known: &[Entity],
    from: u32,
    locale: Option<&str>,
    policy: &Policy,
) -> Option<Event> {
    let numbered = (0..).zip(&policy.intake).skip_while(|(number, _)| *number < from);
    let fits = |question: &Question| {
        let theirs = question.queue.as_ref().is_none_or(|wanted| wanted == queue);
        theirs && !question.ask.is_empty() && !is_known(question, known)
    };
    let (number, question) = numbered.into_iter().find(|(_, question)| fits(question))?;
    Some(Event::Asked {
        number,
        text: question.text(locale).to_owned(),
    })
}

fn is_known(question: &Question, known: &[Entity]) -> bool {
    let kind = question.kind.as_deref().map(Kind::named);
    kind.is_some_and(|kind| known.iter().any(|entity| entity.kind == kind))
}

/// The questions that follow a call in the same write.
pub(super) fn after_call(called: &Event, state: &State, context: &Context<'_>) -> Option<Event> {
    let Event::Escalated { call, brief, .. } = called else {
        return None;
    };
    let known = brief.fields.entities.value().map_or(&[][..], Vec::as_slice);
    let locale = state.locale.as_deref().or(context.locale);
    next(&call.queue, known, 0, locale, context.policy)
}

/// What a message that was just written answers, and the next question. Nothing when it answers none: then it is a message
/// like any other, and the question stays.
pub(super) fn answer(state: &State, message: Seq, text: &str, context: &Context<'_>) -> Vec<Event> {
    let (Some(asked), Some(case)) = (&state.asked, waiting(state)) else {
        return Vec::new();
    };
    let question = usize::try_from(asked.number)
        .ok()
        .and_then(|at| context.policy.intake.get(at));
    let Some(words) = question.and_then(|question| answers(question, text, context.policy)) else {
        return Vec::new();
    };
    let mut known = crate::brief::entities(state, case);
    for (kind, at) in entities::find(text, &context.policy.entities, &[]) {
        let text = text[at].to_owned();
        known.push(Entity { kind, text, message });
    }
    let told = Event::Told {
        number: asked.number,
        question: asked.text.clone(),
        message,
        words,
    };
    let next = next(
        &case.call.queue,
        &known,
        asked.number + 1,
        state.locale.as_deref(),
        context.policy,
    );
    [told].into_iter().chain(next).collect()
}

/// The visitor would rather not say.
pub(super) fn skip(state: &State, id: &ClientId, context: &Context<'_>) -> Result<Outcome, Refusal> {
    let (Some(asked), Some(case)) = (&state.asked, waiting(state)) else {
        return Err(Refusal::NothingAsked);
    };
    let known = crate::brief::entities(state, case);
    let next = next(
        &case.call.queue,
        &known,
        asked.number + 1,
        state.locale.as_deref(),
        context.policy,
    );
    let skipped = Event::Skipped { id: id.clone() };
    Ok(Outcome::Append([skipped].into_iter().chain(next).collect()))
}

/// The escalation, while nobody has it.
pub(super) fn waiting(state: &State) -> Option<&Case> {
    let case = state.case.as_ref()?;
    (!matches!(case.standing, Standing::Held { .. })).then_some(case)
}

/// The part of a message that answers a question.
fn answers(question: &Question, text: &str, policy: &Policy) -> Option<String> {
    let Some(kind) = question.kind.as_deref().map(Kind::named) else {
        // Anything but a question of their own.
        return (!text.trim_end().ends_with('?')).then(|| text.trim().to_owned());
    };
    let found = entities::find(text, &policy.entities, &[]);
    let numbered = matches!(
        kind,
        Kind::Order | Kind::Invoice | Kind::Tracking | Kind::Reference
    );
    // Asked for the order number, "4711" is one.
    let same = |found: &Kind| *found == kind || (numbered && matches!(found, Kind::Reference | Kind::Phone));
    if let Some((_, at)) = found.into_iter().find(|(found, _)| same(found)) {
        return Some(text[at].to_owned());
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = words
        .iter()
        .rev()
        .find(|word| word.bytes().any(|b| b.is_ascii_digit()));
    number
        .filter(|_| numbered && words.len() <= SHORT && !text.contains('?'))
        .map(|word| word.trim_matches(['.', ',', '!']).to_owned())
}
