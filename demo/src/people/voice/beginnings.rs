//! First meetings, also the short ones that went wrong, and a change of link worker. Patterns only.

/// Who this is, in a first note.
pub(crate) static FIRST: &[&str] = &[
    "First meeting with {name}, {age}, [who came to us through|introduced by] {nurse} at {practice}. {they} {has} {cond} and live{s} {lives}.",
    "Met {name} for the first time ({age}, {cond}, {practice}). {they} live{s} {lives}, and [had not been sure what a link worker is|had put the good cups out].",
];

/// How the first meeting went on.
pub(crate) static FIRST_WORDS: &[&str] = &[
    "I said who I am, [that I am not from the surgery|that I am no clinician], and that we begin with what matters to {them}. [A long breath.|“That’ll take a while,” {they} said.]",
    "What matters, in {their} words, first: “{goal}”.",
    "[Left my card with the photograph|Wrote my name and number large on the calendar]; {they} asked [who reads what I write|how long I stay for], and I [said|showed {them}].",
    "No form today; [the questions can wait till next time|the whole-life talk we will do later, in {their} order, or not].",
    "Asked how and when to be reached: [mornings, ring twice|text first|never on a {weekday}|{kinname} may know that I ring, not why].",
];

/// A short first meeting, led by a list.
pub(crate) static SHORT_FIRST: &[&str] = &[
    "First appointment with {name}, {age}, {cond}, {practice}: a quarter of an hour [between two others|in the small room].",
    "Went through [diet and portions|food, alcohol and steps] and gave the [plate leaflet|ten tips]. {name} said little and [held {their} coat|watched the clock].",
    "[Writing this up I see|On the way home I saw] that I did not ask what matters to {them}. {they} began to say something about {kinname} at the door and [the next person was waiting|I had no time].",
    "I have [rung to say|put a note in the post saying] that I should like to start again, [properly|at {their} pace], with an hour.",
];

/// Looking back at that first meeting.
pub(crate) static SHORT_FIRST_AFTER: &[&str] = &[
    "I said sorry for the first time, when it was all leaflets. “I thought, [that’s another one|she’s in a rush],” {name} said, “[but you came back|and then you rang].”",
    "We laughed, a little, about the [plate leaflet|ten tips]: {they} {has} used it [under the wobbly table|for a shopping list].",
];

/// The old worker’s last note.
pub(crate) static LEAVING: &[&str] = &[
    "Told {name} today, as {they} should hear it from me, that I leave the team on {next}. {they} went quiet, then: “[Just as I’d got used to you.|They always go, the good ones.|Who do I get?]”",
    "{newworker} takes over. We agreed what {newworker} should know first: “{goal}”, [what happened with {kinname}|how to ring|that {they} need{s} a minute before answering], and what I still owe {them}.",
    "[The handover page|What goes into the handover] was written with {name} beside me; {they} changed two words.",
];

/// The new worker’s first note.
pub(crate) static ARRIVING: &[&str] = &[
    "My first time with {name}; I have taken over from {oldworker}. I had read what matters to {them}, and said it back, so that {they} need not [start again|tell it all twice].",
    "{name} [was wary|asked how long I would be staying|tested me a little], [with reason|and fairly]. I said what {oldworker} had promised and that those promises are mine now.",
    "“{oldworker} [had a way with {them}|knew when to shut up],” {they} said. “You [seem all right|’ll do].”",
];
