//! She, he and they, and the verb forms that go with each. It must not know who is meant.

use super::facts::Facts;
use super::names::Gender;

/// She, he or they.
pub(crate) fn they(gender: Gender) -> &'static str {
    ["she", "he", "they"][slot(gender)]
}

/// Her, him or them.
pub(crate) fn them(gender: Gender) -> &'static str {
    ["her", "him", "them"][slot(gender)]
}

/// Her, his or their.
pub(crate) fn their_of(gender: Gender) -> &'static str {
    ["her", "his", "their"][slot(gender)]
}

fn slot(gender: Gender) -> usize {
    match gender {
        Gender::Woman => 0,
        Gender::Man => 1,
        Gender::Neither => 2,
    }
}

/// Writes the client’s pronouns and the verb forms that follow them.
pub(crate) fn set_pronouns(facts: &mut Facts, gender: Gender) {
    let one =
        |single: &'static str, plural: &'static str| if gender == Gender::Neither { plural } else { single };
    facts.set("they", they(gender));
    facts.set("them", them(gender));
    facts.set("their", their_of(gender));
    facts.set("theirs", if gender == Gender::Man { "his" } else { one("hers", "theirs") });
    facts.set("themself", if gender == Gender::Man { "himself" } else { one("herself", "themself") });
    facts.set("was", one("was", "were"));
    facts.set("is", one("is", "are"));
    facts.set("has", one("has", "have"));
    facts.set("s", one("s", ""));
    facts.set("es", one("es", ""));
}
