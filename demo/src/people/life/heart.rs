//! Living with coronary heart disease. Patterns only.

use super::thread::{GoalSeed, Thread, task};
use crate::people::services::Service;

#[rustfmt::skip]
pub(crate) static HEART: Thread = Thread {
    key: "heart",
    told: [
        &[
            "The heart attack was [in {~2-9} months’ memory, as {they} put it: every hour of it|two winters ago, at the bus stop|at {kinname}’s birthday]; [{~1-3} stents|a stent and six tablets] and home in [three|four] days.",
            "{name} has not [lifted a bag|climbed a hill|danced] since, [in case|because nobody said it was all right].",
            "{they} feel{s} {their} pulse [many times a day|at night, for company], and any twinge [means the end|is sat out in silence].",
            "Rehab was offered [in the hospital, when {they} could not take it in|by letter, in the mornings]; {they} [said no then|never rang], and would now like [it|something like it].",
            "Blood pressure {bp_low} with {nurse}, [tablets taken from a week box|two of the tablets “make {them} cough” and are skipped].",
            "{name} keeps the [hospital band|discharge sheet] in {their} purse, [folded very small|and has learned it by heart, if that is the word].",
            "Nights are for [listening|“stock-taking”]; {they} lie{s} on the right side [only|because the left is “where it lives”].",
            "Before it, {they} {was} [the one with the ladder|driving {~10-12} hours a day|never ill]; the change has been [of name, almost|in who is asked to carry things].",
            "The cardiologist said “[lucky|we got there in time]”, {kinname} heard “[saved|rest]”, and {name} heard “[next time|borrowed]”.",
        ],
        &[
            "Chest pain on {weekday}: [the spray worked|{~5-9} hours in A&E, nothing found], and {name} has [sat very still since|slept in the chair].",
            "{kin} [will not let {them} carry a cup|watches every step], and there was [a row|a silence] about the [stairs|shed].",
            "The heart clinic was put back [{~4-10} weeks|to {month}]; {name} had [counted the days|bought a shirt].",
            "Mood is low, [which nobody had said comes with it|“since the hospital”]; {gp} [will see {them} on {weekday}|has been told, with {their} agreement].",
            "{they} gave up [the allotment|driving|the choir] in one go, and [there is a hole where it was|talks of it often].",
            "[{name} was short of breath on the flat|Ankles up] this week; {nurse} [changed the water tablet|had {them} in the same day].",
            "{kin} drives {them} everywhere and [talks over {them} at the clinic|will not let {them} near the stairs], and {name} has begun to [let it be|count the days to rehab].",
            "{they} {was} in the ambulance again: [a panic, they think|nothing on the trace], and [ashamed of the siren|{neighbour} saw, which is the worst].",
            "The letter says “heart failure”. [Nobody had sat down with {them} to say what that is|{name} read it as “stopped”]; {gp} will, on {weekday}.",
        ],
        &[
            "Heart class, week {~2-6}: [{they} got a sweat on with a monitor and a nurse in the room|cycle, step, talk], and the [number stayed where it should|nurse said “more” instead of “less”].",
            "{name} walked to {reach}, [with the spray in the pocket and no need of it|uphill for the first time].",
            "{nurse} went through the tablets: [what each is for, on one sheet|the cough was the small white one, and it is changed].",
            "[{kinname} came to the family session|They sat in on the talk], and [lets go of the bag now|has stopped watching].",
            "The word was explained: [it pumps a bit less, and does its job|tired, not broken]; {name} [wrote it on the back of the letter|had me say it twice].",
            "{name} and {kinname} [made a treaty|shook hands on it]: [one bag each, no shouting on stairs|the shovel comes back in April].",
            "At heart class {they} wore the monitor, [saw {their} own line go up and come down|and it drew hills], and [asked for a copy for the wall|said “like the Dales”].",
            "{name} drove [round the block|to {shop}] for the first time, [window down, radio on|with {kinname} holding the door].",
        ],
        &[
            "{name} is back [at the allotment|in the choir|behind the wheel], [shorter and slower|with a stool].",
            "The class is over and {~5-9} of them [walk on {weekday}s|meet for soup]; {name} [keeps the list|is the sweeper at the back].",
            "Blood pressure {bp_low}. [Nothing to report from the chest|The spray is out of date, unused].",
            "{they} [talked|spoke] at the heart club about [the first month|being afraid], and [the room was very quiet|a man rang {them} the next day].",
            "{name} [planted the early potatoes|put up one shelf], on the list of [things that were over|“never agains”].",
            "The group of {~5-8} have been [to the coast|up Beacon hill], [defibrillator in the rucksack, pies in the other|and {name} was not last].",
            "{name} told {gp} {they} would like [fewer appointments|to be asked about something else], and [it was heard as good news|so it shall be].",
        ],
    ],
    said: [
        &[
            "“I’m waiting for the next one,” {they} said. “[I listen for it.|Every night.]”",
            "“They mended the pipe. [Nobody mended me.|And sent me home with a bag of tablets.]”",
            "“Can I [lift the baby|go up a ladder|dig]? [Who do you ask?|It’s not on the sheet.]” We wrote it down for {nurse}.",
            "“I was the one who [carried|drove]. Now I’m [luggage|a parcel].”",
            "“I thought it was [a pie|the wind]. [It was the best part of a night before I rang.|I did the dishes first.]”",
            "“They shaved half my chest. [Nobody warned you about the itching.|Like a plucked hen.]”",
            "“I look at people on the bus and think, [are you ticking right?|do you know?]”",
            "“I said my prayers. [I’d forgotten the middle.|Then I asked for a sandwich.]”",
        ],
        &[
            "“I said my goodbyes in that corridor,” {name} said, [and then it was wind|and laughed, and did not].",
            "“{mykin} hides my shovel. [Hides it!|I know where, mind.]”",
            "“I cry at the [news|weather]. I was never [a crier|like it].”",
            "“You can’t see a scar so they think [it’s nothing|you’re better].”",
            "“‘Failure’. [They could’ve found another word.|I’ve had school reports like that.]”",
            "“I daren’t be [angry|happy]. [It jumps about.|I sit in the middle.]”",
            "“The wife next door went like that. [Peeling potatoes.|I’ve gone off potatoes.]”",
        ],
        &[
            "“I got a sweat on and the nurse said good! [Good!|I thought she’d shout.]”",
            "“It thumped and it was only [the hill|me], being alive.”",
            "“Now I know what the pink one does [I take it|we’re friends].”",
            "“Up it goes, down it comes. [That’s what it’s for!|I watched it. I stopped being scared about there.]”",
            "“I lifted {kinname}’s littlest. [I asked the nurse first. ‘Lift’, she said.|She’s heavy as sin.]”",
            "“We had words, and I didn’t [die of it|clutch anything]. [We were both amazed.|Then we had tea.]”",
        ],
        &[
            "“It’s a pump. [It likes work.|I had it in cotton wool.]”",
            "“I dug a [row|trench] of [leeks|spuds] and had my tea on the bench.”",
            "“I told them: [the fear goes last|ask somebody]. I wish I’d been told.”",
            "“I forgot the anniversary! [It was my heart’s birthday and I was at the dentist.|A whole year and I missed it.]”",
            "“It’s a [good old|faithful] engine. [I talk to it.|I’ve stopped lifting the bonnet.]”",
            "“Life’s short, they say. [It’s been quite long, this bit.|I’m stretching it.]”",
        ],
    ],
    promises: &[
        "ring the heart class and say {they} would like the afternoon one",
        "take {their} list of “can I?” questions to {nurse}",
        "ask {gp} about the mood, with {their} agreement",
        "ask whether {kin} can come to the family session",
        "walk to {reach} with {them} next time",
    ],
    tasks: &[
        task("walk to {reach} with the spray in the pocket", "walked to {reach}, spray in the pocket"),
        task("write down every “can I?”", "written {#6-14} “can I?” questions"),
        task("take the tablets from the week box", "taken the tablets from the week box"),
        task("go and look at the allotment, no digging", "gone to look at the allotment and pulled only one weed"),
    ],
    goals: &[
        GoalSeed { words: "[Dig my own potatoes|Get back on the allotment]", about: "the allotment", moving: true, steps: &[
            "{nurse} answers the “can I?” list", "{name} goes to look, no digging", "{friend} does the heavy row", "{name} digs for ten minutes and sits", "Heart class gives {name} a safe number", "{kin} comes to see", "{name} grows something small in a tub first" ] },
        GoalSeed { words: "Stop [listening to my chest|waiting for the next one]", about: "the worry", moving: false, steps: &[
            "{name} joins the afternoon heart class", "{worker} comes to the door the first time", "{gp} talks about mood, ten minutes", "{name} walks to {reach} with the spray", "{kin} comes to the family session", "{name} takes the pulse once a day, not twenty" ] },
    ],
    reasons: &[
        "Heart attack; afraid to move since. Afternoon class, please.",
        "Blood pressure {bp_low}. Wants to get back to the allotment, not to a gym.",
        "Low since the hospital; would like others who have been through it.",
    ],
    services: &[Service::Heart, Service::Walking, Service::Garden, Service::Movement],
    later: &["Heart: [no pain|the spray not used] since we last spoke.", "Blood pressure {bp_low}, tablets as on the sheet.", "Walked to {reach} [on {weekday}|most days]."],
};
