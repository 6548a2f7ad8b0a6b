//! The lines that agents read: what was found when the call was made, and what the log says since.

use super::{
    Label, Line,
    entities::{self, Entity, Kind},
    field::{Field, Words},
    next, since,
};
use crate::{
    conversation::{Case, From, Page, Person, State},
    ids::Seq,
    text::clip,
    triggers::{Reason, Verdict},
};

/// How many characters of the visitor's words a line quotes.
const QUOTED: usize = 140;
/// How many characters of titles or addresses a line names.
const NAMED: usize = 120;

/// The brief as it is now: nine or ten lines, in the order of their labels. For an escalation that is over too.
pub fn lines(state: &State, case: &Case) -> Vec<Line> {
    if !case.brief.lines.is_empty() {
        // As the first releases wrote it.
        return case.brief.lines.clone();
    }
    let fields = &case.brief.fields;
    let mut lines = vec![
        why(case),
        wants(case),
        line(Label::Outcome, quoted(&fields.outcome), fields.outcome.evidence()),
        tried(state, case),
    ];
    if let Some((text, evidence)) = since::line(state, case) {
        lines.push(line(Label::Since, Some(text), &evidence));
    }
    lines.extend([
        facts(state, case),
        mood(case),
        page(state),
        visitor(state, case),
        next_step(state, case),
    ]);
    lines
}

/// What the visitor named, up to the call and after it, each once.
pub fn entities(state: &State, case: &Case) -> Vec<Entity> {
    let mut all = case.brief.fields.entities.value().cloned().unwrap_or_default();
    let after = since::asked(state, case).into_iter().map(|(asked, _)| asked);
    for entity in entities::plain(after) {
        if !all.iter().any(|known| known.text == entity.text) {
            all.push(entity);
        }
    }
    // Those of the next call come after its end.
    let told = state.told.iter().filter(|told| told.message > case.opened);
    let told = told.filter(|told| case.ended.is_none_or(|ended| told.message < ended));
    all.extend(told.map(|told| Entity {
        kind: Kind::Own(told.question.clone()),
        text: told.words.clone(),
        message: told.message,
    }));
    all
}

fn line(label: Label, text: Option<String>, evidence: &[Seq]) -> Line {
    let mut evidence = evidence.to_vec();
    evidence.sort();
    evidence.dedup();
    Line {
        label,
        text,
        evidence,
    }
}

fn quoted(field: &Field<Words>) -> Option<String> {
    field.value().map(|words| format!("“{}”", clip(&words.0, QUOTED)))
}

fn why(case: &Case) -> Line {
    let reasons = &case.decision.reasons;
    let words: Vec<String> = reasons.iter().map(Reason::told).collect();
    let evidence: Vec<Seq> = reasons.iter().filter_map(|reason| reason.message).collect();
    line(
        Label::Why,
        (!words.is_empty()).then(|| words.join("; ")),
        &evidence,
    )
}

fn wants(case: &Case) -> Line {
    let fields = &case.brief.fields;
    let intent = fields.intent.value().map(|intent| intent.0.words().to_owned());
    let parts: Vec<String> = intent.into_iter().chain(quoted(&fields.need)).collect();
    let evidence = [fields.intent.evidence(), fields.need.evidence()].concat();
    line(
        Label::Wants,
        (!parts.is_empty()).then(|| parts.join(" · ")),
        &evidence,
    )
}

/// What they say they tried, and what the assistant said and cited before the call.
fn tried(state: &State, case: &Case) -> Line {
    let field = &case.brief.fields.tried;
    let mut parts: Vec<String> = quoted(field)
        .map(|words| format!("they: {words}"))
        .into_iter()
        .collect();
    let mut evidence = field.evidence().to_vec();
    let start = state.thread.partition_point(|entry| entry.seq <= case.chapter);
    let before = state.thread[start..]
        .iter()
        .take_while(|entry| entry.seq < case.opened);
    let mut titles: Vec<&str> = Vec::new();
    let (mut count, mut last, mut tries) = (0, "", 0);
    for entry in before {
        let (From::Assistant, Some(decision)) = (&entry.from, &entry.decision) else {
            continue;
        };
        evidence.push(entry.seq);
        tries += 1;
        if decision.verdict == Verdict::Answer {
            (count, last) = (count + 1, entry.text.as_str());
            for source in &entry.sources {
                if !titles.contains(&source.title.as_str()) {
                    titles.push(&source.title);
                }
            }
        }
    }
    if count > 0 {
        let answers = if count == 1 {
            "1 answer".to_owned()
        } else {
            format!("{count} answers")
        };
        let from = if titles.is_empty() {
            String::new()
        } else {
            format!(", from {}", clip(&titles.join(", "), NAMED))
        };
        parts.push(format!(
            "the assistant: {answers}{from}, last “{}”",
            clip(last, NAMED)
        ));
    } else if tries > 0 {
        parts.push("the assistant: no answer found".to_owned());
    }
    line(
        Label::Tried,
        (!parts.is_empty()).then(|| parts.join("; ")),
        &evidence,
    )
}

fn facts(state: &State, case: &Case) -> Line {
    let all = entities(state, case);
    let said: Vec<String> = all
        .iter()
        .map(|entity| format!("{} {}", entity.kind.words().to_lowercase(), entity.text))
        .collect();
    let evidence: Vec<Seq> = all.iter().map(|entity| entity.message).collect();
    line(
        Label::Facts,
        (!said.is_empty()).then(|| said.join(", ")),
        &evidence,
    )
}

fn mood(case: &Case) -> Line {
    let fields = &case.brief.fields;
    let temper = fields.mood.value().map(|temper| match temper.trend {
        Some(trend) => format!("{}, {}", temper.heat.words(), trend.words()),
        None => temper.heat.words().to_owned(),
    });
    // What stands in the lines above already is not quoted once more.
    let told = |words: &Words| {
        [&fields.need, &fields.outcome]
            .iter()
            .any(|field| field.value().is_some_and(|said| said.0.contains(&words.0)))
    };
    let urgent = fields.urgency.value().map(|words| match quoted(&fields.urgency) {
        Some(quoted) if !told(words) => format!("urgent: {quoted}"),
        _ => "urgent".to_owned(),
    });
    let parts: Vec<String> = temper.into_iter().chain(urgent).collect();
    let evidence = [fields.mood.evidence(), fields.urgency.evidence()].concat();
    line(
        Label::Mood,
        (!parts.is_empty()).then(|| parts.join(" · ")),
        &evidence,
    )
}

/// Where they are now, which may be elsewhere than at the call.
fn page(state: &State) -> Line {
    let Some(here) = state.pages.last() else {
        return line(Label::Page, None, &[]);
    };
    let mut text = shown(&here.page);
    let mut evidence = vec![here.seq];
    if let Some(entered) = state.pages.iter().find(|visit| !visit.page.referrer.is_empty()) {
        text = format!("{text} · came from {}", clip(&entered.page.referrer, NAMED));
        evidence.push(entered.seq);
    }
    line(Label::Page, Some(text), &evidence)
}

fn shown(page: &Page) -> String {
    match page.title.trim() {
        "" => clip(&page.url, NAMED),
        title => format!("{} · {}", clip(title, 80), clip(&page.url, NAMED)),
    }
}

fn visitor(state: &State, case: &Case) -> Line {
    let mut parts = match &state.person {
        Some(vouched) => identified(&vouched.person),
        None => vec!["Not identified".to_owned()],
    };
    parts.extend(case.email.as_ref().map(|email| format!("left {email}")));
    let language = state.locale.as_ref();
    parts.extend(language.map(|locale| format!("browser language {locale}")));
    parts.extend(state.timezone.clone());
    parts.extend(state.device.map(|device| device.words().to_owned()));
    let known = state.person.is_some() || parts.len() > 1;
    // What a browser says of itself comes with the first event.
    let vouched = state.person.as_ref().map(|vouched| vouched.seq);
    let evidence: Vec<Seq> = vouched.into_iter().chain([Seq(1)]).collect();
    line(
        Label::Visitor,
        known.then(|| parts.join(" · ")),
        if known { &evidence } else { &[] },
    )
}

/// Only what the owner's server vouched for.
fn identified(person: &Person) -> Vec<String> {
    let mut parts = vec![format!("{}, verified", person.called())];
    parts.extend(person.email.clone().filter(|email| email != person.called()));
    if person.called() != person.id {
        parts.push(format!("id {}", person.id));
    }
    let attributes = person.attributes.iter();
    parts.extend(attributes.map(|(name, value)| format!("{name} {}", clip(value, 60))));
    parts
}

/// What to do, why, and whose it is.
fn next_step(state: &State, case: &Case) -> Line {
    let all = entities(state, case);
    let known: Vec<&Entity> = all.iter().collect();
    let topic = case.brief.fields.intent.value().map(|intent| intent.0);
    let step = next::step(&case.decision, topic, &known);
    let because = case
        .decision
        .first()
        .map(|code| format!(" · because: {}", code.words().to_lowercase()));
    let text = format!(
        "{step}{} · queue: {}",
        because.unwrap_or_default(),
        case.call.team
    );
    let evidence: Vec<Seq> = case
        .decision
        .reasons
        .iter()
        .filter_map(|reason| reason.message)
        .collect();
    line(Label::Next, Some(text), &evidence)
}

/// A quotation in a line that stands in none of the messages the line rests on, if there is one: for tests and measurements
/// of whole logs. Reasons are not looked at: what they quote is folded.
pub fn unsaid(state: &State, line: &Line) -> Option<String> {
    if matches!(line.label, Label::Why | Label::Next) {
        return None;
    }
    let text = line.text.as_deref().unwrap_or_default();
    let said: Vec<String> = line
        .evidence
        .iter()
        .filter_map(|seq| state.entry(*seq))
        .map(|entry| clip(&entry.text, usize::MAX).replace(['“', '”'], ""))
        .collect();
    let quotes = text.split('“').skip(1).filter_map(|part| part.split_once('”'));
    quotes
        .map(|(quote, _)| quote.trim_end_matches('…'))
        .find(|quote| !said.iter().any(|said| said.contains(quote)))
        .map(str::to_owned)
}
