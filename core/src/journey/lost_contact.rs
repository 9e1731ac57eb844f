//! Whether enough was tried before somebody counts as out of reach. Even then the support pauses with the door open, and the
//! reason is what got in the way, never a shortcoming of the client.

use std::collections::BTreeSet;

use super::calendar::Day;
use super::contacts::{mode_in_words, was_attempt, was_in_touch};
use super::finding::{Verdict, count, days};
use crate::model::kinds::{Contact, Mode, Outcome};

/// Attempts on different days or in different ways.
pub const ATTEMPTS: usize = 3;
/// Different ways of contact.
pub const WAYS: usize = 2;
/// Days between the first attempt and the last.
pub const SPAN: i64 = 14;

/// What was tried, and what this person needs.
#[derive(Clone, Copy, Debug)]
pub struct Reaching<'a> {
    /// The contacts of the case, in any order.
    pub contacts: &'a [Contact],
    /// The way of contact the client prefers.
    pub preferred: Option<Mode>,
    /// Ways that are not safe, or do not work for this person. What was tried by them does not count.
    pub blocked: &'a [Mode],
}

/// Something that was not tried yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTriedYet {
    /// There were only so many attempts that count.
    Attempts(usize),
    /// All of them were in one way.
    Ways(usize),
    /// They lie too close together.
    Span(i64),
    /// The way the client prefers was not among them.
    Preferred(Mode),
    /// No message was sent that asks nothing of the client.
    KindWord,
    /// Attempts were made in a way that is not safe or does not work for this person; this many do not count.
    Blocked(usize),
}

/// What is still to be tried; empty when enough was. Only attempts since the two were last in touch count, and of several
/// on one day by one way only one.
pub fn not_tried_yet(reaching: &Reaching<'_>) -> Vec<NotTriedYet> {
    let attempts = since_last_in_touch(reaching.contacts);
    let (fit, blocked): (Vec<_>, Vec<_>) =
        attempts.into_iter().partition(|attempt| !reaching.blocked.contains(&attempt.mode));
    let counted: BTreeSet<(Day, Mode)> =
        fit.iter().map(|attempt| (Day::of(attempt.at), attempt.mode)).collect();
    let ways: BTreeSet<Mode> = counted.iter().map(|(_, mode)| *mode).collect();
    let span = match (counted.first(), counted.last()) {
        (Some((first, _)), Some((last, _))) => last.since(*first),
        _ => 0,
    };
    let preferred =
        reaching.preferred.filter(|mode| !reaching.blocked.contains(mode) && !ways.contains(mode));
    [
        (counted.len() < ATTEMPTS).then_some(NotTriedYet::Attempts(counted.len())),
        (ways.len() < WAYS).then_some(NotTriedYet::Ways(ways.len())),
        (span < SPAN).then_some(NotTriedYet::Span(span)),
        preferred.map(NotTriedYet::Preferred),
        (!fit.iter().any(|attempt| is_kind_word(attempt))).then_some(NotTriedYet::KindWord),
        (!blocked.is_empty()).then_some(NotTriedYet::Blocked(blocked.len())),
    ]
    .into_iter()
    .flatten()
    // Attempts that do not count are mentioned, but stand in nobody's way once enough others were made.
    .filter(|missing| !matches!(missing, NotTriedYet::Blocked(_)) || counted.len() < ATTEMPTS)
    .collect()
}

fn since_last_in_touch(contacts: &[Contact]) -> Vec<&Contact> {
    let last = contacts.iter().filter(|contact| was_in_touch(contact)).map(|contact| contact.at).max();
    let attempts = contacts.iter().filter(|contact| was_attempt(contact));
    attempts.filter(|attempt| last.is_none_or(|last| attempt.at > last)).collect()
}

/// A message or letter that asks nothing of the client.
fn is_kind_word(attempt: &Contact) -> bool {
    let left_words =
        matches!(attempt.mode, Mode::Message | Mode::Letter) || attempt.outcome == Outcome::MessageLeft;
    left_words && attempt.demanding == Some(false)
}

impl Verdict for NotTriedYet {
    fn code(&self) -> &'static str {
        match self {
            Self::Attempts(_) => "lost_contact_attempts",
            Self::Ways(_) => "lost_contact_ways",
            Self::Span(_) => "lost_contact_span",
            Self::Preferred(_) => "lost_contact_preferred",
            Self::KindWord => "lost_contact_kind_word",
            Self::Blocked(_) => "lost_contact_blocked",
        }
    }

    fn words(&self) -> String {
        let number = |made: &usize| i64::try_from(*made).unwrap_or(i64::MAX);
        match self {
            Self::Attempts(made) => {
                format!(
                    "Try at least {ATTEMPTS} times; {} so far.",
                    count(number(made), "attempt", "attempts")
                )
            }
            Self::Ways(_) => format!("Try at least {WAYS} different ways, such as a letter after a call."),
            Self::Span(span) => {
                format!(
                    "Leave at least {} between the first and the last try; so far {}.",
                    days(SPAN),
                    days(*span)
                )
            }
            Self::Preferred(mode) => {
                format!("Try the way the client prefers: {}.", mode_in_words(*mode))
            }
            Self::KindWord => {
                "Send one friendly message that asks for nothing, and says that the door is open.".to_owned()
            }
            Self::Blocked(made) => format!(
                "{} made in a way that is not safe or does not work for this person, and do not count.",
                count(number(made), "attempt was", "attempts were")
            ),
        }
    }
}
