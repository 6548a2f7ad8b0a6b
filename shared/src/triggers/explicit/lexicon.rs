//! The words of the grammar, folded, in English, Spanish, German, French, Portuguese, Italian, Dutch and Polish. One
//! table for all: a visitor's language is not known before they write.

/// What a word can do in a request for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Asks: talk, connect, want.
    Ask,
    /// Asks, and may come last in its language: "mit einem Menschen sprechen".
    AskLast,
    /// Names somebody who works here.
    Person,
    /// May stand between asking and the person.
    Glue,
    /// May follow the person without changing what is meant.
    After,
    /// Takes it back.
    Negation,
    /// Anything else.
    Other,
}

pub(super) fn class(word: &str) -> Class {
    let is = |list: &[&str]| list.iter().any(|line| line.split(' ').any(|known| known == word));
    if is(PERSON) {
        Class::Person
    } else if is(ASK_LAST) {
        Class::AskLast
    } else if is(ASK) {
        Class::Ask
    } else if is(NEGATION) {
        Class::Negation
    } else if is(GLUE) {
        Class::Glue
    } else if is(AFTER) {
        Class::After
    } else {
        Class::Other
    }
}

const PERSON: &[&str] = &[
    "human humans person people agent agents representative representatives rep reps operator somebody someone",
    "staff employee advisor adviser supervisor humanbeing ppl persn humam huamn agnet",
    "persona personas humano humana humanos agente agentes asesor asesora operador operadora alguien representante",
    "mensch menschen mitarbeiter mitarbeiterin mitarbeitern berater beraterin jemand jemanden jemandem kundenberater",
    "humain humaine personne conseiller conseillere operateur quelqu'un teleconseiller",
    "pessoa pessoas atendente alguem consultor",
    "umano umana operatore operatrice qualcuno consulente",
    "mens mensen medewerker medewerkster persoon iemand",
    "czlowiek czlowiekiem czlowieka osoba osobe konsultant konsultantem konsultanta kims pracownik pracownikiem",
];

const ASK: &[&str] = &[
    "talk talking speak speaking spk tlk chat connect transfer get want wanna need reach contact escalate forward give",
    "call redirect patch put pass hand switch let like prefer demand request gimme",
    "hablar hable paseme pasame comunicar comunicarme comuniqueme conectar conecteme transferir quiero quisiera necesito",
    "verbinde will mochte moechte brauche gib geben",
    "parler passer passez contacter joindre transferer transferez veux voudrais souhaite besoin echanger",
    "falar fala passar conversar quero queria preciso gostaria",
    "parlare passami passatemi collegare contattare voglio vorrei parlarne",
    "verbind wil graag",
    "rozmawiac porozmawiac pogadac polaczyc polacz polaczcie chce chcialbym chcialabym potrzebuje prosze",
];

const ASK_LAST: &[&str] = &[
    "sprechen reden verbinden verbunden weiterleiten weitergeleitet kontaktieren schreiben chatten telefonieren haben",
    "spreken praten doorverbinden doorverbonden verbonden hebben",
];

const NEGATION: &[&str] = &[
    "don't dont not no never without cannot didn't nor avoid instead",
    "sin tampoco kein keine keinen nicht ohne pas sans nem nao sem non senza niet geen zonder nie bez",
];

const GLUE: &[&str] = &[
    "a an the to with w/ me us i i'd you your through thru real live actual actually some any other another one of",
    "human customer support service services care sales billing help desk helpdesk team from in at on over now just",
    "please pls plz can could may be able be would directly technical tech proper living breathing physical",
    "con un una unos el la los al a por favor de del verdad real atencion cliente puedo me podria otro otra que se",
    "mit einem einen einer ein eine der dem den die das echten echter echte richtigen bitte ich zu zum vom mir mich",
    "support service kundenservice kundendienst lebenden anderen",
    "avec un une le la de du vrai vraie service client en a je s'il vous plait reel moi votre autre l'",
    "com um uma o a do da de verdade suporte eu me por favor voces outro",
    "con un una uno in carne ossa vero vera reale del di un' per favore mi servizio clienti",
    "met een echt echte de klantenservice van naar alsjeblieft aub ik even",
    "z ze kims zywym prawdziwym prawdziwa obslugi klienta biura mnie do",
];

const AFTER: &[&str] = &[
    "about for who that regarding because asap immediately right today instead here thanks thx again concerning if so",
    "and or now please pls plz then when not as soon possible by via before already there again already bot robot",
    "ahora sobre porfa gracias jetzt uber wegen danke sofort der weil maintenant pour qui svp merci agora sobre",
    "obrigado adesso subito per che grazie nu over die bedankt teraz w sprawie dziekuje natychmiast",
];

/// How an English question begins.
pub(super) const QUESTION: &[&str] = &[
    "when", "how", "what", "which", "who", "why", "does", "do", "did", "will", "is", "are", "can", "could",
    "should",
];

/// Who asks for themselves.
pub(super) const FIRST_PERSON: &[&str] = &["i", "me", "my", "we", "us", "i'd", "i'm"];
