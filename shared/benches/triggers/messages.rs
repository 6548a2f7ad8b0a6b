//! Messages to measure with, put together from everyday words of four languages, the same ones in every run. Some ask for
//! a person, most do not.

const WORDS: [&str; 48] = [
    "where",
    "is",
    "my",
    "order",
    "the",
    "parcel",
    "never",
    "arrived",
    "and",
    "nobody",
    "can",
    "tell",
    "me",
    "why",
    "I",
    "want",
    "to",
    "talk",
    "a",
    "human",
    "please",
    "wo",
    "ist",
    "meine",
    "Bestellung",
    "mit",
    "einem",
    "Menschen",
    "sprechen",
    "möchte",
    "ich",
    "kann",
    "dónde",
    "está",
    "el",
    "pedido",
    "quiero",
    "hablar",
    "con",
    "una",
    "persona",
    "je",
    "voudrais",
    "parler",
    "à",
    "quelqu'un",
    "la",
    "livraison",
];
const ENDS: [&str; 5] = [".", "?", " -", ", well", ""];

/// Numbers without a pattern that matters here, the same in every run.
pub struct Dice(pub u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % bound
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

/// One to three sentences of up to twenty words.
pub fn message(dice: &mut Dice) -> String {
    let sentences = 1 + dice.below(3);
    (0..sentences)
        .map(|_| sentence(dice))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Up to twenty words.
pub fn sentence(dice: &mut Dice) -> String {
    let length = 1 + dice.below(20);
    let words: Vec<&str> = (0..length).map(|_| dice.of(&WORDS)).collect();
    words.join(" ") + dice.of(&ENDS)
}
