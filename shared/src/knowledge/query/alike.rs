//! Words that stand for the same where people ask for help: who writes "bot" finds what a page says of the "assistant".
//! And words that mean the opposite: a page on removing is no answer to who wants to add.
//!
//! By hand, in the plainest forms, folded; compared by their stems. A word stands in one group at most, and only where it
//! may be taken for the others in any sentence: a wrong meeting costs more than a missed one.

use std::{collections::HashMap, sync::LazyLock};

use crate::triggers::confidence::stem;

/// Words of one group, and their stems.
#[derive(Default)]
pub(crate) struct Group {
    /// The words, folded.
    pub words: Vec<&'static str>,
    /// Their stems, in the same order.
    pub stems: Vec<u64>,
}

impl Group {
    fn of(words: &'static str) -> Self {
        let words: Vec<_> = words.split(' ').collect();
        let stems = words.iter().map(|word| stem(word.as_bytes())).collect();
        Self { words, stems }
    }
}

/// The group in which a word with this stem stands, itself among them.
pub(crate) fn alike(stemmed: u64) -> Option<&'static Group> {
    TABLES.alike.get(&stemmed).map(|at| &TABLES.groups[*at])
}

/// The words that mean the opposite of a word with this stem.
pub(crate) fn opposite(stemmed: u64) -> Option<&'static Group> {
    TABLES.opposite.get(&stemmed).map(|at| &TABLES.groups[*at])
}

struct Tables {
    groups: Vec<Group>,
    alike: HashMap<u64, usize>,
    opposite: HashMap<u64, usize>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        groups: Vec::new(),
        alike: HashMap::new(),
        opposite: HashMap::new(),
    };
    for words in GROUPS.iter().flat_map(|(_, groups)| groups.split(" | ")) {
        let group = Group::of(words);
        let at = tables.groups.len();
        tables
            .alike
            .extend(group.stems.iter().map(|stemmed| (*stemmed, at)));
        tables.groups.push(group);
    }
    for (one, other) in OPPOSITES
        .iter()
        .flat_map(|(one, other)| [(*one, *other), (*other, *one)])
    {
        let at = tables.groups.len();
        let stems = Group::of(one).stems;
        tables
            .opposite
            .extend(stems.into_iter().map(|stemmed| (stemmed, at)));
        tables.groups.push(Group::of(other));
    }
    tables
});

/// Groups, by what they are about.
const GROUPS: &[(&str, &str)] = &[
    (
        "who",
        "assistant bot chatbot ai | human person someone somebody | customer client visitor shopper | \
         colleague teammate coworker member | company firm | agent operator representative",
    ),
    (
        "what",
        "chat conversation thread | picture image photo screenshot | document article faq | \
         website site webpage homepage | color colour | licence license | error failure fault | \
         cost price pricing fee | limit maximum | phone mobile smartphone iphone android | address url | \
         topic subject | llm gpt chatgpt openai model | invoice bill receipt | parcel package shipment | \
         handover handoff | mistake typo | stats statistics analytics | privacy gdpr | role permission | \
         refund reimbursement | accessible accessibility | mail email | language translation translate | icon logo | summary overview | domain origin | snippet tag",
    ),
    (
        "done",
        "delete remove erase revoke | edit change modify alter adjust customise customize | update upgrade | \
         end close finish | answer reply respond response | store save keep kept | log login sign signin | \
         buy purchase bought | repair fix | show display appear | upload import | download export | try test | \
         install embed setup | deploy publish | angry furious upset annoyed | slow speed fast performance | \
         lose lost | allow permit | check validate verify | expire valid validity | break broken broke | \
         blank empty | refresh reload | connect integrate integration | start begin began | cancel terminate | cut split divide | crawl fetch",
    ),
    (
        "done before, by other forms of one word",
        "choose chose chosen | find found | forget forgot forgotten | make made | pay paid | run ran | \
         say said | send sent | speak spoke spoken | take took taken | tell told | write wrote written | \
         build built | leave left",
    ),
    (
        "de",
        "preis kosten kostet | loschen entfernen | anmelden einloggen | lieferung versand zustellung | \
         passwort kennwort | kundigen stornieren | rechnung faktura | bestellung auftrag",
    ),
    (
        "es",
        "precio cuesta | borrar eliminar | contrasena clave | envio entrega | cancelar anular",
    ),
    (
        "fr",
        "prix cout tarif coute | supprimer effacer | livraison expedition | annuler resilier",
    ),
    (
        "pt",
        "preco custo custa | apagar excluir | senha palavra-passe | pedido encomenda",
    ),
    (
        "it",
        "prezzo costa | rimuovere elimina | consegna spedizione | disdire annullare",
    ),
    (
        "nl",
        "prijs kost | verwijderen wissen | levering bezorging verzending | wachtwoord toegangscode",
    ),
    (
        "pl",
        "cena koszt kosztuje | usunac skasowac | dostawa wysylka przesylka",
    ),
];

/// What must not be taken for each other, though everything around it is alike.
const OPPOSITES: &[(&str, &str)] = &[
    ("add invite create make", "remove delete erase revoke"),
    ("install embed", "uninstall remove"),
    ("open begin start", "close end stop"),
    ("upload import", "download export"),
    ("connect", "disconnect"),
    ("enable", "disable"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn a_word_stands_in_one_group_and_is_folded() {
        let mut seen: HashMap<u64, &str> = HashMap::new();
        for group in GROUPS.iter().flat_map(|(_, groups)| groups.split(" | ")) {
            for word in group.split(' ') {
                assert_eq!(fold(word), word);
                let before = seen.insert(stem(word.as_bytes()), group);
                assert!(before.is_none_or(|before| before == group), "{word} stands twice");
            }
        }
    }

    #[test]
    fn words_for_the_same_meet_in_any_form() {
        let all = |word: &str| alike(stem(word.as_bytes())).map(|group| group.words.join(" "));
        assert_eq!(all("bots").as_deref(), Some("assistant bot chatbot ai"));
        assert_eq!(all("deleting"), all("remove"));
        assert_eq!(all("wordpress"), None);
        let against = |word: &str| opposite(stem(word.as_bytes())).map(|group| group.words.join(" "));
        assert_eq!(against("adding").as_deref(), Some("remove delete erase revoke"));
        assert_eq!(against("member"), None);
    }
}
