//! What the words of a message weigh, by how they are used: phrases first, then the words no phrase took.

use super::lexicon::{Kind, Phrase, Place, class, lexicon, tail};
use super::tokens::Token;

/// How far before a word a negation reaches, in words.
const NEGATION_REACH: usize = 3;
/// How far behind a swear word praise may stand that makes it praise.
const PRAISE_REACH: usize = 3;
/// Words a gap of a phrase may hold.
const GAP: usize = 3;
/// A clause of at most so many words speaks of the one it is said to: "idiot", "so stupid".
const BARE: usize = 3;

/// Words that only link or shade.
const SOFT: u16 = class::GLUE | class::BOOST | class::DAMPEN | class::YOU | class::BOT;

/// Something that weighed: the words from `from` up to `to`, and how much for each feeling.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Hit {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) anger: u32,
    pub(super) insult: u32,
    pub(super) urgency: u32,
}

/// All that weighs in these words, in their order.
pub(super) fn weigh(tokens: &mut [Token<'_>]) -> Vec<Hit> {
    let mut hits = phrases(tokens);
    let short = tokens.len() <= BARE;
    for at in 0..tokens.len() {
        if tokens[at].weighs() {
            let hit = word(tokens, at, short);
            if hit.anger + hit.insult + hit.urgency > 0 {
                hits.push(hit);
            }
        }
    }
    hits
}

fn phrases(tokens: &mut [Token<'_>]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut end = 0;
    for from in 0..tokens.len() {
        if from == end {
            let clause = tokens[from].clause;
            end += tokens[from..]
                .iter()
                .take_while(|token| token.clause == clause)
                .count();
        }
        if tokens[from].taken || !tokens[from].entry.begins_phrases() {
            continue;
        }
        let clause = &tokens[from..end];
        let found = lexicon()
            .phrases(tokens[from].entry)
            .filter_map(|phrase| Some((phrase, length(clause, phrase)?)))
            .max_by_key(|(phrase, _)| (phrase.kind == Kind::Exempt, phrase.length, phrase.weight));
        let Some((phrase, length)) = found else { continue };
        let to = from + length;
        take(&mut tokens[from..to], phrase);
        let weight = u32::from(phrase.weight);
        let hit = match phrase.kind {
            Kind::Insult | Kind::Slur => Hit {
                insult: weight,
                ..Hit::default()
            },
            Kind::Urgent if !negated(tokens, from) => Hit {
                urgency: weight,
                ..Hit::default()
            },
            Kind::Anger | Kind::Swear => Hit {
                anger: weight,
                ..Hit::default()
            },
            Kind::Feel | Kind::Judge if !negated(tokens, from) => Hit {
                anger: weight,
                ..Hit::default()
            },
            _ => continue,
        };
        hits.push(Hit { from, to, ..hit });
    }
    hits
}

/// Marks the words a phrase stands on as taken; what fills its gaps may still weigh.
fn take(tokens: &mut [Token<'_>], phrase: &Phrase) {
    let gaps = tail(phrase).contains(&Place::Gap);
    let last = tokens.len() - 1;
    for (at, token) in tokens.iter_mut().enumerate() {
        let swears = matches!(token.entry.kind, Kind::Swear | Kind::Slur);
        token.taken |= !gaps || at == 0 || at == last || !swears;
    }
}

/// How many words a phrase takes that begins at the first of `clause`, if it stands there.
fn length(clause: &[Token<'_>], phrase: &Phrase) -> Option<usize> {
    Some(1 + fits(&clause[1..], tail(phrase))?)
}

/// How many words these places take from the front of `tokens`.
fn fits(tokens: &[Token<'_>], places: &[Place]) -> Option<usize> {
    match places {
        [] => Some(0),
        [Place::Gap, rest @ ..] => {
            (0..=GAP.min(tokens.len())).find_map(|gap| Some(gap + fits(&tokens[gap..], rest)?))
        }
        [Place::Soft, rest @ ..] => {
            let soft = tokens.iter().take(GAP).take_while(|token| token.is(SOFT)).count();
            (0..=soft).find_map(|gap| Some(gap + fits(&tokens[gap..], rest)?))
        }
        [place, rest @ ..] => {
            let (first, others) = tokens.split_first()?;
            holds(place, first)
                .then(|| fits(others, rest))?
                .map(|taken| taken + 1)
        }
    }
}

fn holds(place: &Place, token: &Token<'_>) -> bool {
    if token.taken {
        return false;
    }
    match place {
        Place::Word(hash) => token.hash == *hash,
        Place::Stem(stem) => token.word.starts_with(stem),
        Place::Class(class) => token.is(*class),
        Place::Any(words, others) => {
            words.binary_search(&token.hash).is_ok() || others.iter().any(|place| holds(place, token))
        }
        Place::Gap | Place::Soft => false,
    }
}

/// What the single word at `at` weighs there.
fn word(tokens: &[Token<'_>], at: usize, short: bool) -> Hit {
    let entry = tokens[at].entry;
    let weight = shaded(tokens, at, u32::from(entry.weight));
    let anger = |anger| Hit {
        anger,
        ..Hit::default()
    };
    let insult = |insult| Hit {
        insult,
        ..Hit::default()
    };
    let hit = match entry.kind {
        Kind::Insult => insult(weight),
        Kind::Swear if praised(tokens, at) => Hit::default(),
        Kind::Anger | Kind::Swear => anger(weight),
        Kind::Curt if short => anger(weight),
        Kind::None | Kind::Exempt | Kind::Curt => Hit::default(),
        _ if negated(tokens, at) => Hit::default(),
        Kind::Judge if here(tokens, at) => anger(weight),
        Kind::Judge => anger(weight * 8 / 10),
        Kind::Feel if own(tokens, at) => anger(weight),
        Kind::Feel => anger(weight * 7 / 10),
        Kind::Urgent => Hit {
            urgency: weight,
            ..Hit::default()
        },
        Kind::Slur => match target(tokens, at) {
            Target::Visitor => Hit::default(),
            Target::Assistant => insult(weight),
            Target::Other if here(tokens, at) => anger(weight * 8 / 10),
            Target::Other => anger(weight * 6 / 10),
        },
    };
    Hit {
        from: at,
        to: at + 1,
        ..hit
    }
}

/// The words of the clause of `at`: before it, at most `reach`, and behind it.
fn around<'t, 'a>(tokens: &'t [Token<'a>], at: usize, reach: usize) -> (&'t [Token<'a>], &'t [Token<'a>]) {
    let clause = tokens[at].clause;
    let before = tokens[..at]
        .iter()
        .rev()
        .take(reach)
        .take_while(|token| token.clause == clause)
        .count();
    let behind = tokens[at + 1..]
        .iter()
        .take(reach)
        .take_while(|token| token.clause == clause)
        .count();
    (&tokens[at - before..at], &tokens[at + 1..=at + behind])
}

/// More behind "very", less behind "a bit" or "would be".
fn shaded(tokens: &[Token<'_>], at: usize, weight: u32) -> u32 {
    let (before, _) = around(tokens, at, 3);
    if before.iter().any(|token| token.is(class::DAMPEN)) {
        weight * 7 / 10
    } else if before.last().is_some_and(|token| token.is(class::BOOST)) {
        weight * 5 / 4
    } else {
        weight
    }
}

/// Whether a negation stands shortly before; "not only" is none.
fn negated(tokens: &[Token<'_>], at: usize) -> bool {
    let (before, _) = around(tokens, at, NEGATION_REACH);
    before.iter().enumerate().any(|(place, token)| {
        let only = before.get(place + 1).map_or("", |next| next.word);
        token.is(class::NEGATION)
            && !matches!(
                only,
                "only" | "just" | "nur" | "solo" | "seulement" | "apenas" | "alleen" | "tylko"
            )
    })
}

/// Whether a swear word is said in praise.
fn praised(tokens: &[Token<'_>], at: usize) -> bool {
    let (before, behind) = around(tokens, at, PRAISE_REACH);
    let good = |token: &Token<'_>| token.is(class::GOOD);
    behind.iter().any(good) && !before.iter().chain(behind).any(|token| token.is(class::NEGATION))
}

/// Whether a feeling is the visitor's own, as far as the clause tells: it says "I" or is hardly more than the feeling.
fn own(tokens: &[Token<'_>], at: usize) -> bool {
    let (before, behind) = around(tokens, at, 6);
    let me = |token: &Token<'_>| token.is(class::ME);
    before.iter().any(me) || behind.iter().take(2).any(me) || before.len() + behind.len() < BARE
}

/// Whether a judgement is about what the conversation is about, as far as the clause tells: it says "this" or "your", or
/// is hardly more than the judgement.
fn here(tokens: &[Token<'_>], at: usize) -> bool {
    let (before, behind) = around(tokens, at, 6);
    let points = |token: &Token<'_>| token.is(class::HERE);
    before.iter().chain(behind).any(points) || before.len() + behind.len() < BARE
}

enum Target {
    Visitor,
    Assistant,
    Other,
}

/// Whom a slur is meant for.
fn target(tokens: &[Token<'_>], at: usize) -> Target {
    let (before, behind) = around(tokens, at, 5);
    let nearest = before.iter().rev().find(|token| {
        !token.is(class::GLUE | class::BOOST | class::DAMPEN) || token.is(class::ME | class::YOU)
    });
    let meant = |token: &Token<'_>| token.is(class::YOU | class::BOT);
    match nearest {
        Some(token) if token.is(class::ME) => Target::Visitor,
        Some(token) if meant(token) => Target::Assistant,
        _ if before.iter().any(meant) || behind.iter().take(2).any(meant) => Target::Assistant,
        _ if before.len() + behind.len() < BARE => Target::Assistant,
        _ => Target::Other,
    }
}
