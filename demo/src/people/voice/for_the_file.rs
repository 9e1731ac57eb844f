//! The last line of a note, for the file: time and travel, numbers, papers seen, readings taken. Patterns only.

/// Lines for the file.
#[rustfmt::skip]
pub(crate) static FOR_THE_FILE: &[&str] = &[
    "Time: {#15-88} min with {name}, {#6-45} on the way ({bus}, {@fare}), {#5-40} on calls after.",
    "For the file: {@officer}, {@ref}, extension {#1000-9999}.",
    "Calls since: {@who} at {hall}, {@clock}; {@officer}, {@clock}.",
    "Papers seen: letter of {@date}, {@ref}; a bill for {@sum}.",
    "Home readings, as {they} wrote them: {#122-158}/{#70-96}, {#122-158}/{#70-96}, {#122-158}/{#70-96}.",
    "Steps on {their} counter: {#900-3999}, {#900-5999}, {#1100-7999}.",
    "Pulse, from {their} sheet: {#61-98}, {#61-98}, {#61-98}, {#61-98}.",
    "Spent on {their} behalf: {@sum} ({@errand}), {@fare} fares; receipts {#100-999} and {#100-999}.",
    "Left with {them}: bus times, the number for {@officer} ({#200-899} {#1000-9999}), my card.",
    "Written on {bus}, checked at home at {@clock}.",
    "{name} read this at {@clock} and changed [one word|two words|nothing|the bit about {kinname}].",
    "Travel {#2-14}.{#1-9} miles. {sky}.",
    "Also in touch: {@who} ({hall}), {@who} ({practice}), {@officer}, {@ref}.",
    "Next of kin still {kinname}; key with {neighbour}; {@ref} for the lift repair.",
    "Seen on the calendar: {@who}, {@date}; {@errand}, {@date}.",
    "Agreed who may know: {kinname} yes, {@who} no.",
];
