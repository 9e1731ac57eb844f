//! Someone who had to leave a home to be safe. The record says little, and says how to reach the person safely. Patterns only.

use super::thread::{GoalSeed, Thread, task};
use crate::people::services::Service;

#[rustfmt::skip]
pub(crate) static REFUGE: Thread = Thread {
    key: "refuge",
    told: [
        &[
            "{name} told me something of [the years before {place}|why {they} moved here]. At {their} wish it is not in this note; [I know enough to be careful|what matters for others is on the safe-contact line].",
            "Safe contact: [ring between {~9-11} and two only|text first, then ring], say “{worker} from the library”, no message on the machine, nothing by post.",
            "{they} chose the seat [facing the door|by the window], and we [met in the back room at {hall}|changed the room so the glass was behind us].",
            "The address [is held back on every letter|must not be on any form without asking]; {practice} [has been told|have put a marker on].",
            "{name} [arrived with two bags|has been in {place} {#4-20} months], and [is learning which streets feel all right|knows the way to {shop} and the surgery].",
            "We did not [go through questions|fill anything in] today. {they} wanted to know [who I would tell|what I write down and who reads it], and I [showed {them}|read this note aloud].",
            "I gave my first name and my number on a [plain card|library bookmark]; nothing on it says [what I do|where I work].",
            "{name} [watched the car park|asked which way out there is], and then [sat down|took {their} coat off, after half an hour].",
            "We agreed a [word|sentence] that means “[ring me back in ten minutes|I can’t talk]”, and tried it [twice|on the phone from two rooms].",
            "{practice} will see {them} by [the side door|the first slot, before the waiting room fills]; {nurse} [has been told only what she needs|knows].",
        ],
        &[
            "A [car|voice in {shop}] [like the old one|that sounded familiar] on {weekday} put {name} back; {they} [stayed in for {~3-6} days|slept in {their} coat].",
            "A letter went to the old address [after all|from an office that should have known]. I have [complained|asked for it in writing] and told {name} the same hour; {they} {was} calmer than I was.",
            "[School|The clinic|The bank] asks for papers that {they} left behind; each time {they} {has} to [explain|decide how much to say].",
            "{name} missed {weekday} because [the bus stop was not safe that day|someone was parked outside]; we agreed a [new place|word by text] and nobody is cross.",
            "[Sleep|Food] is the first thing to go: {~2-4} hours, [the light on|shoes by the bed].",
            "The [fireworks|sirens|banging of doors] this week have [cost {them} four nights|brought it all up]; we [talked about the lamp and the radio|sat without talking, which was right].",
            "[A hearing|Another interview] is set for the {#3-27}th, and {name} [has to say it all again to people in suits|cannot hold a cup]; {@officer} will [be beside {them}|wait in the corridor].",
            "The room {they} had been promised [fell through|is above a pub], so [the boxes are packed again|two more weeks with a shared kitchen].",
            "{name} saw someone from [before|the old street] at the market, or thought so, and [left the bags|came home by a way that took two hours].",
        ],
        &[
            "The adviser from the service we do not name here has [a safety plan with {them}|been twice], and {name} [keeps the card in {their} shoe|knows it by heart].",
            "{name} went [to {hall}|to {shop}] by [a new way|{bus}] [and back|without looking behind {them} “more than four times”].",
            "New papers have come [in the right name|to the safe box number]; [one less thing to explain|{they} held them for a long time].",
            "{they} [cooked|brought] {food} for the group [and people asked for more|at {hall}], and gave {their} first name when asked.",
            "The lock and the [light by the door|window catch] have been done; {name} [showed me twice|sleeps in the bed now].",
            "The hearing is [over|done], and what was decided is [{theirs} to tell|not for this note]; {name} [slept through the afternoon|bought a plant on the way home].",
            "{name} has begun [swimming in the women’s hour|the pottery], where [nobody asks|the talk is of glaze].",
            "The new door has [two locks and a spyhole|a blue letterbox], and {they} chose [both|the key ring].",
            "{they} went to [a parents’ evening|the dentist] and gave the [new name|safe number] [without {their} voice shaking|as if it were nothing].",
            "I asked if the safe-contact rules should change; [one line did|not yet, and I left it].",
        ],
        &[
            "{name} [laughed from the belly|hummed] today, and noticed it.",
            "A [year|whole winter] here: {they} [marked it with a plant for the window|told me the date before I could].",
            "{they} {was} asked to help [at the welcome table|with a new arrival who speaks {their} language], and thought about it for [a week|a day] before saying yes.",
            "Safe contact read through again: [mornings are fine now|texts may say who it is from], still no post.",
            "{name} is [learning to drive|on the committee of the pottery|sitting an exam], and is [bad at it so far|quite good], and does not mind who knows.",
            "{name} [ate outside|sat with {their} back to the room] at the café today and [noticed half way through|I did not mention it].",
            "We went through what is held about {them}, page by page; {they} took out [one line|two lines] and [left the rest|put in one about the garden].",
        ],
    ],
    said: [
        &[
            "“You can write that I [like my tea strong|moved]. The rest is mine.”",
            "“I’m not brave,” {they} said. “I [counted the stairs|had a bag ready].”",
            "“People ask where I’m from and I [forget which answer|look at the door].”",
            "“I want one place where nobody [knows my name|needs the story].”",
            "“You don’t [lean forward when you listen|push]. [Good.|I notice things like that.]”",
            "“I have been [a person|somebody’s wife|a teacher] longer than I’ve been this.”",
            "“Don’t say ‘safe’ like that. [It’s a big word.|I’ll tell you when it’s safe.]”",
            "“The forms want a next of kin. [Who reads it?|I left it empty.]”",
        ],
        &[
            "“My body [runs before I do|doesn’t know it’s over].”",
            "“I’m tired of [being careful|telling it to a new desk].”",
            "“It was only a car,” {name} said. “[I know it was only a car.|Tell my legs.]”",
            "“Don’t be sorry,” {they} said. “Just [ring when you say|don’t change the day].”",
            "“They ask me for dates. [I don’t have dates, I have nights.|I know what the wallpaper was.]”",
            "“I’m angry. [That’s new.|It’s better than the other thing.]”",
            "“I nearly rang [the old number|home]. [Just to hear. I didn’t.|I put the phone in the flour.]”",
        ],
        &[
            "“I walked the [middle of the pavement|long way by the water], [like a person who lives here|slowly].”",
            "“She asked what I like to cook. [Not what happened. What I cook.|I’d forgotten I had an answer.]”",
            "“I slept with the window [open|a little open]. [A finger’s width.|For the air.]”",
            "“I burnt the rice because I was [on the phone laughing|reading]. [First time in my life.|Nobody shouted. Imagine.]”",
            "“I like [glaze|chlorine]. [It gets in your hair and that’s you for the day.|You can’t think with it.]”",
            "“I told one person. [One.|The right one.] The ceiling stayed up.”",
        ],
        &[
            "“It’s my door,” {they} said. “[I paint it what I like.|I chose the key ring.]”",
            "“I said good morning first. To a man! [At the bus stop!|With a dog!]”",
            "“I don’t forget. But I [plan things|buy plants].”",
            "“You rang when you said. [Every time.|I counted.]”",
            "“I have [a favourite mug|opinions about curtains] now.”",
            "“I didn’t look [at the car|round] today. [I noticed in the evening.|Till you asked.]”",
            "“If a woman comes and sits by the door, [tell her about the side entrance|give her the good biscuits].”",
        ],
    ],
    promises: &[
        "keep to {weekday} and to the number {they} gave me, nothing by post",
        "tell {practice} about the safe box number, in person",
        "ask for the form without the address page",
        "walk the new way to {hall} with {them}",
        "check who can open this record and tell {them}",
        "complain about that letter and bring {them} the answer",
    ],
    tasks: &[
        task("choose the word for “not today” that {they} can text", "chosen a word for “not today”"),
        task("keep the card where {they} decided", "kept the card where {they} decided"),
        task("try the back room at {hall} on a quiet morning", "tried the back room at {hall}"),
        task("say which letters may come and which may not", "said which letters may come"),
    ],
    goals: &[
        GoalSeed { words: "Walk to [the shop|{shop}] and not look behind me", about: "the walk", moving: true, steps: &[
            "{name} chooses the way and the time", "{worker} walks it with {name}", "{name} walks it while {worker} is on the phone", "{name} stops for one thing at {shop}", "We decide together what to do if it feels wrong", "{name} goes a different way home" ] },
        GoalSeed { words: "[Sleep in the bed with the light off|One night right through]", about: "the nights", moving: false, steps: &[
            "The lock is changed by the safe homes team", "{name} tries a small lamp", "{worker} rings at nine, as agreed", "{gp} talks about the nights, one visit, no students", "{name} keeps the phone by the bed", "{name} writes down the good nights only" ] },
    ],
    reasons: &[
        "Prefers a quiet place and one steady person; please ring only on the agreed number.",
        "New to {place}. Asks not to be asked about the past.",
        "Likes cooking and plants; first visit together with {worker}.",
    ],
    services: &[Service::Safety, Service::Learning, Service::Garden, Service::Craft, Service::Sleep, Service::Swimming],
    later: &[
        "Safe contact unchanged and kept to.",
        "[The plant in the window|The blue door] is doing well.",
        "{name} has [a plan for Saturday|a library card in {their} own name].",
    ],
};
