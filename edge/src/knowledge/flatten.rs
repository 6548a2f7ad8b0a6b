//! Markdown as plain text: headings and blocks in order. Listings keep a line of fence around them, so that they can be told
//! from sentences. Raw HTML is left out, so nothing of it can reach a page.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use shared::text::FENCE;

/// One thing of a document, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A heading, with its level from 1 to 6.
    Heading(usize, String),
    /// A paragraph, list, table or listing.
    Block(String),
}

/// A document's headings and blocks.
pub fn flatten(markdown: &str) -> Vec<Part> {
    let mut flat = Flat::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        flat.take(event);
    }
    flat.end_block();
    flat.parts
}

#[derive(Default)]
struct Flat {
    parts: Vec<Part>,
    /// The block or heading being read.
    text: String,
    /// The lists we are in, the outermost first; a number is what the next item of an ordered list has.
    lists: Vec<Option<u64>>,
    /// Whether the row being read has a cell before this one.
    in_row: bool,
}

impl Flat {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => self.text.push_str(&text),
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.text.push('\n'),
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Rule => self.end_block(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.end_paragraph(),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.end_paragraph();
                self.text.push_str(FENCE);
                self.text.push('\n');
            }
            Tag::List(first) => {
                // A list inside an item goes on in the item's block.
                if self.lists.is_empty() {
                    self.end_block();
                }
                self.lists.push(*first);
            }
            Tag::Item => self.start_item(),
            Tag::TableRow | Tag::TableHead => {
                self.start_line();
                self.in_row = false;
            }
            Tag::TableCell => {
                if self.in_row {
                    self.text.push_str(" | ");
                }
                self.in_row = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::CodeBlock => {
                self.start_line();
                self.text.push_str(FENCE);
                self.end_paragraph();
            }
            TagEnd::Table => self.end_block(),
            TagEnd::List(_) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.end_block();
                }
            }
            _ => {}
        }
    }

    fn start_item(&mut self) {
        self.start_line();
        let depth = self.lists.len().saturating_sub(1);
        self.text.push_str(&"  ".repeat(depth));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.text.push_str(&number.to_string());
                self.text.push_str(". ");
                *number += 1;
            }
            _ => self.text.push_str("- "),
        }
    }

    fn start_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Inside a list a paragraph only ends a line: the whole list is one block.
    fn end_paragraph(&mut self) {
        if self.lists.is_empty() {
            self.end_block();
        } else {
            self.start_line();
        }
    }

    fn end_block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim_matches('\n').trim_end();
        if !text.trim().is_empty() {
            self.parts.push(Part::Block(text.to_owned()));
        }
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let text = std::mem::take(&mut self.text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.parts.push(Part::Heading(level as usize, text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(markdown: &str, expected: &[&str]) {
        let parts: Vec<String> = flatten(markdown)
            .into_iter()
            .map(|part| match part {
                Part::Heading(level, text) => format!("{} {text}", "#".repeat(level)),
                Part::Block(text) => text,
            })
            .collect();
        assert_eq!(parts, expected);
    }

    #[test]
    fn paragraphs_and_headings_become_text() {
        check(
            "# A *title*\n\nOne\nline, [linked](/x) and `code`.\n\nTwo.",
            &["# A title", "One line, linked and code.", "Two."],
        );
        check("Hard  \nbreak", &["Hard\nbreak"]);
        check("", &[]);
    }

    #[test]
    fn a_list_is_one_block_with_its_marks() {
        check(
            "Before:\n\n1. one\n2. two\n   - deep\n   - deeper\n3. three",
            &["Before:", "1. one\n2. two\n  - deep\n  - deeper\n3. three"],
        );
        check(
            "- loose\n\n- items\n\n  with more",
            &["- loose\n- items\nwith more"],
        );
    }

    #[test]
    fn code_is_kept_line_by_line_and_tables_row_by_row() {
        check(
            "```sh\ncargo run\n  --now\n```\nAfter",
            &["```\ncargo run\n  --now\n```", "After"],
        );
        check(
            "1. Run:\n\n   ```\n   cargo run\n   ```\n2. Look",
            &["1. Run:\n```\ncargo run\n```\n2. Look"],
        );
        check(
            "| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter",
            &["a | b\n1 | 2", "After"],
        );
    }

    #[test]
    fn html_is_left_out_and_image_words_are_kept() {
        check(
            "<script>alert(1)</script>\n\nText <b>bold</b> ![a cat](cat.png)",
            &["Text bold a cat"],
        );
    }
}
