//! What must hold for the lists whatever stands in them.

use super::{Entry, Kind, LANGUAGES, class, lexicon, split};
use crate::text::{fold, words};

#[test]
fn the_tables_have_room_and_the_places_fit() {
    let lexicon = lexicon();
    assert!(lexicon.words.fill() <= 50, "{} %", lexicon.words.fill());
    assert!(lexicon.stems.fill() <= 50, "{} %", lexicon.stems.fill());
    assert!(lexicon.phrases.len() < usize::from(u16::MAX));
    assert!(lexicon.tails.len() < usize::from(u16::MAX));
}

#[test]
fn every_form_is_folded_and_can_be_met_in_a_text() {
    for form in LANGUAGES.into_iter().flatten().flat_map(|group| split(group.2)) {
        for word in form.split_ascii_whitespace().flat_map(|part| part.split('|')) {
            if let Some(name) = word.strip_prefix('@') {
                assert_ne!(class::by_name(name), 0, "{form}: no class {name}");
            } else if word != "~" && word != "_" {
                let word = word.trim_end_matches('*');
                assert_eq!(fold(word), word, "{form}");
                assert!(words(word).eq([word]), "{form}: \"{word}\" is not one word");
            }
        }
    }
}

#[test]
fn a_word_is_found_by_itself_or_by_its_beginning() {
    let find = |word: &str| -> Entry { lexicon().find(word).0 };
    assert_eq!(find("furious").kind, Kind::Feel);
    assert_eq!(find("wkurwiony").kind, Kind::Feel);
    assert_eq!(find("17").classes, class::NUMBER);
    assert_eq!(find("tablecloth").kind, Kind::None);
    assert_eq!(find("").kind, Kind::None);
}
