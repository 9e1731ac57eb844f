//! What the rules find in one case on one day, what matters most to the client first.

use super::case_facts::CaseFacts;
use super::held::Held;
use crate::journey::access_review::access_due;
use crate::journey::bounce::{BounceStanding, bounced};
use crate::journey::calendar::Day;
use crate::journey::contacts::was_in_touch;
use crate::journey::finding::{Finding, Verdict};
use crate::journey::first_visit::{FirstVisit, first_visit_unasked};
use crate::journey::next_contact::{Agreed, next_contact_missing};
use crate::journey::plan::{Planned, Raised, habits_alone, unanswered_needs};
use crate::journey::promise::open_promises;
use crate::journey::quiet::{Rhythm, quiet_too_long};
use crate::journey::referral_path::{is_settled, stands};
use crate::journey::waiting::{Pending, waits_too_long};
use crate::model::kinds::{
    ClientStatus, Contact, Duty, DutyOrigin, DutyStatus, EpisodeStatus, GoalStatus, OnwardReferral,
    ReferralState,
};
use crate::model::{Timestamp, sort_by_key};

/// Everything found.
pub(super) fn warnings(facts: &CaseFacts, today: Day) -> Vec<Finding> {
    let mut found: Vec<Finding> = bounces(facts, today).iter().map(Verdict::finding).collect();
    found.extend(open_promises(&facts.promises, today).iter().map(Verdict::finding));
    found.extend(facts.referrals.iter().filter_map(|held| waiting(facts, held, today)));
    found.extend(facts.referrals.iter().filter_map(|held| first_visit(facts, held, today)));
    found.extend(quiet_too_long(&rhythm(facts), today).map(|quiet| quiet.finding()));
    found.extend(next_contact_missing(&agreed(facts), today).map(|missing| missing.finding()));
    found.extend(plan(facts, today));
    let due = facts.access_needs.iter().filter_map(|held| access_due(held.id, &held.record, today));
    found.extend(due.map(|due| due.finding()));
    found
}

/// Referrals that came back and that somebody has not settled with the client.
fn bounces(facts: &CaseFacts, today: Day) -> Vec<BounceStanding> {
    let standing = facts.referrals.iter().filter_map(|held| {
        let bounce = bounced(facts.statuses_of(held.id).last()?, today)?;
        let settled = facts.duties.iter().any(|duty| is_settled_bounce(duty, held));
        let service = held.record.to.clone();
        (!settled).then(|| BounceStanding {
            service,
            referral: held.id,
            bounce,
            late: today.since(bounce.due),
        })
    });
    let mut standing: Vec<_> = standing.collect();
    sort_by_key(&mut standing, |bounce| (bounce.bounce.due, bounce.referral));
    standing
}

fn is_settled_bounce(duty: &Held<Duty>, referral: &Held<OnwardReferral>) -> bool {
    duty.record.origin == DutyOrigin::Bounce
        && duty.record.about == Some(referral.id)
        && duty.record.status != DutyStatus::Open
}

fn waiting(facts: &CaseFacts, held: &Held<OnwardReferral>, today: Day) -> Option<Finding> {
    let pending = Pending {
        referral: held.id,
        service: &held.record.to,
        made_at: held.record.at,
        expected_days: held.record.expected_days,
        statuses: facts.statuses_of(held.id),
    };
    waits_too_long(&pending, today).map(|waiting| waiting.finding())
}

fn first_visit(facts: &CaseFacts, held: &Held<OnwardReferral>, today: Day) -> Option<Finding> {
    if held.record.first_time != Some(true) {
        return None;
    }
    let mut there = facts.statuses_of(held.id).iter();
    let first =
        there.find(|status| matches!(status.status, ReferralState::Started | ReferralState::Attended))?;
    let after = in_touch(facts).filter(|contact| contact.at > first.at).map(|contact| contact.at).min();
    let visit =
        FirstVisit { referral: held.id, service: &held.record.to, at: first.at, in_touch_after: after };
    first_visit_unasked(&visit, today).map(|unasked| unasked.finding())
}

fn in_touch(facts: &CaseFacts) -> impl Iterator<Item = &Contact> {
    facts.contacts.iter().map(|held| &held.record).filter(|contact| was_in_touch(contact))
}

fn rhythm(facts: &CaseFacts) -> Rhythm {
    let client = &facts.client.record;
    let began = facts.episode.as_ref().map(|held| held.record.started_at).or(client.since);
    Rhythm {
        last_in_touch: in_touch(facts).map(|contact| contact.at).max(),
        began: began.unwrap_or(Timestamp::LATEST),
        every_days: client.contact_every_days,
        at_rest: at_rest(facts),
    }
}

/// Paused or ended. Where no episode was begun, the client's own status counts.
pub(super) fn at_rest(facts: &CaseFacts) -> bool {
    match &facts.episode {
        Some(held) => held.record.status != EpisodeStatus::Active,
        None => facts.client.record.status.is_some_and(|status| status != ClientStatus::Active),
    }
}

fn agreed(facts: &CaseFacts) -> Agreed {
    let last = facts.contacts.first();
    Agreed {
        next_at: facts.reach.next.as_ref().map(|next| next.at),
        none_with_reason: last.is_some_and(|held| held.record.no_next_because.is_some()),
        at_rest: at_rest(facts),
    }
}

fn plan(facts: &CaseFacts, today: Day) -> Vec<Finding> {
    let raised: Vec<Raised> = facts
        .needs
        .iter()
        .map(|held| Raised {
            need: held.id,
            category: held.record.category,
            at: held.record.raised_at,
            open: held.record.resolution.is_none(),
        })
        .collect();
    let live = |status| matches!(status, GoalStatus::Proposed | GoalStatus::Active | GoalStatus::Parked);
    let goals = facts.goals.iter().filter(|held| live(held.record.status));
    let goals = goals.map(|held| Planned { need: held.record.need, category: held.record.category });
    let under_way = facts.referrals.iter().filter(|held| is_under_way(facts, held));
    let referrals = under_way.map(|held| Planned { need: held.record.need, category: held.record.category });
    let planned: Vec<Planned> = goals.chain(referrals).collect();
    let unanswered = unanswered_needs(&raised, &planned, today);
    let habits = habits_alone(&raised, &planned).map(|habits| habits.finding());
    habits.into_iter().chain(unanswered.iter().map(Verdict::finding)).collect()
}

/// On its way, or complete: either answers the need it was made for.
fn is_under_way(facts: &CaseFacts, held: &Held<OnwardReferral>) -> bool {
    let state = stands(facts.statuses_of(held.id));
    !is_settled(state) || state == ReferralState::Finished
}
