//! Comments on how a person lives, looks after themself, feels, and sees the days ahead. Patterns only.

/// Comments when it is hard, middling and good.
pub(crate) type Bands = [&'static [&'static str]; 3];

pub(crate) static LIFESTYLE: Bands = [
    &[
        "I eat [standing up|what’s there|toast mostly] and I don’t sleep. [I know what I should do.|Who cooks for one?]",
        "[Don’t talk to me about|They always start with] exercise. I can get to {reach} and [that’s my lot|then I’m done].",
        "[Smoking more|Drinking a bit] since {month}, [I’ll be honest|not proud of it]. It’s [the evenings|the worry].",
        "It’s not a style, it’s [getting through|what I can afford at {shop}]. [{food} when {kinname} comes.|That’s the size of it.]",
    ],
    &[
        "[Some|Most] days I cook. {food} [on a good day|at the weekend], [toast|soup] on the others.",
        "Walk to {reach} [when it’s dry|{~2-4} times a week]. [Could do more, could do less.|It’s something.]",
        "Sleep {sleep}, [better than it was|up and down]. [Cut down to {~2-6} a day.|Not much drink now.]",
        "Trying [the smaller plate|to eat before seven]. [{mykin} keeps bringing cake.|Sundays are Sundays.]",
    ],
    &[
        "I [walk|get] to {reach} and [back, most days|enjoy it]. [Never thought I’d say that.|{friend} comes along.]",
        "Cooking again, {food}, [enough for {neighbour} too|proper meals]. [Sleeping too.|I feel it.]",
        "[Better than for years|Good]. [I dance in the kitchen.|Not perfect, mine.]",
    ],
];

pub(crate) static SELF_CARE: Bands = [
    &[
        "[I come last|I’m at the end of the queue]. [First {mykin}, then the {home}, then me.|Somebody has to.]",
        "I [miss tablets|forget the {cond} things] when [it’s a bad week|I’m tired], [and then I hide it from {nurse}|I don’t mean to].",
        "[Haven’t been to the dentist|Haven’t had a bath in peace|Not had my eyes done] in [years|I don’t know when].",
        "Don’t understand half of what I’m taking. [I nod.|They talk fast.]",
    ],
    &[
        "Tablets from the box, [mostly|{~5-6} days in seven]. [Check-ups when I can get there.|{kinname} reminds me.]",
        "I know more about my {cond} [than I did|now], [still get frightened|but I’d not call myself expert].",
        "I [rest after dinner|ask for help, sometimes|keep one hour for me]. [It’s a start.|Feels odd.]",
    ],
    &[
        "I know what [my {cond} is doing|each tablet is for] and [what to do if it turns|who to ring].",
        "[Appointments done, all of them|Eyes, feet, teeth, done]. [{nurse} was pleased.|I went on my own.]",
        "I say no [sometimes|now]. [To {kinname} even.|The sky stayed up.]",
    ],
];

pub(crate) static SYMPTOMS: Bands = [
    &[
        "[It wakes me|It stops me] [every night|on the stairs|in the cold]. I’m [tired of it|frightened of it, to be truthful].",
        "Worse since {month}. [The damp doesn’t help.|I’ve had two lots of tablets.|Nobody’s said why.]",
        "My body [has gone on strike|isn’t mine]. [Get to {reach} and I’m finished.|Pain and puff and no sleep.]",
    ],
    &[
        "[Up and down|Better in the mornings]. [I plan round it.|A bad day costs me two.]",
        "Not gone, [but I know its habits|but smaller]. [The new inhaler|The change of tablets|Walking] [helps|does something].",
        "Can get to {reach}. [Last year it was the gate.|Depends on the weather.]",
    ],
    &[
        "[Hardly notice it some days|Quiet]. [I forget I’ve got {cond}.|Touch wood.]",
        "[Good for me|As good as it gets], and [I know what to do when it isn’t|I can live like that].",
        "{reach}, [no stops|and I wasn’t the slowest]. [That’s my proof.|There you are.]",
    ],
];

pub(crate) static OUTLOOK: Bands = [
    &[
        "I [don’t look ahead|take it an hour at a time]. [What’s there to see?|It’s safer.]",
        "[Frightened|Tired], if you want one word. [Of the winter.|Of the post.|Of it all on me.]",
        "[Not what I thought I’d be at {age}|This isn’t how it was meant to go]. [I had plans.|We had plans.]",
    ],
    &[
        "[Some light|Bit of blue sky]. [I’ve {about} to think of.|There’s {kinname}’s wedding.]",
        "Depends on [the day|the letters|{mykin}]. [I’m still here, mind.|Ask me on a Tuesday.]",
        "[Hopeful, careful|I daren’t say good]. [One thing at a time.|Let’s see the winter out.]",
    ],
    &[
        "I’ve got [things in the calendar|seeds in]. [That says it.|You don’t plant if you’re not stopping.]",
        "[Good|Better than I’ve a right to]. [I want to see {kinname} settled.|I’d like to go to the sea.]",
        "I wake up and [it’s not the first thing I think of|I know what day it is and why]. [Grand.|That’ll do me.]",
    ],
];
