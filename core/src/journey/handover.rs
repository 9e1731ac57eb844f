//! What is still missing before a client passes from one link worker to the next.

use super::calendar::Day;
use super::finding::{Verdict, count, days};
use crate::model::Timestamp;
use crate::model::kinds::HandoverPack;

/// Days before a change of worker by which the client is told (metric M14b).
pub const TELL_BEFORE: i64 = 7;

/// A handover as it stands.
#[derive(Clone, Copy, Debug)]
pub struct Handover<'a> {
    /// When the worker changes.
    pub changes_at: Timestamp,
    /// When the client was told.
    pub told_at: Option<Timestamp>,
    /// The pack.
    pub pack: Option<&'a HandoverPack>,
    /// How many open duties still name the worker who goes.
    pub duties_left: usize,
    /// Whether the client has anything on its way, so that the pack should say where it stands.
    pub has_referrals: bool,
    /// Whether safe-contact rules stand.
    pub has_safe_contact: bool,
}

/// A part of a handover pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackPart {
    /// What matters to the client, in the client's words.
    WhatMatters,
    /// What was promised.
    Promises,
    /// What works with this person and what does not.
    DoAndDoNot,
    /// How it is safe to reach them.
    SafeContact,
    /// What is owed to them.
    OpenDuties,
    /// Where their referrals stand.
    Referrals,
    /// How the two came to trust each other.
    Relationship,
}

/// Something that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandoverGap {
    /// The client was not told.
    NotTold,
    /// The client was told this many days before.
    ToldLate(i64),
    /// There is no pack.
    NoPack,
    /// A part of the pack is empty.
    Empty(PackPart),
    /// No meeting of the client with both workers is planned.
    NoMeeting,
    /// Duties still name the worker who goes.
    DutiesLeft(usize),
}

/// What is missing, what matters most to the client first.
pub fn handover_gaps(handover: &Handover<'_>) -> Vec<HandoverGap> {
    let changes = Day::of(handover.changes_at);
    let told = match handover.told_at.map(|at| changes.since(Day::of(at))) {
        None => Some(HandoverGap::NotTold),
        Some(before) if before < TELL_BEFORE => Some(HandoverGap::ToldLate(before.max(0))),
        Some(_) => None,
    };
    let pack = match handover.pack {
        None => vec![HandoverGap::NoPack],
        Some(pack) => pack_gaps(pack, handover),
    };
    let left = (handover.duties_left > 0).then_some(HandoverGap::DutiesLeft(handover.duties_left));
    told.into_iter().chain(left).chain(pack).collect()
}

fn pack_gaps(pack: &HandoverPack, handover: &Handover<'_>) -> Vec<HandoverGap> {
    let parts = [
        (PackPart::WhatMatters, &pack.what_matters, true),
        (PackPart::Promises, &pack.promises, true),
        (PackPart::DoAndDoNot, &pack.do_and_do_not, true),
        (PackPart::SafeContact, &pack.safe_contact, handover.has_safe_contact),
        (PackPart::OpenDuties, &pack.open_duties, handover.duties_left > 0),
        (PackPart::Referrals, &pack.referrals, handover.has_referrals),
        (PackPart::Relationship, &pack.relationship, true),
    ];
    let is_empty = |words: &Option<String>| words.as_ref().is_none_or(|words| words.trim().is_empty());
    let empty = parts.into_iter().filter(|(_, words, needed)| *needed && is_empty(words));
    let meeting = pack.meet_together_at.is_none().then_some(HandoverGap::NoMeeting);
    empty.map(|(part, ..)| HandoverGap::Empty(part)).chain(meeting).collect()
}

impl Verdict for HandoverGap {
    fn code(&self) -> &'static str {
        match self {
            Self::NotTold => "handover_not_told",
            Self::ToldLate(_) => "handover_told_late",
            Self::NoPack => "handover_no_pack",
            Self::Empty(_) => "handover_pack_part_empty",
            Self::NoMeeting => "handover_no_meeting",
            Self::DutiesLeft(_) => "handover_duties_left",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NotTold => "The client has not been told that their link worker changes.".to_owned(),
            Self::ToldLate(before) => format!(
                "The client hears {} before the change; {} are better.",
                days(*before),
                days(TELL_BEFORE)
            ),
            Self::NoPack => "There is no handover pack, so the client would have to begin again.".to_owned(),
            Self::Empty(part) => format!("The handover pack does not say {}.", part_in_words(*part)),
            Self::NoMeeting => "No meeting of the client with both of you is planned.".to_owned(),
            Self::DutiesLeft(left) => {
                let left = i64::try_from(*left).unwrap_or(i64::MAX);
                let verb = if left == 1 { "is" } else { "are" };
                format!(
                    "{} {verb} still in your name.",
                    count(left, "thing owed to the client", "things owed to the client")
                )
            }
        }
    }
}

const fn part_in_words(part: PackPart) -> &'static str {
    match part {
        PackPart::WhatMatters => "what matters to the client, in their words",
        PackPart::Promises => "what was promised, or that nothing was",
        PackPart::DoAndDoNot => "what works with this person and what does not",
        PackPart::SafeContact => "how it is safe to reach them",
        PackPart::OpenDuties => "what is owed to them",
        PackPart::Referrals => "where their referrals stand",
        PackPart::Relationship => "how the two of you came to trust each other",
    }
}
