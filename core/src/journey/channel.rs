//! Whether a way of contact is safe and works for this person. What is blocked can still be used with a reason, since a
//! rule cannot know an emergency; the reason is written down with the contact.

use super::calendar::minute_of_day;
use super::contacts::mode_in_words;
use super::finding::Verdict;
use crate::model::Timestamp;
use crate::model::kinds::{AccessNeed, AccessNeedType, Mode, SafeContact};

/// A contact that is about to be made, planned or written down.
#[derive(Clone, Copy, Debug)]
pub struct Channel<'a> {
    /// By which way.
    pub mode: Mode,
    /// When, if it is known.
    pub at: Option<Timestamp>,
    /// Whether a message is or would be left.
    pub leaves_message: bool,
    /// Whether the client began it: then nothing is blocked.
    pub by_client: bool,
    /// How it is safe to reach the client.
    pub safe: Option<&'a SafeContact>,
    /// How the client needs to be spoken or written to.
    pub needs: &'a [AccessNeed],
    /// Whether the client has asked not to be contacted for now.
    pub asked_for_quiet: bool,
}

/// Why a way of contact is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// It is not safe.
    NotSafe(Mode),
    /// It is not safe at that time: only from one minute of the day to another.
    NotAtThisTime(i64, i64),
    /// It is not safe to leave a message.
    NoMessage,
    /// It does not work for this person.
    DoesNotWork(Mode, AccessNeedType),
    /// The client has asked not to be contacted for now.
    AskedForQuiet,
}

/// What stands against this contact, safety first; empty when nothing does.
pub fn blocked(channel: &Channel<'_>) -> Vec<Blocked> {
    if channel.by_client {
        return Vec::new();
    }
    let safe = channel.safe;
    let never = safe.is_some_and(|safe| safe.never.contains(&channel.mode));
    let message = channel.leaves_message && safe.is_some_and(|safe| safe.voicemail_ok == Some(false));
    let needs = channel.needs.iter().filter(|need| blocks(need, channel.mode));
    [
        never.then_some(Blocked::NotSafe(channel.mode)),
        safe.and_then(|safe| outside_hours(safe, channel)),
        message.then_some(Blocked::NoMessage),
        channel.asked_for_quiet.then_some(Blocked::AskedForQuiet),
    ]
    .into_iter()
    .flatten()
    .chain(needs.map(|need| Blocked::DoesNotWork(channel.mode, need.need)))
    .collect()
}

/// Every way of contact that is never safe or does not work for this person.
pub fn blocked_ways(safe: Option<&SafeContact>, needs: &[AccessNeed]) -> Vec<Mode> {
    const WAYS: [Mode; 8] = [
        Mode::Home,
        Mode::Community,
        Mode::Practice,
        Mode::Accompanied,
        Mode::Phone,
        Mode::Video,
        Mode::Message,
        Mode::Letter,
    ];
    let is_blocked = |mode: &Mode| {
        safe.is_some_and(|safe| safe.never.contains(mode)) || needs.iter().any(|need| blocks(need, *mode))
    };
    WAYS.into_iter().filter(is_blocked).collect()
}

/// A letter or message arrives when it arrives; hours are about calls and visits.
fn outside_hours(safe: &SafeContact, channel: &Channel<'_>) -> Option<Blocked> {
    let now = matches!(channel.mode, Mode::Phone | Mode::Video | Mode::Home);
    let (from, to) = (safe.from_minute.unwrap_or(0), safe.to_minute.unwrap_or(24 * 60));
    let minute = minute_of_day(channel.at.filter(|_| now)?);
    // Hours such as 20:00 to 06:00 run over midnight.
    let within = if from <= to { from <= minute && minute <= to } else { minute >= from || minute <= to };
    (!within).then_some(Blocked::NotAtThisTime(from, to))
}

/// What the client said does not work; where they said nothing, what such a need usually rules out.
fn blocks(need: &AccessNeed, mode: Mode) -> bool {
    if need.for_carer {
        return false;
    }
    if !need.blocked.is_empty() {
        return need.blocked.contains(&mode);
    }
    match need.need {
        AccessNeedType::Hearing => mode == Mode::Phone,
        AccessNeedType::DeafBlind => matches!(mode, Mode::Phone | Mode::Video | Mode::Letter),
        AccessNeedType::Sight | AccessNeedType::Literacy => mode == Mode::Letter,
        _ => false,
    }
}

impl Verdict for Blocked {
    fn code(&self) -> &'static str {
        match self {
            Self::NotSafe(_) => "not_safe",
            Self::NotAtThisTime(..) => "not_safe_at_this_time",
            Self::NoMessage => "no_message",
            Self::DoesNotWork(..) => "does_not_work",
            Self::AskedForQuiet => "asked_for_quiet",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NotSafe(mode) => format!("For this client {} is not safe.", mode_in_words(*mode)),
            Self::NotAtThisTime(from, to) => {
                format!("It is safe to reach this client only between {} and {}.", clock(*from), clock(*to))
            }
            Self::NoMessage => "It is not safe to leave a message for this client.".to_owned(),
            Self::DoesNotWork(mode, need) => {
                format!("For this client {} does not work: {}.", mode_in_words(*mode), need_in_words(*need))
            }
            Self::AskedForQuiet => "The client has asked not to be contacted for now.".to_owned(),
        }
    }
}

/// Minutes of the day as UK clocks show them: "9:05".
fn clock(minute: i64) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

/// An access need in the middle of a sentence.
pub const fn need_in_words(need: AccessNeedType) -> &'static str {
    match need {
        AccessNeedType::Hearing => "they are deaf or hard of hearing",
        AccessNeedType::Sight => "they are blind or have low sight",
        AccessNeedType::DeafBlind => "they are deafblind",
        AccessNeedType::Learning => "they need more time and easy words",
        AccessNeedType::Speech => "speaking is hard for them",
        AccessNeedType::Literacy => "reading is hard for them",
        AccessNeedType::Language => "they need an interpreter or another language",
        AccessNeedType::Other | AccessNeedType::Unknown => "they said so",
    }
}
