//! Promises and undertakings that fit any kind of life. Patterns only.

use crate::people::life::{Task, task};

/// What a worker may promise anybody, to follow “I will”.
#[rustfmt::skip]
pub(crate) static PROMISES: &[&str] = &[
    "ring {@officer} about {their} papers, {@ref}", "find out about {@worry}", "bring the bus times to {@errand}", "ask {nurse} about {@ache}", "print the letter to {@officer} in large type", "go to {@errand} with {them}",
    "put {@who} from {hall} in touch with {them}", "check what {@sum} a week would really cover", "ask {gp} for ten minutes about {@ache}", "take the form to {@officer} by hand before {@date}", "look up who mends such things as {@object}", "keep {them} a seat at {hall} on {@date}",
    "ring {kinname}, as {name} asked, about {@worry}", "hand the papers in at the one-stop shop, {@ref}", "see whether {@who} could give {them} a lift on {@date}", "write two lines to {@officer} and show {them} first", "ask at {hall} about {@date}", "chase the letter of {@date}",
    "ring at {@clock} on {@date} and not a minute later", "find the right person to ask about {@worry}",
];

/// What a client may take on.
#[rustfmt::skip]
pub(crate) static TASKS: &[Task] = &[
    task("walk as far as {@errand} and back", "walked as far as {@errand} and back"),
    task("ring {@who} for no reason", "rung {@who} for no reason"),
    task("make {@dish} and eat it sitting down", "made {@dish} and eaten it sitting down"),
    task("write down three good things, such as {@good}", "written down three good things, among them {@good}"),
    task("put {@sum} in the jar", "put {@sum} in the jar"),
    task("ask {@who} about {@date}", "asked {@who} about {@date}"),
    task("show {kinname} {@object}", "shown {kinname} {@object}"),
    task("watch {@show} without getting up to worry", "watched {@show} without getting up to worry"),
    task("open what comes from {@officer}", "opened what came from {@officer}"),
    task("be outdoors by {@clock} one day", "been outdoors by {@clock} one day"),
    task("tell {nurse} about {@ache}", "told {nurse} about {@ache}"),
    task("invite {@who} for {@dish}", "invited {@who} for {@dish}"),
    task("go to {@errand} by {bus}, alone", "gone to {@errand} by {bus}, alone"),
    task("get {@object} down from the cupboard", "got {@object} down from the cupboard"),
];
