//! That every language says everything, and who is heard before whom.

use std::collections::BTreeSet;

use super::{
    fill::places,
    language::{LANGUAGES, built_in, english},
    names::Line,
};
use crate::{
    policy::{Policy, Text},
    triggers::{ReasonCode, topic::Topic},
};

/// Every reason that can lead to a sentence.
const CODES: [ReasonCode; 24] = [
    ReasonCode::ExplicitRequest,
    ReasonCode::Button,
    ReasonCode::OfferAccepted,
    ReasonCode::Form,
    ReasonCode::TakenOver,
    ReasonCode::Keyword,
    ReasonCode::Repeated,
    ReasonCode::TurnCap,
    ReasonCode::AssistantUnavailable,
    ReasonCode::Promise,
    ReasonCode::PolicyBlock,
    ReasonCode::NoSource,
    ReasonCode::LowConfidence,
    ReasonCode::AskedWhetherHuman,
    ReasonCode::Topic,
    ReasonCode::Frustration,
    ReasonCode::Insult,
    ReasonCode::Urgency,
    ReasonCode::Identity,
    ReasonCode::Approval,
    ReasonCode::NeedsJudgement,
    ReasonCode::HighIntent,
    ReasonCode::Complex,
    ReasonCode::Risk,
];

/// Every text.
const TEXTS: [Text; 31] = [
    Text::Team,
    Text::Calling,
    Text::NobodyIn,
    Text::PassedOn,
    Text::Idle,
    Text::Glad,
    Text::Bye,
    Text::Probe,
    Text::ProbeAgain,
    Text::ProbeWaiting,
    Text::NothingAgain,
    Text::NotSureAgain,
    Text::NoMore,
    Text::Rephrase,
    Text::Noted,
    Text::StillCalling,
    Text::OfferDetails,
    Text::SolvedAsk,
    Text::Solved,
    Text::DetailsTaken,
    Text::TakingOver,
    Text::Joined,
    Text::Lapsed,
    Text::Passing,
    Text::HandedBack,
    Text::Closed,
    Text::Ended,
    Text::Helped,
    Text::NotHelped,
    Text::Opener,
    Text::OpenerPlain,
];

fn policy(toml: &str) -> Policy {
    Policy::from_toml(toml).unwrap()
}

#[test]
fn each_language_says_everything_with_the_same_places() {
    for (tag, _) in LANGUAGES {
        let own = built_in(tag).unwrap();
        let names = |lines: &mut dyn Iterator<Item = (Line, &'static str)>| {
            lines
                .map(|(Line(section, name), text)| {
                    (section, name, places(text).into_iter().collect::<BTreeSet<_>>())
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&mut own.lines()), names(&mut english().lines()), "{tag}");
        for (line, text) in own.lines() {
            assert!(!text.is_empty() && text.trim() == text, "{tag} {line:?}");
        }
    }
}

#[test]
fn each_text_has_a_sentence_and_each_sentence_a_text() {
    let known: BTreeSet<_> = TEXTS.map(|text| super::names::said(text).1).into();
    let english: BTreeSet<_> = english().section("").keys().map(String::as_str).collect();
    assert_eq!(known, english);
}

#[test]
fn each_offer_ends_with_the_question_and_each_lead_with_a_full_stop() {
    let policy = Policy::default();
    for (tag, _) in LANGUAGES {
        let question = policy.offer(ReasonCode::ExplicitRequest, None, Some(tag));
        assert!(question.ends_with('?'), "{tag}");
        for topic in [None].into_iter().chain(Topic::ALL.map(Some)) {
            for code in CODES {
                let (offer, lead) = (
                    policy.offer(code, topic, Some(tag)),
                    policy.lead(code, topic, Some(tag)),
                );
                assert!(offer.ends_with(question), "{tag} {code:?}: {offer}");
                assert!(lead.ends_with('.'), "{tag} {code:?}: {lead}");
            }
        }
    }
}

#[test]
fn a_reason_is_named_as_in_decisions_and_a_topic_says_more_than_its_reason() {
    for code in CODES {
        let name = super::names::of(code);
        let wire = serde_json::to_value(code).unwrap();
        assert!(wire == name || name == "explicit_request", "{code:?}");
    }
    let policy = Policy::default();
    let fraud = Some(Topic::FraudSecurity);
    assert_eq!(
        policy.lead(ReasonCode::Topic, fraud, None),
        "This needs a person's eyes right away."
    );
    assert_eq!(policy.lead(ReasonCode::Button, fraud, None), "Of course.");
    assert_eq!(
        policy.lead(ReasonCode::Topic, None, None),
        "A person should look at this."
    );
}

#[test]
fn the_nearest_language_is_spoken_and_english_where_none_is_near() {
    let policy = Policy::default();
    for (locale, joined) in [
        (None, "{name} has joined."),
        (Some("en-GB"), "{name} has joined."),
        (Some("pt-BR"), "{name} entrou na conversa."),
        (Some("DE_at"), "{name} ist jetzt da."),
        (Some("zh-Hant-TW"), "{name} has joined."),
        (Some(""), "{name} has joined."),
        (Some("de🙂"), "{name} has joined."),
    ] {
        assert_eq!(policy.text(Text::Joined, locale), joined, "{locale:?}");
    }
    let long = "x-".repeat(100_000);
    assert_eq!(policy.text(Text::Joined, Some(&long)), "{name} has joined.");
}

#[test]
fn the_owner_is_heard_before_baton_and_the_nearer_before_the_wider() {
    let policy = policy(
        r#"
        texts.en.joined = "{name} is here."
        texts.pt.joined = "{name} chegou."
        texts.pt-BR.closed = "Tchau."
        texts.de.lead = { keyword = "" }
        texts.de.offer_about.refund = "Geld?"
        "#,
    );
    for (text, locale, said) in [
        (Text::Joined, Some("en-US"), "{name} is here."),
        (Text::Joined, Some("de"), "{name} ist jetzt da."),
        (Text::Joined, Some("pt-br"), "{name} chegou."),
        (Text::Joined, Some("ja"), "{name} is here."),
        (Text::Closed, Some("pt-BR"), "Tchau."),
        (
            Text::Closed,
            Some("pt-PT"),
            "{name} encerrou esta conversa. Escreva aqui para recomeçar.",
        ),
    ] {
        assert_eq!(policy.text(text, locale), said, "{text:?} {locale:?}");
    }
    assert_eq!(policy.lead(ReasonCode::Keyword, None, Some("de")), "");
    assert_eq!(
        policy.offer(ReasonCode::Topic, Some(Topic::Refund), Some("de")),
        "Geld?"
    );
}

#[test]
fn a_team_is_named_in_the_visitors_language_where_that_is_known() {
    let default = Policy::default();
    let id = &default.queue.id;
    assert_eq!(
        default.queue.name,
        default.text(Text::Team, None),
        "one name for the nameless"
    );
    assert_eq!(default.team(id, "the team", Some("fr-CA")), "notre équipe");
    let own = policy(r#"queue = { name = "the shop", names = { de = "der Laden" } }"#);
    assert_eq!(own.team(id, "the shop", Some("de-CH")), "der Laden");
    assert_eq!(own.team(id, "the shop", Some("fr")), "the shop");
}
