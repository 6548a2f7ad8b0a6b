//! What owners write, and what they read back when it cannot be meant.

use super::*;
use crate::conversation::Page;

/// The problems of a TOML policy, each as one line.
fn problems(toml: &str) -> Vec<String> {
    match Policy::from_toml(toml) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[track_caller]
fn refused(toml: &str, all: &[&str]) {
    let said = problems(toml);
    assert_eq!(said, all, "{toml}");
}

fn json(text: &str) -> Result<Policy, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

#[test]
fn the_default_is_complete_and_has_no_problem() {
    let policy = Policy::default();
    assert_eq!(policy.problems(), []);
    assert_eq!(policy.topics.len(), Topic::ALL.len());
    assert_eq!(policy.thresholds.offer_below, 45);
    assert_eq!(
        policy.topic(Topic::FraudSecurity).map(|rule| rule.priority),
        Some(1)
    );
    assert!(policy.triggers.approval && policy.help_while_waiting);
}

#[test]
fn an_owner_says_only_what_differs() {
    let policy = Policy::from_toml(
        r#"
        help_while_waiting = false
        thresholds.offer_below = 55
        times = { lease_ms = 60_000 }
        triggers.mood = false
        topics.refund = { then = "escalate", queue = "billing" }
        [[queues]]
        id = "billing"
        name = "the billing team"
        quiet = "20:00-07:00"
        [[keywords]]
        phrase = "make an exception"
        then = "offer"
        because = "needs_judgement"
        "#,
    )
    .unwrap();
    let mut expected = Policy {
        help_while_waiting: false,
        ..Policy::default()
    };
    expected.thresholds.offer_below = 55;
    expected.times.lease_ms = 60_000;
    expected.triggers.mood = false;
    let billing = QueueId::new("billing").unwrap();
    let refund = expected.topics.get_mut(&Topic::Refund).unwrap();
    (refund.then, refund.queue) = (TopicThen::Escalate, Some(billing.clone()));
    expected.queues = vec![Queue {
        id: billing,
        name: "the billing team".into(),
        names: BTreeMap::new(),
        quiet: Quiet::parse("20:00-07:00"),
    }];
    expected.keywords = vec![Keyword {
        phrase: "make an exception".into(),
        then: Then::Offer,
        queue: None,
        because: Some(Because::NeedsJudgement),
    }];
    assert_eq!(policy, expected);
}

#[test]
fn everything_that_is_wrong_is_said_at_once_with_what_would_be_right() {
    refused(
        r#"
        version = 2
        colour = "red"
        help_while_waiting = "yes"
        [[queues]]
        id = "general"
        name = ""
        quiet = "8-20"
        [[keywords]]
        phrase = "!?"
        queue = "bilingo"
        [[keywords]]
        then = "ofer"
        [topics]
        refunds = { then = "offer" }
        legal = { then = "ask", offer_below = 101, priority = 10 }
        [thresholds]
        offer_bellow = 40
        offer_below = 101
        offer_after_failures = 5
        mood_offer_from = 90
        [times]
        lease_ms = 0
        alert_ms = "soon"
        "#,
        &[
            "`version` must be 1: this Baton reads no other version of the format",
            "`queues.0.name` must not be empty",
            "`queues.0.quiet` must be two times of a day, such as \"20:00-07:00\"",
            "`keywords.1.phrase` is missing: the words that the visitor writes",
            "`keywords.1.then` must be \"escalate\" or \"offer\", not \"ofer\"; did you mean \"offer\"?",
            "`topics.legal.then` must be \"answer_first\" or \"offer\" or \"escalate\", not \"ask\"",
            "`topics.legal.offer_below` must be a whole number from 0 to 100 (percent), not 101",
            "`topics.legal.priority` must be a whole number from 0 to 9 (steps), not 10",
            "`topics.refunds` is no setting; did you mean `refund`?",
            "`thresholds.offer_below` must be a whole number from 0 to 100 (percent), not 101",
            "`thresholds.offer_bellow` is no setting; did you mean `offer_below`?",
            "`times.alert_ms` must be a whole number from 1 to 31536000000 (milliseconds), not a text",
            "`times.lease_ms` must be a whole number from 1 to 31536000000 (milliseconds), not 0",
            "`help_while_waiting` must be true or false, not a text",
            "`colour` is no setting; here are version, queue, queues, keywords, entities, intake, pages, topics, triggers, thresholds, times, help_while_waiting and 1 more",
            "`queues.0.id` must be its own: there is a queue \"general\" already",
            "`keywords.0.queue` names no queue of this policy (\"bilingo\"); there are: general",
            "`keywords.0.phrase` must have at least one word in it",
            "`thresholds.offer_after_failures` must be at most thresholds.escalate_after_failures: 5 is more than 3",
            "`thresholds.mood_offer_from` must be at most thresholds.mood_escalate_from: 90 is more than 85",
        ],
    );
}

#[test]
fn what_is_offered_below_lies_above_what_is_called_below() {
    refused(
        "thresholds.escalate_below = 44\ntopics.refund.offer_below = 43",
        &[
            "`topics.refund.offer_below` must be at least thresholds.escalate_below: below that a person is called, not offered",
        ],
    );
}

#[test]
fn one_thing_said_twice_is_said_once_too_often() {
    refused(
        "keywords = [{ phrase = \"Legal notice\" }, { phrase = \"LEGAL  notice!\", then = \"offer\" }]",
        &["`keywords.1.phrase` is listed already, as keywords.0"],
    );
    let twice = json(r#"{"times": {"lease_ms": 1, "lease_ms": 2}}"#).unwrap_err();
    assert!(twice.contains("`lease_ms` stands there twice"), "{twice}");
}

#[test]
fn a_text_is_known_and_has_only_what_is_filled_in_and_a_new_language_is_whole() {
    refused(
        "texts.en = { calling = \"{teem} and {team}\", callin = \"\", lead = { keyword = \"{team}\" }, closed = \"\" }",
        &[
            "`texts.en.calling` has {teem} in it, which is not filled in here; what is: {team}",
            "`texts.en.closed` must not be empty",
            "`texts.en.lead.keyword` has {team} in it, which is not filled in here; what is: nothing",
            "`texts.en.callin` is no setting; did you mean `calling`?",
        ],
    );
    let said = problems("texts.sv.joined = \"{name} är här.\"").join("\n");
    assert!(
        said.starts_with("`texts.sv` is a language of which Baton has no words of its own"),
        "{said}"
    );
    assert!(said.contains("calling") && !said.contains("joined"), "{said}");
    refused(
        "texts.calling = \"Hi.\"",
        &["`texts.calling` must be a table of settings, not a text"],
    );
}

#[test]
fn what_is_no_toml_is_shown_its_line() {
    let said = problems("version = 1\n\n[times\nlease_ms = 1");
    assert!(said[0].starts_with("`line 3` is not TOML: "), "{said:?}");
    refused(
        "times = 1979-05-27",
        &["`times` must be a table of settings, not a date"],
    );
}

#[test]
fn one_content_has_one_hash_however_it_is_written() {
    let toml = Policy::from_toml("help_while_waiting = false\n[times]\nlease_ms = 9\nturn_ms = 8").unwrap();
    let partial =
        json(r#"{"times":{"turn_ms":8,"lease_ms":9},"queue":null,"help_while_waiting":false}"#).unwrap();
    let whole = json(&serde_json::to_string(&toml).unwrap()).unwrap();
    assert_eq!((&toml, &toml), (&partial, &whole));
    assert_eq!([toml.hash(), toml.hash()], [partial.hash(), whole.hash()]);
    let others = [
        "",
        "times.lease_ms = 9",
        "triggers.caps = false",
        "keywords = [{ phrase = \"a\" }]",
        "keywords = [{ phrase = \"b\" }]",
        "texts.de.joined = \"Da.\"",
    ];
    let mut hashes: Vec<_> = others
        .iter()
        .map(|text| Policy::from_toml(text).unwrap().hash())
        .chain([toml.hash()])
        .collect();
    hashes.sort();
    hashes.dedup();
    assert_eq!(hashes.len(), others.len() + 1);
    assert!(hashes.iter().all(|hash| hash.len() == 16));
}

#[test]
fn an_owners_own_words_survive_the_wire() {
    let policy = Policy::from_toml(
        "texts.PT_br.lead.keyword = \"Certo.\"\ntexts.en.joined = \"{name} came.\"\nqueue.names.DE = \"das Team\"",
    )
    .unwrap();
    assert_eq!(json(&serde_json::to_string(&policy).unwrap()).unwrap(), policy);
}

#[test]
fn what_is_right_of_a_stored_policy_still_counts() {
    let stored: Tree = serde_json::from_str(r#"{"gone": 1, "times": {"lease_ms": 7}}"#).unwrap();
    let (policy, problems) = Policy::read(&stored);
    assert_eq!((policy.times.lease_ms, problems.len()), (7, 1));
    assert!(Policy::from_tree(&stored).is_err());
}

#[test]
fn what_is_gathered_for_the_brief_is_read_and_what_cannot_be_meant_is_refused() {
    let policy = Policy::from_toml(
        r#"
        [[entities]]
        name = "Serial number"
        pattern = "SN-####"
        [[intake]]
        ask = "Which device?"
        asks = { de = "Welches Gerät?" }
        kind = "Serial number"
        [pages]
        drop_query = true
        hide = ["/account/"]
        "#,
    )
    .unwrap();
    assert_eq!(policy.intake[0].text(Some("de-AT")), "Welches Gerät?");
    assert_eq!(policy.intake[0].text(Some("fr")), "Which device?");
    let page = |url: &str| Page {
        url: url.to_owned(),
        title: "Title".to_owned(),
        referrer: "https://a.example/find?q=secret#x".to_owned(),
    };
    let kept = policy
        .pages
        .kept(page("https://a.example/account/orders?token=1"));
    assert_eq!(
        (kept.url.as_str(), kept.title.as_str()),
        ("https://a.example/…", "")
    );
    assert_eq!(kept.referrer, "https://a.example/find");
    let kept = policy.pages.kept(page("https://a.example/accounts#top"));
    assert_eq!(
        (kept.url.as_str(), kept.title.as_str()),
        ("https://a.example/accounts", "Title")
    );
    let as_is = page("https://a.example/account/?a=1");
    assert_eq!(Policy::default().pages.kept(as_is.clone()), as_is);
    refused(
        r#"
        [[entities]]
        name = "Serial"
        pattern = "SN-{3}"
        [[intake]]
        kind = "ordr"
        [[intake]]
        ask = "Order?"
        kind = "ordr"
        queue = "biling"
        [pages]
        hide = ["account", 7]
        "#,
        &[
            "`entities.0.pattern` has `{` where nothing is repeated: it follows `#`, `@` or `*`",
            "`intake.0.ask` is missing: the question",
            "`pages.hide.1` must be a text of 1 to 200 characters",
            "`intake.1.queue` names no queue of this policy (\"biling\"); there are: general",
            "`intake.0.kind` is nothing that is captured (\"ordr\"); did you mean \"order\"?",
            "`intake.1.kind` is nothing that is captured (\"ordr\"); did you mean \"order\"?",
            "`pages.hide.0` must begin with \"/\": \"account\" is no path",
        ],
    );
}

#[test]
fn what_the_first_team_has_of_its_own_no_other_inherits() {
    let policy = Policy::from_toml(
        "[queue]\nnames = { de = \"unser Team\" }\nquiet = \"20:00-07:00\"\n[[queues]]\nid = \"night\"\nname = \"the night team\"",
    );
    let night = &policy.unwrap().queues[0];
    assert_eq!((night.quiet, night.names.len()), (None, 0));
}
