//! What was agreed, and when the two speak next. Patterns only.

use crate::people::values::Mode;

/// What the worker takes on.
pub(crate) static WORKER_TAKES: &[&str] = &[
    "I will {promise}[ before we speak again| by {weekday}| this week|].",
    "[From me|My part]: to {promise}.",
    "I promised to {promise}, and [wrote it on {their} calendar|to say so either way|not to let it slide].",
    "I have taken it on to {promise}.",
    "I am to {promise}, [by {@clock} on {weekday}|before the month is out], and to ring {them} whatever the answer.",
    "{name} wrote it in the book so that I cannot wriggle: {worker} to {promise}.",
    "[Down to me|Mine]: {promise}. I said by {@clock} on {weekday}[, and if not, why not|].",
    "Before {@date} I shall {promise}[; {they} will hear from me whichever way it goes|].",
    "{name} asked me to {promise}, {@manner}. [I said yes.|I can do that much.]",
    "So: I {promise}, and {name} [stops worrying about it|leaves that one to me|may ring if it is late].",
    "What I can do from my end is to {promise}[, starting with {@officer}|, and I have blocked {@clock} for it|].",
    "I offered to {promise}. [“Go on then,” {they} said.|{they} had not liked to ask.|{they} thought about it and nodded.]",
    "First thing {weekday}: {promise}. [It is in the diary in ink.|Then straight back to {them}.]",
    "One promise only, and a small one: to {promise}.",
    "Between now and {next} I {promise}.",
    "I said I could not fix {@worry}, but I could {promise}.",
];

/// What the client takes on.
pub(crate) static CLIENT_TAKES: &[&str] = &[
    "{name} will {todo}[, if the week allows|, no more than that| when {they} feel{s} up to it|].",
    "[{name}’s part|From {name}]: to {todo}.",
    "{they} want{s} to {todo}, [{their} own idea|and asked me to ask about it].",
    "{name} would like to {todo} [before then|first], [and stop there|nothing else].",
    "By then {name} hopes to {todo}, [after the trip to {@errand}|{@worry} permitting].",
    "{name} offered to {todo}; I had not asked.",
    "{name} thinks {they} can {todo}, [maybe with {friend}|if the {home} is quiet|on a good morning].",
    "Asked what felt possible, {they} said, {@manner}: to {todo}.",
    "If {weekday} is kind, {name} will {todo}.",
    "{name} wrote it on {their} own list, under {@errand}: {todo}.",
    "A small one for {name}: {todo}. [No marks given.|And a rest after.]",
    "It is for {them} to {todo}, [or not|in {their} own time|and to tell me if it is too much].",
    "{they} said {they} would {todo} before {@date}; I said [there is no before|whenever].",
    "{name} will try to {todo}, [and {kinname} will remind {them}, gently|for {kinname}’s sake, {they} said|“to shut you up,” with a grin].",
];

/// How the goal in hand stands.
pub(crate) static ABOUT_GOAL: &[&str] = &[
    "{their} goal stays in {their} words: “{goal}”. [Today it is|{they} put it at] {score} out of ten[, up from what it was|, “on a good day”|, and said why|].",
    "On “{goal}”: as for {about}, {they} said, [no hurry|better with company|not this month, and no harm done].",
    "“{goal}” is [still what {they} want{s} most|on the fridge door now|{their} own line, and it stays]. [We did not touch the steps.|One step is ticked.|We crossed a step out; it was mine, not {theirs}.]",
    "We looked at {about}. [{score}, and lower last time|{score} out of ten, “don’t ask me tomorrow”|Not this week, and that is all right].",
    "{their} line on the fridge, “{goal}”: {score} out of ten, {they} said, {@manner}.",
    "“{goal}”, read aloud by {name}, {@manner}. [{score}.|{score} today.] [What would make it one more? {@good}.|What gets in the way? {@worry}.]",
    "{score} for “{goal}”, and {their} reason: {@good}.",
    "We went back to “{goal}”. [Still {theirs}?|Still the right words?] {they} read it {@manner} and said [yes|yes, for now|“who wrote that? I did”].",
    "“{goal}” has a neighbour now: {@worry}. [One at a time, we said.|They may be the same thing.]",
    "{they} asked me to read “{goal}” back. {score} out of ten, then {@worry}, then {score} again.",
    "About “{goal}” {they} said only: {@good}.",
    "{kinname} knows about “{goal}” now, and [is behind it|keeps asking|offered to drive].",
    "Not a word on “{goal}” until the door; then, {@manner}: “{score}. Put {score}.”",
];

/// The sentence that says when and how the two speak next, by how.
pub(crate) fn next_contact(mode: Mode) -> &'static [&'static str] {
    match mode {
        Mode::Home => HOME,
        Mode::Phone => PHONE,
        Mode::Surgery => SURGERY,
        Mode::Community => COMMUNITY,
        Mode::Text => TEXT,
    }
}

static HOME: &[&str] = &[
    "Next: I come to the {home} on {next}[, to go on with this|, to hear how {about} went|, nothing to prepare].",
    "{next} at home, [{their} choice|same time|at {@clock}].",
    "I will be back on {next}, [weather allowing|and will text the evening before].",
    "{next}, {@clock}, at the {home}. [I bring the milk.|{their} table, my papers.|Kettle on, {they} promised.]",
    "We said {next} at home[, and if {they} {is} {@mood} we only have {drink}|, after the trip to {@errand}|].",
    "Home again on {next}, {@clock}; [ring twice|the side door|I text when I leave the bus].",
    "{name} would like me to come on {next}[, when {kinname} is there|, before {kinname} is back|, for the light].",
];
static PHONE: &[&str] = &[
    "Next: a call on {next}[, in the morning|, {their} best time|, about this and nothing else].",
    "I ring on {next}; [{they} {has} it on the calendar|{they} wrote it on {their} hand].",
    "We speak by phone on {next}, [to hear about {kinname}|ten minutes, no forms].",
    "{next}, I ring at {@clock}. [If engaged, again at {@clock}.|Three rings, then a second time.|{they} may be at {@errand}, then later.]",
    "Phone, {next}, when {they} {is} back from {@errand}.",
    "The next talk is by phone, {next}, [with a cup each|with {them} on the stairs|short].",
    "I call {them} on {next} at {@clock}, [mainly to ask about {@worry}|to hear, not to ask].",
];
static SURGERY: &[&str] = &[
    "Next: {next} at {practice}[, after the blood test|, same room if we get it|].",
    "We meet at the surgery on {next}, [since {they} {is} there for {nurse}|{their} idea].",
    "{next}, {@clock}, {practice}, [room {~2-9}|upstairs|the quiet corner].",
    "At {practice} again on {next}; [{nurse} has kept us the room|I asked for one with a window].",
    "{next} at the surgery, since {they} {has} {@errand} next door.",
];
static COMMUNITY: &[&str] = &[
    "Next: {next} at {hall}[, I will be at the door|, {they} get{s} the {drink} in|].",
    "We meet outside on {next}, [at {shop}|by the gate of {park}|on {bus}, top deck], and go in together.",
    "{next}, {@clock}, by {@errand}; we go on from there.",
    "We said {hall} on {next}, {@clock}, [rain or shine|the table by the hatch|and home by {bus}].",
    "Out together on {next}: {@errand}, then a sit down.",
    "{next} at {park} if it is dry, {hall} if not.",
];
static TEXT: &[&str] = &[
    "Next: I text on {next}, [one line|no need to answer the same day].",
    "A text on {next} [suits {them} better|will do], and a visit after.",
    "I send a line on {next}, about {@clock}. [No answer needed.|{they} may send a picture instead.]",
    "{next}: a text, {their} choice, since {they} will be at {@errand}.",
    "By text on {next}, [just a hello|to fix a day].",
];
