//! How the client said something, as a sentence after a quotation. Patterns only.

/// Sentences that may follow a quotation.
pub(crate) static SAID_HOW: &[&str] = &[
    "{they} said it {@manner}.",
    "[Said|This,] {@manner}.",
    "That was said {@manner}.",
    "{name} told me this {@manner}.",
    "I [let it stand|said nothing|nodded]. {@detail}.",
    "[Then|After that] we talked of {@object} for a while.",
    "{they} had {@object} in {their} hands as {they} said it.",
    "[Silence, then|Then]: “{@good}. That as well.”",
    "[Later|At the door] {they} said it again, {@manner}.",
    "[I asked if I might write that down.|I had my pen up.] [“Write it.”|“If you spell it right.”|{they} checked the spelling.|{they} nodded at {@object}.]",
    "{@show} [went on|muttered away] in the next room.",
    "From {them}, that is [a speech|a lot].",
];
