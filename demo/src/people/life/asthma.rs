//! Living with asthma. Patterns only.

use super::thread::{GoalSeed, Thread, task};
use crate::people::services::Service;

#[rustfmt::skip]
pub(crate) static ASTHMA: Thread = Thread {
    key: "asthma",
    told: [
        &[
            "{name} has had asthma since [school|the first baby|the bakery], and goes through a blue inhaler in [{#9-20} days|a couple of weeks]; the brown one [is at the back of the cupboard|“does nothing you can feel”].",
            "Peak flow today {peak}; [best ever|what {they} remember{s} from before] is {#410-520}.",
            "What sets it off: [cats, cold air, {kinname}’s perfume|dust, paint, being hurried|laughing, which is a shame].",
            "The night cough [wakes {them} at {~2-4}|keeps {kinname} awake too], [three|four] nights a week.",
            "{they} {was} in [A&E|the walk-in] {~1-3} times last year, each time [sent home by morning|told to see {nurse}], [and there was no appointment|which took five weeks].",
            "{name} has {~2-4} inhalers [in every coat|down the side of the sofa], most of them [empty|out of date].",
            "[Nobody since school|No one] has [watched {them} breathe in|talked about it but to say “keep taking them”]; that was {#28-49} years ago.",
            "At work {they} {was} [moved from the ovens|put near the doors], which [helped the chest and cost the wage|made it worse in winter].",
            "{name} will not have [the cat|the carpet] blamed, [and I did not|the cat is {their} company].",
        ],
        &[
            "An attack on {weekday}: [{name} sat on the back step until it eased|{kinname} rang 999], and {they} {is} still [shaky|hoarse].",
            "Steroids again; [hungry, cross and awake|{they} cleaned the oven at three in the morning].",
            "Pollen, [diesel|thunder] and a [late prescription|closed chemist] together: peak flow fell to {#180-260}.",
            "Work [wrote about|counted] the days off, [with a meeting set for {weekday}|and {they} went in too soon].",
            "{nurse} was [off|fully booked] and the review was done by [text|a form]: {~4-6} questions and [no one listened to the chest|a tick].",
            "The inhaler {they} know{s} is [out of stock|changed for another in the same colour], and {name} [does not trust it|used it upside down].",
            "[A neighbour’s bonfire|Fresh paint on the stairs|A spray in {shop}] set it off on {weekday}, and [it took six puffs and an hour|{neighbour} sat with {them}].",
            "{they} {was} told in A&E that {they} had “[used the service four times|poor control]”, and [heard: nuisance|asked for it to be taken out].",
            "{name} sleeps [by the open window in a coat|upright], for fear of [not waking|the night one].",
        ],
        &[
            "With the [spacer|right breath in] the brown inhaler [works|does its work]; {nurse} watched and [changed one small thing|said nobody had ever shown {them}].",
            "Peak flow {peak}, [four weeks of mornings on the chart|a line that goes the right way].",
            "The plan is in three colours on [the fridge|{their} phone]; {name} [was in amber on {weekday} and did what it says|read it to {kinname}].",
            "{name} walked to {reach} [through the cold with a scarf|before the pollen was up] and [did not need the blue one|used it once].",
            "{name} rinsed, held, counted ten, and [the chart has a corner in it where it started|the difference is in the handwriting].",
            "The damp, the cat and the cleaner were tried [one at a time|in turn], like a proper experiment: [it was the cleaner|the cat is acquitted].",
            "The steroid card is [in the purse|on the keyring], and {kinname} [knows what it means|has had the talk too].",
            "{name} told [the foreman|the choir mistress] what an attack looks like, and [a chair was put by the door|nobody laughed].",
        ],
        &[
            "One blue inhaler since {month}. {name} [keeps the old count on the door|had to look for it].",
            "Slept through [every night this week|{#19-27} nights of the month].",
            "{they} [swam|sang|danced] for [half an hour|the whole evening] and [paid for it a little|not a wheeze].",
            "Peak flow {peak}, [steady|the best in {~2-6} years].",
            "{name} was at [the wedding|the match] till midnight, [blue inhaler in the sock|smoke machine and all], and [danced|shouted].",
            "The yearly review took [twenty minutes, with the chest listened to|the whole slot], and {name} [asked for it to be that way|brought the chart].",
            "In the pollen week {they} went to amber, did [what amber says|the four things], and was [green by Sunday|back in the choir in three days].",
        ],
    ],
    said: [
        &[
            "“The blue one’s my friend. [The brown one’s a vicar.|I don’t go anywhere without it.]”",
            "“You don’t know what it is till [you can’t finish a sentence|someone sits on your chest],” {they} said.",
            "“I’ve always been chesty. [That’s just me.|Mum was.]”",
            "“I don’t like to puff in front of people. [They stare.|They think it’s drugs.]”",
            "“My mother used to [sit me over a bowl|burn a powder]. [I can smell it now.|It did nothing, but she sat with me.]”",
            "“I can’t laugh, I can’t run, I can’t [cry|shout at {kinname}]. [What’s left?|I knit.]”",
            "“You learn to [breathe small|look normal].”",
        ],
        &[
            "“I thought, [not in front of the children|who’ll feed the cat]. Stupid what you think.”",
            "“Those steroids. [I could have painted the bridge.|I cried at an advert.]”",
            "“They asked me to score it. [I can’t breathe, I said. What’s that out of ten?|Out of what?]”",
            "“I went in because [they count|I was ashamed], and I [was sent home grey|couldn’t do the stairs].”",
            "“He said ‘poor control’. [I’ve got splendid control. I didn’t hit him.|Of what? The weather?]”",
            "“The ambulance lady [held my hand|did her hair in a clip like my daughter]. [I don’t remember the rest.|Funny what you see.]”",
            "“I daren’t laugh at the telly. [I watch the news.|I watch snooker.]”",
        ],
        &[
            "“All those years I was [swallowing it|doing it wrong]. It went on my tongue.”",
            "“Green, amber, red, [like the lights|even I can do that].”",
            "“I slept. [No coughing.|Next door asked if I’d gone away.]”",
            "“Not guilty! [I told the cat.|She got sardines.]”",
            "“I counted to ten and [held it like a secret|nothing came up again]. [All those years.|Magic.]”",
            "“I laughed at the telly. [A bit. Then a lot.|{neighbour} knocked on the wall.]”",
        ],
        &[
            "“I forget I’ve got it, [some days|until the cat comes in].”",
            "“I laughed till I cried and [I only cried|no wheeze]!”",
            "“I showed the girl at work how to use hers. [She’d been doing it like I did.|Pass it on.]”",
            "“I went up [all four flights|the church tower]. [Stopped once, to be rude about the view.|For no reason!]”",
            "“I’ve one inhaler and I know where it is. [In my hand, usually.|That’s tidy.]”",
            "“My breath’s [mine|just breath]. [You don’t know what that is unless you know.|Lovely stuff.]”",
        ],
    ],
    promises: &[
        "ask {nurse} to watch the inhaler being used",
        "get the plan in three colours, in {their} own language if there is one",
        "ask for the prescription to be ready before it runs out",
        "write a line for work about {their} plan, for {them} to send",
        "find a pool that is not so strong on the chlorine",
    ],
    tasks: &[
        task("blow the peak flow each morning", "blown the peak flow on {#17-28} mornings"),
        task("take the brown one by the toothbrush", "kept the brown one by the toothbrush"),
        task("wear the scarf over the nose", "worn the scarf over the nose"),
        task("order before the last week", "ordered in good time"),
    ],
    goals: &[
        GoalSeed { words: "[Sleep without coughing|Not cough all night]", about: "the nights", moving: false, steps: &[
            "{nurse} watches the inhaler", "{name} keeps the brown one by the toothbrush", "{name} blows the peak flow each morning", "{kin} keeps the cat out of the bedroom", "{worker} brings the plan in three colours", "We look at the chart in four weeks" ] },
        GoalSeed { words: "[Sing|Swim|Dance] again and not be scared of my chest", about: "being out and moving", moving: true, steps: &[
            "{gp} says what is safe", "{worker} finds a warm pool or a choir", "We go along together the first time", "{name} takes two puffs before", "{name} stops at the first tightness", "{friend} knows where the inhaler is", "{name} stays to the end once" ] },
    ],
    reasons: &[
        "Asthma, frightened to move; would like to sing or swim in company.",
        "Blue inhaler every fortnight; damp and worry at home.",
        "Several attacks in a year; wants to learn the plan at leisure.",
    ],
    services: &[Service::Music, Service::Swimming, Service::Breathing, Service::Movement],
    later: &["Peak flow {peak}.", "The chest was [quiet|a bit tight with the pollen] and the plan did its work.", "Blue inhaler: [once|twice] since we last spoke."],
};
