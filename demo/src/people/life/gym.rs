//! The gym: fear at the door, an induction refused on blood pressure, and what suited better. Patterns only.

use super::thread::{GoalSeed, Thread, task};
use crate::people::services::Service;

#[rustfmt::skip]
pub(crate) static GYM: Thread = Thread {
    key: "gym",
    told: [
        &[
            "[Everyone|{gp}, {nurse} and {kin} have all] told {name} to exercise; {they} last did [at school|on {their} wedding day|before the {~1-2} operations] and [was laughed at|came last] then.",
            "{name} would [like|quite like] to be stronger, [for the stairs|to lift the shopping|to keep up with {kinname}], and is [scared stiff|afraid] of a gym: [the mirrors|the music|young men in vests|the changing room].",
            "The fear is [mostly of being out of breath in front of people|that {their} heart will stop|of being seen in shorts], and [it began the day of the ambulance|nobody has asked before].",
            "We talked about what [moving|exercise] {they} [enjoyed once|would not call exercise]: [dancing in the kitchen|walking to market with {mum}|swimming in the river as a child|digging].",
            "[Referral|The form] for the gym scheme needs [a blood pressure|{gp}’s signature] and I [explained|said openly] that the wait is [months|long].",
            "{name} showed me [the shoes, still in the box|the leaflet with the smiling people]; [a kind present from {kinname}|bought in a brave week], never worn.",
            "At {practice} they wrote “[inactive|sedentary]”; {they} [work{s} an allotment|clean{s} three staircases|walk{s} to everything because of the fare].",
            "As a [girl|child], {they} told me, [the teacher made them run in their underwear|{they} won cups, until the illness], so [a whistle|a changing room] is not neutral.",
            "[The card says|They sent word of] the gym on {street}, [£{~3-6} a go after the twelve weeks|{bus} and a walk], which is [a week’s bread|further than the hospital].",
        ],
        &[
            "It has been {~3-6} months since the form went; the scheme [has a new manager|lost it once|is “working through the list”].",
            "The induction was [on {weekday}|this week]. The machine read {bp_high}, the young man [said he could not let {them} on|shut the file], and {name} [walked home in {their} gym shoes|was back on {bus} within ten minutes].",
            "[The letter says|They wrote] to “see your GP” and nothing else; {they} had [thought that was the end of it|put the shoes in the bin].",
            "{name} went [once|alone], got as far as the [turnstile|changing room], [could not breathe for fright|burst into tears], and [a cleaner brought water|hid in the toilets until it was quiet].",
            "{nurse} took it again sitting quietly: {bp_low}. [It was the bus, the stairs and the fear.|High at the door, not here.] [A home machine for a week|New tablets] to be sure.",
            "I [rang the scheme myself|asked what would need to be true] and was told [a note from {nurse} would do|it must be under {#158-165} on the day].",
            "{name} had told [{kinname}|everyone at {gathers}] {they} {was} going, and [now has to un-tell it|is avoiding them].",
            "Nobody had written [to {nurse}|to us] about the turning-away; I found it by [ringing|chance], {~9-12} days later, and that is on us all.",
            "The fear has [spread|grown]: {they} now count{s} {their} pulse [on the stairs|at night], and {has} stopped [the bit of walking {they} did|going up to bed].",
            "The home machine reads [differently each time|high whenever the phone rings], and {name} [writes every one of them down|wants to throw it at the wall].",
            "I asked for the referral rules; they are [two pages long and written for somebody of thirty|clear enough, had anybody read them to {them}].",
        ],
        &[
            "{name} and I [sat in the café at the leisure centre|looked in from the gallery], [no kit, no card|only looking], and [left when {they} said|had a scone].",
            "[Gentle circuits|The seated class] at {hall}: {#7-14} people, [most past sixty|one with an oxygen bottle], a teacher called {teacher} who [asks before touching|counts in {~2-3} languages].",
            "{name} did [the warm-up and {~2-4} stations|eleven minutes], sat out the rest, and [nobody looked|was clapped].",
            "Blood pressure at home is [settling|{bp_low} on average]; {nurse} has written [the note|to the scheme].",
            "{they} can now [go|get] as far as {reach} without stopping.",
            "We walked to {reach} and [{name} set the pace|took the pulse at each end, for the fun of it]; {their} heart did [what hearts do|nothing remarkable].",
            "{friend} goes along on {weekday}s, [for the company|“to stop me running off”], and the two have [matching water bottles|a café they end in].",
            "{name} asked {teacher} about [the breathlessness|being sweaty] out loud, and [three others|half the class] said “me too”.",
            "The scheme’s manager, {@officer}, [rang {name} to apologise|has changed the letter]: it now says who to ring.",
        ],
        &[
            "{name} has been to [circuits|the class] {#6-19} times and [carries the mats|knows the order by heart].",
            "[The stairs at home are done in one go|{they} carried {~2-4} bags from {shop}], which is what it was for.",
            "The gym [wrote to offer another induction|finally rang]; {name} said [no thank you, I’ve found something|perhaps in the new year, with {friend}].",
            "{teacher} asked {name} to [stand beside the new ones|be the one who says hello].",
            "{name} walked [to {practice} and back|up Beacon hill] for the [review|flu jab], and [told {nurse} so|arrived before the bus would have].",
            "Two new people were [turned away at the gym|scared of the door] this month and {teacher} sent them [to stand by {name}|to the chairs at the back].",
            "The shoes [are worn through|have been to the cobbler].",
            "[They do a display|There is a party] at {hall} and {name} is [in it|doing the music].",
        ],
    ],
    said: [
        &[
            "“I’m not [that sort of person|built for Lycra],” {they} said.",
            "“They think I’m lazy. [I’m frightened.|I worked {#27-41} years on my feet.]”",
            "“What if I drop dead [in front of everyone|on the thing]?” {name} asked; [a fair question, which nobody had answered|I wrote it down for {nurse}].",
            "“I’ll go if you go,” {they} said, so I will.",
            "“A treadmill! [I’d rather walk somewhere.|It goes nowhere, like me.]”",
            "“They say ‘just do what you enjoy’. [I enjoy sitting down.|I enjoy dancing, is there a card for that?]”",
            "“I can’t wear those things. [Not with my scars.|It isn’t decent, where I come from.]”",
            "“My {friend} went and [pulled something in week one|said it stinks].”",
            "“I get my exercise [up and down for {kinname}|carrying coal]. [It doesn’t count, apparently.|No machine for that.]”",
        ],
        &[
            "“Six months I waited, [and it took them two minutes to send me home|and I’d bought the shoes].”",
            "“He was only a lad. He said ‘sorry, I’m not allowed’. [I wanted the floor to open.|Everybody heard the number.]”",
            "“I cried in the [changing room|car park]. At my age.”",
            "“Nobody rang. [I thought: that’s that, then.|Not one of them.]” I said I was sorry, and that I am ringing now.",
            "“It was high because I was [terrified|shaking]. [Put that on your form.|Anyone’s would be.]”",
            "“I’d told them all I was going. [Now I’m the one who got sent home.|What do I say?]”",
            "“I thought I was healthy for an ill person.”",
            "“He said I was a risk. [To what? The carpet?|I’ve been called worse.]”",
            "“I’m not going back there if they [send a car|pay me].”",
        ],
        &[
            "“There’s a woman with two sticks who does the [hula hoop|star jumps sitting down]. [If she can.|I’ve stopped worrying.]”",
            "“I sweated and [I didn’t die|it was funny].”",
            "“{teacher} said start where you are. [Nobody’s ever said that.|So I started on the chair.]”",
            "“I don’t call it exercise, I call it [Thursday|going out].”",
            "“Nobody’s got the kit. [One feller’s in his work trousers.|There’s a lady in a sari.]”",
            "“I did the arms and not the legs. [‘Arms will do,’ she said.|And came home singing.]”",
            "“My heart went like a drum and I thought, [good|that’s just the drum].”",
            "“It’s the tea after. [I go for the tea.|Don’t write that down. Oh, go on.]”",
        ],
        &[
            "“I [ran for the bus|did the stairs with the hoover]. Well, I [hurried|did].”",
            "“Feel that,” {they} said, and made me feel the muscle.",
            "“If they’d sent me there first [I’d have saved a year|I’d never have cried in a toilet].”",
            "“I’m the one who says hello now,” {name} said.",
            "“I’m stronger than [{kinname}|I was at fifty]. [No more arguing.|Feel.]”",
            "“If I miss one they [ring|shout at me]. [I love it.|Cheek.]”",
            "“I still won’t go past that place. [I cross over.|But I don’t mind crossing.]”",
            "“It was never laziness. [Write that.|You knew that.]”",
        ],
    ],
    promises: &[
        "ring the gym scheme about the form and tell {them} the answer either way",
        "go with {them} to look, in ordinary clothes",
        "ask {nurse} for a quiet blood pressure and a note",
        "find a class with chairs and no mirrors",
        "follow up the turned-away induction by {weekday}, whatever they say",
        "ask {teacher} for a word before the first class",
    ],
    tasks: &[
        task("take the blood pressure at home, morning and night, sitting down", "taken the blood pressure morning and night"),
        task("walk to {reach} on the dry days", "walked to {reach} on most dry days"),
        task("dance to one song in the kitchen", "danced to one song a day in the kitchen"),
        task("find the shoes", "found the shoes"),
        task("tell {friend} about the class", "told {friend} about the class"),
    ],
    goals: &[
        GoalSeed { words: "[Get up the stairs in one go|Carry my own shopping home]", about: "the stairs and the shopping", moving: true, steps: &[
            "{nurse} says what is safe", "{name} walks to {reach} on dry days", "{worker} finds a class with chairs", "We look in from the door together", "{name} stays for the warm-up", "{friend} carries one bag, {name} the other", "{name} adds one station a week" ] },
        GoalSeed { words: "Walk into that class [on my own two feet|without crying]", about: "the class", moving: true, steps: &[
            "{worker} and {name} sit in the café, no kit", "{teacher} has a word beforehand", "We go together the first time", "{name} may leave whenever", "{worker} rings the day after", "{name} goes with {friend} the third time" ] },
        GoalSeed { words: "Not be frightened of my own heart beating", about: "the fear", moving: true, steps: &[
            "{nurse} explains the numbers", "{name} keeps the home readings for a week", "{gp} looks at them", "{name} walks one lamp-post further each time", "{worker} comes on the first hill", "{name} writes down what it felt like" ] },
    ],
    reasons: &[
        "Wants to be strong enough for the stairs; afraid of gyms and of being watched.",
        "Prefers small groups with chairs; needs a word with the teacher first.",
        "{gp} suggests exercise; blood pressure to be read quietly before starting.",
    ],
    services: &[Service::Gym, Service::Movement, Service::Walking, Service::Swimming],
    later: &[
        "The class goes on, [{~1-3} new faces this month|with {name} in the front row].",
        "Blood pressure at home was {bp_low}.",
        "{name} walked to {reach} [and back|before I came].",
    ],
};
