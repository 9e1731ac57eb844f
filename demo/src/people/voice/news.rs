//! What a note says about the other records: referrals and what became of them, goals begun, assessments talked through,
//! check-ins the client sent. Patterns only.

use crate::people::values::ReferralStatus;

/// News of a referral, by how far it has come.
pub(crate) fn referral_news(status: ReferralStatus) -> &'static [&'static str] {
    match status {
        ReferralStatus::Made => MADE,
        ReferralStatus::Accepted => ACCEPTED,
        ReferralStatus::Attended => ATTENDED,
        ReferralStatus::Closed => CLOSED,
    }
}

static MADE: &[&str] = &[
    "With {their} agreement I have referred {them} to {service}; [I wrote the reason in {their} words|they know to ring after ten|I go along the first time].",
    "We chose {service} together [from three|after a look at the photographs], and I sent the referral [while we sat there|the same day].",
    "Referral to {service}: {they} want{s} to be [met at the door|rung, not written to], and I put that at the top.",
    "Referred to {service} today, {@ref}, [reason in {their} own words|{@officer} there will ring {them}].",
    "{service}: I filled the form in with {them}, {@hours}, and {they} signed it {@manner}.",
];
static ACCEPTED: &[&str] = &[
    "{service} can take {them}, [a start in {~2-6} weeks|{they} can come on {weekday}].",
    "A call from {service}: {name} is [on the list for the next start|expected]. [I told {them} at once.|{they} had the letter too.]",
    "{@who} from {service} rang {name} on {weekday}: there is a place, from {@date}.",
    "{service} said yes, {@ref}. [{they} {has} it in writing.|We worked out the bus.]",
];
static ATTENDED: &[&str] = &[
    "{name} has been to {service}: “[Not what I thought. Better.|All right. I’d go again.|Loud, but kind.|I sat by the door and stayed.]”",
    "First time at {service}, and I rang two days after as I said: [tired and pleased|unsure, willing to try once more|they used {their} name].",
    "We went to {service} together; I [left at the break|stayed in the corridor], {they} stayed [to the end|for the tea].",
    "{name} went to {service} on {@date}: {#13-22} there, {@who} runs it, {@dish} after. {they} came home {@mood}.",
    "To {service} by {bus}, alone. {@who} kept {them} a chair. “{@good}, that was,” {they} said.",
];
static CLOSED: &[&str] = &[
    "{service} has come to its end for {them}: [{they} finished|it did what it was for|not the right thing, and we know why].",
    "That is {service} done. [{they} go{es} on by {themself}.|{they} kept two phone numbers from it.|Something nearer instead, we will see.]",
    "{service} ended on {@date}; {they} and {@who} [have swapped numbers|go to {@errand} together now].",
    "The last of {service}: {@dish}, speeches, {they} {was} {@mood}.",
];

/// News of a referral that was turned back at the door.
pub(crate) fn bounced_news(status: ReferralStatus) -> &'static [&'static str] {
    match status {
        ReferralStatus::Made => MADE,
        ReferralStatus::Accepted => &[
            "{service} has sent a date for the induction at last, months after we asked; {name} [is half glad, half sick|has bought shoes].",
        ],
        ReferralStatus::Attended => &[
            "{service} turned {name} away at the induction because of the blood pressure: {bp_high}. [Nobody there said what happens next.|{they} came home and told no one for two days.] I am on it: {nurse} first, then the scheme, then {name}, by {weekday}.",
        ],
        ReferralStatus::Closed => &[
            "{service} has closed the referral from its side. I [told {name} myself|rang rather than wrote]; it is not the end of it, {nurse} has the readings and we look for something kinder.",
        ],
    }
}

/// A goal was put into words.
pub(crate) static GOAL_BEGUN: &[&str] = &[
    "New today, in {their} words and I wrote it as said: “{newgoal}”. [Six small steps, three of them mine.|We wrote who does what.|{they} read it back and nodded.]",
    "What {they} want{s} now is “{newgoal}”. I asked [why now|what would be different]; [{kinname}, in a word|“because I’m sick of not,” {they} said].",
    "A goal, and it is {theirs}: “{newgoal}”. Said {@manner}; I read it back at {@clock} and not a word was changed.",
    "“{newgoal}”, {they} said, when I asked what would be worth the trouble. {@good} was the runner-up.",
];

/// A goal was put into words in the client’s own language.
pub(crate) static GOAL_OWN_LANGUAGE: &[&str] =
    &["{they} wrote the goal {themself}, in {language}: “{newgoal}” ({meaning}). It stays like that."];

/// The whole-life conversation was held.
pub(crate) static TALKED_THROUGH: &[&str] = &[
    "We talked through the eight parts of life, in {their} order: [people|home|money] first, [body last|the rest as it came]. [{they} asked for a copy.|Two parts said “not now”, and came back to them.|It took the hour and was worth it.]",
    "Did the whole-life talk today, [because {they} wanted to see where things are|as agreed last time], [starting where {they} started|with breaks]. {they} [marked two lower than I would have|{was} surprised by the home one].",
    "{@hours} went on the eight parts of life, begun where {they} wanted, with {@who}’s [name coming up under three of them|chair kept free].",
    "All eight parts today, {@show} off and the door shut. {their} own words throughout; I only held the pen.",
    "The whole-life talk: {they} took money last and {@good} first, though it is not on the sheet.",
    "Eight parts, two cups of {drink}, one pause for {@ache}. {name} looked at the old one beside it and said, {@manner}: “{@good}.”",
    "We did the eight parts walking, and I wrote them down after and read them back at {@clock}: no changes.",
    "{they} gave each of the eight a word before a number. For home the word was “{@object}”.",
];

/// The client wrote something between contacts.
pub(crate) static SINCE_THEN: &[&str] = &[
    "Between times {they} had put {score} out of ten for {about}: “{said}”",
    "I had read what {they} put on the phone about {about} ({score} out of ten): “{said}” [We started there.|I said I had seen it.|]",
    "On {@date} {they} wrote about {about}, {score} out of ten: “{said}”",
    "“{said}” ({about}, {score}): I read it out to {them} and {they} [stood by it|would put it differently today|laughed].",
    "I had seen {their} “{said}” about {about}, and [said thank you for it|asked about the {score}].",
];
