//! The few words beside a check-in, by who wrote them and how it is going. Patterns only.

use crate::people::values::By;

/// Words for a goal that has to do with moving about, at a middling or good score.
pub(crate) fn moving_words(score: u32) -> &'static [&'static str] {
    if score < 7 { MOVING_MIDDLE } else { MOVING_HIGH }
}

static MOVING_MIDDLE: &[&str] = &[
    "[Got as far as|Went to] {reach}. [Legs like lead after.|Sat on the bench.|Not bad for me.]",
    "{reach}, [one stop|two stops|slowly], [then home on {bus}|and back for {drink}].",
    "[Started out for|Meant to get past] {reach} and [the rain came|met {neighbour} and talked instead].",
    "[{#10-25} minutes|Once round] and [my {cond} had its say|called it a day]. [Tomorrow again.|Better than the chair.]",
];
static MOVING_HIGH: &[&str] = &[
    "To {reach} [and back|without stopping|before breakfast], [me!|with {friend} puffing behind].",
    "[Past|All the way to] {reach} [twice this week|on {weekday}] and [not a twinge|looked at the view].",
    "[{#25-55} minutes|Longer than ever], [talking the whole way|singing to myself]. [Slept after.|Appetite like a horse.]",
];

/// Words for a score from 0 to 10.
pub(crate) fn check_in_words(by: By, score: u32) -> &'static [&'static str] {
    match (by, score) {
        (By::Client, 0..=3) => CLIENT_LOW,
        (By::Client, 4..=6) => CLIENT_MIDDLE,
        (By::Client, _) => CLIENT_HIGH,
        (By::Worker, 0..=3) => WORKER_LOW,
        (By::Worker, 4..=6) => WORKER_MIDDLE,
        (By::Worker, _) => WORKER_HIGH,
    }
}

static CLIENT_LOW: &[&str] = &[
    "[Not this week.|Bad week.|Didn’t manage.] [{mykin} was poorly|The nights have been bad|Just couldn’t], [sorry|will try {weekday}|that’s how it is].",
    "[Rain, rain, rain|Cold, and my chest knew it|Too hot to think]. {about} will have to wait till [it clears|I’m right|next week].",
    "[I thought about it|Got my coat on] and [sat down again|took it off]. [That’s the truth.|Don’t tell {kinname}.]",
    "Low. [Don’t want to say more than that.|Nobody’s fault.|The post came.]",
    "[Tried and stopped|Started, then the phone went]. {about}: [a {score} from me|not good].",
    "Been at the hospital [with {mykin}|all {weekday}], so {about} had to wait.",
    "[Had a cry|Slept all day]. [Tomorrow’s another one.|{friend} rang, that helped.]",
    "Feel like I’m [back at the start|letting everyone down]. [Maybe ring me.|I know what you’ll say.]",
    "[{@worry}|All I can think of is {@worry}]. {about} can wait.",
    "Low because of {@worry}. [One good thing: {@good}.|That’s all there is to say.]",
    "Got as far as {@errand} and home. [Done in.|Enough for one day.]",
    "{@ache} since {@date}. {about} on hold. [{@show} instead.|{@dish} and bed.]",
    "{@clock} and still not dressed. [{@who} rang.|Nobody’s fault.] {score}.",
    "Spent {@sum} I hadn’t got, so I never got to {@errand}.",
];
static CLIENT_MIDDLE: &[&str] = &[
    "{about}: [so so|middling|some days yes, some no]. [{~2-4} times out of {#5-7}.|Better than last week anyhow.]",
    "Did [a bit|half of it|what I could] on {weekday}, [with {friend}|on my own|{mykin} came too].",
    "[All right|Not so bad] really. [{neighbour} asked what I’m up to!|The weather helped.|I kept it small like you said.]",
    "[Would be higher but|It’d be more, only] [{mykin} had the {home} upside down|I was worrying about a letter|my knee].",
    "Steady. [Nothing to tell.|No news is good news.|Same as {weekday}.]",
    "[First half of the week good, second half not|Good mornings, bad evenings]. That’s {about} [for you|in a nutshell].",
    "I did it but [I didn’t enjoy it|it took me all day|I had to talk myself into it].",
    "[Forgot on {weekday}, did it {~2-3} times after|Missed two, made up one]. [Is that cheating?|Counts for me.]",
    "Half of me is on {@worry}. The other half did [{about}|what it could].",
    "{@good}. And {@worry}. So a {score}.",
    "Went to {@errand} first and then some of {about}. [{sky}, too.|Not bad, eh.]",
    "{score}, because [{friend} came|of {@good}|I said I would].",
    "{@dish}, {@show}, and a bit of {about}. [{@who} helped.|Alone.|{@ache}, mind.]",
    "{score}. [{@who} said {#4-9}.|{kinname} said more.|Ask me at {@clock} and it’s different.]",
    "Managed {~2-6} this week, [till {@clock}|with {@who}|bar {weekday}].",
    "Went past {@errand} to see {@who}. {about}: [some|enough].",
];
static CLIENT_HIGH: &[&str] = &[
    "[Did it!|Went all the way!|Managed the lot.] [{mykin} couldn’t believe it.|And again on {weekday}.|Photo to follow.]",
    "[Good week|Best week since {month}]. {about}: [nearly easy|a habit by now|the best bit of it].",
    "[Laughed|Sang] [all the way home|till it hurt]. [Haven’t done that for ages.|The others did too.]",
    "[Slept|Ate] [like a king|properly] after. {about}: [a solid {score}|can’t complain].",
    "[{teacher}|{nurse}|{neighbour}] said [well done|she could see the difference]. [Chuffed.|I didn’t know where to look.]",
    "I [rang|told] {kinname} [first|straight away]. [Proud of myself, there.|So that’s that done.]",
    "[Feeling like myself|More like me] [this week|again]. [Thanks for not pushing.|Long may it last.]",
    "Didn’t even think about it, just [went|did it]. [Only noticed after.|That’s new.]",
    "{@good}! And {about} on top of it.",
    "{score} and I’ll tell you why: {@good}.",
    "In {sky}, and I still did it. [{friend} can vouch.|Ask {neighbour}.]",
    "Went to {@errand} on the way home as if it was nothing. {score}.",
    "{#2100-9400} steps on the thing! [{@who} only had {#900-2000}.|{kinname} checked.]",
    "{@who} and me, {@hours}. [{@dish} after.|Laughing.]",
    "Kept {@sum} back for {@object}. {score}!",
    "{@date} goes on the calendar as a good one: {@good}, {@dish}, {about}.",
];
static WORKER_LOW: &[&str] = &[
    "{name} could not get to {about} this [week|fortnight]; [{kinname} comes first|a chest cold|no money for the bus].",
    "[We talked it over:|On the phone:] low, and [the reason is the letters|not for want of trying|nothing to do with effort].",
    "A hard spell. [We made the step smaller.|We leave it till the {#3-28}th.|I’ll come along next time.]",
    "{name}’s own number. [I asked what would help: company.|I asked what got in the way: the stairs.]",
    "{name} was {@mood}; {@worry} has taken the room. We left {about} alone.",
    "{score}, said {@manner}. [Nothing to fix today.|Next time by {bus}, together.]",
    "{@ache} and {@worry} together; {score} was generous, {name} said.",
];
static WORKER_MIDDLE: &[&str] = &[
    "[Asked today:|{name}’s number:] {score}. {about}: [better with company|on good days|mornings only].",
    "Holding. {name} [kept it up through a bad week|did {~2-5} of the days|is not sure, and said so].",
    "{their} number, not mine; I’d have said [higher|one more]. [We left it at {theirs}.|{they} laughed.]",
    "{about}: [two steps on, one back|slowly], [with {friend}’s help|and {kinname} has noticed].",
    "[Some weeks yes.|Half and half.] [Nothing to change.|We moved it to {weekday}s.]",
    "{name} said {score}, {@manner}. In the way: {@worry}. Helping: {@good}.",
    "{score}. {name} was {@mood}, and [fair to {themself}|harder on {themself} than I would be].",
    "Asked at {@clock}: {score}. {@who} goes along now. {@ache} is the brake.",
    "{score}, up and down since {@date}; {name} puts it to {@worry}.",
];
static WORKER_HIGH: &[&str] = &[
    "{name} told me [before I asked|with a grin]: {score}. [“Write that down.”|{kinname} has seen it too.]",
    "[Clearly better.|A different person on the phone.] [I am|A link worker is] hardly needed for {about}.",
    "{name} [showed me|did it while I was there]. [We both cheered.|No fuss, just did it.]",
    "Asked if the goal still fits; [“nearly done with it”|{they} want{s} a harder one|yes, for now].",
    "{nurse} [mentioned it|saw it in the numbers]; {name} [gives the credit to {friend}|says it is the company].",
    "{score}, said {@manner}. What did it: {@good}.",
    "{name} managed {about} and a trip to {@errand} in one morning, and told me {@manner}.",
    "{name}, {@clock}, {score}: {@who} saw it, {nurse} saw it, and {@dish} was had.",
];
