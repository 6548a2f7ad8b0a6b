//! Which sentences there are, and by which names owners find them.

use crate::triggers::ReasonCode;

/// The sections of sentences that open an escalation: by reason, by topic.
pub(super) const LEAD: [&str; 2] = ["lead", "lead_about"];
/// The sections of sentences that offer a person: by reason, by topic.
pub(super) const OFFER: [&str; 2] = ["offer", "offer_about"];
/// The section without a name: what is said on other occasions.
pub(super) const SAID: &str = "";

/// One sentence: its section and its name there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line(pub &'static str, pub &'static str);

/// What is said on one occasion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// What a team is called that the owner gave no name.
    Team,
    /// A person is called, and somebody is there to come.
    Calling,
    /// A person is called, and nobody is there now.
    NobodyIn,
    /// A person is called, and it is not known who is there.
    PassedOn,
    /// The visitor greeted, or said something else that asks for nothing.
    Idle,
    /// The visitor thanked for an answer.
    Glad,
    /// The visitor took leave.
    Bye,
    /// The visitor asked whether they talk to a person: the honest answer, with an offer.
    Probe,
    /// The same again, when a person was offered for that before.
    ProbeAgain,
    /// The same, when a person is called already.
    ProbeWaiting,
    /// Nothing was found again, and a person was offered for that before.
    NothingAgain,
    /// Not sure again, and a person was offered for that before.
    NotSureAgain,
    /// No answer may be given, and a person was offered for that before.
    NoMore,
    /// The visitor said that the last answer was wrong, and nothing else.
    Rephrase,
    /// The visitor wrote while waiting, and the pages hold nothing on it.
    Noted,
    /// The visitor asked for a person again while one is called already.
    StillCalling,
    /// Nobody came for long: the visitor may leave an address.
    OfferDetails,
    /// The visitor who waits said that it is solved: whether the team is to hear of it.
    SolvedAsk,
    /// They said yes.
    Solved,
    /// The visitor left an address.
    DetailsTaken,
    /// A member takes over from the assistant without having been called.
    TakingOver,
    /// A member took the floor.
    Joined,
    /// The member did not reply in time.
    Lapsed,
    /// The member passed it to another team or member.
    Passing,
    /// The member gave the floor back.
    HandedBack,
    /// The conversation was closed.
    Closed,
    /// The visitor ended the chat.
    Ended,
    /// The visitor said that it helped.
    Helped,
    /// The visitor said that it did not.
    NotHelped,
    /// What a member is proposed to begin with, where the visitor said what they want.
    Opener,
    /// The same, where they have not.
    OpenerPlain,
}

/// Where a text is found.
pub(super) fn said(text: Text) -> Line {
    Line(
        SAID,
        match text {
            Text::Team => "team",
            Text::Calling => "calling",
            Text::NobodyIn => "nobody_in",
            Text::PassedOn => "passed_on",
            Text::Idle => "idle",
            Text::Glad => "glad",
            Text::Bye => "bye",
            Text::Probe => "probe",
            Text::ProbeAgain => "probe_again",
            Text::ProbeWaiting => "probe_waiting",
            Text::NothingAgain => "nothing_again",
            Text::NotSureAgain => "not_sure_again",
            Text::NoMore => "no_more",
            Text::Rephrase => "rephrase",
            Text::Noted => "noted",
            Text::StillCalling => "still_calling",
            Text::OfferDetails => "offer_details",
            Text::SolvedAsk => "solved_ask",
            Text::Solved => "solved",
            Text::DetailsTaken => "details_taken",
            Text::TakingOver => "taking_over",
            Text::Joined => "joined",
            Text::Lapsed => "lapsed",
            Text::Passing => "passing",
            Text::HandedBack => "handed_back",
            Text::Closed => "closed",
            Text::Ended => "ended",
            Text::Helped => "helped",
            Text::NotHelped => "not_helped",
            Text::Opener => "opener",
            Text::OpenerPlain => "opener_plain",
        },
    )
}

/// The name of a reason's sentence. No catch-all: whoever adds a reason says it in every language. Ways of asking for a
/// person are one to whoever is called for.
pub(super) fn of(code: ReasonCode) -> &'static str {
    match code {
        ReasonCode::ExplicitRequest
        | ReasonCode::Button
        | ReasonCode::OfferAccepted
        | ReasonCode::TakenOver => "explicit_request",
        ReasonCode::Form => "form",
        ReasonCode::Keyword => "keyword",
        ReasonCode::Repeated => "repeated",
        ReasonCode::TurnCap => "turn_cap",
        ReasonCode::AssistantUnavailable => "assistant_unavailable",
        ReasonCode::Promise => "promise",
        ReasonCode::PolicyBlock => "policy_block",
        ReasonCode::NoSource => "no_source",
        ReasonCode::LowConfidence => "low_confidence",
        ReasonCode::AskedWhetherHuman => "asked_whether_human",
        ReasonCode::Topic => "topic",
        ReasonCode::Frustration => "frustration",
        ReasonCode::Insult => "insult",
        ReasonCode::Urgency => "urgency",
        ReasonCode::Identity => "identity",
        ReasonCode::Approval => "approval",
        ReasonCode::NeedsJudgement => "needs_judgement",
        ReasonCode::HighIntent => "high_intent",
        ReasonCode::Complex => "complex",
        ReasonCode::Risk => "risk",
    }
}

/// Whether the topic says more about this reason than the reason alone.
pub(super) fn is_about(code: ReasonCode) -> bool {
    code == ReasonCode::Topic
}
