//! What stands open when somebody wants to end the support, and whether it may end.
//!
//! Nothing here knows how often somebody was assessed or how long they have been supported: an ending follows from the
//! client's life. A bounced referral that nobody followed up is never closed over.

use super::calendar::Day;
use super::finding::{Verdict, days};
use super::plan::category_in_words;
use super::referral_path::{is_settled, state_in_words};
use crate::model::kinds::{DutyOrigin, EndReason, EpisodeStatus, GoalStatus, NeedCategory, ReferralState};
use crate::model::{EntityId, Timestamp};

/// Days within which a need counts as new, and an ending is looked at twice.
pub const NEW_NEED_WITHIN: i64 = 30;

/// A goal at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalAtEnd {
    /// The goal.
    pub goal: EntityId,
    /// Where it stands.
    pub status: GoalStatus,
    /// The client's ratings of it, oldest first.
    pub first_and_last: Option<(i64, i64)>,
}

/// A need at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeedAtEnd {
    /// The need.
    pub need: EntityId,
    /// What it is about.
    pub category: NeedCategory,
    /// When it was raised.
    pub raised_at: Timestamp,
    /// Whether something became of it.
    pub resolved: bool,
}

/// Everything an ending is looked at for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtEnd {
    /// The goals.
    pub goals: Vec<GoalAtEnd>,
    /// The onward referrals, and where each stands.
    pub referrals: Vec<(EntityId, ReferralState)>,
    /// What is still owed.
    pub open_duties: Vec<(EntityId, DutyOrigin)>,
    /// Questions, by name, whose latest answer is worse than the first.
    pub worse_answers: Vec<String>,
    /// The needs.
    pub needs: Vec<NeedAtEnd>,
    /// What the client says of the ending.
    pub client_view: Option<String>,
}

/// Something that stands open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StandsOpen {
    /// A referral came back and nobody has followed it up. Nothing ends over it.
    BouncedDuty(EntityId),
    /// Something else is owed.
    Duty(EntityId),
    /// A referral is on its way.
    Referral(EntityId, ReferralState),
    /// A goal is being worked on.
    Goal(EntityId),
    /// Nobody has asked the client how a goal is going.
    UnratedGoal(EntityId),
    /// The client says that a goal is further away than at the beginning.
    GoalFurtherAway(EntityId),
    /// An answer is worse than it was.
    WorseAnswer(String),
    /// A need was raised not long ago.
    NewNeed(EntityId, NeedCategory, i64),
    /// Nothing became of a need.
    OpenNeed(EntityId, NeedCategory),
    /// The client was not asked what they think of the ending.
    ClientNotAsked,
}

/// Everything that stands open on this day, what matters most first.
pub fn stands_open(at_end: &AtEnd, today: Day) -> Vec<StandsOpen> {
    let duties = |bounced: bool| {
        let some =
            at_end.open_duties.iter().filter(move |(_, origin)| (*origin == DutyOrigin::Bounce) == bounced);
        some.map(move |(id, _)| if bounced { StandsOpen::BouncedDuty(*id) } else { StandsOpen::Duty(*id) })
    };
    let referrals = at_end.referrals.iter().filter(|(_, state)| !is_settled(*state));
    let mut open: Vec<_> = duties(true).collect();
    open.extend(at_end.needs.iter().filter_map(|need| open_need(need, today)));
    open.extend(referrals.map(|(id, state)| StandsOpen::Referral(*id, *state)));
    open.extend(duties(false));
    open.extend(at_end.goals.iter().flat_map(open_goal));
    open.extend(at_end.worse_answers.iter().cloned().map(StandsOpen::WorseAnswer));
    let asked = at_end.client_view.as_ref().is_some_and(|view| !view.trim().is_empty());
    open.extend((!asked).then_some(StandsOpen::ClientNotAsked));
    open
}

fn open_need(need: &NeedAtEnd, today: Day) -> Option<StandsOpen> {
    let raised = today.since(Day::of(need.raised_at));
    match (need.resolved, raised) {
        (false, raised) if raised <= NEW_NEED_WITHIN => {
            Some(StandsOpen::NewNeed(need.need, need.category, raised))
        }
        (false, _) => Some(StandsOpen::OpenNeed(need.need, need.category)),
        (true, _) => None,
    }
}

fn open_goal(at_end: &GoalAtEnd) -> Vec<StandsOpen> {
    let active = matches!(at_end.status, GoalStatus::Active | GoalStatus::Proposed);
    let rating = match at_end.first_and_last {
        None if active => Some(StandsOpen::UnratedGoal(at_end.goal)),
        Some((first, last)) if last < first => Some(StandsOpen::GoalFurtherAway(at_end.goal)),
        _ => None,
    };
    active.then_some(StandsOpen::Goal(at_end.goal)).into_iter().chain(rating).collect()
}

/// An ending as it is proposed.
#[derive(Clone, Copy, Debug)]
pub struct Ending<'a> {
    /// Why the support ends.
    pub reason: EndReason,
    /// Where the episode stands.
    pub status: EpisodeStatus,
    /// Why it ends although something stands open.
    pub why: Option<&'a str>,
    /// Who took a second look.
    pub second_by: Option<&'a str>,
}

/// Why the support may not end now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayNotEnd {
    /// A bounced referral is not followed up.
    BounceOpen(EntityId),
    /// The client was not asked.
    ClientNotAsked,
    /// Contact was lost, and the support was not paused first with the door open.
    PauseFirst,
    /// Something stands open: a second person looks at it.
    SecondLook,
    /// Something stands open, and nobody said why it ends nevertheless.
    WhyNevertheless,
}

/// Whether the support may end with what stands open.
///
/// # Errors
/// The first [`MayNotEnd`] that stands against it.
pub fn may_end(open: &[StandsOpen], ending: &Ending<'_>) -> Result<(), MayNotEnd> {
    let bounced = open.iter().find_map(|thing| match thing {
        StandsOpen::BouncedDuty(duty) => Some(*duty),
        _ => None,
    });
    if let Some(duty) = bounced {
        return Err(MayNotEnd::BounceOpen(duty));
    }
    let paused = matches!(ending.status, EpisodeStatus::PausedByClient | EpisodeStatus::PausedByService);
    if ending.reason == EndReason::LostContact && !paused {
        return Err(MayNotEnd::PauseFirst);
    }
    let cannot_be_asked = matches!(ending.reason, EndReason::Died | EndReason::LostContact);
    if open.contains(&StandsOpen::ClientNotAsked) && !cannot_be_asked {
        return Err(MayNotEnd::ClientNotAsked);
    }
    // After a death nobody is asked to justify what was left open; it is listed all the same.
    if open.is_empty() || ending.reason == EndReason::Died {
        return Ok(());
    }
    match (said(ending.second_by), said(ending.why)) {
        (false, _) => Err(MayNotEnd::SecondLook),
        (true, false) => Err(MayNotEnd::WhyNevertheless),
        (true, true) => Ok(()),
    }
}

fn said(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

impl Verdict for StandsOpen {
    fn code(&self) -> &'static str {
        match self {
            Self::BouncedDuty(_) => "bounced_referral_open",
            Self::Duty(_) => "duty_open",
            Self::Referral(..) => "referral_open",
            Self::Goal(_) => "goal_open",
            Self::UnratedGoal(_) => "goal_unrated",
            Self::GoalFurtherAway(_) => "goal_further_away",
            Self::WorseAnswer(_) => "answer_worse",
            Self::NewNeed(..) => "need_new",
            Self::OpenNeed(..) => "need_open",
            Self::ClientNotAsked => "client_not_asked",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::BouncedDuty(_) => {
                "A referral came back and nobody has talked it through with the client. That comes first."
                    .to_owned()
            }
            Self::Duty(_) => "Something is still owed to the client.".to_owned(),
            Self::Referral(_, state) => format!("A referral is still {}.", state_in_words(*state)),
            Self::Goal(_) => "A goal is still being worked on.".to_owned(),
            Self::UnratedGoal(_) => "The client has not been asked how a goal is going.".to_owned(),
            Self::GoalFurtherAway(_) => {
                "The client says that a goal is further away than at the beginning.".to_owned()
            }
            Self::WorseAnswer(name) => format!("The latest answer about {name} is worse than the first."),
            Self::NewNeed(_, category, ..=0) => {
                format!("The client raised {} today.", category_in_words(*category))
            }
            Self::NewNeed(_, category, raised) => {
                format!("The client raised {} {} ago.", category_in_words(*category), days(*raised))
            }
            Self::OpenNeed(_, category) => {
                format!(
                    "Nothing has come yet of what the client raised about {}.",
                    category_in_words(*category)
                )
            }
            Self::ClientNotAsked => "The client has not been asked what they think of ending now.".to_owned(),
        }
    }

    fn about(&self) -> Option<EntityId> {
        match self {
            Self::BouncedDuty(id)
            | Self::Duty(id)
            | Self::Referral(id, _)
            | Self::Goal(id)
            | Self::UnratedGoal(id)
            | Self::GoalFurtherAway(id)
            | Self::NewNeed(id, ..)
            | Self::OpenNeed(id, _) => Some(*id),
            Self::WorseAnswer(_) | Self::ClientNotAsked => None,
        }
    }
}

impl Verdict for MayNotEnd {
    fn code(&self) -> &'static str {
        match self {
            Self::BounceOpen(_) => "end_bounce_open",
            Self::ClientNotAsked => "end_client_not_asked",
            Self::PauseFirst => "end_pause_first",
            Self::SecondLook => "end_second_look",
            Self::WhyNevertheless => "end_why",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::BounceOpen(_) => {
                "A referral came back. Talk it through with the client before anything ends."
            }
            Self::ClientNotAsked => {
                "Ask the client what they think of ending now, and write down their words."
            }
            Self::PauseFirst => {
                "Pause first, with the door open. Nobody is let go because they could not be reached."
            }
            Self::SecondLook => {
                "Something stands open. Ask a colleague to look at it with you before it ends."
            }
            Self::WhyNevertheless => "Something stands open. Say why it is right to end nevertheless.",
        }
        .to_owned()
    }

    fn about(&self) -> Option<EntityId> {
        match self {
            Self::BounceOpen(duty) => Some(*duty),
            _ => None,
        }
    }
}
