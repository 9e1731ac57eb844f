//! What waits for a person, as a screen shows it.

use serde_json::Value;

use crate::model::{CaseId, EntityId, Timestamp, Why};

/// What kind of question it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Several texts of one field: which of them, or both in other words?
    Texts,
    /// Several values of a field that can have only one, such as a telephone number: which of them is so?
    Values,
    /// A draft could not be signed, since it had changed elsewhere: look at it, and sign again.
    SignAgain,
    /// What was written after a seal is a draft amendment: look at it, and sign or discard it.
    Amendment,
    /// It was taken in late, after the case had moved on.
    Late,
    /// It was set aside, where a supervisor sees it.
    SetAside,
    /// It waits for a newer server. Nothing is to be done.
    Waiting,
    /// One assessment was submitted twice, with other answers: which of the two counts? The choices say in what they differ;
    /// what counts now is first. The other one is declared void.
    SubmittedTwice,
    /// A record was put away on one phone and edited on another: the edit won, and it is in use again.
    EditWins,
}

/// Something that waits for a person.
#[derive(Clone, Debug, PartialEq)]
pub struct PendingDecision {
    /// Names it, and what was seen of it, when it is settled. Opaque; good for as long as the screen shows it.
    pub id: String,
    /// What kind of question it is.
    pub matter: Matter,
    /// The record it is about.
    pub record: EntityId,
    /// The record's kind, by catalogue name, when this phone has the record.
    pub kind: Option<String>,
    /// The case, when it is about one.
    pub case: Option<CaseId>,
    /// The field, when it is about one.
    pub field: Option<String>,
    /// Why, when the server said so.
    pub why: Option<Why>,
    /// When what waits was written: by the server's reckoning for texts, by this phone's clock for its own work.
    pub at: Timestamp,
    /// What there is to choose from; what stands first, then the others, oldest first.
    pub choices: Vec<Choosable>,
}

/// One of several texts or values. For this phone's own work: one field that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Choosable {
    /// The field.
    pub field: String,
    /// The text or value; `null` when the field is empty.
    pub value: Value,
    /// When it was written, where that is known.
    pub at: Option<Timestamp>,
    /// Whether it is what stands now.
    pub stands: bool,
}

/// How something is settled.
#[derive(Clone, Debug, PartialEq)]
pub enum Settlement {
    /// This choice stands, by its place in the list.
    Choose(u32),
    /// Neither; this text stands.
    Write(String),
    /// Taken note of. For work of this phone, of which there is nothing to choose.
    Noted,
}
