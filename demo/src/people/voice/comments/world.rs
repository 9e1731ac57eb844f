//! Comments on work, money, home and people. Patterns only.

use super::body::Bands;

pub(crate) static WORK: Bands = [
    &[
        "I was {job} [for years|till it closed]. [Now I’m nothing on a form.|I miss the noise.]",
        "[No work, and the job centre on my back|Signing on at my age]. [It’s not for want of trying.|Shameful, it feels.]",
        "Caring is work. [Nobody pays it.|No days off either.]",
        "I’d [work tomorrow|love to be useful] if [my {cond}|these legs] would let me.",
    ],
    &[
        "[Retired, more or less|Not working]. [I help at {hall} now and then.|I keep busy.]",
        "[Two mornings|A few hours] [at the Repair Café|helping out]. [Suits me.|It’s a beginning.]",
        "[Looking, slowly|Doing the course]. [They know about my {cond} now.|Nerves, but all right.]",
    ],
    &[
        "[My hours are right|I’m on a rota]. [Tired the good way.|They’d notice if I wasn’t there.]",
        "[Finished with work and glad|Done my share]. [I’ve {joy}.|{gathers} keeps me going.]",
        "I [mend things|show people how] and [they thank me|somebody needs me]. [That’s work.|Good enough.]",
    ],
];

pub(crate) static MONEY: Bands = [
    &[
        "[It’s all going out|There’s nothing left by {weekday}]. [£{#12-40} to do the week.|I skip dinners.]",
        "[I owe|We owe] [more than I’ll say|about £{owed}]. [I don’t open the letters.|{mykin} doesn’t know.]",
        "[Heat or eat|Meter or bus], [every week|that’s the choice]. [I’m not exaggerating.|I go to bed early.]",
        "The benefit [stopped|was turned down] and [I don’t know why|nobody answers the phone].",
    ],
    &[
        "[Tight|Careful]. [I know what’s coming in and out now.|No treats, no red letters.]",
        "Paying off £{paid} a week. [It’s going down.|I can see the end, far off.]",
        "[We manage|I manage], [so long as nothing breaks|bar the winter bills].",
    ],
    &[
        "[Not rich, not frightened|Enough]. [I bought {kinname} a present.|The heating’s on.]",
        "Straight with everyone [since {month}|but one]. [I sleep.|What a word.]",
        "Pension [covers it|does us], [and a bit over|always been careful].",
    ],
];

pub(crate) static HOME: Bands = [
    &[
        "[Damp|Cold], and {landlord} [won’t answer|says open a window]. [I’m ashamed of it.|It’s on my chest.]",
        "I don’t feel [safe|right] on {street} [after dark|since what happened]. [I keep the chain on.|I’d move if I could.]",
        "[The stairs|The bath] will [be the end of me|have me one day]. [I live in one room.|I sleep downstairs.]",
        "Too [many of us|quiet] in this {home}. [You can’t hear yourself.|It’s like a museum.]",
    ],
    &[
        "[It’s all right|It does]. [Needs a window mending.|Noisy at weekends.|Warmer than it was.]",
        "[I like {place}|Good neighbours], the {home} [is tired|wants work]. [Like me.|{landlord} knows.]",
        "They’re [coming to look at it|half way through the work]. [I’ll believe it when it’s dry.|We’ll see.]",
    ],
    &[
        "[Dry, warm, mine|I love my {home}]. [{neighbour} is gold.|I’d not swap.]",
        "[Sorted at last|Painted and all]. [Had {friend} to tea.|I just stand in it.]",
        "{place} is [home now|where I belong]. [I know the bus drivers.|They know me in {shop}.]",
    ],
];

pub(crate) static PEOPLE: Bands = [
    &[
        "[Nobody|You, and the postman]. [I could count them on no fingers.|Days go by.]",
        "{kinname} [rings|tries] but [has a life|I can’t say how it is]. [I don’t want to be a weight.|So I say fine.]",
        "They all went [when {lostname} died|when I got ill]. [People don’t know what to say.|I let them.]",
        "[Everybody needs me|I’m needed from six to midnight] and [nobody asks|I’ve nobody of my own].",
    ],
    &[
        "{kinname} and {friend}. [That’s two more than some.|I could do with one more.]",
        "[Getting to know|Nodding to] a few at {hall}. [Early days.|They save me a seat.]",
        "Family’s [family|good, far away]. [We’ve started talking again.|Sundays on the screen.]",
    ],
    &[
        "[I’m hardly in|My week’s full]. [{friend}, {neighbour}, the lot at {gathers}.|I’ve to look in the diary.]",
        "[Good people round me|I’m lucky]. [They noticed when I was off.|I notice them as well.]",
        "{mykin} and me are [all right again|closer than ever]. [It took talking.|I’m glad.]",
    ],
];
