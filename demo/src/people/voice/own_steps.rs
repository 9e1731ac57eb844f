//! Steps for a goal that a client wrote in their own language. Patterns only.

/// Who does what.
pub(crate) static OWN_STEPS: &[&str] = &[
    "{name} writes it on the fridge door",
    "{worker} learns to say it properly",
    "{name} and {kinname} choose the first small piece",
    "{gathers} knows about it and helps",
    "{worker} rings on {weekday} to hear how it is",
    "{name} does it once without anyone",
];
