//! How the visitor feels, as far as their words show it: anger, insult, urgency; and the trend over turns, which is what
//! decides. Not one word tells but how it is used: "this is ridiculous" and not "ridiculously good", "I'm not angry",
//! "the kill switch".
//!
//! Words and phrases of eight languages weigh ([`lexicon`]) by what stands around them ([`weigh`]); capitals and marks
//! raise only what is there. Integers throughout: the same verdict everywhere.
//!
//! Where no word of the lexicon fires, a trained table may: it hears sarcasm, counted failures and threats to leave, as
//! far as its authors wrote such sentences.

mod heat;
mod lexicon;
mod tokens;
mod weigh;

pub use heat::heat;
use serde::{Deserialize, Serialize};
use tokens::{Volume, tokens, unmask, volume};
use weigh::{Hit, weigh};

use super::{
    explicit::{Sentences, features},
    tone,
};
use crate::text::Reading;

/// A message shows anger or an insult when the greater of the two is at least this. What weighs as much fires by itself;
/// what weighs less needs company, or the next message ([`heat()`]).
pub const FIRES: u32 = 50;
/// A tone as quiet as this is no anger; more certainty is asked than the trainer asked.
const QUIET: i32 = 4;
/// Anger that is only heard between the words is at most this.
const LOUDEST_TONE: u32 = 70;
/// The most any feeling reaches.
const MOST: u32 = 100;
/// What is left of anger and insults where the message laughs, in hundredths.
const LAUGHED: u32 = 70;
/// How many of the heaviest words are told.
const TOLD: usize = 4;

/// What one message shows, each 0 to 100.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mood {
    /// Frustration and anger.
    pub anger: u32,
    /// Insults and abuse.
    pub insult: u32,
    /// That it is urgent or bound to a deadline.
    pub urgency: u32,
    /// The words that weighed most, folded.
    pub words: Vec<String>,
}

impl Mood {
    /// Whether the message by itself shows anger or insults: the greater of the two reaches [`FIRES`].
    pub fn fires(&self) -> bool {
        self.anger.max(self.insult) >= FIRES
    }
}

/// Reads one message.
pub fn read(text: &str) -> Mood {
    let read = Reading::of(text);
    let sentences = Sentences::of(&read);
    of(&read, &sentences, &sentences.plain_slots())
}

/// The mood of a message that was read; `slots` are those of all its sentences.
pub fn of(text: &Reading<'_>, sentences: &Sentences<'_>, slots: &[usize]) -> Mood {
    let mut mood = by_words(text);
    if mood.fires() {
        return mood;
    }
    if let Some(tone) = tone::hear(&tone::ANGER, QUIET, sentences, &with_marks(slots, &mood)) {
        let loud = u32::try_from(tone.loud).unwrap_or(0);
        mood.anger = (FIRES + loud).min(LOUDEST_TONE);
        if mood.words.is_empty() && !tone.words.is_empty() {
            mood.words.push(tone.words);
        }
    }
    mood
}

/// What the table for anger is trained with: what is seen of the text, and what the lexicon makes of it.
pub fn features(text: &str) -> Vec<usize> {
    let read = Reading::of(text);
    with_marks(&Sentences::of(&read).plain_slots(), &by_words(&read))
}

/// From these weights on, the lexicon's anger or insult is a mark of its own.
const MARKS: [u32; 7] = [8, 16, 25, 35, 50, 65, 80];

fn with_marks(slots: &[usize], mood: &Mood) -> Vec<usize> {
    let heat = mood.anger.max(mood.insult);
    let marks = (0..).zip(MARKS).filter(|(_, from)| heat >= *from);
    let marks = marks.flat_map(|(number, _)| features::mark(number));
    slots.iter().copied().chain(marks).collect()
}

/// The mood as the lexicon's words and the volume show it.
fn by_words(text: &Reading<'_>) -> Mood {
    match unmask(text.folded()) {
        Some(plain) => of_plain(&Reading::of(&plain), text.text()),
        None => of_plain(text, text.text()),
    }
}

/// The mood of words in which nothing is masked or stretched, with what was written.
fn of_plain(read: &Reading<'_>, written: &str) -> Mood {
    let mut tokens = tokens(read);
    let mut hits = weigh(&mut tokens);
    let volume = volume(written.trim());
    let mut mood = Mood {
        anger: together(&hits, |hit| hit.anger),
        insult: together(&hits, |hit| hit.insult),
        urgency: together(&hits, |hit| hit.urgency),
        words: Vec::new(),
    };
    let laughs = volume.laughs || tokens.iter().any(|token| token.is(lexicon::class::LAUGH));
    if laughs {
        mood.anger = mood.anger * LAUGHED / MOST;
        mood.insult = mood.insult * LAUGHED / MOST;
    }
    raise(&mut mood, volume);
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.anger.max(hit.insult).max(hit.urgency)));
    for hit in hits.iter().take(TOLD) {
        let words: Vec<&str> = tokens[hit.from..hit.to].iter().map(|token| token.word).collect();
        mood.words.push(words.join(" "));
    }
    mood
}

/// Several weights of one feeling together: each takes its share of what is left to [`MOST`], so that many mild words
/// add up and no number of them goes beyond.
fn together(hits: &[Hit], weight: impl Fn(&Hit) -> u32) -> u32 {
    let left = hits.iter().fold(MOST * MOST, |left, hit| {
        left * (MOST - weight(hit).min(MOST)) / MOST
    });
    MOST - left.div_ceil(MOST)
}

/// Capitals, rows of marks and pictures. They raise what is there, in hundredths of it; without words they are little.
fn raise(mood: &mut Mood, volume: Volume) {
    let more = 20 * u32::from(volume.shouted) + 8 * u32::from(volume.stressed) + 12 * u32::from(volume.marks);
    for feeling in [&mut mood.anger, &mut mood.insult, &mut mood.urgency] {
        *feeling += *feeling * more / MOST;
    }
    let alone = more / 2 + 20 * u32::from(volume.only_marks);
    mood.anger = mood.anger.max(alone) + (volume.angry_faces.min(2) * 40);
    mood.insult += volume.rude_signs.min(1) * 60;
    for feeling in [&mut mood.anger, &mut mood.insult, &mut mood.urgency] {
        *feeling = (*feeling).min(MOST);
    }
}

#[cfg(test)]
mod tests;
