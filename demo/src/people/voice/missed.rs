//! Notes on contacts that did not come about: what may have got in the way, what was done all the same, and how the door was
//! kept open. No blame is in these patterns, and none may be added.

use crate::people::values::Mode;

/// First sentences of a note about a contact that did not come about.
pub(crate) fn missed_openings(mode: Mode) -> &'static [&'static str] {
    match mode {
        Mode::Home => HOME,
        Mode::Phone => PHONE,
        Mode::Surgery | Mode::Community => MEETING,
        Mode::Text => TEXT,
    }
}

static HOME: &[&str] = &[
    "[Called at|Knocked at] {name}’s {home} as agreed; [no answer|the curtains were drawn|nobody in]. I waited [ten minutes|a quarter of an hour|till {@clock}] and [put a handwritten card through the door|left {@object} that {they} had lent me with {@who}|went, without a card, as {they} prefer{s}].",
    "{name} was not in [today|when I came at ten past {~9-11}]. {neighbour} [thought {they} had gone to the hospital|had seen {them} go out with a bag|had not seen {them} since {weekday}].",
    "Home visit did not take place: {name} [came to the door in a dressing gown and asked for another day|was on the way to {kinname}’s, {kinname} had rung]. [Of course.|We laughed and rebooked.]",
    "{@clock}, {street}: rang, knocked, looked up. {sky}. No {name}. [I wrote on the back of a bus ticket and posted that.|A card through the door, my name and nothing else.]",
    "{name} opened on the chain: not today, {they} {was} {@mood}. I said [any day|that is quite all right], and that I would ring.",
    "{name} had left a note on the door for me: gone to {@errand} with {@who}, sorry, come {weekday}. [I was pleased, to be honest.|I wrote “good” underneath.]",
    "I met {@who} on the stair at {@clock}: {name} was fetched by {kinname} in the night, [for {@worry}|nothing bad, they think]. I have rung {kinname}, as I may.",
    "No light, no radio at {name}’s, {sky}. {neighbour} saw {them} at {@clock}, {@mood}, with a bag. So: out, not down.",
    "The lift was out and {name} called down from the landing that {@ache} would not let {them} near the door; we had {~3-6} minutes through the letterbox.",
];

static PHONE: &[&str] = &[
    "Rang {name} [twice|at the time agreed and an hour later]; [it rang out|straight to the machine|the number gave no tone]. [No message left, as {they} ask{s}.|I left only my first name and that I will try again.]",
    "No luck on the phone [today|this afternoon]. {name} [often has no credit by this point in the month|said {weekday}s can be difficult|may be at the clinic].",
    "Tried {name} by phone; {kinname} answered and said {they} {was} [asleep after a bad night|at the chemist]. I said only that {worker_name} rang.",
    "{@clock}, and again later: no answer from {name}. [{they} may be at {@errand}.|It may be {@worry}.]",
    "The call at {@clock} was picked up and put down. {name} has told me what that means: not alone, or not well. I did not try again today.",
    "{name}’s phone is off, {@who} tells me, until {@date}: the money went on {@dish} for {kinname}’s lot.",
    "Rang at {@clock}, {@who} answered: wrong moment, {@worry}. I said it was nothing that would not keep.",
    "The line to {name} crackled and went, twice. {@officer} says the mast is down until {@date}.",
    "{@clock}: “I can’t now, love,” {name} said, {@mood}, and that was the call. Which is an answer.",
];

static MEETING: &[&str] = &[
    "We had planned to meet [today|this morning] and {name} could not come: [a text said {kinname} was ill|{bus} was off|it came out later that the night had been bad].",
    "I waited at the place we agreed until [half past|twenty to]; {name} did not get there today. [It was sleeting|It is two buses|The day before had been the hospital].",
    "{name} rang [the surgery|me] to say {they} {was} not up to coming. [Glad {they} rang.|That took something, to ring.]",
    "{@clock} at {hall}, {sky}; {name} did not come within the half hour. [A text later: {@worry}.|{neighbour} had seen {them} setting out and turning back.]",
    "{name} sent word at {@clock}: the walk to {@errand} had taken all the breath there was. [We leave it.|I said thank you for telling me.]",
    "{name} and I had said {@clock}. {bus} was on diversion, {sky}, and {they} rang from {@errand} to say go home.",
    "I had a table at {hall} and two cups; {@who} drank the other one. {name} sent word: {@ache}.",
    "A mix-up, mine: I had written {@clock} and {name} {@clock}. {they} had waited and gone. I have said sorry by text.",
    "{kinname} rang {@who}, who told me: {name} is at the hospital with {@ache}, nothing grave, home by {@date}.",
];

static TEXT: &[&str] = &[
    "Texted {name} [as we do in between|on the day we agreed]; nothing back [yet|by this evening]. [{they} run{s} out of credit about now.|That is not like {them}, and I have made a note to ring.]",
    "Two short messages to {name} today, [neither asking for anything|one with the bus time]; no reply so far.",
    "A text at {@clock} about nothing in particular ({@good}); no answer. [That is fine.|The ticks stayed grey.]",
    "Wrote to {name} at {@clock}: “{@good}, or not?” No word by {@clock}. {@who} says the credit went on {@date}.",
    "One text, {@clock}, one tick. {name} had said {they} might be at {@errand} with {@who} all day.",
];

/// What was done in the time all the same.
pub(crate) static MEANWHILE: &[&str] = &[
    "I used the time to {alone}, [which is done|and got as far as a date|and will hear by {weekday}].",
    "In the meantime I [did what I could|kept my side]: I was able to {alone}, [{@ref}|at last|in between].",
    "[Rang|Spoke to] {nurse} [to hear whether all was well|with {their} standing agreement]; {they} had been seen [on {weekday}|last week] and was [all right|tired].",
    "Checked the diary: [this is the first in months|the second this season, both after bad nights|always in the last week before payday|{~2-4} since {month} last year, each with {@worry} behind it]. [It says something about the timing, not about {them}.|I should offer another time of day.|{@clock} may simply be wrong.|Not a pattern, a life.]",
    "[Went by|Looked in at] {hall} in case; {they} had not been there [today|this week], and people asked after {them}.",
    "Wrote to {name} by hand: no form, only that [I was thinking of {them}|nothing is lost] and when I will ring.",
    "I [read back|went over] the last three notes; what {they} told me about [{about}|{kinname}] may well be what is in the way.",
    "{friend} [happened to ring|was at the bus stop] and I said nothing beyond hello, as is right.",
    "Spoke to {@officer} meanwhile about {their} papers ({@ref}): [moving|no news|they want one more paper, which I have].",
    "I had {@span} in hand and used it to {alone}, [so it was not lost|which was overdue].",
    "Went to {@errand} for {them}, since I was passing and had said I might.",
    "Put the {~2-4} loose ends in order: the letter, {@worry}, and the date at {practice}.",
    "[Instead|While there] I looked in on {@who} at {hall}, who had a message for {name}: {@dish} on {@date}.",
    "I rang {@officer} in the time, {@hours}, {@ref}: [still open|they will write by {@date}|it was on the wrong pile].",
    "{@span} to spare, so I did {their} bus pass form as far as the photograph.",
    "Dropped {@object} back at {@who}’s for {them}, which had been on my back seat since {month}.",
    "Went through {their} steps: [two could be mine|one is done and not ticked|the third was never {theirs}]. Rang {@officer} about that one.",
    "Found out for {them} that {@errand} now shuts at {@clock}, and that {@who} will still open the side door.",
    "Sat at {park} and wrote the letter about {@worry} I owed {them}; {@who} will bring it round.",
    "Used the hour on {their} case with {@officer}: {@sum} found, {@ref}.",
];

/// What the worker keeps in mind.
pub(crate) static IN_MIND: &[&str] = &[
    "[What matters here|On my mind]: last time {they} spoke of “{goal}”, and [it was going uphill|{they} {was} proud of it|it was a hard day].",
    "It has been a [heavy|full] {month} for {them} and [one missed day is no sign of anything|I would rather come to {them} than ask {them} to come to me].",
    "{name} has never [missed|gone quiet] without a reason, and the reason has usually been [{kinname}|money for the bus|the chest|somebody else’s need].",
    "[I think of|I keep hearing] what {they} said about being [a nuisance|a job on a list]; so [no second letter|the tone matters].",
    "If [Monday|the next try] is quiet too I will [ring {kinname}, as {name} agreed I may|knock once, at a decent hour|ask {nurse} to mention me].",
    "Nothing in this needs [a form|a warning]; {they} {is} welcome [whenever it suits|at the next one].",
    "The last thing {they} said, {@manner}, was about {@worry}. [That may be all it is.|I should have stayed with it.]",
    "It was going well: {@good}, {they} told me only {since} ago. People go quiet [when it is going well|on good weeks], too.",
    "Not to forget: {they} {was} {@mood} last time, and [hid it well|said so].",
    "Somebody who has been let down as often as {they} {has} may be [waiting to see if I come back|testing the rope]. I will come back.",
    "{name} said in {month} that {@worry} makes {them} hide. That is what I think it is.",
    "I would have asked about {@ache} today, and about {@who}.",
    "What I like about working with {name}: {@good}, in the middle of everything. It will come back.",
    "{they} {was} going to show me {@object}. I hope {they} still want{s} to.",
    "“{goal}” is still on my page for {them}, in {their} words, with a {score} beside it.",
    "{kinname} has {@worry} just now, and {name} carries {kinname}’s things too.",
    "A quiet {weekday} is allowed. I go quiet myself when it is {@worry}.",
    "{month} brings {lostname} back to {them}, {they} once said; I should have thought of that before choosing the day.",
    "The sky was no help: {sky}. With {cond} that is reason enough.",
    "“{@good},” {they} had said at the door last time, {@manner}. I keep that beside today.",
    "Two bad nights and {@ache}, I would guess, from the last message.",
];

/// How the door is kept open.
pub(crate) static ANOTHER_WAY: &[&str] = &[
    "Another way next time: [a text the evening before|{their} own choice of hour|I will come on foot and only say hello].",
    "[Offered|I have offered] {them} [the afternoon instead|a walk instead of a chair|a call, no visit], [no need to explain|whatever is easier].",
    "Said in the message that [the door is open|nothing has to be ready], and that {they} can send one word, “{later_word}”, if it is not the time.",
    "I will not [close anything|count this|make a thing of it]; we go on from [where we were|{about}|{@object}, say].",
    "[Asked|I have asked] reception to put a call from {name} straight through [if {they} ring{s}|this week].",
    "If {they} would rather, we go to {@errand} together and talk on the way; I said that.",
    "A card by post, hand-written: {@good}, and my number. Nothing to fill in.",
    "I will be at {hall} on {weekday} from {@clock} in any case, [and {they} know{s} it|with the flask].",
    "{@who} from {hall} will be passing on {@date} and can say hello, if {name} agrees; I asked by text.",
    "I proposed {@clock} at {park}, ten minutes, no papers.",
    "Perhaps {@show} first and then me: I can come after {@clock}.",
    "One line in big letters through the door: {next}, {@clock}, or tell {@who} another.",
    "I asked {them} to choose: phone, {park}, {@errand}, or a month off. All four are fine.",
    "If {@ache} is what it is, I come to {them}; if it is {@worry}, we need not talk about it.",
    "The offer stands of {bus} together, {@hours}, with {@dish} at the end.",
    "I left the choice of the next place to {them}, and the choice of whether.",
];

/// What a worker can do for a client who is not there, to follow “to”.
#[rustfmt::skip]
pub(crate) static ALONE: &[&str] = &[
    "ring {@officer} about {their} papers, {@ref}", "look up the bus times to {@errand}", "ask {nurse} about {@ache}", "chase the letter of {@date}", "write to {@officer}, {@ref}", "find out what {@sum} a week would cover", "talk to {@who} at {hall} about a place on {@date}",
    "put right the date on {their} form", "hand the papers in, {@ref}", "look for somebody who mends such things as {@object}", "ask at {hall} about {@date}", "have the letter to {@officer} printed in large type", "tidy {their} file, which had {~3-9} loose ends", "price a second-hand cooker ({@sum})",
];
