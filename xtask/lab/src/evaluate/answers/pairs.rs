//! Documents and the questions about them lie in two files with one stem.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::fault::{Fault, Outcome};
use crate::lines;

const DOCUMENTS: &str = ".documents.jsonl";
const QUESTIONS: &str = ".questions.jsonl";

/// A page of somebody's knowledge.
#[derive(Debug, Clone, Deserialize)]
pub struct Document {
    pub doc_id: String,
    pub title: String,
    /// What the page is about, where its title alone does not say so.
    #[serde(default)]
    pub entity: Option<String>,
    #[serde(default)]
    pub text: String,
    /// All there is of some pages: what people asked when this was the answer.
    #[serde(default)]
    pub example_questions: Vec<String>,
}

/// A real question.
#[derive(Debug, Clone, Deserialize)]
pub struct Question {
    pub text: String,
    pub answerable: bool,
    #[serde(default)]
    pub gold_doc_ids: Vec<String>,
    pub lang: String,
    pub source: String,
}

/// Some knowledge and questions to it.
#[cfg_attr(
    not(feature = "answers"),
    expect(dead_code, reason = "read for their faults alone")
)]
pub struct Pair {
    /// The name of the questions' file.
    pub name: String,
    /// The knowledge.
    pub documents: Vec<Document>,
    /// The questions, with the numbers of their lines.
    pub questions: Vec<(usize, Question)>,
}

/// Reads each pair once, whichever of its two files was named.
pub fn pairs(files: &[PathBuf]) -> Outcome<Vec<Pair>> {
    let mut stems = files.iter().map(|file| stem(file)).collect::<Outcome<Vec<_>>>()?;
    stems.sort();
    stems.dedup();
    stems.iter().map(|stem| pair(stem)).collect()
}

fn stem(file: &Path) -> Outcome<String> {
    let name = file.display().to_string();
    [DOCUMENTS, QUESTIONS]
        .iter()
        .find_map(|ending| name.strip_suffix(ending).map(str::to_owned))
        .ok_or_else(|| {
            Fault::new(format!(
                "{name} is neither of a pair: name X{DOCUMENTS} or X{QUESTIONS}, and have both"
            ))
        })
}

fn pair(stem: &str) -> Outcome<Pair> {
    let questions = PathBuf::from(format!("{stem}{QUESTIONS}"));
    let documents: Vec<(usize, Document)> = lines::read(
        Path::new(&format!("{stem}{DOCUMENTS}")),
        "`doc_id`, `title`, and `text` or `example_questions`",
    )?;
    Ok(Pair {
        name: questions
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        documents: documents.into_iter().map(|(_, document)| document).collect(),
        questions: lines::read(&questions, "`text`, `answerable`, `lang` and `source`")?,
    })
}
