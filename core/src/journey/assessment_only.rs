//! Contacts that were for an assessment and nothing else, and those that came out of the blue.
//!
//! The definitions are those of metrics M5 and M6. They are told to the worker whose contact it is, and never counted by
//! worker for anybody else.

use super::calendar::Day;
use super::contacts::was_in_touch;
use super::finding::Verdict;
use crate::model::Timestamp;
use crate::model::kinds::{Contact, Direction, Purpose};

/// Days either side of an agreed date within which a contact still keeps it.
const AGREED_WITHIN: i64 = 3;
/// Days without being in touch after which a contact comes out of the blue.
const OUT_OF_TOUCH: i64 = 28;

/// A contact with what stood around it.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The contact.
    pub contact: &'a Contact,
    /// Goals, actions, referrals and messages that were changed or written in the same contact.
    pub changed: usize,
    /// Dates agreed for a next contact that stood when it began.
    pub agreed: &'a [Timestamp],
    /// When the two were last in touch before it.
    pub in_touch_before: Option<Timestamp>,
}

/// M5: in touch, for an assessment and nothing else, and nothing else came of it.
pub fn is_assessment_only(around: &Surroundings<'_>) -> bool {
    was_in_touch(around.contact) && only_assessment(around.contact) && around.changed == 0
}

/// M6: one of M5 that no agreed date led to, that the client did not begin, and before which there had been silence.
pub fn is_out_of_the_blue(around: &Surroundings<'_>) -> bool {
    let day = Day::of(around.contact.at);
    let silent = around.in_touch_before.is_none_or(|before| day.since(Day::of(before)) > OUT_OF_TOUCH);
    is_assessment_only(around)
        && !keeps_an_agreed_date(around.contact, around.agreed)
        && around.contact.direction != Some(Direction::Client)
        && silent
}

/// Whether a contact falls within three days of a date that was agreed before it began.
pub fn keeps_an_agreed_date(contact: &Contact, agreed: &[Timestamp]) -> bool {
    let day = Day::of(contact.at);
    let all = agreed.iter().copied().chain(contact.planned_for);
    all.into_iter().any(|date| day.since(Day::of(date)).abs() <= AGREED_WITHIN)
}

/// A reason is owed before this contact is written down: it was for an assessment alone and the client did not expect it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unexpected;

/// Whether a contact that is about to be written down owes a reason. What came of it is not known yet, so its purposes
/// alone count, and so does the worker's word that it was agreed.
pub fn owes_a_reason(contact: &Contact, agreed: &[Timestamp]) -> Option<Unexpected> {
    let expected = contact.agreed_before == Some(true)
        || contact.direction == Some(Direction::Client)
        || keeps_an_agreed_date(contact, agreed);
    (only_assessment(contact) && !expected).then_some(Unexpected)
}

fn only_assessment(contact: &Contact) -> bool {
    !contact.purposes.is_empty() && contact.purposes.iter().all(|purpose| *purpose == Purpose::Assessment)
}

impl Verdict for Unexpected {
    fn code(&self) -> &'static str {
        "assessment_only_unexpected"
    }

    fn words(&self) -> String {
        "This contact was for questions alone, and it was not agreed beforehand. Could it go with something that helps? \
         If not, say why it was needed now."
            .to_owned()
    }
}
