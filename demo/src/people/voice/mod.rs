//! The sentences that belong to no one kind of life: how notes begin and end, what was seen, what was agreed, and the short
//! words on check-ins, answers and referrals. It must not know any one person.

pub(crate) mod agreed;
pub(crate) mod beginnings;
pub(crate) mod check_ins;
pub(crate) mod comments;
pub(crate) mod everyday;
pub(crate) mod follow_up;
pub(crate) mod for_the_file;
pub(crate) mod missed;
pub(crate) mod news;
pub(crate) mod observed;
pub(crate) mod openings;
pub(crate) mod own_steps;
pub(crate) mod pools;
pub(crate) mod promises;
pub(crate) mod referral_words;
pub(crate) mod said_how;
pub(crate) mod skies;
