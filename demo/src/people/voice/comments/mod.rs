//! The comment beside each answer of the whole-life conversation, in the client’s words, by part of life and by how it stands.
//! It must not know any one person.

mod asides;
mod body;
mod world;

pub(crate) use asides::ASIDES;

use crate::people::values::Domain;

/// Comments for a part of life at a score from 1 (hardest) to 5.
pub(crate) fn comments(domain: Domain, score: u32) -> &'static [&'static str] {
    let [hard, middling, good] = match domain {
        Domain::Lifestyle => &body::LIFESTYLE,
        Domain::SelfCare => &body::SELF_CARE,
        Domain::Symptoms => &body::SYMPTOMS,
        Domain::Outlook => &body::OUTLOOK,
        Domain::Work => &world::WORK,
        Domain::Money => &world::MONEY,
        Domain::Home => &world::HOME,
        Domain::People => &world::PEOPLE,
    };
    match score {
        ..=2 => hard,
        3 => middling,
        _ => good,
    }
}
