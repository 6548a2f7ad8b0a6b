//! What visitors say about an answer, by language, in the notation of [`super::pattern`]. Folded: no capitals, no marks.
//! English contractions are written out ("is not"). One table for all: a visitor's language is not known before they
//! write.

mod english;
mod germanic;
mod iberian;
mod no;
mod polish;
mod romance;

pub(super) use no::no;

use super::Reaction;

/// The phrases of one reaction in one language.
pub(super) type Table = (Reaction, &'static [&'static str]);

/// Every phrase with what it says.
pub(super) fn all() -> impl Iterator<Item = (Reaction, &'static str)> {
    [
        english::TABLES,
        germanic::TABLES,
        iberian::TABLES,
        romance::TABLES,
        polish::TABLES,
    ]
    .into_iter()
    .flatten()
    .flat_map(|(reaction, phrases)| phrases.iter().map(|phrase| (*reaction, *phrase)))
}

/// Classes of words that phrases name in brackets.
pub(super) const CLASSES: &[(&str, &str)] = &[
    ("it", "it that this"),
    ("be", "is was are were"),
    (
        "adv",
        "really actually quite even fully just exactly at all completely totally still truly entirely particularly",
    ),
    (
        "asked",
        "asked said meant wanted requested needed want need asking mean ordered typed wrote searched looking talking",
    ),
    (
        "num",
        "# one two three four five six seven eight nine ten eleven twelve",
    ),
    (
        "slot",
        "# one two three four five six seven eight nine ten eleven twelve a an the for at on in next this tomorrow today \
         tonight monday tuesday wednesday thursday friday saturday sunday january february march april may june july \
         august september october november december red blue green black white small medium large",
    ),
    (
        "help",
        "help helped helpful helping solve solved fix fixed resolve resolved useful",
    ),
    (
        "work",
        "work worked working help helped helping solve solved fix fixed resolve resolved",
    ),
    (
        "answer",
        "answer answers advice suggestion suggestions link article page info information solution steps reply response explanation",
    ),
    ("do", "did does do has have is are was were will"),
    ("nicht", "nicht nich net nix nie nichts kaum ned"),
    (
        "konnen",
        "konnen kann kannst konnten konntest konnt konntet wurden wurdest",
    ),
    (
        "zahl",
        "# ein eins einen eine einem einer zwei drei vier funf sechs een twee drie vijf zes jeden jedna dwa dwie trzy \
         cztery dos tres cuatro cinco dois duas quatro deux trois quatre cinq due tre quattro cinque",
    ),
    ("pleasedo", "can could would will"),
];
