//! A client's four goals over the journey: the words, the steps, and how each has gone since. It must not know what notes say.

use chrono::{DateTime, NaiveDate, Utc};

use super::backdrop::Backdrop;
use super::calendar::{days_after, days_between, moment, months_after, working_day_by, working_moment};
use super::facts::Facts;
use super::life::GoalSeed;
use super::names::OwnWords;
use super::phrase::say;
use super::rng::Rng;
use super::strand::Strand;
use super::teller::Teller;
use super::values::{By, GoalState};
use super::voice::check_ins::{check_in_words, moving_words};
use super::voice::own_steps::OWN_STEPS;

/// Goals of one client.
pub(crate) const GOALS: u32 = 4;
/// Steps of one goal.
pub(crate) const STEPS: usize = 6;
/// Check-ins of one goal.
pub(crate) const CHECK_INS: u32 = 24;

/// A goal with everything that hangs under it.
#[derive(Clone, Debug)]
pub(crate) struct GoalStory {
    /// When it was put into words.
    pub(crate) at: DateTime<Utc>,
    /// The client's wording.
    pub(crate) words: String,
    /// In English, when the wording is not.
    pub(crate) meaning: Option<&'static str>,
    /// What check-ins call it.
    pub(crate) about: &'static str,
    /// Where it stands at the end.
    pub(crate) state: GoalState,
    /// Who does what, and whether it is ticked.
    pub(crate) steps: Vec<(String, bool)>,
    /// How it has gone.
    pub(crate) check_ins: Vec<CheckInStory>,
}

/// One check-in.
#[derive(Clone, Debug)]
pub(crate) struct CheckInStory {
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// Who wrote it.
    pub(crate) by: By,
    /// 0 to 10.
    pub(crate) score: u32,
    /// The words.
    pub(crate) note: String,
}

/// What a goal begins from.
enum Seed {
    Thread(&'static GoalSeed),
    Own(&'static OwnWords),
}

/// The goals of a client, the earliest first.
pub(crate) fn goals(
    strands: &[Strand],
    own_words: &'static [OwnWords],
    backdrop: &Backdrop,
    teller: &mut Teller,
) -> Vec<GoalStory> {
    let journey = backdrop.journey();
    let latest = journey.months.saturating_sub(6).max(journey.months / 2);
    let mut months: Vec<u32> =
        (0..GOALS).map(|n| (n * latest / GOALS + teller.chance().between(0, 2)).min(latest)).collect();
    months.sort_unstable();
    let mut stories: Vec<GoalStory> = seeds(strands, own_words, teller.chance())
        .into_iter()
        .zip(months)
        .zip(0..)
        .filter_map(|((seed, month), place)| {
            // Goals come one at a time: two weeks between them at the least, also in a short journey.
            let met = journey.met_from(days_after(months_after(journey.start, month), place * 14))?;
            Some(goal(&seed, met.at, backdrop, teller))
        })
        .collect();
    stories.sort_by_key(|story| story.at);
    stories
}

/// One seed for each goal, from different kinds of life where there are enough; one in the client's own language if they
/// have one.
fn seeds(strands: &[Strand], own_words: &'static [OwnWords], rng: &mut Rng) -> Vec<Seed> {
    let mut pool: Vec<&'static GoalSeed> = Vec::new();
    let deepest = strands.iter().map(|strand| strand.thread.goals.len()).max().unwrap_or(0);
    for depth in 0..deepest {
        let mut layer: Vec<&'static GoalSeed> =
            strands.iter().filter_map(|strand| strand.thread.goals.get(depth)).collect();
        if depth > 0 {
            rng.shuffle(&mut layer);
        }
        pool.extend(layer);
    }
    pool.truncate(usize::try_from(GOALS).unwrap_or(0));
    pool.rotate_left(1);
    let mut seeds: Vec<Seed> = pool.into_iter().map(Seed::Thread).collect();
    if !own_words.is_empty() && rng.percent(70) {
        let place = rng.index(seeds.len());
        seeds[place] = Seed::Own(rng.pick(own_words));
    }
    seeds
}

fn goal(seed: &Seed, at: DateTime<Utc>, backdrop: &Backdrop, teller: &mut Teller) -> GoalStory {
    let facts = backdrop.facts_on(at.date_naive(), teller.chance());
    let (words, meaning, about, moving, patterns) = match seed {
        Seed::Thread(seed) => {
            (say(seed.words, &facts, teller.chance()), None, seed.about, seed.moving, seed.steps)
        }
        Seed::Own(own) => (own.words.to_owned(), Some(own.meaning), own.about, false, OWN_STEPS),
    };
    let state = state_of(days_between(at.date_naive(), backdrop.journey().end), teller.chance());
    let steps = steps(patterns, state, &facts, teller.chance());
    let check_ins = check_ins(at, state, about, moving, backdrop, teller);
    GoalStory { at, words, meaning, about, state, steps, check_ins }
}

fn state_of(age_in_days: u32, rng: &mut Rng) -> GoalState {
    match (age_in_days, rng.below(100)) {
        (0..200, _) | (_, 0..38) => GoalState::Open,
        (_, 38..82) => GoalState::Met,
        _ => GoalState::Dropped,
    }
}

fn steps(patterns: &[&'static str], state: GoalState, facts: &Facts, rng: &mut Rng) -> Vec<(String, bool)> {
    let ticked = match state {
        GoalState::Open => 55,
        GoalState::Met => 92,
        GoalState::Dropped => 30,
    };
    patterns.iter().take(STEPS).map(|pattern| (say(pattern, facts, rng), rng.percent(ticked))).collect()
}

fn check_ins(
    from: DateTime<Utc>,
    state: GoalState,
    about: &'static str,
    moving: bool,
    backdrop: &Backdrop,
    teller: &mut Teller,
) -> Vec<CheckInStory> {
    let days = days_between(from.date_naive(), backdrop.journey().end).min(365);
    let (first, last) = (teller.chance().between(1, 4), target(state, teller.chance()));
    let mut stories: Vec<CheckInStory> = (0..CHECK_INS)
        .map(|n| {
            let rng = teller.chance();
            let day = days_after(
                from.date_naive(),
                1 + days.saturating_sub(1) * n / CHECK_INS + rng.between(0, days / 60),
            );
            let by = if rng.percent(60) { By::Client } else { By::Worker };
            let score = (first * (CHECK_INS - n) + last * n) / CHECK_INS + rng.between(0, 4);
            let (at, score) = (check_in_moment(from, day, by, rng), score.saturating_sub(2).min(10));
            let note = check_in_note(by, score, about, moving, day, backdrop, teller);
            CheckInStory { at, by, score, note }
        })
        .collect();
    stories.sort_by_key(|story| story.at);
    stories
}

/// The score a goal tends to.
fn target(state: GoalState, rng: &mut Rng) -> u32 {
    match state {
        GoalState::Met => rng.between(8, 10),
        GoalState::Open => rng.between(5, 8),
        GoalState::Dropped => rng.between(1, 3),
    }
}

/// A client writes at any hour they are awake, a worker in working hours; never before the goal itself.
fn check_in_moment(from: DateTime<Utc>, day: NaiveDate, by: By, rng: &mut Rng) -> DateTime<Utc> {
    let at = match by {
        By::Client => moment(day, 6, 23, rng),
        By::Worker => working_moment(working_day_by(day), rng),
    };
    if at > from { at } else { from + chrono::TimeDelta::minutes(i64::from(rng.between(20, 240))) }
}

fn check_in_note(
    by: By,
    score: u32,
    about: &'static str,
    moving: bool,
    day: NaiveDate,
    backdrop: &Backdrop,
    teller: &mut Teller,
) -> String {
    let mut facts = backdrop.facts_on(day, teller.chance());
    facts.set("about", about);
    facts.set("score", score.to_string());
    let walked = moving && by == By::Client && score > 3 && teller.chance().percent(45);
    teller.line(if walked { moving_words(score) } else { check_in_words(by, score) }, &facts)
}
