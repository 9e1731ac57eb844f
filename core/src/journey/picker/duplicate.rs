//! Whether a client has something like this already: two organisations that offer the same, one after the other, wear
//! people out.

use crate::journey::finding::Verdict;
use crate::model::{EntityId, sort_by_key};

/// Help that a client has or waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InPlace<'a> {
    /// The onward referral, when it is one.
    pub referral: Option<EntityId>,
    /// The service, when it was picked from the directory.
    pub service: Option<EntityId>,
    /// Its name.
    pub name: &'a str,
    /// What sort of service it is, in the directory's words.
    pub service_type: Option<&'a str>,
}

/// Why something is like what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// It is the same service.
    SameService,
    /// It is of the same sort.
    SameSort,
}

/// Something like it that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// How alike they are.
    pub likeness: Likeness,
    /// The name of what is there.
    pub name: String,
    /// The onward referral, when it is one.
    pub referral: Option<EntityId>,
}

/// What is there already that is like `picked`, the closest first.
pub fn list_duplicates(picked: InPlace<'_>, there: &[InPlace<'_>]) -> Vec<Duplicate> {
    let found = there.iter().filter_map(|other| {
        let likeness = likeness(picked, *other)?;
        Some(Duplicate { likeness, name: other.name.to_owned(), referral: other.referral })
    });
    let mut found: Vec<_> = found.collect();
    sort_by_key(&mut found, |duplicate| duplicate.likeness);
    found
}

fn likeness(one: InPlace<'_>, other: InPlace<'_>) -> Option<Likeness> {
    let same = |one: &str, other: &str| !one.trim().is_empty() && plain(one) == plain(other);
    if (one.service.is_some() && one.service == other.service) || same(one.name, other.name) {
        return Some(Likeness::SameService);
    }
    let sort = one.service_type.zip(other.service_type).is_some_and(|(one, other)| same(one, other));
    sort.then_some(Likeness::SameSort)
}

/// A name without its article, case and signs.
fn plain(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "the");
    words.collect::<Vec<_>>().join(" ")
}

impl Verdict for Duplicate {
    fn code(&self) -> &'static str {
        match self.likeness {
            Likeness::SameService => "same_service_in_place",
            Likeness::SameSort => "same_sort_in_place",
        }
    }

    fn words(&self) -> String {
        match self.likeness {
            Likeness::SameService => format!("{} is in place or under way already.", self.name),
            Likeness::SameSort => {
                format!("{} is in place or under way and offers the same sort of help.", self.name)
            }
        }
    }

    fn about(&self) -> Option<EntityId> {
        self.referral
    }
}
