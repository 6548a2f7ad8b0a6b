//! The demo's pages, asked as strangers ask: is the first passage quoted the one that answers, and is a person offered where no
//! page answers? On the real edge, whole: pages cut and indexed, words looked up, a passage chosen and weighed.
//!
//! The floors lie a little under what was reached, so that a change that costs much is seen. Who lowers one says why.

use std::collections::BTreeSet;

use shared::conversation::Event;
use tests::client::VisitorClient;
use tests::edge::{Document, SITE, TestEdge};
use xtask::layout::Layout;
use xtask::serve::docs::{self, Page};

/// The questions, each with the sections that may answer it.
const QUESTIONS: &str = include_str!("demo/questions.txt");
/// Percent of the questions that the pages answer whose first passage must be right.
const RIGHT_FROM: usize = 85;
/// Percent of the others that must not be answered.
const KEPT_FROM: usize = 90;
/// Where the pages are.
const DOCS: &str = "https://baton.example/docs/";
/// So many characters, listings aside, are an answer at most: about 70 words.
const LONGEST: usize = 430;

/// A line of the table.
struct Question {
    /// `PAGE#ANCHOR` of each section that answers it; none when no page does.
    sections: Vec<&'static str>,
    text: &'static str,
}

fn questions() -> Vec<Question> {
    let lines = QUESTIONS.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(" | "))
        .map(|(sections, text)| Question {
            sections: sections.split(' ').filter(|section| *section != "-").collect(),
            text,
        })
        .collect()
}

/// What became of a question: the quoted section and its words, or nothing.
async fn ask(edge: &TestEdge, question: &str) -> Option<(String, String)> {
    let mut visitor = VisitorClient::arrives(edge, SITE).await;
    let said = visitor.says(question).await;
    let ended = |event: &Event<_>| match event {
        Event::Answered { text, sources, .. } => {
            let section = sources.first().and_then(|source| source.url.strip_prefix(DOCS));
            Some(section.map(|section| (section.to_owned(), text.clone())))
        }
        Event::Offered { .. } | Event::Passed { .. } | Event::Escalated { .. } => Some(None),
        _ => None,
    };
    visitor.sees("the turn's end", said, ended).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_answers_strangers_and_offers_a_person_where_no_page_does() {
    let pages = docs::read(&Layout::here()).expect("the pages can be read");
    let pages: Vec<&Page> = pages.iter().filter(|page| page.is_knowledge()).collect();
    let edge = TestEdge::start();
    edge.put_site(SITE, &["https://shop.example"]).await;
    let addresses: Vec<String> = pages.iter().map(|page| format!("{DOCS}{}", page.name)).collect();
    let documents: Vec<Document<'_>> = pages
        .iter()
        .zip(&addresses)
        .map(|(page, address)| Document {
            url: address,
            title: &page.title,
            markdown: &page.markdown,
        })
        .collect();
    edge.put_documents(SITE, &documents).await;

    let (mut answerable, mut right, mut others, mut kept) = (0, 0, 0, 0);
    let mut misses = Vec::new();
    for Question { sections, text } in questions() {
        let answer = ask(&edge, text).await;
        let quoted = answer.as_ref().map(|(section, _)| section.as_str());
        if let Some((_, words)) = &answer {
            let sentences: usize = words
                .split("```")
                .step_by(2)
                .map(|part| part.chars().count())
                .sum();
            assert!(sentences <= LONGEST, "{text} is answered at length: {words}");
        }
        let fits = quoted.is_some_and(|quoted| sections.contains(&quoted));
        if sections.is_empty() {
            others += 1;
            kept += usize::from(quoted.is_none());
        } else {
            answerable += 1;
            right += usize::from(fits);
        }
        if !fits && (quoted.is_some() || !sections.is_empty()) {
            misses.push(format!("{text}: {}", quoted.unwrap_or("nothing")));
        }
    }
    let told = format!(
        "{right} of {answerable} right, {kept} of {others} kept from an answer\n{}",
        misses.join("\n")
    );
    println!("{told}");
    assert!(right * 100 >= RIGHT_FROM * answerable, "{told}");
    assert!(kept * 100 >= KEPT_FROM * others, "{told}");
}

#[test]
fn the_table_names_sections_that_there_are() {
    let pages = docs::read(&Layout::here()).expect("the pages can be read");
    let anchor = |heading: &str| -> String {
        let kept = heading
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        kept.collect::<String>().replace(' ', "-").to_lowercase()
    };
    let known: BTreeSet<String> = pages
        .iter()
        .flat_map(|page| {
            let headings = page.markdown.lines().filter_map(|line| line.strip_prefix("## "));
            headings.map(move |heading| format!("{}#{}", page.name, anchor(heading)))
        })
        .collect();
    for Question { sections, text } in questions() {
        for section in sections {
            assert!(known.contains(section), "{text}: there is no {section}");
        }
    }
}
