//! A client's three whole-life conversations: how each part of life stood, and why, in their words. It must not know what notes
//! say.

use chrono::{DateTime, Utc};

use super::backdrop::Backdrop;
use super::calendar::{days_after, months_after};
use super::rng::Rng;
use super::strand::{Standing, Strand};
use super::teller::Teller;
use super::values::{DOMAINS, Domain};
use super::voice::comments::{ASIDES, comments};

/// Whole-life conversations of one client.
pub(crate) const SITTINGS: u32 = 3;
/// The instrument they follow.
pub(crate) const TOOL: &str = "whole-life-8";
/// Its version.
pub(crate) const TOOL_VERSION: u32 = 2;

/// One whole-life conversation.
#[derive(Clone, Debug)]
pub(crate) struct Sitting {
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// One answer for each part of life.
    pub(crate) answers: Vec<AnswerStory>,
}

/// How one part of life stood.
#[derive(Clone, Debug)]
pub(crate) struct AnswerStory {
    /// The part of life.
    pub(crate) domain: Domain,
    /// 1 (hardest) to 5.
    pub(crate) score: u32,
    /// Why, in the client's words.
    pub(crate) comment: String,
}

/// The conversations of a client: soon after the start, half way, and in the last month.
pub(crate) fn sittings(strands: &[Strand], backdrop: &Backdrop, teller: &mut Teller) -> Vec<Sitting> {
    let journey = backdrop.journey();
    (0..SITTINGS)
        .filter_map(|n| {
            let month = journey.months.saturating_sub(1) * n / (SITTINGS - 1);
            // Never in the first contact: that one belongs to what matters to the client.
            let met = journey.met_from(days_after(months_after(journey.start, month), 16))?;
            Some(sitting(met.at, strands, backdrop, teller))
        })
        .collect()
}

fn sitting(at: DateTime<Utc>, strands: &[Strand], backdrop: &Backdrop, teller: &mut Teller) -> Sitting {
    let answers = DOMAINS.map(|domain| answer(domain, at, strands, backdrop, teller)).to_vec();
    Sitting { at, answers }
}

/// One answer as it stood at `at`.
pub(crate) fn answer(
    domain: Domain,
    at: DateTime<Utc>,
    strands: &[Strand],
    backdrop: &Backdrop,
    teller: &mut Teller,
) -> AnswerStory {
    let mut facts = backdrop.facts_on(at.date_naive(), teller.chance());
    let score = score(domain, backdrop.journey().permille(at.date_naive()), strands, teller.chance());
    let hope =
        strands.iter().flat_map(|strand| strand.thread.goals).next().map_or("the week", |goal| goal.about);
    facts.set("about", hope);
    let mut comment = teller.line(comments(domain, score), &facts);
    if teller.chance().percent(55) {
        comment.push(' ');
        comment.push_str(&teller.line(ASIDES, &facts));
    }
    AnswerStory { domain, score, comment }
}

/// Low where a kind of life weighs, better as it eases.
fn score(domain: Domain, permille: u32, strands: &[Strand], rng: &mut Rng) -> u32 {
    let weight = strands
        .iter()
        .filter(|strand| weighs_on(strand.thread.key).contains(&domain))
        .map(|strand| match strand.standing(permille) {
            Standing::Part(0 | 1) => 2,
            Standing::Part(2) => 1,
            Standing::Part(_) | Standing::Ahead | Standing::Behind => 0,
        })
        .max()
        .unwrap_or(0);
    let ease = u32::from(permille > 600);
    (rng.between(3, 4) + ease + rng.between(0, 1)).saturating_sub(weight + rng.between(0, 1)).clamp(1, 5)
}

/// The parts of life a kind of life weighs on.
fn weighs_on(thread: &str) -> &'static [Domain] {
    match thread {
        "caring" => &[Domain::SelfCare, Domain::People, Domain::Outlook],
        "money" => &[Domain::Money, Domain::Outlook],
        "damp" => &[Domain::Home, Domain::Symptoms],
        "grief" => &[Domain::People, Domain::Outlook, Domain::Lifestyle],
        "gym" => &[Domain::Lifestyle, Domain::SelfCare],
        "isolation" => &[Domain::People, Domain::Outlook],
        "refuge" => &[Domain::Home, Domain::Outlook],
        "work" => &[Domain::Work, Domain::Money],
        "newcomer" => &[Domain::People, Domain::Work],
        "nights" => &[Domain::Symptoms, Domain::Lifestyle],
        _ => &[Domain::Symptoms, Domain::SelfCare],
    }
}
