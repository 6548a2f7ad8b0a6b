//! Finding one of many phrases in a text: whole words, side by side. The list is sorted by its folded phrases, so that a
//! look-up costs a binary search a word, however long the list.

use super::words;

/// The first phrase of a sorted list that stands in a [folded](super::fold()) text. A phrase that ends in `*` goes on as it
/// likes within its last word.
pub fn find<'a>(sorted: &[&'a str], folded: &str) -> Option<&'a str> {
    let there: Vec<&str> = words(folded).collect();
    begin_phrase(sorted, &there)
}

/// As [`find`], of words that were cut already.
pub fn begin_phrase<'a>(sorted: &[&'a str], there: &[&str]) -> Option<&'a str> {
    (0..there.len()).find_map(|at| begins(sorted, &there[at..]))
}

/// The longest phrase of a sorted list that these words begin with.
fn begins<'a>(sorted: &[&'a str], there: &[&str]) -> Option<&'a str> {
    // All phrases whose first two bytes are those of the first word lie side by side. Of a word of one letter the second
    // is the space behind it; no phrase begins with one letter and `*`.
    let head = head(there.first()?);
    let from = sorted.partition_point(|phrase| self::head(phrase) < head);
    let same = sorted[from..]
        .iter()
        .take_while(|phrase| self::head(phrase) == head);
    same.filter(|phrase| stands(phrase, there))
        .max_by_key(|phrase| phrase.len())
        .copied()
}

fn head(phrase: &str) -> [u8; 2] {
    match *phrase.as_bytes() {
        [] => [0, 0],
        [one] => [one, b' '],
        [one, two, ..] => [one, two],
    }
}

fn stands(phrase: &str, there: &[&str]) -> bool {
    let mut wanted = phrase.split(' ');
    let mut words = there.iter();
    wanted.all(|want| {
        words.next().is_some_and(|word| match want.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => *word == want,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn whole_phrases_are_found_and_the_longest_wins() {
        let list = ["buy", "buy in bulk", "rabattstaffel*", "re"];
        assert!(list.is_sorted());
        for (text, found) in [
            ("we buy in bulk often", Some("buy in bulk")),
            ("we buy in march", Some("buy")),
            ("die rabattstaffeln bitte", Some("rabattstaffel*")),
            ("buyer", None),
            ("", None),
        ] {
            assert_eq!(find(&list, text), found, "{text}");
        }
    }
}
