//! What a word does in a request for a person, in eight languages: it names who is asked for, reaches them, means oneself,
//! wishes, names a machine, refuses, or insists. So that "patch me through to the duty nurse" is like "put me through to
//! a manager" to a table that never met it.

use std::sync::OnceLock;

/// The words of each class, folded; with a `*`, all that begin so. A word has one class, the first that names it.
const CLASSES: [&str; 7] = [
    "human* person persons persona personas personen personne* persoon agent* rep reps represent* someone somebody anyone anybody people staff manager* supervis* advis* operat* \
     colleague* employee* team guy lady man woman gentleman specialist* technician* engineer* nurse* doctor* teller* clerk* \
     dispatcher consult* boss expert* support* service* helpdesk hotline customer desk assist* \
     mensch* mitarbeiter* berater* kolleg* sachbearbeiter* jemand* ansprechpartner* techniker* kundendienst* kundenservice* \
     kundenberat* vorgesetzt* leute chef* \
     asesor* alguien encargad* gerente* tecnic* especialista* soporte atencion gente ejecutiv* companer* \
     humain* conseiller* quelqu'un responsab* interlocut* collabor* sav \
     pessoa* atend* alguem suporte funcionari* uman* qualcuno addett* assistenza impiegat* \
     mens mensen medewerker* iemand adviseur* klantenservice collega* \
     czlowiek* konsultant* ktos kims kogos pracownik* doradc* osob* obslug* kierownik*",
    "talk* speak* spoke chat* call* ring phone* connect* transfer* contact* put get give gimme pass* escalate* route patch \
     forward hand discuss sprech* sprich reden verbind* verbunden anruf* ruf* zuruckruf* ruckruf* telefon* kontakt* weiterleit* \
     hablar hable comun* llam* parl* appel* rappel* joindre mise relation \
     falar lig* chiam* richiam* contatt* contat* spreken praten bel bellen gebeld doorverbind* rozmaw* porozmaw* polacz* zadzwon* oddzwon* przelacz*",
    "me us mich mir uns moi nous mi mij ons mnie nas nos ci",
    "want need would like wanna must can could may please pls plz let mochte will brauche kann konnen bitte quier* necesito \
     pued* podria* favor veux voudrais peux pouvez peut svp preciso posso pode* voglio vorrei puo potete wil graag kan kunnen \
     chce prosze moge mozna poprosze potrzebuje",
    "bot bots robot* chatbot* machine automa* ai computer roboter assistant maschine maquina virtual machina computador bota \
     botem",
    "not no don't dont never without nicht kein keine keinen ohne sin pas sans nao sem non senza niet geen zonder nie bez \
     instead stop",
    "real* live actual* echt* vrai* vivant verdadeir* ver* prawdziw* zyw* now jetzt ahora maintenant agora adesso subito nu \
     teraz",
];

/// A word of a class, or what all of them begin with.
struct Named {
    word: &'static str,
    is_stem: bool,
    class: u32,
}

/// The class of a folded word, from 1 on; 0 for a word without one.
pub(super) fn class(word: &str) -> u32 {
    static HEAPS: OnceLock<Vec<Vec<Named>>> = OnceLock::new();
    let heaps = HEAPS.get_or_init(|| {
        let mut heaps: Vec<Vec<Named>> = (0..HEAPS_OF_WORDS).map(|_| Vec::new()).collect();
        for (class, entries) in (1..).zip(CLASSES) {
            for entry in entries.split(' ') {
                let word = entry.trim_end_matches('*');
                let is_stem = word.len() < entry.len();
                heaps[heap(word)].push(Named { word, is_stem, class });
            }
        }
        heaps
    });
    let names =
        |named: &&Named| word.starts_with(named.word) && (named.is_stem || word.len() == named.word.len());
    let found = heaps[heap(word)].iter().find(names);
    found.map_or(0, |named| named.class)
}

/// The class of words that name who is asked for.
pub(super) const PERSON: u32 = 1;
/// The class of words that refuse.
pub(super) const NOT: u32 = 6;

/// Whether a word of this class can carry a request alone: without who is asked for, a way to reach them, or the machine
/// that shall stop, a sentence hardly asks for a person, however politely it asks.
pub(super) fn carries(class: u32) -> bool {
    matches!(class, PERSON | 2 | 5)
}

/// So many heaps keep each so small that a word is looked for among few.
const HEAPS_OF_WORDS: usize = 256;

/// Words are put together by their first two letters, which no entry is shorter than.
fn heap(word: &str) -> usize {
    let letter = |at: usize| usize::from(word.as_bytes().get(at).copied().unwrap_or(0) % 32);
    (letter(0) * 29 + letter(1)) % HEAPS_OF_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn words_of_eight_languages_have_one_class() {
        for (of, words) in [
            (
                1,
                "manager Mitarbeiterin alguien conseillère pessoa operatore iemand człowiekiem",
            ),
            (
                2,
                "transfer verbinden hablar parler falar parlare bellen połączyć",
            ),
            (6, "not nicht sin pas não senza niet bez"),
            (0, "order Rechnung factura colis encomenda fattura pakket paczka"),
        ] {
            for word in words.split(' ') {
                assert_eq!(class(&fold(word)), of, "{word}");
            }
        }
    }

    #[test]
    fn every_entry_is_folded_and_found() {
        for entry in CLASSES.iter().flat_map(|entries| entries.split(' ')) {
            let word = entry.trim_end_matches('*');
            assert_eq!(fold(word), word);
            assert_ne!(class(word), 0, "{word}");
        }
    }
}
