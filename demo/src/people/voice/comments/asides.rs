//! What a client adds to any answer, often the truer half. Patterns only.

/// Things added after the answer itself.
pub(crate) static ASIDES: &[&str] = &[
    "{@worry}, if you must know.",
    "{@who} says the same.",
    "[Bar|Apart from] {@ache}.",
    "[Best thing|One good thing]: {@good}.",
    "I’d sooner talk about {joy}.",
    "{@sum} a week, I worked it out with {@who}.",
    "You can ask {kinname}.",
    "It was {#2-5} last time, wasn’t it? [Feels about right.|I don’t remember saying that.]",
    "[Since {@date}|Since I saw {@who}], anyway.",
    "[Write|Put] that in my words: {@good}.",
    "[A plate of|Thank goodness for] {@dish}. [I’m only half joking.|Laugh, go on.]",
    "{@show} and bed by {@clock}, that’s me.",
    "I told {@who} on {bus} and [had a cry|we laughed].",
    "[Ask me again in {month}.|Ask me after {@date}.]",
];
