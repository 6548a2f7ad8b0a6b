//! What a word can do in a request: one bit for each letter that the tables of `lexicon` use.

/// What a word can do: one bit for each letter of the tables.
pub(super) type Roles = u64;

/// The letters in use, those that the grammar asks for most first: small numbers are short in the program, and visitors
/// download it.
const LETTERS: &[u8] = b"dPrIimztTwcHfYvanxlkeFbpqGsyDoARQjJNSuChMOWLUXBVEKZg_";

/// The bits of some letters. A letter that is none has no bit.
pub(super) const fn of(letters: &str) -> Roles {
    let (mut bits, mut at) = (0, 0);
    while at < letters.len() {
        let mut bit = 0;
        while bit < LETTERS.len() {
            if LETTERS[bit] == letters.as_bytes()[at] {
                bits |= 1 << bit;
            }
            bit += 1;
        }
        at += 1;
    }
    bits
}

/// Names somebody who works here, and hardly anything else: "agent".
pub(super) const PERSON: Roles = of("p");
/// Names anybody: "someone".
pub(super) const ANYBODY: Roles = of("q");
/// Many, and not somebody: "people". Counts with a word like "real" only.
pub(super) const MANY: Roles = of("N");
/// Who is above the others: "manager".
pub(super) const BOSS: Roles = of("b");
/// Stands for those who work there: "helpdesk".
pub(super) const SUPPORT: Roles = of("S");
/// The same next to a word for customers: "service".
pub(super) const SERVICE: Roles = of("s");
/// "Customer", beside a service.
pub(super) const CUSTOMER: Roles = of("y");
/// "A real one".
pub(super) const ONE: Roles = of("O");
/// To talk or to reach.
pub(super) const TALK: Roles = of("t");
/// To talk, where it may come last: "mit einem Menschen sprechen".
pub(super) const TALK_LAST: Roles = of("T");
/// I talk, now: "am I talking to".
pub(super) const TALKING: Roles = of("F");
/// To put through.
pub(super) const CONNECT: Roles = of("c");
/// The same, and enough alone: "escalate".
pub(super) const ESCALATE: Roles = of("E");
/// To want or need.
pub(super) const WANT: Roles = of("w");
/// To give or fetch.
pub(super) const GIVE: Roles = of("G");
/// Me, us.
pub(super) const ME: Roles = of("m");
/// I, we.
pub(super) const PRONOUN: Roles = of("i");
/// The same, and verbs that say so: "quiero".
pub(super) const I: Roles = of("iI");
/// You; verbs that say so are [`YOU_ARE`].
pub(super) const YOU: Roles = of("v");
/// "Are you" in one word.
pub(super) const YOU_ARE: Roles = of("Y");
/// Forms of to be.
pub(super) const BE: Roles = of("a");
/// This, it.
pub(super) const THIS: Roles = of("D");
/// Takes it back: not, no.
pub(super) const NOT: Roles = of("n");
/// Takes it back whatever else is said: without.
pub(super) const WITHOUT: Roles = of("h");
/// Can, may.
pub(super) const CAN: Roles = of("z");
/// There, available.
pub(super) const THERE: Roles = of("l");
/// There is: "hay".
pub(super) const EXISTS: Roles = of("e");
/// What is no person.
pub(super) const MACHINE: Roles = of("x");
/// Stop, enough of.
pub(super) const STOP: Roles = of("k");
/// May stand between asking and the person.
pub(super) const GLUE: Roles = of("d");
/// Real, alive.
pub(super) const REAL: Roles = of("r");
/// May follow the person without changing what is meant.
pub(super) const FOLLOW: Roles = of("f");
/// Please, now, hello.
pub(super) const POLITE: Roles = of("P");
/// Somebody else than who writes: "visitors".
pub(super) const OTHERS: Roles = of("o");
/// Makes another thing of the person before or beside it: "resources".
pub(super) const COMPOUND: Roles = of("u");
/// Before a person, the manner and no person: "in person", "per person".
pub(super) const MANNER: Roles = of("Z");
/// To call by telephone.
pub(super) const CALL: Roles = of("j");
/// To be called back, enough alone.
pub(super) const CALL_ME: Roles = of("J");
/// To help, answer.
pub(super) const HELP: Roles = of("H");
/// Begins a question.
pub(super) const QUESTION: Roles = of("QA");
/// How, why, when.
pub(super) const WH: Roles = of("Q");
/// Do, will: what English questions begin with; a word of its own elsewhere.
pub(super) const AUXILIARY: Roles = of("A");
/// Must: a question that begins so asks whether, and not for somebody.
pub(super) const MUST: Roles = of("K");
/// If.
pub(super) const IF: Roles = of("g");
/// Talking, where it is a thing to do: "help talking to".
pub(super) const GERUND: Roles = of("L");
/// Makes past what follows: "j'ai".
pub(super) const PAST: Roles = of("U");
/// Who, as a question.
pub(super) const WHOM: Roles = of("B");
/// Or.
pub(super) const OR: Roles = of("R");
/// Who, which: begins what somebody should be able to do.
pub(super) const WHICH: Roles = of("W");
/// Live, beside a chat.
pub(super) const LIVE: Roles = of("V");
/// A chat.
pub(super) const CHAT: Roles = of("C");
/// Where one sits who writes as if it were a machine: "behind this".
pub(super) const BEHIND: Roles = of("X");
/// Let, make, may: somebody shall do something.
pub(super) const LET: Roles = of("M");
