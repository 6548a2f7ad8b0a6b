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

/// How many words of a clause are looked back at: more than anybody writes without a sign, and few enough that time is linear.
const LONGEST: usize = 40;

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
        let (from, to) = says(&clause, folded.get(read..).unwrap_or_default())?;
        Some(Match {
            words: clause.words.get(from..=to)?.join(" "),
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
        let who = WHO | roles::YOU_ARE;
        let you = self.has(0, 3, roles::BE) && self.has(0, 3, roles::YOU);
        self.named |= you || self.has(0, self.roles.len(), who);
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
    #[inline(never)]
    pub fn is(&self, at: usize, roles: Roles) -> bool {
        self.roles.get(at).is_some_and(|has| has & roles != 0)
    }

    /// Whether one of the words from here to before there can; of the last ones, for no form is longer.
    #[inline(never)]
    pub fn has(&self, from: usize, to: usize, roles: Roles) -> bool {
        (from.max(to.saturating_sub(LONGEST))..to).any(|at| self.is(at, roles))
    }

    /// Whether all of them can.
    #[inline(never)]
    pub fn all(&self, from: usize, to: usize, roles: Roles) -> bool {
        (from.max(to.saturating_sub(LONGEST))..to).all(|at| self.is(at, roles))
    }

    /// Whether the clause ends there or goes on with one of these.
    pub fn goes_on(&self, at: usize, roles: Roles) -> bool {
        at >= self.len() || self.is(at, roles)
    }

    /// The first word of the run that ends here and whose words can do this and not that.
    #[inline(never)]
    pub fn back(&self, at: usize, reach: usize, roles: Roles, not: Roles) -> usize {
        let mut from = at;
        while from > 0 && at - from < reach && self.is(from - 1, roles) && !self.is(from - 1, not) {
            from -= 1;
        }
        from
    }

    /// The last word of the run that begins here.
    #[inline(never)]
    pub fn on(&self, at: usize, reach: usize, roles: Roles, not: Roles) -> usize {
        let mut to = at;
        while to - at < reach && self.is(to + 1, roles) && !self.is(to + 1, not) {
            to += 1;
        }
        to
    }

    /// Whether the word is one of these, to the letter.
    #[inline(never)]
    pub fn one_of(&self, at: usize, words: &str) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| words.split(' ').any(|one| one == *word))
    }
}
