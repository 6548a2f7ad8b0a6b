//! Whether the brief that an agent gets claims only what was said: dialogues of other people, fed through a real edge with a
//! scripted model that speaks the assistant's part. `cargo xtask evaluate handovers` runs it: `handovers FILE…`.
//!
//! Each dialogue ends with a call for a person if none came before. An agent then opens it, and the brief is looked at as it
//! arrived on their line: what it claims, how many lines it has, and whether it says why the person was called.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use lab::lines::{self, Turn};
use serde::Deserialize;
use serde_json::json;
use shared::brief::{self, Label};
use shared::protocol::VisitorFrame;
use shared::triggers::ReasonCode;
use tests::client::{AgentClient, VisitorClient};
use tests::edge::{Document, SITE, TestEdge};
use tests::model::{ModelServer, Reply};
use tests::wait::must;

/// How long a turn may take before the next message goes out regardless.
const PATIENCE: Duration = Duration::from_secs(10);
/// Lines of a brief: enough to know, few enough to read in ten seconds.
const LINES: std::ops::RangeInclusive<usize> = 5..=10;
/// Flaws are shown in full up to this many.
const SHOWN: usize = 20;

/// A dialogue, or one message that stands for one.
#[derive(Debug, Deserialize)]
struct Dialogue {
    #[serde(default)]
    turns: Vec<Turn>,
    #[serde(default)]
    text: String,
}

/// What was found.
#[derive(Default)]
struct Found {
    dialogues: usize,
    messages: usize,
    refused: usize,
    called_before_the_end: usize,
    lines: Vec<usize>,
    flaws: Vec<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let model = ModelServer::start().await;
    let edge = TestEdge::with_model(&model);
    // People's words come as fast as they are read here; the site's other rules are the usual ones.
    let created = edge
        .put_site_settings(
            SITE,
            &json!({ "name": "Shop", "origins": ["https://shop.example"] }),
        )
        .await;
    let owner = edge
        .set_up_owner(&created, "Ada", "ada@shop.example", "correct horse battery")
        .await;
    let mut found = Found::default();
    for file in std::env::args_os().skip(1) {
        let file = Path::new(&file);
        let dialogues = must(
            "a file of dialogues",
            lines::read::<Dialogue>(file, "`turns` or `text`"),
        );
        for (number, dialogue) in dialogues {
            let place = format!("{}:{number}", file.display());
            let mut visitor = lives(&edge, &model, dialogue, &mut found).await;
            let pressed = visitor.state.case.is_none();
            if pressed {
                visitor.presses_person().await;
            } else {
                found.called_before_the_end += 1;
            }
            let agent = AgentClient::opens(&edge, &owner, "ada", &visitor.key.conversation).await;
            found.look(&agent, pressed, &place);
        }
    }
    print!("{}", found.told());
    ExitCode::from(u8::from(!found.flaws.is_empty()))
}

/// A visitor who lives through a dialogue; the site's only page says what its assistant said.
async fn lives(edge: &TestEdge, model: &ModelServer, dialogue: Dialogue, found: &mut Found) -> VisitorClient {
    let alone = Turn {
        role: "user".to_owned(),
        text: dialogue.text,
    };
    let turns = dialogue.turns.into_iter().chain([alone]);
    let turns: Vec<Turn> = turns.filter(|turn| !turn.text.trim().is_empty()).collect();
    let page = page_of(&turns);
    let page = Document {
        url: "https://shop.example/help",
        title: "Help",
        markdown: &page,
    };
    edge.put_documents(SITE, &[page]).await;
    let mut visitor = VisitorClient::arrives(edge, SITE).await;
    found.dialogues += 1;
    for (at, turn) in turns.iter().enumerate().filter(|(_, turn)| turn.role == "user") {
        let answer = turns.get(at + 1).filter(|next| next.role != "user");
        model.always(Reply::text(
            answer.map_or("I do not know.", |answer| &answer.text),
        ));
        let text = turn.text.chars().take(4_000).collect();
        match visitor.asks(|id| VisitorFrame::Say { id, text }).await {
            Ok(_) => found.messages += 1,
            Err(_) => found.refused += 1,
        }
        let rests = visitor.until("the turn's end", |visitor| {
            (visitor.state.turn.is_none() && visitor.state.unanswered.is_empty()).then_some(())
        });
        // Nobody answers while a person is called, unless the policy says so: then the wait runs out.
        let _ = tokio::time::timeout(PATIENCE, rests).await;
    }
    visitor
}

/// What the assistant says in the dialogue, each part under what it was said to.
fn page_of(turns: &[Turn]) -> String {
    let sections = turns
        .windows(2)
        .filter(|pair| pair[0].role == "user" && pair[1].role != "user");
    let plain = |text: &str| text.replace(['#', '\n', '|', '`'], " ");
    let section = |pair: &[Turn]| {
        let heading: String = plain(&pair[0].text).chars().take(80).collect();
        format!("## {heading}\n\n{}\n\n", plain(&pair[1].text))
    };
    sections
        .map(section)
        .fold("# Help\n\nHow can we help?\n\n".to_owned(), |page, section| {
            page + section.as_str()
        })
}

impl Found {
    fn look(&mut self, agent: &AgentClient, pressed: bool, place: &str) {
        let Some(case) = &agent.state.case else {
            return self.flaws.push(format!("{place}: no escalation"));
        };
        let flaws = brief::flaws(&agent.state, &case.brief);
        self.flaws
            .extend(flaws.iter().map(|field| format!("{place}: {field}")));
        let lines = brief::lines(&agent.state, case);
        if !LINES.contains(&lines.len()) {
            self.flaws.push(format!("{place}: {} lines", lines.len()));
        }
        self.lines.push(lines.len());
        for line in &lines {
            if let Some(quote) = brief::unsaid(&agent.state, line) {
                self.flaws
                    .push(format!("{place}: “{quote}” in {}", line.label.words()));
            }
        }
        let says_why = lines
            .iter()
            .any(|line| line.label == Label::Why && line.text.is_some());
        let button = case
            .decision
            .reasons
            .iter()
            .any(|reason| reason.code == ReasonCode::Button);
        if !says_why || button != pressed {
            let codes: Vec<ReasonCode> = case.decision.reasons.iter().map(|reason| reason.code).collect();
            self.flaws
                .push(format!("{place}: called for {codes:?}, pressed: {pressed}"));
        }
    }

    fn told(&self) -> String {
        let (least, most) = (
            self.lines.iter().min().unwrap_or(&0),
            self.lines.iter().max().unwrap_or(&0),
        );
        let mut text = format!(
            "{} dialogues over a real edge: {} messages, {} refused\n  called before the end  {}\n  lines of a brief       {least} to {most}\n  flaws                  {}\n",
            self.dialogues,
            self.messages,
            self.refused,
            self.called_before_the_end,
            self.flaws.len(),
        );
        for flaw in self.flaws.iter().take(SHOWN) {
            text.extend([
                "  ", flaw, "
",
            ]);
        }
        text
    }
}
