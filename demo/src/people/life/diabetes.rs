//! Living with type 2 diabetes. Patterns only.

use super::thread::{GoalSeed, Thread, task};
use crate::people::services::Service;

#[rustfmt::skip]
pub(crate) static DIABETES: Thread = Thread {
    key: "diabetes",
    told: [
        &[
            "{name} was told about the diabetes {#2-14} years ago [in four minutes|with a leaflet|between two other things] and [nobody has gone over it since|has been “told off” once a year ever since].",
            "The last HbA1c was {sugar}; [{name} did not know what the number means|we drew a line with where it was and where it is].",
            "[What {they} eat{s}|Supper] is [bread, potatoes, what {kinname} likes|{food} when there are people, toast when there are not|what is reduced after six at {shop}].",
            "{they} take{s} the [white ones|morning tablets] and leave{s} the [big ones|evening ones] because of [the stomach|what a cousin said]; {nurse} [does not know|knows now].",
            "Feet: [a sore under the left toe|numb at the edges|not looked at since last winter]; I asked {nurse} for [the next slot|the foot clinic].",
            "In {their} family it is called [“the sugar”|“sweet blood”], and [three aunts|{mum} and a brother] had it; [the stories are all of the end|nobody spoke of it].",
            "{name} has a machine [in its box|with a dead battery] and strips that [ran out in {month}|cost, or so {they} {was} told].",
            "{they} {has} been told to [lose weight|cut out rice] by [four people|everyone], and [shown how by none|looked at “as if I eat it in secret”].",
            "Tiredness is the main thing: [after dinner {they} {is} gone|{they} sleep{s} in {their} coat].",
            "The leaflets have [salads|people jogging] on; {name} cooks [{food}, for a houseful|on one ring].",
        ],
        &[
            "HbA1c is {sugar}, [up a little after the winter|not where {they} hoped], and {name} [went quiet|took it as a verdict]; we talked about [what that quarter had held|everything else that was going on].",
            "{name} had [a low|shakes] [on {bus}|in the night] and [ate half a bag of sugar|did not tell anyone]; {nurse} is looking at [the dose|the timing].",
            "The eye appointment was [missed|put off] because [it was two buses|{they} may not drive after the drops|nobody could come along].",
            "The course was [all in numbers|at nine in the morning on the wrong side of town]; {they} left [at the break|feeling stupid].",
            "Fasting is [near|on {their} mind], or a wedding, or both: [{nurse} is to talk about the tablets|we looked at what can be eaten at which hour].",
            "Injections have been [mentioned|offered], and {name} heard [“the end of the road”|{mum}’s voice]; we made a list of [what {they} want{s} to ask|who {they} know{s} that does it].",
            "The eyes: [“some changes”|a letter with a diagram], and {name} [has read it as blindness|has not slept]; {nurse} will [go through it line by line|ring on {weekday}].",
            "{they} went [hungry|without] for [two days before the test|the clinic’s sake], “[to get a good mark|so they’d leave me be]”.",
            "The strips were [refused at the desk|taken off the prescription], {@ref}; {nurse} is [seeing to it|cross about it].",
            "A [funeral|wedding|feast] of three days: {name} [ate with everyone and is not sorry|ate nothing and offended an aunt].",
        ],
        &[
            "{name} cooked {food} the other way, [half the oil|with the lentils first|on the smaller plate], and [{kinname} did not notice|asked for the recipe].",
            "After dinner {they} walk{s} to {reach}; the readings [are kinder for it|before bed are {#7-9}.{#0-9}].",
            "HbA1c {sugar}: [the first good news|down], and {nurse} [said so|rang to say it, unasked].",
            "The [foot|sore] has healed and the [boots|shoes from the clinic] [are worn, not kept for best|pinch less].",
            "At the cook-and-taste table {name} [sat by a man with {#20-30} years of it|swapped a jar for a recipe].",
            "{name} [moved the rice to a quarter of the plate|takes the long way to {shop}], and can [see it on the meter the same night|feel it by {weekday}].",
            "The injection turned out to be [a pen, and nothing|smaller than a mosquito, {they} said]; [{kinname} fainted, {name} did not|{nurse} let {them} do the first one on an orange].",
            "The eyes are [stable|to be looked at yearly, no more], and [the letter has been explained|{they} threw the diagram away].",
            "A cousin rang to ask [what {they} {is} doing|for the recipe], [since the news had got round|“you look ten years younger in the picture”].",
        ],
        &[
            "HbA1c {sugar}. {name} [had it written on {their} hand to show me|put the letter on the fridge].",
            "{they} know{s} what [a bad day|illness] does to the numbers and what to do, [and did it in {month}|without ringing].",
            "Eyes and feet are [up to date|both done], [{kinname} drove|on the same day].",
            "{name} [shows others round|helps at] the cook-and-taste table on {weekday}s.",
            "{name} took [{nurse}’s student|two new people] round the market and showed them [which bread|how to read the back].",
            "At the yearly review {name} had [the questions|the chart], and {nurse} did [more listening than telling|the writing down].",
            "{they} {was} ill in {month} and the numbers went up, and {they} [knew why and what to do|did not take it as a verdict].",
        ],
    ],
    said: [
        &[
            "“They look at the number and then they look at [my belly|the clock],” {they} said.",
            "“I know what I should eat. [I know it by heart.|Tell that to my Friday.]”",
            "“{mum} had it. [She lost the leg.|She was gone at sixty.] So I don’t look.”",
            "“Sugar’s the least of it,” {name} said, [and it is|counting the rest on {their} fingers].",
            "“I feel all right. [That’s what’s wrong with it.|So I forget.]”",
            "“They said ‘reversible’. [Like a coat.|So whose fault is it if it doesn’t?]”",
            "“I was {#30-44} before anyone told me [bread was sugar|fruit counts]. Fruit!”",
            "“I hide the [wrappers|bottle] in the neighbour’s bin. [Like a teenager.|There, I’ve said it.]”",
        ],
        &[
            "“I did everything and it went up. [What’s the point?|So it’s me, then.]”",
            "“I ate the cake. [It was a birthday. I’m not sorry.|And I’d eat it again.]”",
            "“I’m sick of being [a diabetic|a number]. [I was a dancer.|I’ve got a name.]”",
            "“She talked to me like [a child|I’d broken something],” {they} said of the clinic.",
            "“I’m not frightened of needles. [I’m frightened of what comes after needles.|I’ve had worse at the dentist.]”",
            "“When I’m worried I eat and when I eat I’m worried. [Round and round.|Draw that on your chart.]”",
            "“It’s all ‘don’t’. [Give me one ‘do’.|I’ve a mouth full of don’t.]”",
        ],
        &[
            "“Smaller plate. [That’s the whole secret.|Nobody told me that.]”",
            "“I walked it off. [You can see it on the machine!|Down two, just from walking.]”",
            "“I had two roast potatoes, not six, and [I enjoyed the two|nobody died].”",
            "“She said well done,” {name} said. “[The nurse. To me.|I nearly fell off the chair.]”",
            "“I did it on an orange first. [The orange has diabetes now.|Then me. I was braver than the orange.]”",
            "“I ate at four, like she said, and I [wasn’t a wolf at seven|didn’t shake].”",
            "“It’s not a diet, it’s [just supper|{food} with the lights on].”",
        ],
        &[
            "“I’ve got it, [it hasn’t got me|but I’m driving].”",
            "“I teach {kinname} to cook now. [Our food, the careful way.|Before it gets to be {kinname}’s turn.]”",
            "“My toes are pink. [Look at them!|I never thought I’d boast of toes.]”",
            "“Half the street’s on the small plates. [I should have shares.|Even {neighbour}.]”",
            "“{mum} would be [proud|jealous]. [She never got told.|I light a candle for her toes.]”",
            "“I had cake. On a Tuesday. [And Wednesday I didn’t.|And I knew what I was doing.]”",
        ],
    ],
    promises: &[
        "ask {nurse} for ten minutes on what the number means",
        "get the feet looked at this week",
        "find transport for the eye appointment",
        "tell {nurse} about the tablets that are left out, with {their} agreement",
        "bring the dates of the cook-and-taste table",
    ],
    tasks: &[
        task("write down three dinners, as they were", "written down three dinners, as they were"),
        task("walk to {reach} after eating", "walked to {reach} after most dinners"),
        task("take the reading before bed", "taken the reading before bed"),
        task("look at both feet on Sunday", "looked at both feet, with a mirror"),
        task("use the small plate", "used the small plate"),
    ],
    goals: &[
        GoalSeed { words: "[Cook our food and keep my sugar down|Eat like myself and not be told off]", about: "the cooking", moving: false, steps: &[
            "{name} writes down three dinners as they are", "{nurse} explains the number in ten minutes", "We go to the cook-and-taste table together", "{name} tries the small plate", "{kin} eats the same dinner", "{name} walks to {reach} after eating", "{name} brings a dish to share" ] },
        GoalSeed { words: "Keep my [feet|toes]", about: "the feet", moving: false, steps: &[
            "{worker} asks for the foot clinic", "{name} looks at both feet on Sundays", "{kin} checks the soles", "{nurse} looks at each visit", "{name} wears the clinic shoes outdoors", "{worker} finds a lift for the clinic" ] },
    ],
    reasons: &[
        "HbA1c {sugar}; likes to cook and would learn better at a table than from slides.",
        "Wants to understand diabetes without being told off.",
        "Home cooking of {their} own kind, with others.",
    ],
    services: &[Service::Diabetes, Service::Walking, Service::Garden, Service::Lunch],
    later: &["Sugar: {sugar} at the last test.", "Morning readings have been [steady|between six and eight].", "Feet looked at and [fine|a corn seen to]."],
};
