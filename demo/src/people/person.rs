//! Who one invented client is: name, year of birth, condition, home, the people around, and the kinds of life that are theirs.
//! It must not know when they are met or what is written.

use chrono::{Datelike, NaiveDate};

use super::calendar::months_before;
use super::facts::Facts;
use super::household::Household;
use super::life::{THREADS, Thread, name_of};
use super::names::{Gender, PACKS, Pack, full_name, given_name};
use super::places::{NEIGHBOURHOODS, Neighbourhood, PRACTICES, TOWN};
use super::pronouns::{set_pronouns, their_of};
use super::rng::Rng;
use super::tastes::{HOMES, set_tastes};
use super::values::Condition;

/// One invented client.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Full name.
    pub(crate) name: String,
    /// Year of birth.
    pub(crate) born: i32,
    /// Number of the practice, from 1.
    pub(crate) practice: u32,
    /// The condition that opened the door.
    pub(crate) condition: Condition,
    /// Names and home words.
    pub(crate) pack: &'static Pack,
    /// Kinds of life, the heaviest first, beside the condition.
    pub(crate) threads: Vec<&'static Thread>,
    /// Whether the first meeting was short and led by a list.
    pub(crate) short_first_meeting: bool,
    /// Everything sentences may say that does not change from visit to visit.
    pub(crate) facts: Facts,
    /// Where they can walk to, nearest first.
    pub(crate) reaches: [String; 6],
}

const CONDITIONS: [Condition; 4] = [Condition::T2d, Condition::Copd, Condition::Asthma, Condition::Chd];

impl Person {
    /// The client with this number on a caseload; `starting` is the day the referral came in.
    pub(crate) fn invent(number: usize, starting: NaiveDate, seed: u64, rng: &mut Rng) -> Self {
        let pack = PACKS[(number + usize::try_from(seed % 17).unwrap_or(0)) % PACKS.len()];
        let gender = if number % 15 == 11 { Gender::Neither } else { Gender::of_chance(rng) };
        let given = given_name(pack, gender, &[], rng);
        let born = 1940 + i32::try_from(rng.between(0, 40)).unwrap_or(0);
        let age = starting.year() - born;
        let condition = rng.draw(&CONDITIONS);
        let threads = threads_for(number, pack, rng);
        let practice = rng.between(1, 11);
        let area = rng.pick(&NEIGHBOURHOODS);
        let street = rng.draw(&area.streets);

        let mut facts = Facts::default();
        facts.set("name", given);
        facts.set("age", age.to_string());
        facts.set("cond", name_of(condition));
        facts.set("language", if pack.language.is_empty() { "English" } else { pack.language });
        facts.set("mum", pack.mother);
        set_pronouns(&mut facts, gender);
        set_places(&mut facts, area, street, practice);
        set_tastes(&mut facts, pack, rng);
        set_home(&mut facts, &threads, pack, given, gender, age, rng);
        set_loss(&mut facts, starting, rng);
        let name = full_name(pack, gender, given, rng);
        let reaches = reaches(area, street);
        let short_first_meeting = number % 4 == 1;
        Self { name, born, practice, condition, pack, threads, short_first_meeting, facts, reaches }
    }
}

/// Three kinds of life that go together: the first by turn, so that a caseload of thirty meets them all.
fn threads_for(number: usize, pack: &Pack, rng: &mut Rng) -> Vec<&'static Thread> {
    let mut order: Vec<&'static Thread> = THREADS.to_vec();
    order.rotate_left(number % THREADS.len());
    rng.shuffle(&mut order[1..]);
    let mut chosen: Vec<&'static Thread> = Vec::new();
    for thread in order {
        let fits = thread.key != "newcomer" || !pack.language.is_empty();
        if chosen.len() < 3 && fits && !chosen.iter().any(|other| clash(other.key, thread.key)) {
            chosen.push(thread);
        }
    }
    chosen
}

/// Kinds of life that would contradict each other in one person.
fn clash(one: &str, other: &str) -> bool {
    let pair = |a, b| (one == a && other == b) || (one == b && other == a);
    pair("caring", "isolation")
        || pair("caring", "refuge")
        || pair("refuge", "isolation")
        || pair("grief", "refuge")
}

fn set_places(facts: &mut Facts, area: &Neighbourhood, street: &'static str, practice: u32) {
    let practice = &PRACTICES[usize::try_from(practice).unwrap_or(1).saturating_sub(1) % PRACTICES.len()];
    facts.set("town", TOWN);
    facts.set("place", area.name);
    facts.set("street", street);
    facts.set("park", area.park);
    facts.set("shop", area.shop);
    facts.set("hall", area.hall);
    facts.set("bus", area.bus);
    facts.set("practice", practice.name);
    facts.set("gp", practice.gp);
    facts.set("nurse", practice.nurse);
}

fn set_home(
    facts: &mut Facts,
    threads: &[&'static Thread],
    pack: &'static Pack,
    given: &'static str,
    gender: Gender,
    age: i32,
    rng: &mut Rng,
) {
    let household = Household::invent(pack, given, gender, age, rng);
    household.describe(facts, pack, their_of(gender), gender, rng);
    let (home, described) = rng.draw(&HOMES);
    let street = facts.find("street").unwrap_or_default().to_owned();
    let cares = threads.iter().any(|thread| thread.key == "caring");
    let company = if cares && household.shares_home {
        format!("with {}", household.shares_with(their_of(gender)))
    } else {
        "alone".to_owned()
    };
    facts.set("home", home);
    facts.set("lives", format!("{company} in {described} on {street}"));
}

fn set_loss(facts: &mut Facts, starting: NaiveDate, rng: &mut Rng) {
    let died = months_before(starting, rng.between(2, 20));
    facts.set("lostwhen", died.format("in %B %Y").to_string());
    facts.set("bp_high", format!("{}/{}", rng.between(162, 184), rng.between(94, 108)));
}

fn reaches(area: &Neighbourhood, street: &str) -> [String; 6] {
    [
        "the gate".to_owned(),
        format!("the corner of {street}"),
        "the bus stop".to_owned(),
        area.shop.to_owned(),
        area.park.to_owned(),
        format!("the far side of {}", area.park),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somebody(number: usize) -> Person {
        let day = NaiveDate::from_ymd_opt(2024, 5, 1).unwrap();
        Person::invent(number, day, 1, &mut Rng::new(number as u64))
    }

    #[test]
    fn every_kind_of_life_is_met_on_a_caseload_of_thirty() {
        let met: Vec<&str> = (0..30).flat_map(|n| somebody(n).threads).map(|thread| thread.key).collect();
        for thread in THREADS {
            assert!(met.contains(&thread.key), "{}", thread.key);
        }
    }

    #[test]
    fn nobody_who_cares_at_home_is_said_to_live_without_anyone_to_talk_to() {
        for person in (0..300).map(somebody) {
            let keys: Vec<&str> = person.threads.iter().map(|thread| thread.key).collect();
            assert!(!(keys.contains(&"caring") && keys.contains(&"isolation")), "{keys:?}");
            assert_eq!(keys.len(), 3);
        }
    }

    #[test]
    fn only_someone_with_another_language_learns_english() {
        for person in (0..300).map(somebody).filter(|person| person.pack.language.is_empty()) {
            assert!(person.threads.iter().all(|thread| thread.key != "newcomer"));
        }
    }
}
