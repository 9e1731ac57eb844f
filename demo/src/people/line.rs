//! The shape of one line of a caseload file: ten kinds, each with the same five keys first (`k`, `id`, `c`, `p`, `at`) and
//! then its own, in a fixed order. It must not know how people are invented.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use super::values::{By, Condition, DOMAINS, Domain, GoalState, Mode, ReferralStatus, Stage};

/// What every line carries after its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The record itself. A second line with the same id is a later save of the same record.
    pub id: Uuid,
    /// The client it belongs to; a client's own line carries its own id here.
    pub c: Uuid,
    /// The record it hangs under (a note under its contact, a step under its goal), if any.
    pub p: Option<Uuid>,
    /// When it happened, whole seconds, UTC.
    pub at: DateTime<Utc>,
}

/// One kind's own fields behind the common head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry<T> {
    /// The five common keys, less the kind.
    #[serde(flatten)]
    pub head: Head,
    /// The kind's own keys.
    #[serde(flatten)]
    pub fields: T,
}

/// One line of a caseload file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "k", rename_all = "lowercase")]
pub enum Line {
    /// A person on the caseload.
    Client(Entry<Client>),
    /// A meeting, a call or a text, held or missed.
    Contact(Entry<Contact>),
    /// What the link worker wrote about a contact.
    Note(Entry<Note>),
    /// One sitting of the whole-life conversation.
    Assessment(Entry<Assessment>),
    /// One domain of an assessment.
    Answer(Entry<Answer>),
    /// What a client wants, in the client's words.
    Goal(Entry<Goal>),
    /// Who does what towards a goal.
    Step(Entry<Step>),
    /// How a goal is going, 0 to 10, with words.
    Checkin(Entry<CheckIn>),
    /// An onward referral to a service.
    Referral(Entry<Referral>),
    /// What became of a referral, and when.
    Refstatus(Entry<RefStatus>),
}

impl Line {
    /// The keys every line has.
    pub fn head(&self) -> &Head {
        match self {
            Self::Client(entry) => &entry.head,
            Self::Contact(entry) => &entry.head,
            Self::Note(entry) => &entry.head,
            Self::Assessment(entry) => &entry.head,
            Self::Answer(entry) => &entry.head,
            Self::Goal(entry) => &entry.head,
            Self::Step(entry) => &entry.head,
            Self::Checkin(entry) => &entry.head,
            Self::Referral(entry) => &entry.head,
            Self::Refstatus(entry) => &entry.head,
        }
    }

    /// Compact JSON, keys in the fixed order, no line break.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a line is plain data with string keys")
    }
}

/// A person on the caseload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// Full name, as the person writes it.
    pub name: String,
    /// Year of birth, 1940 to 1980.
    pub born: i32,
    /// Number of the practice, 1 to 11.
    pub practice: u32,
    /// The long-term condition that opened the door to the service.
    pub condition: Condition,
    /// Whether the person agreed to take part.
    pub consent: bool,
    /// Length of the journey in calendar months, 6 to 48.
    pub months: u32,
}

/// A meeting, a call or a text, held or missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// How it was held or tried.
    pub mode: Mode,
    /// Minutes, in fives, 5 to 90.
    pub mins: u32,
    /// Whether the two spoke (or texted) as planned.
    pub kept: bool,
}

/// What the link worker wrote about a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The note, 80 to 200 words when whole.
    pub body: String,
}

/// One sitting of the whole-life conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Name of the instrument.
    pub tool: String,
    /// Its version.
    pub ver: u32,
    /// Still being talked through, or settled.
    pub state: Stage,
}

/// One domain of an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The part of life asked about.
    pub domain: Domain,
    /// 1 (hardest) to 5 (as good as the person wants it).
    pub score: u32,
    /// Why, in the client's words; may be empty while the conversation goes on.
    pub comment: String,
}

/// What a client wants, in the client's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// The client's wording, in the client's language.
    pub title: String,
    /// Where it stands.
    pub state: GoalState,
}

/// Who does what towards a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Place in the plan, from 0.
    pub seq: u32,
    /// Who does what.
    pub title: String,
    /// Ticked.
    pub done: bool,
}

/// How a goal is going, 0 to 10, with words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// Who wrote it.
    pub by: By,
    /// 0 (not at all) to 10 (there).
    pub score: u32,
    /// A few words with it.
    pub note: String,
}

/// An onward referral to a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// The service.
    pub to: String,
    /// Why it was made.
    pub why: String,
}

/// What became of a referral, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefStatus {
    /// How far it has come.
    pub status: ReferralStatus,
    /// A few words; may be empty.
    pub note: String,
}
