//! Documents to passages: a section each, a long section in several, every one with where it stands.

use serde::{Deserialize, Serialize};

use super::{
    anchor::Anchors,
    flatten::{Part, flatten},
    split::pack,
};

/// The most characters of a passage: what a person reads at a glance, and what a model is given six of.
const LONGEST: usize = 900;
/// Between the headings of a path.
const UNDER: &str = " › ";

/// A page of the owner's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Where visitors can read it.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub markdown: String,
}

/// A passage as it is stored: what can be found and quoted alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The page's title.
    pub title: String,
    /// The headings above it, joined by " › "; empty at the top of a page.
    pub heading: String,
    /// The page's address with the heading's anchor.
    pub url: String,
    /// Its text, plain, paragraphs apart by blank lines, listings between lines of fence.
    pub body: String,
}

/// Cuts a document into passages, in reading order.
pub fn passages(document: &Document) -> Vec<Piece> {
    let mut reader = Reader::of(document);
    for part in flatten(&document.markdown) {
        match part {
            Part::Heading(level, text) => reader.enter(level, text),
            Part::Block(text) => reader.blocks.push(text),
        }
    }
    reader.end_section();
    reader.pieces
}

/// A heading that the reader is under.
struct Heading {
    level: usize,
    text: String,
    anchor: String,
}

struct Reader<'a> {
    document: &'a Document,
    anchors: Anchors,
    path: Vec<Heading>,
    blocks: Vec<String>,
    pieces: Vec<Piece>,
}

impl<'a> Reader<'a> {
    fn of(document: &'a Document) -> Self {
        Self {
            document,
            anchors: Anchors::default(),
            path: Vec::new(),
            blocks: Vec::new(),
            pieces: Vec::new(),
        }
    }

    fn enter(&mut self, level: usize, text: String) {
        self.end_section();
        self.path.retain(|above| above.level < level);
        let anchor = self.anchors.next(&text);
        // A page that begins with its own title is still at its top.
        if level > 1 || text != self.document.title {
            self.path.push(Heading { level, text, anchor });
        }
    }

    fn end_section(&mut self) {
        let bodies = pack(&std::mem::take(&mut self.blocks), LONGEST);
        if bodies.is_empty() {
            return;
        }
        let heading = self
            .path
            .iter()
            .map(|heading| heading.text.as_str())
            .collect::<Vec<_>>()
            .join(UNDER);
        let url = self.address();
        self.pieces.extend(bodies.into_iter().map(|body| Piece {
            title: self.document.title.clone(),
            heading: heading.clone(),
            url: url.clone(),
            body,
        }));
    }

    /// The page's address with the nearest anchor, unless the owner gave an anchor of their own.
    fn address(&self) -> String {
        let page = &self.document.url;
        let anchor = self
            .path
            .iter()
            .rev()
            .map(|heading| heading.anchor.as_str())
            .find(|anchor| !anchor.is_empty());
        match anchor {
            Some(anchor) if !page.contains('#') => format!("{page}#{anchor}"),
            _ => page.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(markdown: &str) -> Document {
        Document {
            url: "https://x.example/a".into(),
            title: "Guide".into(),
            markdown: markdown.into(),
        }
    }

    #[track_caller]
    fn check(markdown: &str, expected: &[(&str, &str, &str)]) {
        let found = passages(&document(markdown));
        let found: Vec<_> = found
            .iter()
            .map(|piece| {
                (
                    piece.heading.as_str(),
                    piece.url.strip_prefix("https://x.example/a").unwrap(),
                    piece.body.as_str(),
                )
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn each_section_is_a_passage_under_its_headings() {
        check(
            "# Guide\n\nTop.\n\n## One\n\nA.\n\nB.\n\n### Deep\n\nC.\n\n## Two\n\nD.",
            &[
                ("", "", "Top."),
                ("One", "#one", "A.\n\nB."),
                ("One › Deep", "#deep", "C."),
                ("Two", "#two", "D."),
            ],
        );
    }

    #[test]
    fn headings_without_text_and_empty_pages_make_no_passage() {
        check("", &[]);
        check("# Guide\n\n## Only\n\n### Headings", &[]);
        check(
            "# Another title\n\nText.",
            &[("Another title", "#another-title", "Text.")],
        );
    }

    #[test]
    fn a_long_section_becomes_several_with_one_address() {
        let paragraph = "A sentence of some length stands here. ".repeat(10);
        let found = passages(&document(&format!(
            "## Long\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}"
        )));
        assert_eq!(found.len(), 2);
        assert!(
            found
                .iter()
                .all(|piece| piece.url.ends_with("/a#long") && piece.body.chars().count() <= LONGEST)
        );
    }

    #[test]
    fn an_owners_own_anchor_stays() {
        let mut with_anchor = document("## One\n\nA.");
        with_anchor.url.push_str("#own");
        assert_eq!(passages(&with_anchor)[0].url, "https://x.example/a#own");
    }
}
