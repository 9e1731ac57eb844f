//! A client's onward referrals: to which service, why, and what became of each. One may be turned back at the door. It must not
//! know what notes say.

use chrono::{DateTime, NaiveDate, Utc};

use super::backdrop::Backdrop;
use super::calendar::{days_after, months_after, working_day_by, working_moment};
use super::phrase::say;
use super::rng::Rng;
use super::services::{Service, names_of};
use super::strand::Strand;
use super::teller::Teller;
use super::values::ReferralStatus;
use super::voice::referral_words::{bounced_words, status_words};

/// Onward referrals of one client.
pub(crate) const REFERRALS: usize = 6;

/// An onward referral and what became of it.
#[derive(Clone, Debug)]
pub(crate) struct ReferralStory {
    /// When it was made.
    pub(crate) at: DateTime<Utc>,
    /// The service.
    pub(crate) to: &'static str,
    /// Why.
    pub(crate) why: String,
    /// Whether the service turned the client away on blood pressure.
    pub(crate) bounced: bool,
    /// What became of it so far; what lies after the end of the journey has not happened yet.
    pub(crate) statuses: Vec<StatusStory>,
}

/// One status of a referral.
#[derive(Clone, Debug)]
pub(crate) struct StatusStory {
    /// How far.
    pub(crate) status: ReferralStatus,
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// A few words, maybe none.
    pub(crate) note: String,
}

/// A service that fits a kind of life.
struct Choice {
    strand: Strand,
    kind: Service,
    to: &'static str,
}

/// The referrals of a client, the earliest first.
pub(crate) fn referrals(strands: &[Strand], backdrop: &Backdrop, teller: &mut Teller) -> Vec<ReferralStory> {
    let journey = backdrop.journey();
    let span = journey.months.saturating_sub(2);
    let mut stories: Vec<ReferralStory> = choices(strands, teller.chance())
        .iter()
        .zip(0..)
        .filter_map(|(choice, place)| {
            let month = (place * span / 6 + teller.chance().between(0, 3)).min(span);
            let met = journey.met_from(months_after(journey.start, month))?;
            Some(referral(choice, met.at, backdrop, teller))
        })
        .collect();
    stories.sort_by_key(|story| story.at);
    stories
}

/// Six services, no two the same, spread over the kinds of life; the gym only for those whose story it is.
fn choices(strands: &[Strand], rng: &mut Rng) -> Vec<Choice> {
    let mut all: Vec<Choice> = Vec::new();
    for strand in strands {
        for kind in strand.thread.services {
            all.push(Choice { strand: *strand, kind: *kind, to: rng.draw(names_of(*kind)) });
        }
    }
    rng.shuffle(&mut all);
    all.sort_by_key(|choice| choice.kind != Service::Gym);
    let mut chosen: Vec<Choice> = Vec::new();
    for choice in all {
        if chosen.len() < REFERRALS && !chosen.iter().any(|other| other.kind == choice.kind) {
            chosen.push(choice);
        }
    }
    chosen
}

fn referral(choice: &Choice, at: DateTime<Utc>, backdrop: &Backdrop, teller: &mut Teller) -> ReferralStory {
    let facts = backdrop.facts_on(at.date_naive(), teller.chance());
    let why = teller.line(choice.strand.thread.reasons, &facts);
    let bounced = choice.kind == Service::Gym && teller.chance().percent(75);
    let statuses = statuses(at, bounced, backdrop, teller.chance());
    ReferralStory { at, to: choice.to, why, bounced, statuses }
}

fn statuses(made: DateTime<Utc>, bounced: bool, backdrop: &Backdrop, rng: &mut Rng) -> Vec<StatusStory> {
    let waits = if bounced { [(110, 190), (7, 21), (4, 12)] } else { [(3, 30), (7, 45), (30, 120)] };
    let later = [ReferralStatus::Accepted, ReferralStatus::Attended, ReferralStatus::Closed];
    let mut day = made.date_naive();
    let mut stories = vec![status(ReferralStatus::Made, made, bounced, backdrop, rng)];
    for (what, (low, high)) in later.into_iter().zip(waits) {
        day = days_after(day, rng.between(low, high));
        if day > backdrop.journey().end {
            break;
        }
        let at = working_moment(next_working_day(day, made), rng);
        stories.push(status(what, at, bounced, backdrop, rng));
    }
    stories
}

/// The working day of a status, and never the day the referral was made.
fn next_working_day(day: NaiveDate, made: DateTime<Utc>) -> NaiveDate {
    let working = working_day_by(day);
    if working > made.date_naive() { working } else { day }
}

fn status(
    what: ReferralStatus,
    at: DateTime<Utc>,
    bounced: bool,
    backdrop: &Backdrop,
    rng: &mut Rng,
) -> StatusStory {
    let facts = backdrop.facts_on(at.date_naive(), rng);
    let words = if bounced { bounced_words(what) } else { status_words(what) };
    StatusStory { status: what, at, note: say(rng.draw(words), &facts, rng) }
}
