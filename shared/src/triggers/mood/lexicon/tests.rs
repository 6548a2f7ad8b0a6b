//! What must hold for the lists whatever stands in them.

use super::{Kind, Place, class, lexicon};
use crate::text::fold;

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
    fn check(place: &Place, phrase: &super::Phrase) {
        match place {
            Place::Word(word) | Place::Stem(word) => {
                assert_eq!(fold(word), *word);
                let whole = crate::text::words(word).eq([*word]);
                assert!(whole, "\"{word}\" of weight {} is not one word", phrase.weight);
            }
            Place::Class(bits) => assert_ne!(*bits, 0, "an unknown class"),
            Place::Any(places) => places.iter().for_each(|place| check(place, phrase)),
            Place::Gap | Place::Soft => {}
        }
    }
    for phrase in &lexicon().phrases {
        check(&phrase.first, phrase);
        for place in super::tail(phrase) {
            check(place, phrase);
        }
    }
}

#[test]
fn a_word_is_found_by_itself_or_by_its_beginning() {
    let lexicon = lexicon();
    assert_eq!(lexicon.find("furious").kind, Kind::Feel);
    assert_eq!(lexicon.find("wkurwiony").kind, Kind::Feel);
    assert_eq!(lexicon.find("17").classes, class::NUMBER);
    assert_eq!(lexicon.find("tablecloth").kind, Kind::None);
    assert_eq!(lexicon.find("").kind, Kind::None);
}
