//! Two records that may be of one person. Always a proposal to somebody who can tell, never a merge.

use std::collections::BTreeMap;

use super::finding::Verdict;
use super::nhs_number::parse_nhs_number;
use crate::model::{CaseId, EntityId};

/// What is known of a person.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The case.
    pub case: CaseId,
    /// The name.
    pub name: &'a str,
    /// Date of birth, as `1951-03-07`.
    pub born: Option<&'a str>,
    /// NHS number.
    pub nhs_number: Option<&'a str>,
}

/// Why two records may be of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They have one NHS number.
    NhsNumber,
    /// They have one name and one date of birth.
    NameAndBirth,
}

/// Two records that may be of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// One of them.
    pub one: CaseId,
    /// The other.
    pub other: CaseId,
    /// Why.
    pub likeness: Likeness,
}

/// The pairs that may be of one person, each pair once, by its strongest likeness.
pub fn list_matches(people: &[Known<'_>]) -> Vec<Match> {
    let number = |person: &Known<'_>| person.nhs_number.and_then(|text| parse_nhs_number(text).ok());
    let birth = |person: &Known<'_>| Some(format!("{} {}", person.born?, plain_name(person.name)?));
    let mut pairs = BTreeMap::new();
    for (likeness, key) in [
        (Likeness::NhsNumber, &number as &dyn Fn(&Known<'_>) -> Option<String>),
        (Likeness::NameAndBirth, &birth),
    ] {
        for pair in alike(people, key) {
            pairs.entry(pair).or_insert(likeness);
        }
    }
    pairs.into_iter().map(|((one, other), likeness)| Match { one, other, likeness }).collect()
}

fn alike(people: &[Known<'_>], key: &dyn Fn(&Known<'_>) -> Option<String>) -> Vec<(CaseId, CaseId)> {
    let mut groups: BTreeMap<String, Vec<CaseId>> = BTreeMap::new();
    for person in people {
        groups.entry(key(person).unwrap_or_default()).or_default().push(person.case);
    }
    groups.remove("");
    groups.into_values().flat_map(neighbours).collect()
}

/// Each record beside the next: two people decide about two records at a time, and a group of many is looked at as a chain.
fn neighbours(mut cases: Vec<CaseId>) -> Vec<(CaseId, CaseId)> {
    cases.sort_unstable();
    cases.dedup();
    cases.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// A name without case, spaces or the order of its parts, in any script.
fn plain_name(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let mut parts: Vec<_> = lower.split(|character: char| !character.is_alphanumeric()).collect();
    parts.retain(|part| !part.is_empty());
    parts.sort_unstable();
    (!parts.is_empty()).then(|| parts.join(" "))
}

impl Verdict for Match {
    fn code(&self) -> &'static str {
        match self.likeness {
            Likeness::NhsNumber => "same_nhs_number",
            Likeness::NameAndBirth => "same_name_and_birth",
        }
    }

    fn words(&self) -> String {
        match self.likeness {
            Likeness::NhsNumber => {
                "Another record has the same NHS number. Look at both, and ask the client if you are not sure."
            }
            Likeness::NameAndBirth => {
                "Another record has the same name and date of birth. It may be the same person, or two people."
            }
        }
        .to_owned()
    }

    fn about(&self) -> Option<EntityId> {
        Some(EntityId(self.other.0))
    }
}
