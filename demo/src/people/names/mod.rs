//! Names for invented people, from the cultures of a British town. Every name is put together by chance from common parts;
//! none is meant for a living person. It must not know how a person lives.

mod african;
mod asian;
mod british;
mod european;
mod pack;

pub(crate) use pack::{OwnWords, Pack};

use super::rng::Rng;

/// Every culture a person may come from, in the order a caseload walks through them.
pub(crate) static PACKS: [&Pack; 17] = [
    &british::NORTHERN,
    &asian::URDU,
    &european::POLISH,
    &african::CARIBBEAN,
    &british::WELSH,
    &african::SOMALI,
    &british::ENGLISH,
    &asian::BENGALI,
    &european::IRISH,
    &asian::CHINESE,
    &african::ARAB,
    &british::SCOTTISH,
    &african::NIGERIAN,
    &asian::PUNJABI,
    &european::ROMANIAN,
    &african::ERITREAN,
    &european::TURKISH,
];

/// Which form of a given and family name, and which pronoun, a person uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    /// She.
    Woman,
    /// He.
    Man,
    /// They.
    Neither,
}

impl Gender {
    /// Woman or man, evenly.
    pub(crate) fn of_chance(rng: &mut Rng) -> Self {
        if rng.percent(54) { Self::Woman } else { Self::Man }
    }
}

/// A given name that is not yet in `taken`, where the pack has one left.
pub(crate) fn given_name(pack: &Pack, gender: Gender, taken: &[&'static str], rng: &mut Rng) -> &'static str {
    let names = if gender == Gender::Man { pack.men } else { pack.women };
    let free: Vec<&'static str> = names.iter().copied().filter(|name| !taken.contains(name)).collect();
    if free.is_empty() { rng.draw(names) } else { rng.draw(&free) }
}

/// A full name in the order the culture writes it.
pub(crate) fn full_name(pack: &Pack, gender: Gender, given: &str, rng: &mut Rng) -> String {
    let families = if gender == Gender::Man { pack.families_of_men } else { pack.families_of_women };
    let family = rng.pick(families);
    if pack.family_first { format!("{family} {given}") } else { format!("{given} {family}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_family_name_comes_first() {
        let name = full_name(&asian::CHINESE, Gender::Woman, "Mei-ling", &mut Rng::new(1));
        assert!(name.ends_with(" Mei-ling"), "{name}");
    }

    #[test]
    fn two_people_of_one_family_have_two_given_names() {
        for seed in 0..200 {
            let mut rng = Rng::new(seed);
            let first = given_name(&european::POLISH, Gender::Woman, &[], &mut rng);
            assert_ne!(first, given_name(&european::POLISH, Gender::Woman, &[first], &mut rng));
        }
    }

    #[test]
    fn names_carry_the_marks_of_many_writings() {
        let names: String =
            PACKS.iter().flat_map(|pack| pack.women.iter().chain(pack.families_of_men)).copied().collect();
        for mark in ['â', 'ï', 'ż', 'ś', 'Á', 'Ș', 'ş', 'ī', 'ʿ', 'ọ', '\'', '-'] {
            assert!(names.contains(mark), "{mark}");
        }
    }
}
