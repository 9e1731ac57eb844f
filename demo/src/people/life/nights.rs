//! Pain, worry and bad nights. Patterns only.

use super::thread::{GoalSeed, Thread, task};
use crate::people::services::Service;

#[rustfmt::skip]
pub(crate) static NIGHTS: Thread = Thread {
    key: "nights",
    told: [
        &[
            "{name} sleeps {sleep} a night, [in pieces|between the knee and the worry], and is [useless|slow as treacle] until [noon|the second cup of {drink}].",
            "The pain is in [the hip and down the leg|both knees|the low back|the hands], [worse in the cold|since the fall], and [nobody has said what it is in plain words|the list for the clinic is {#5-14} months].",
            "{they} lie{s} [listening to the pipes|going over old conversations|counting what is owed], [up at {~2-3}|with the radio under the pillow].",
            "Tablets were doubled in the spring and [help a little|make {them} stupid]; {they} would [rather understand it than cover it|like to take fewer].",
            "Worry comes [as a tight band|in the stomach], mostly [before the post|on Sundays|in queues]; {they} {has} [left a full basket at {shop}|turned back from the bus].",
            "{name} has [tried the lot|a drawer full]: [warm milk, whale music, somebody’s tablets|lavender, brandy, counting], and [is past believing|keeps the receipts].",
            "The scan showed [“changes for {their} age”|nothing they could name], and {they} {has} felt [dismissed|foolish] since.",
            "{they} {was} a [good sleeper|nine-hour person] until [the accident|the night shifts|{kinname} moved out], [which nobody had asked|and could tell me the date].",
            "{name} walks the house [in socks|with a torch] so as not to wake {neighbour} through the wall.",
            "[The fear of dropping|Since the drop in the bank], as {they} call{s} it, {they} keep{s} [a hand on something|to the edges of rooms].",
        ],
        &[
            "A bad [fortnight|run]: {~3-5} nights with [almost nothing|two hours], and [a row with {kinname}|a pan burnt dry] on the back of it.",
            "The clinic [put the date back|gave exercises on a sheet]; {name} [did them till it hurt and stopped|lost the sheet and was too embarrassed to ask].",
            "{they} had {~2-4} panics this [week|month], the worst [on {bus}|in the queue at {shop}], and [sat on the kerb until it passed|a schoolgirl held {their} bag].",
            "{name} [takes naps at four|has a drink to get off], knows it [does not help|costs the night], and [told me before I asked|laughed about it].",
            "We talked about what a bad night takes away the next day: [the walk, the dinner, the patience|everything on the list].",
            "The new tablets [gave {them} dreams in colour|made the stairs swim], so {they} stopped [overnight|on the third day], and [felt worse for it|did not dare say].",
            "{name} forgot [a pan|{kinname}’s birthday|the road home, for a minute], and [thought it was dementia|has told nobody]; {gp} should hear, and [will|{they} agreed].",
            "Pain clinic, at last, and it was [a questionnaire and a booklet|{~8-11} minutes after {~9-11} months].",
            "{neighbour} complained about the [walking|radio] at night; {name} [cried, then baked them something|now sits in the dark].",
        ],
        &[
            "At the [pain café|better nights group] they [drew it as a dial|talk about pacing]: {name} now does [ten minutes and stops while it is still good|half the stairs’ worth].",
            "Up to {sleep}, with [the phone in the kitchen|a notebook for the worries|no news after eight].",
            "{name} [breathed through|rode out] a panic [in {shop}|on {bus}], [hand on the rail, counting back|looking for five blue things], and [finished the shopping|stayed on].",
            "{gp} [went through the tablets one by one|stopped two]; [{they} {is} clearer in the mornings|nothing got worse].",
            "[A firmer mattress from the furniture project|A hot water bottle at nine] has done more than {they} expected.",
            "{name} drew [the day as a battery|a map of the night], and we could see [where it leaks|that the worst hour is the one before the post].",
            "The physiotherapist, {@officer}, [touched the place and said “there”|watched {them} walk, which nobody had], and gave [two moves, not twelve|a reason].",
            "{name} and {neighbour} have [moved both beds from the wall they share|agreed the radio stops at one], [over {food}|on the stairs].",
            "{they} went [without an afternoon sleep for {~5-9} days|to bed late on purpose], [hated it|swore at me], and it [is working|has pulled the night together].",
        ],
        &[
            "{sleep} most nights. [Not young man’s sleep, {they} said, but sleep.|The notebook is nearly full and hardly needed.]",
            "The pain is [still there and smaller|a visitor, not the landlord], {they} said; {they} plan{s} around it.",
            "{name} [went the whole month|got through a funeral] without a panic.",
            "{they} {was} asked to tell the new group [how pacing works|about the dial] and did it [with slides drawn by hand|shaking, and well].",
            "{name} has given [the drawer of remedies|the notebook] [away|to the group], and kept [one|the lavender].",
            "{name} went [to the wedding|to {kinname}’s] and stayed over in a strange bed, [four hours, and pleased with them|with the torch, unused].",
            "There was a bad week in {month}, [named as such, planned round, and over|which did what bad weeks do and went].",
        ],
    ],
    said: [
        &[
            "“Three in the morning is a [long way from|very big] anything,” {they} said.",
            "“They say it’s wear and tear. [I’m not a carpet.|So am I, then.]”",
            "“You can’t see it, so [they think it isn’t|you’re making it up].”",
            "“I’m frightened of [the fright|being frightened]. How daft is that?” Not daft.",
            "“I don’t want stronger tablets. I want [a night|my head].”",
            "“I know every [crack in that ceiling|night bus by its brakes].”",
            "“The doctor said ‘sleep hygiene’. [I wash!|I said, I’m clean enough.]”",
            "“It’s like having the [engine|wireless] on. [All night.|You can’t find the knob.]”",
            "“I’m all right if I don’t [move|think]. [Try it.|That leaves blinking.]”",
        ],
        &[
            "“I bit {kinname}’s head off over a [spoon|towel],” {name} said.",
            "“I thought I was dying in [the freezer aisle|aisle nine].”",
            "“The sheet said gently. [What’s gently?|They’ve not met my hip.]”",
            "“It takes the next day as well. [That’s what they don’t count.|Two for the price of one.]”",
            "“I’m frightened of bed. [A grown person.|I put it off, I clean.]”",
            "“I’d give [ten years|my good leg] for one [morning|night].”",
            "“They said on a scale of one to ten. [I said it’s not a scale, it’s a lodger.|I said, what’s the point of ten?]”",
            "“I snapped at the [bus driver|nurse]. [That’s not me.|I went back to say sorry.]”",
        ],
        &[
            "“Ten minutes and stop. [It goes against everything I was taught.|I feel a fraud, but it works.]”",
            "“I wrote the worry down and it [looked smaller|was only four lines].”",
            "“There was a doctor there with the same back! [Swearing like me.|It cheered me up.]”",
            "“I stayed on the bus. [All eleven stops.|I could have kissed the driver.]”",
            "“I said to it, [‘you again’|‘come in, sit down, shut up’]. [And it sort of did.|It’s a way.]”",
            "“I went on the bus [one stop, then two, like a child|with my five blue things]. [There’s always blue.|The driver’s tie!]”",
            "“I slept through [the bin lorry|an earthquake, {neighbour} says]!”",
        ],
        &[
            "“I woke up and it was [light|the birds]. I thought the clock was broken.”",
            "“It hurts, and I [went anyway|had a nice day]. Both.”",
            "“I’m the [pacing bore|expert] of {street} now.”",
            "“I lay awake and it was [just lying awake|quite nice, the rain].”",
            "“I’ve got [an evening again|mornings]. [I’d forgotten you could read.|I see the milkman.]”",
            "“It’s there. [I’m here.|We nod.]”",
        ],
    ],
    promises: &[
        "find out where {they} really {is} on the clinic list",
        "ask {gp} for a tablets review, one by one",
        "bring the notebook and the nights sheet",
        "go to the pain café with {them} the first time",
        "ring at ten on a bad morning, if {they} text{s} the word",
    ],
    tasks: &[
        task("leave the phone in the kitchen at night", "left the phone in the kitchen most nights"),
        task("write the worry down and shut the book", "written the worries down and shut the book"),
        task("stop after ten minutes even when it is going well", "stopped after ten minutes nearly every time"),
        task("note the good nights, not the bad", "noted {~4-11} good nights"),
        task("try the counting on {bus}", "tried the counting on {bus}"),
    ],
    goals: &[
        GoalSeed { words: "[Sleep till five|Get five hours in one piece]", about: "the nights", moving: false, steps: &[
            "{name} leaves the phone in the kitchen", "{worker} brings the notebook", "{gp} looks through the tablets one by one", "{name} walks before ten each morning", "{kin} does not ring after nine", "We look at the good nights only" ] },
        GoalSeed { words: "Do a [full shop|whole bus ride] without [panicking|getting off]", about: "the bus and the shop", moving: false, steps: &[
            "{name} rides two stops with {worker}", "{name} learns the five blue things", "{friend} waits at the other end", "{name} goes at a quiet hour", "{worker} is on the phone the first time alone", "{name} does the full shop and treats {themself}" ] },
    ],
    reasons: &[
        "Sleeps {sleep}; pain and worry feed each other.",
        "Would like to understand pacing; prefers a group that meets after noon.",
        "Panics in queues and on buses; first visit together, please.",
    ],
    services: &[Service::Sleep, Service::Movement, Service::Swimming, Service::Music, Service::Garden],
    later: &[
        "Nights: {sleep}, [give or take|about what we hoped for].",
        "The notebook was [on the table, closed|lent to {friend}].",
        "One bad night [after the fireworks|with the wind], [and not two|and it did not spread].",
    ],
};
