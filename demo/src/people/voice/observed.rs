//! What the worker noticed, by the way they met. Patterns only.

use crate::people::values::Mode;

/// Things noticed in a contact of this mode.
pub(crate) fn observed(mode: Mode) -> &'static [&'static str] {
    match mode {
        Mode::Home => HOME,
        Mode::Phone | Mode::Text => FAR,
        Mode::Surgery | Mode::Community => OUT,
    }
}

static HOME: &[&str] = &[
    "The {home} was [warm|cold enough for coats|tidier than last time|in some disorder, which is not like {them}].",
    "[The curtains were open|There were flowers on the sill|The washing was done|A new photograph is up], [which I mentioned|I noted it and said nothing].",
    "{name} [moved easily|held the table getting up|had colour in the face|was short of breath by the stairs].",
    "[The calendar has things on it|The tablets were in the week box|There was food in|The fridge held milk and not much else].",
    "{they} walked me to the [gate|stairs|corner], [further than in {month}|talking all the way].",
    "[{neighbour} waved from the step|The radio was on for {joy}|The phone rang twice and {they} let it ring].",
    "{@detail}; {they} [did not notice|apologised for it|laughed].",
    "{they} seemed {@mood}, and [said so|I said I could see it|by the end less so].",
    "On the [shelf|table|sill]: {@object}. [I asked. There is a story.|New since {month}, or I had not seen it.|Dusted, for once.]",
    "{name} was {@mood} when I came and {@mood} when I left.",
    "{they} told me about {@object}, {@manner}.",
    "{@ache} was troubling {them}; [{they} got up in stages|I fetched the {drink} myself|{they} would not have it mentioned].",
    "{@show} was on with the sound off. [It stayed on.|{they} switched it off for me, which is new.]",
    "There was {@dish} on the stove, enough for {~2-6}, [with {@who} expected|and nobody expected].",
    "A letter from {@officer} stood behind {@object}, [opened|unopened|read so often that it has come apart].",
    "{they} had written {@date} on the back of {their} hand.",
];

static FAR: &[&str] = &[
    "[{their} voice was|The words were] [flat|lively|tired but warm|quicker than last time].",
    "I could tell [there was someone in the room|{they} {was} walking while we spoke|{they} {was} smiling], [and kept it short|and said I could hear it].",
    "[A long pause|A silence] when I asked about {kinname}; I [did not fill it|let it be], and then it came.",
    "{they} asked how I was, [and wanted the answer|which {they} {has} not done before].",
    "Harder to judge [without seeing {them}|at this distance]; [next time in person|I asked straight out and got a straight answer].",
    "{name} sounded {@mood}; [by the end|when {kinname} came up], {@mood}.",
    "I could hear [rain on a window|the kettle|a bus|{neighbour}’s drill|a tap running] behind {them}.",
    "{they} said {they} {was} {@mood}, [unasked|and then that it was nothing].",
    "[Twice {they} stopped|{they} broke off] to [let someone by|get breath|see to the door]; [no hurry|I waited].",
    "{@show} was on behind {them}. [We both listened for a bit.|It was turned down after a while.]",
    "{@ache} again, to judge by the pauses.",
    "{they} broke off to speak to {@who}, [kindly|sharply|in {language}], and came back {@mood}.",
    "I had {@clock} down and {they} had {@clock}; [we laughed|mine was wrong].",
];

static OUT: &[&str] = &[
    "{name} [kept {their} coat on|chose the seat|looked people in the eye|said hello to {~2-4} people on the way].",
    "{they} [walked well|needed the bench twice|managed the stairs with one stop|{was} out of breath and made a joke of it].",
    "[The noise was too much after half an hour|Out of the {home} {they} {is} a different person|{they} paid for the {drink} and would not hear otherwise].",
    "[People here know {them}|Nobody knew {them} here, and that was the point].",
    "{they} read the [noticeboard|menu] aloud, [glasses on|slowly, for me].",
    "{@detail}. {name} [pointed it out|did not turn a hair|was delighted].",
    "In {sky} {they} {was} {@mood}, and [walked faster than I|we stopped twice].",
    "{name} had {@object} in the bag, for {kinname}[, wrapped in newspaper|, and unwrapped it for me|].",
    "Seemed {@mood} today. [{they} said that sounds about right.|Not a word I used aloud.]",
    "{@ache} slowed us; [we took the bench|{they} took my arm without remark].",
    "{@who} stopped to say hello and {name} [introduced me as a friend|did the talking|went quiet].",
    "{they} had {@sum} in {their} hand the whole time, for the {drink}, and paid.",
    "We looked at {@object} in a shop window, [and went in|{@sum}, and left it there].",
];
