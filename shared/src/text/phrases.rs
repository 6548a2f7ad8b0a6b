//! Finding one of many phrases in a text: whole words, side by side. The list is sorted by its folded phrases, so that a
//! look-up costs a binary search a word, however long the list, and of most words none.

use super::words;

/// A sorted list of [folded](super::fold()) phrases. A phrase that ends in `*` goes on as it likes within its last word.
#[derive(Debug)]
pub struct PhraseList {
    sorted: &'static [&'static str],
    /// One bit for each beginning (some share one): with most words no phrase begins, and that is told without a look.
    heads: [u64; HEADS],
}

/// Words of 64 bits that say which beginnings there are.
const HEADS: usize = 16;

impl PhraseList {
    /// Phrases that are sorted.
    pub const fn new(sorted: &'static [&'static str]) -> Self {
        let mut heads = [0; HEADS];
        let mut at = 0;
        while at < sorted.len() {
            let (word, bit) = place(head(sorted[at]));
            heads[word] |= bit;
            at += 1;
        }
        Self { sorted, heads }
    }

    /// The first phrase that stands in a folded text.
    pub fn find(&self, folded: &str) -> Option<&'static str> {
        let there: Vec<&str> = words(folded).collect();
        self.among(&there)
    }

    /// The same, in words that were cut already.
    pub fn among(&self, there: &[&str]) -> Option<&'static str> {
        (0..there.len()).find_map(|at| self.begins(&there[at..]))
    }

    /// The longest phrase that these words begin with.
    fn begins(&self, there: &[&str]) -> Option<&'static str> {
        // All phrases whose first two bytes are those of the first word lie side by side. Of a word of one letter the second
        // is the space behind it; no phrase begins with one letter and `*`.
        let head = head(there.first()?);
        let (word, bit) = place(head);
        if self.heads[word] & bit == 0 {
            return None;
        }
        let from = self.sorted.partition_point(|phrase| self::head(phrase) < head);
        let same = self.sorted[from..]
            .iter()
            .take_while(|phrase| self::head(phrase) == head);
        same.filter(|phrase| stands(phrase, there))
            .max_by_key(|phrase| phrase.len())
            .copied()
    }
}

/// The place of a beginning among the bits.
const fn place([one, two]: [u8; 2]) -> (usize, u64) {
    let mixed = one as usize * 37 + two as usize;
    (mixed / 64 % HEADS, 1 << (mixed % 64))
}

const fn head(phrase: &str) -> [u8; 2] {
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
    use super::PhraseList;

    #[test]
    fn whole_phrases_are_found_and_the_longest_wins() {
        const LIST: &[&str] = &["buy", "buy in bulk", "rabattstaffel*", "re"];
        assert!(LIST.is_sorted());
        let list = PhraseList::new(LIST);
        for (text, found) in [
            ("we buy in bulk often", Some("buy in bulk")),
            ("we buy in march", Some("buy")),
            ("die rabattstaffeln bitte", Some("rabattstaffel*")),
            ("buyer", None),
            ("", None),
        ] {
            assert_eq!(list.find(text), found, "{text}");
        }
    }
}
