//! A text, clause by clause, and what its words can do where they stand.

use super::Match;
use super::lexicon;
use super::probe::probe;
use super::roles::{self, Roles};
use crate::text::words;

/// The first and the last word of what was found.
pub(super) type Span = (usize, usize);

/// Somebody who can be asked for, seen from the words around: not "in person", not "people".
pub(super) const WHO: Roles = 1 << 62;
/// A word that is not in the tables.
pub(super) const UNKNOWN: Roles = 1 << 63;

/// How far a service and its customers may stand apart: "servicio al cliente".
const SERVICE_REACH: usize = 3;

/// Words between two signs that end a thought.
#[allow(clippy::struct_excessive_bools, reason = "each is read by itself")]
pub(super) struct Clause<'a> {
    pub words: Vec<&'a str>,
    pub roles: Vec<Roles>,
    /// It ends with a question mark.
    pub question: bool,
    /// It is all the text.
    pub whole: bool,
    /// A clause before named a person or asked about one.
    pub named: bool,
    /// The clause before, of the same sentence, asked what it is talking to.
    pub probed: bool,
}

/// Reads the text clause by clause until one says yes.
pub(super) fn clauses(folded: &str, says: &dyn Fn(&Clause, &str) -> Option<Span>) -> Option<Match> {
    let mut clause = Clause {
        words: Vec::new(),
        roles: Vec::new(),
        question: false,
        whole: false,
        named: false,
        probed: false,
    };
    let mut read = 0;
    folded.split_inclusive(ends).find_map(|part| {
        read += part.len();
        clause.probed = probe(&clause).is_some() && !clause.question;
        clause.read(part);
        clause.whole = part.len() == folded.len();
        if clause.words.is_empty() {
            return None;
        }
        let (from, to) = says(&clause, &folded[read..])?;
        Some(Match {
            words: clause.words[from..=to].join(" "),
        })
    })
}

fn ends(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | ';'
            | '\n'
            | ','
            | ':'
            | '('
            | ')'
            | '"'
            | '。'
            | '、'
            | '，'
            | '！'
            | '？'
            | '¿'
            | '¡'
    )
}

impl<'a> Clause<'a> {
    fn read(&mut self, part: &'a str) {
        self.named |= self.has(0, self.roles.len(), WHO);
        self.words.clear();
        self.roles.clear();
        self.question = part.ends_with(['?', '？']);
        for word in words(part) {
            self.push(word);
        }
        for at in 0..self.roles.len() {
            // "Parle-je", "spreek ik": I talk now, and do not ask to.
            let i = at > 0 && self.is(at - 1, roles::PRONOUN) || self.is(at + 1, roles::PRONOUN);
            if self.is(at, roles::TALKING) && i {
                self.roles[at] &= !roles::TALK;
            }
            if self.is_who(at) {
                self.roles[at] |= WHO;
            }
        }
    }

    fn push(&mut self, word: &'a str) {
        let known = lexicon::known(word);
        // "l'operatore", "j'aimerais": what stands before the apostrophe is glue, unless the whole is a word.
        if known == 0
            && let Some((before, after)) = word.split_once('\'')
            && after.len() > 1
        {
            self.push(before);
            self.push(after);
            return;
        }
        let roles = match lexicon::roles(word) {
            0 => UNKNOWN,
            known => known,
        };
        self.words.push(word);
        self.roles.push(roles);
    }

    fn is_who(&self, at: usize) -> bool {
        use roles::{ANYBODY, BOSS, CUSTOMER, MANNER, MANY, PERSON, REAL, SERVICE, SUPPORT};
        let manner = at > 0 && self.is(at - 1, MANNER | roles::MACHINE) && !self.is(at - 1, roles::POLITE);
        if manner || self.is(at, MANY) {
            return self.is(at, MANY) && at > 0 && self.is(at - 1, REAL);
        }
        let near = || self.has(at.saturating_sub(1), at + SERVICE_REACH, CUSTOMER);
        self.is(at, PERSON | ANYBODY | BOSS | SUPPORT) || self.is(at, SERVICE) && near()
    }

    pub fn len(&self) -> usize {
        self.roles.len()
    }

    /// Whether the word can do one of these.
    pub fn is(&self, at: usize, roles: Roles) -> bool {
        self.roles.get(at).is_some_and(|has| has & roles != 0)
    }

    /// Whether one of the words from here to before there can.
    pub fn has(&self, from: usize, to: usize, roles: Roles) -> bool {
        (from..to.min(self.len())).any(|at| self.is(at, roles))
    }

    /// Whether all of them can.
    pub fn all(&self, from: usize, to: usize, roles: Roles) -> bool {
        (from..to.min(self.len())).all(|at| self.is(at, roles))
    }

    /// Whether the clause ends there or goes on with one of these.
    pub fn goes_on(&self, at: usize, roles: Roles) -> bool {
        at >= self.len() || self.is(at, roles)
    }
}
