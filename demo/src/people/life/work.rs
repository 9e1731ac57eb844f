//! Work lost, looked for, or too much. Patterns only.

use super::thread::{GoalSeed, Thread, task};
use crate::people::services::Service;

#[rustfmt::skip]
pub(crate) static WORK: Thread = Thread {
    key: "work",
    told: [
        &[
            "{name} [was|had been] {job} for {#9-31} years until [the place closed|{their} health meant too many days off|the contract went elsewhere], and [days have no edges now|misses being tired for a reason].",
            "The job centre wants {#16-35} hours of looking a week, [online|on a phone with a cracked screen]; {they} {has} [applied for {#14-60} and heard from two|stopped telling {kin} about the answers].",
            "What {name} can [do|offer] did not fit the form: [how to calm a room|how to mend almost anything|a hundred dinners out of nothing].",
            "{they} would [work tomorrow|rather work], but [stairs, shifts and the chest|the early bus|standing] [decide|stand in the way]; nobody has talked about what could be changed.",
            "[Mornings|The days] are spent [in bed until noon|with the curtains shut|walking so the neighbours think {they} {is} at work].",
            "{name} brought [the references, in a plastic wallet|a photograph of the crew|{their} old badge], [three of the firms are gone|nobody has asked to see them].",
            "There was a medical of {#12-25} minutes [that found {them} fit|by telephone], on a [good|dry] day.",
            "{they} {was} paid [in cash for years|by the piece], so [the pension is thin|there is no record for half of it].",
            "What {they} miss{s}, in order: [the money, the lads, the bacon roll|the girls, the radio, the wage].",
        ],
        &[
            "A sanction was [threatened|put on] because {name} was at [the hospital|the clinic] on signing day; [the letter from {practice} was in the bag|I rang with {them}].",
            "The interview was [{~6-11} minutes|over the phone], and [they asked about the gap|the lift was out|{they} went grey on the stairs].",
            "{name} took [a week of night cleaning|agency shifts] and [ended at the walk-in|was in bed for three days after]; [the money has not come|they have not rung again].",
            "The course [was full|starts at {~8-9} across town|wanted a certificate {they} {has} not got].",
            "{kin} [pays the phone|lends money] and it [sits badly|has made Sundays quiet].",
            "The work coach wants [a video of {them} answering questions|{#30-40} applications a week], and {name}’s phone [has no camera|is from another age].",
            "{name} was offered a job [four buses away, starting at five|up two flights, with boxes], and refusing it [counts against {them}|may cost {~4-9} weeks’ money]; {@officer} is [looking at it|to ring me].",
            "The DBS form is stuck [over a spelling|because of three addresses in a year].",
            "{they} put on the suit for [a fair at the town hall|the interview], came home, [hung it up|sat on the bed in it], and [that was {weekday}|has not spoken of it to {kinname}].",
        ],
        &[
            "{name} started [two mornings at the Repair Café|at the shared allotment|helping at {hall}], [on a chair with a screwdriver|no targets], and [came home late|was asked for by name].",
            "We wrote a page about what {they} {is} good at; [{friend} added three things|it took an hour and ran over the side].",
            "The adviser [knew the law about adjustments|rang an employer while we sat there]; a [trial day|chat] is set for {weekday}.",
            "{name} passed [the food hygiene|the forklift refresher|Entry Level English], with [{#78-97} per cent|a certificate that is on the fridge].",
            "The work coach [changed|is new]: [listens|knows what {cond} means], and the hours asked for [are down|can include the walking group].",
            "{name} has a reference from [the Repair Café|{hall}], [on headed paper|two lines and worth ten], for this year and not for {#1990-2009}.",
            "The money that was stopped has been [paid back, £{#180-640}|put right], {@ref}, and the letter [says sorry, in its way|does not say why].",
            "A place on [the kitchen course|first aid at work] came up on {weekday}; {kinname} [lent the boots|drove {them} there].",
            "{name} mended [a wheelchair|a child’s bike|the hall’s urn] this week and [eleven people|the whole queue] clapped.",
        ],
        &[
            "{name} has [{#12-20} hours a week at|a job, part time, at] [the school kitchen|a charity warehouse|the garden centre|the bus depot canteen], [a stool at the bench|no nights], and [has had the first payslip|is learning everyone’s tea].",
            "{they} [trained|showed] [a lad|a younger volunteer] this week [and enjoyed it more than the work|how to do it without hurting {their} back].",
            "[Some weeks are too much|The chest still says no some mornings] and the manager [knows|was told in plain words]; there is a plan for it.",
            "{name} asked for [less often|a call every month or so], “[I’m busy|nothing personal]”. We agreed that.",
            "{name} has [done a full month|had the first appraisal], and [two lines of it made {them} go red|the word was “reliable”].",
            "There were two bad days [with the chest|with {kinname} in hospital], and [the rota bent|nobody had to beg].",
            "{name} paid [the window cleaner|{kinname}] back, [and bought the round|with a card].",
        ],
    ],
    said: [
        &[
            "“I was somebody. [I had keys.|They asked me.]”",
            "“I don’t want a hobby, I want a [wage|reason to wash].”",
            "“‘What have you been doing since?’ [Breathing, I said.|What do you say to that?]”",
            "“At my age you’re [invisible|overqualified and past it] in the same letter.”",
            "“[Don’t put me down for a computer course.|I’ve done the CV thing four times.] I know how to work.”",
            "“I’ve never been [late|off] in my life till this chest.”",
            "“They gave me a clock. [I know what time it is, that’s the trouble.|It doesn’t even work.]”",
            "“I’m too ill to work and too well for [the money|anybody to say so].”",
            "“I walk past the old gate. [It’s flats now.|They kept the chimney.]”",
        ],
        &[
            "“I sat in that chair and [my breath went|forgot my own name],” {name} said.",
            "“They treat you like [you’re hiding something|a naughty boy]. I’m [{#49-62}|a grown person].”",
            "“One shift and I was [on my back|wheezing like a kettle]. But I was [happy|somebody] for eight hours.”",
            "“I told {mykin} it went well. [It didn’t.|I couldn’t say it.]”",
            "“‘Where do you see yourself in five years?’ [On the bus home, I said.|Upright.]”",
            "“I’m on a list for a list.”",
            "“I did the test on their computer and [it said I’d be a good florist|timed out]. [I’ve hands like shovels.|It’s hay fever I’ve got as well.]”",
            "“You can hear them [look at the date of birth|stop writing].”",
        ],
        &[
            "“A woman cried when I fixed her [radio|lamp]. It was her dad’s. [Two wires.|Ten minutes.]”",
            "“My hands remember,” {they} said.",
            "“He asked what I need to do the job. [Nobody ever asked me that.|I said, a stool.]”",
            "“I’m on a rota! [Me!|With my name on.]”",
            "“A lad called me [‘boss’|‘chief’]. [I nearly turned round.|I liked it.]”",
            "“I’ve oil under my nails. [Look.|I’m not washing it off.]”",
            "“I told them at the start: my {cond}, my mornings, my stool. [‘Fine’, they said. Just ‘fine’.|Nobody blinked.]”",
        ],
        &[
            "“I’m tired tonight. [Good tired.|The right kind.]”",
            "“I bought the [fish and chips|round]. My money.”",
            "“If I’m bad I say so by seven and [they manage|that’s that].”",
            "“You can put me down as [too busy|sorted for now],” {name} said, “but don’t lose my number.”",
            "“Alarm goes off and I think, [here we go, good|I’ve somewhere to be].”",
            "“They’ve asked me to do [Fridays as well|the Christmas do]. [I said I’d think about it.|I said no! And they still like me.]”",
            "“If that form comes again I’ll [know what to write|ring you first].”",
        ],
    ],
    promises: &[
        "ring the job centre about the clinic day with {them} beside me",
        "ask {gp} for a note in words a manager can use",
        "find out which mornings the Repair Café needs hands",
        "read through the page about what {they} {is} good at",
        "ask about fares for the course",
        "come to the first meeting with the adviser",
    ],
    tasks: &[
        task("write down five things {they} can do without thinking", "written nine things down, not five"),
        task("look in at the Repair Café", "looked in at the Repair Café"),
        task("keep every letter from the job centre in the blue folder", "kept the letters in the blue folder"),
        task("ask {friend} what {they} {is} good at", "asked {friend}, and was embarrassed by the answer"),
        task("tell the manager about mornings", "told the manager about mornings"),
    ],
    goals: &[
        GoalSeed { words: "[Have work I can manage|A job with a chair and no nights]", about: "the work", moving: false, steps: &[
            "{name} writes what a good day’s work looks like", "{worker} asks {gp} for a useful note", "The adviser explains adjustments", "{name} tries two mornings as a volunteer", "{friend} reads the page over", "{name} has a trial day", "We talk about the day after the trial day" ] },
        GoalSeed { words: "Be [some use|of use] to somebody again", about: "being of use", moving: false, steps: &[
            "{name} looks in at the Repair Café", "{worker} asks which mornings are short of hands", "We go along together the first time", "{name} mends one thing", "{hall} puts {name} on the rota", "{name} shows somebody else how" ] },
    ],
    reasons: &[
        "Was {job}; misses work and would like to start with two mornings.",
        "Needs advice on adjustments at work for {cond}.",
        "Good with {their} hands; would rather help than be helped.",
    ],
    services: &[Service::Work, Service::Advice, Service::Craft, Service::Learning, Service::Garden],
    later: &[
        "Work is [steady|as it was], [two mornings this week|with one day off sick that went by without fuss].",
        "{name} [mended|sorted] {~3-9} things at the Repair Café.",
        "Nothing new from the job centre, [which is good news|for once].",
    ],
};
