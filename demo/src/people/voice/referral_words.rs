//! The few words that go with a referral’s status. Patterns only; some are empty, as in life.

use crate::people::values::ReferralStatus;

/// Words for how far a referral has come.
pub(crate) fn status_words(status: ReferralStatus) -> &'static [&'static str] {
    match status {
        ReferralStatus::Made => MADE,
        ReferralStatus::Accepted => ACCEPTED,
        ReferralStatus::Attended => ATTENDED,
        ReferralStatus::Closed => CLOSED,
    }
}

/// Words for a referral that was turned back at the door.
pub(crate) fn bounced_words(status: ReferralStatus) -> &'static [&'static str] {
    match status {
        ReferralStatus::Made => &["Sent, wait said to be {~3-6} months.", "Sent with {nurse}’s reading."],
        ReferralStatus::Accepted => {
            &["Induction offered after {~4-7} months.", "Date for the induction came by letter."]
        }
        ReferralStatus::Attended => &[
            "Turned away at the induction, blood pressure {bp_high}.",
            "Came, was read at {bp_high}, sent home.",
        ],
        ReferralStatus::Closed => &[
            "Closed by the service: see GP. Nobody rang {name}; I have.",
            "Closed by them over blood pressure; {nurse} to follow up with me.",
        ],
    }
}

static MADE: &[&str] = &[
    "Sent with {name} beside me.",
    "[Sent|Rung through] on {weekday}, {they} read it first.",
    "By [phone|their form]; [asked for the afternoon group|asked to be met at the door].",
    "{name} asked for it.",
    "Sent, [contact by text only|ring before ten|letters are no use].",
    "",
    "{@ref}. [{@officer} will ring.|Asked for {@who}’s group.]",
    "Sent {@clock}, {@ref}.",
];
static ACCEPTED: &[&str] = &[
    "Place from {month}, [starting slowly|{weekday} afternoons].",
    "Accepted; [{~2-9} weeks’ wait|waiting list short], {name} told.",
    "They rang {them} [themselves|on {weekday}], all friendly.",
    "Yes, [ground floor arranged|with a lift there|buddy found].",
    "Letter came, {they} opened it.",
    "",
    "{@who} rang: from {@date}, {@clock}.",
    "Place from {@date}, {@ref}.",
];
static ATTENDED: &[&str] = &[
    "Went [with me|with {friend}|alone], [stayed to the end|stayed an hour].",
    "First visit done, [wants to go again|unsure, will try twice].",
    "[{~2-7} people there|A small group], “[they were kind|better than I thought]”.",
    "Came in late, was welcomed.",
    "Went once {kinname} could [drive|sit in at home].",
    "",
    "{@hours}, {@who} at the door.",
    "Went on {@date}; {@dish} after.",
];
static CLOSED: &[&str] = &[
    "Finished, [goes on by {themself}|kept {~2-3} friends from it].",
    "Ended [as agreed|in {month}]; did what it was for.",
    "[Moved|Went over] to something nearer.",
    "Not the right fit; {name}’s view is on file.",
    "Course over, [certificate on the wall|said thank you].",
    "",
    "Closed {@date}, {@ref}; {they} keep{s} up with {@who}.",
    "{~4-12} sessions, {@who} wrote a card.",
];
