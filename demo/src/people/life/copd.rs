//! Living with COPD. Patterns only.

use super::thread::{GoalSeed, Thread, task};
use crate::people::services::Service;

#[rustfmt::skip]
pub(crate) static COPD: Thread = Thread {
    key: "copd",
    told: [
        &[
            "{name} can walk to {reach} before {their} breath goes; [a year ago it was the market|{they} used to do it with a pushchair].",
            "The COPD was [found|named] after [a bad winter|the second pneumonia], and {they} {was} [given three inhalers and no time|sent home with a booklet].",
            "[Talking tired {them}|{they} stopped at the commas], so I did more of it, [slowly|with gaps].",
            "{they} smoke{s} {#4-15} a day, down from {#20-40}, [and waited for me to say something|by the back door]; I asked about [the ones {they} had not smoked|what the first one of the day is for].",
            "Stairs are done [once a day|backwards, sitting]; the bed may [come down|move to the front room].",
            "{name} worked [with asbestos sheets|in flour|with solvents, no mask] for {#12-30} years, and [nobody writes that down, only the smoking|the firm is gone].",
            "{they} plan{s} the day by [chairs: hall, landing, kitchen|what can be carried in one hand].",
            "In company {they} pretend{s} to [look in shop windows|tie a lace], to [get breath|let it come back].",
            "{name} sleeps [propped on four pillows|in the armchair], and wakes [with a dry mouth and a fright|when {they} slide{s}].",
        ],
        &[
            "A chest infection: [second course of tablets|the rescue pack was started] on {weekday}, [and {name} is grey with it|{they} waited too long to start, not to be a bother].",
            "{name} was [in hospital {~2-9} nights|taken in on {weekday}], home with [oxygen at night|a nebuliser and a leaflet], and frightened.",
            "Lung rehab is [{#8-20} weeks off|on the first floor and the lift is out|at nine in the morning, when {they} cannot dress]; I said that is no use and will ask what else.",
            "It is the [cold air|fog|damp] that does it; {they} {has} not been past {reach} [since {month}|for a fortnight].",
            "{kin} hears the cough through the wall and [does everything now|won’t let {them} lift a cup], which [is kind and makes it worse|{name} hates].",
            "The oxygen people came [and there are tubes to trip on|while {they} {was} asleep]; {name} [feels tied to the wall|has hidden the machine under a cloth with roses].",
            "The benefit assessor asked {them} to [walk to the car|talk for forty minutes]; {they} [did, and paid for it for two days|could not, and it was written as “chose not to”].",
            "{name} got [half way up the surgery stairs|to the zebra crossing] and had to be [sat on the kerb by strangers|fetched down], and [is not going out till spring|laughed, with wet eyes].",
            "The chest clinic moved to [the other hospital|a floor with a broken lift]; [I rang {@officer}|we asked for transport, {@ref}].",
            "A friend from rehab died. {name} [told me at the end, with a hand on the door|wore {their} black coat for the call, {they} said].",
        ],
        &[
            "Rehab started: [week {~2-5}, the step, the cycle, the marching on the spot|{~6-12} people and a lot of coughing and jokes].",
            "{teacher} showed {them} [breathing out on the effort|the lean on the worktop], and {they} [used it on the stairs|got the bins out with it].",
            "{name} reached {reach}, [with two stops|leaning on the wall like a film star].",
            "The rescue pack was started on day one this time and [it never reached the chest|{they} stayed home].",
            "[Singing for breath|The singers]: {they} [croaked|mouthed the words] the first week and [had the low part|held a note for nine counts] by the fourth.",
            "{name} carries a [folding stool|walking pole with a seat], bought for £{~8-12}, “[the best money I ever spent|my throne]”, and has sat on it [at the sea wall|in {shop}, by the tins].",
            "{they} went [three weeks|{#15-26} days] without a cigarette, had two, and [did not call it the end|started the count again].",
            "[{nurse}|The rehab team] halved {their} inhalers and [the right ones work|explained which is the fire brigade and which the watchman].",
            "Singing in {hall}: a low C, [and applause|from someone with one and a half lungs].",
        ],
        &[
            "{name} finished rehab with [{#60-120} metres more on the walk|a certificate], and goes on with the [singers|maintenance class].",
            "No hospital since {month}; [the plan is on the fridge and has been used|{kinname} knows the plan too].",
            "{name} has {~0-3} cigarettes on a hard day and [none on the others|no longer counts them].",
            "{name} [walks to|met me at] {reach} [and looks at the view, not the wall|and had a word with everyone].",
            "The group put on [a concert for the ward|carols at the station], and {name} [had the line about the sea|turned the pages].",
            "{name} went [to the coast with the stool|up to the allotment] and came home [burnt and pleased|when {they} had had enough, not when the breath had].",
            "{name} rings [two others from rehab|a man who has just started oxygen] on [foggy days|{weekday}s].",
        ],
    ],
    said: [
        &[
            "“It’s like breathing through [a straw|a wet towel],” {they} said.",
            "“I did it to myself, didn’t I. [That’s what they think.|You can say it.]” I said that I came about {them}, not about blame.",
            "“I’m not frightened of dying, I’m frightened of [that bit before|the stairs].”",
            "“I can do anything, [as long as I sit down after|but one thing a day].”",
            "“I used to [sing|run the line|whistle all day]. [Try whistling.|You miss daft things.]”",
            "“They show you the lungs on a poster. [Like two old sponges.|Thank you very much.]”",
            "“When it goes, it goes. [You grab what’s nearest.|I hung on to a pram once, not mine.]”",
            "“People think you’re [drunk|ignorant]. [I can’t walk and say hello.|You can’t explain, that’s the trouble.]”",
        ],
        &[
            "“I lay there and thought, [don’t be a nuisance, wait for the morning|is this it].”",
            "“They say keep active. [On what?|I’m active getting a sock on.]”",
            "“{kinname} cuts my meat up. [Next it’ll be a bib.|I let {k_them}, it’s easier.]”",
            "“Fog’s a [thief|murderer],” {name} said at the window.",
            "“I heard myself on the phone and thought, [who’s that old wreck|that’s Dad].”",
            "“They said pack it in. [I have packed in everything but breathing.|What else is there at night?]”",
            "“I’d not wish it on a [dog|landlord].”",
        ],
        &[
            "“Out on the effort! [Why did nobody say?|Forty years I’ve held it in.]”",
            "“We’re a right choir. [One lung between the lot of us.|Nobody minds a cough.]”",
            "“I got to [the post box|the corner] and posted it myself.”",
            "“I started the tablets the first morning and I [beat it|felt clever].”",
            "“I sat on my stool and [the world came by|a child gave me a flower]. [I should have done it years ago.|Nobody minded.]”",
            "“You breathe out like you’re [fogging a mirror|cooling soup]. [Free, that is.|And up you go.]”",
            "“Low C! [{kinname} always said I was flat.|They felt it in the floor.]”",
        ],
        &[
            "“I know my chest now. [It doesn’t boss me.|We’ve an understanding.]”",
            "“I stopped to look at the [ducks|boats], not to get my breath. [Well. Both.|That’s the difference.]”",
            "“If I’d to say one thing: [go to the singing|start the pack early].”",
            "“I had a bad day and then I had [a good one|my tea]. [It used to be a bad day and then the winter.|That’s how it goes.]”",
            "“I know where all the benches are. [There should be a map.|I’m drawing a map.]”",
            "“It’s slow. [But I see more.|I’ve got to like slow.]”",
        ],
    ],
    promises: &[
        "ask whether rehab has a group after eleven and on the ground floor",
        "get the rescue plan written on one page for the fridge",
        "ask {nurse} to watch {them} use the inhalers",
        "find out about a stair rail",
        "ring after the cold snap",
    ],
    tasks: &[
        task("walk to {reach} and stop before it hurts", "walked to {reach} on {~3-6} days"),
        task("start the rescue pack on day one", "started the rescue pack on day one"),
        task("practise breathing out on the effort", "practised breathing out on the effort"),
        task("put a chair half way up the hall", "put a chair half way up the hall"),
        task("hum along with the radio each morning", "hummed along with the radio each morning"),
    ],
    goals: &[
        GoalSeed { words: "Walk to [the shop|{park}] [without stopping|and back]", about: "the walking", moving: true, steps: &[
            "{name} walks to {reach} and stops before it hurts", "{nurse} watches the inhalers", "{teacher} shows the lean and the long breath out", "{worker} comes along once a month", "{friend} walks the last bit", "{name} takes the stick and sits on the bench", "Lung rehab has a ground-floor place" ] },
        GoalSeed { words: "Stay out of hospital [this winter|till the spring]", about: "keeping out of hospital", moving: false, steps: &[
            "{nurse} writes the plan on one page", "{name} keeps the pack by the bed", "{kin} knows when to ring", "{name} has the jab", "{worker} rings in the cold snaps", "{name} starts the pack on day one" ] },
    ],
    reasons: &[
        "COPD; can walk to {reach}. Needs a ground-floor group after eleven.",
        "Two bad chests this winter and afraid of the stairs.",
        "Would like to sing; no reading of music.",
    ],
    services: &[Service::Breathing, Service::Music, Service::Walking, Service::Energy],
    later: &["Breath: to {reach} today.", "The chest has [held|been clear since {month}].", "Inhalers checked by {nurse}, [technique fine|one changed]."],
};
