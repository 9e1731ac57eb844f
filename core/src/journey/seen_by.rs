//! Who sees what, said to the client in plain words. Drawn from the same table that grants the streams, so that the words
//! cannot promise more than the server keeps.

use crate::model::Audience;

/// A part of what is kept about somebody, and who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeenBy {
    /// The part.
    pub what: &'static str,
    /// The stream it lives in.
    pub audience: Audience,
    /// Who reads it.
    pub who: &'static str,
}

/// Everything that is kept about a client, part by part.
pub const SEEN_BY: [SeenBy; 5] = [
    SeenBy {
        what: "Your goals, your steps, how it is going, your next contact and what became of your referrals",
        audience: Audience::Shared,
        who: "You and your link worker",
    },
    SeenBy {
        what: "Your name, how to reach you safely, and what you told us you need",
        audience: Audience::Core,
        who: "Your link worker",
    },
    SeenBy {
        what: "Your link worker's notes and the referrals they write for you",
        audience: Audience::Work,
        who: "Your link worker. You may ask for a copy of all of it",
    },
    SeenBy {
        what: "Questionnaires you answered together, with your name",
        audience: Audience::Submitted,
        who: "Your link worker and their supervisor, and you once you have your copy",
    },
    SeenBy {
        what: "What your link worker has begun to write and not finished",
        audience: Audience::Private,
        who: "Only your link worker",
    },
];

/// What is true of all of it.
pub const ALSO_SEEN_BY: &str = "The people who run the service's computer can technically read what is kept on it; each time \
                                somebody opens a record on the web, it is written down.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_case_is_spoken_of() {
        let of_nobody = [Audience::Directory, Audience::Team];
        for audience in Audience::ALL.into_iter().filter(|audience| !of_nobody.contains(audience)) {
            assert!(SEEN_BY.iter().any(|part| part.audience == audience), "{audience:?}");
        }
    }
}
