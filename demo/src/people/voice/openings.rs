//! How a note begins, by the way the two met. Patterns only.

use crate::people::values::Mode;

/// First sentences of a note about a contact that took place.
pub(crate) fn openings(mode: Mode) -> &'static [&'static str] {
    match mode {
        Mode::Home => HOME,
        Mode::Phone => PHONE,
        Mode::Surgery => SURGERY,
        Mode::Community => COMMUNITY,
        Mode::Text => TEXT,
    }
}

static HOME: &[&str] = &[
    "Visited {name} at home [as agreed|on {street}], {since} after we last spoke.",
    "At {name}’s {home} [this morning|this afternoon|for most of an hour]; [{drink} on the table|the door was open before I knocked|we sat in the kitchen].",
    "Home visit. [{name} had the chairs out|{they} {was} looking out for me|The dog next door announced me] and [we got straight to it|we began with the weather].",
    "Saw {name} at home. {they} [looked|seemed] [tired|brighter|much as last time|thinner in the face|rested], and said so before I did.",
    "[Round to|Called on] {name} on {street} [in the rain|between two showers|with the sun out]; we had [{food}|{drink} and a biscuit|{drink}, and the radio low].",
    "{name} had asked me to come [after the school run|before {kinname} was back|when the post had been], so I did; [an hour|fifty minutes|a good hour] at the table.",
    "An hour with {name} in [the kitchen|the front room|the one warm room], [{since} since the last visit|as planned].",
    "{@clock}, home visit, {@span}. {@detail}. {name} seemed {@mood}.",
    "At {name}’s on {street} from {@clock}, {sky} outside. {@detail}.",
    "[Walked over|Cycled over|Took {bus}] to {name}’s in {sky}; {they} {was} {@mood}, and we [sat by the window|stayed at the table|kept to the kitchen].",
    "{name} [let me in|called from the stairs|was at the gate], {@mood}. [{@span} in all.|We had {@span}.]",
    "Home, {@clock}. {@detail}, which [got us talking|made us both laugh|we left as it was].",
    "{name} had put out {@object} to show me, [and the visit began there|so I asked, and out it came].",
];

static PHONE: &[&str] = &[
    "Rang {name} at [the time we agreed|ten past {~9-11}|the time that suits {them}]; [{#12-35} minutes|a good half hour|longer than planned].",
    "Phone call, [as arranged|{their} choice this time]. [{name} picked up on the second ring|I could hear {drink} being poured|The line was poor but we managed].",
    "Spoke to {name} by phone, {since} on from the last contact. [{they} {was} sitting on the stairs, where the signal is|{they} had the list ready].",
    "{name} rang me [before I could ring|on the dot|from the bus stop]; we talked for [{#15-30} minutes|as long as the credit lasted].",
    "A call today rather than a visit, [since {name} had a cold|because of the buses|at {their} asking]; [good voice|slow at first|a lot to tell].",
    "Talked on the phone with {name}. [{they} began with the good news|It took a while to get to it|No small talk today].",
    "Call at {@clock}, {@span}. {name} [sounded|was] {@mood}.",
    "{@clock}: rang {name}, who was [on the way to|just back from] {@errand} and [rang me back|talked walking]. {they} sounded {@mood}.",
    "By phone with {name}, {sky} at both ends. [{they} began with {@worry}.|First {@worry}, then the rest.]",
    "{name} answered with “[go on then|hang on, the kettle|it’s you, good]”. [We had {@span}.|{@span}, by the end.]",
    "Phoned {name} at {@clock} as {they} had asked[, voice low because of the walls|, and again after tea|].",
];

static SURGERY: &[&str] = &[
    "Met {name} at {practice}, [in the small room by the stairs|in the nurse’s room, which was free|after the blood test].",
    "Saw {name} in the surgery today [before {their} slot with {nurse}|since {they} {was} there anyway|as agreed]; [forty minutes|half an hour, no more room than that].",
    "{name} came to {practice} [by {bus}|with {kinname}, who waited outside|on foot, and wanted me to know it].",
    "At the surgery with {name}. [The room was double-booked, so we used the staff kitchen|We had the room to ourselves for once].",
    "Surgery contact, {since} since we last spoke. [{name} sat with {their} coat on|{they} chose the chair by the door|{name} had brought a bag of papers].",
    "{practice}, {@clock}. {name} [was early|came in {sky}|had walked], {@mood}.",
    "Half an hour with {name} at the surgery, [{nurse} put her head in|the printer going next door|in the room with the eye chart]; {they} seemed {@mood}.",
    "{name} and I had {@span} at {practice} between {their} blood test and {bus}.",
    "Met in the waiting room at {practice} and [moved to the back|went outside, since it was full]. {name} was {@mood}.",
];

static COMMUNITY: &[&str] = &[
    "Met {name} at {hall}, [over a cup of {drink}|in the corner by the radiator|after the group].",
    "{name} and I walked [at {park}|to {reach} and back|along {street}], [talking as we went|slowly, with two benches], {since} after the last contact.",
    "We met [in the café|at the library|outside {shop}] as agreed; {name} was [early|there first|with {friend}, who left us to it].",
    "Out together today: [{bus} to {hall}|on foot to {hall}|a bench at {park}], which was [{name}’s idea|easier than the {home}].",
    "Saw {name} at {gathers}, [at {their} invitation|since that is where {they} feel{s} at home]; [quiet enough to talk|we found a back table].",
    "{@clock}, {hall}. {name} was {@mood}. {@detail}.",
    "Out with {name} in {sky}: first {@errand}, then [a bench|{hall}|a cup of {drink}], and talk.",
    "We went to {@errand} together, {name} and I, and talked [on the way|in the queue|on {bus}]; {@span}.",
    "{name} suggested {park} and we had {@span} of it, in {sky}. {they} {was} {@mood}.",
    "Met at {@clock} by {shop}. {name} had {@errand} on the list, so that is where we went.",
];

static TEXT: &[&str] = &[
    "[A run of|{#6-14}] texts with {name} [today|through the afternoon|while {they} {was} at the clinic], {since} after we last spoke. [In short:|What came of it:|The gist:]",
    "{name} texted [first|at lunchtime|from the waiting room]; we went back and forth for [a quarter of an hour|most of the lunch break].",
    "Text contact, [as {they} prefer{s} this month|since talking is hard with the cough|because {kinname} was in the room]. [{name} writes as {they} talk{s}|Short messages, clear ones].",
    "By text today, [{their} choice|between two buses|because {they} had no voice]. I asked how things stood and {they} told me [at some length|in nine messages|with a photo].",
    "Texts from {@clock} on. {name} is {@mood}, [by {their} own account|if I read it right].",
    "{name} sent a picture of {@object} and then [five messages|the news] behind it.",
    "I texted at {@clock}; the answer came [from the queue at|on the way to] {@errand}. [Short and clear.|A long one.]",
];
