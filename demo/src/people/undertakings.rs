//! What is taken on until the next contact: a promise by the worker, a task by the client. About half belong to what weighs on
//! the client, the rest to anybody's life. It must not know what becomes of them.

use super::phrase::say;
use super::scene::Scene;
use super::teller::Teller;
use super::voice::promises::{PROMISES, TASKS};

/// What the client has taken on: the words for doing it, and for having done it.
#[derive(Clone, Debug)]
pub(crate) struct Undertaking {
    /// To follow “will”.
    pub(crate) todo: String,
    /// To follow “had”.
    pub(crate) done: String,
}

/// Something the worker promises, to follow “I will”.
pub(crate) fn new_promise(scene: &Scene<'_>, teller: &mut Teller) -> String {
    let table = if teller.chance().percent(45) { PROMISES } else { scene.main.thread.promises };
    lowercase_first(&teller.line(table, &scene.facts))
}

/// Something the client takes on.
pub(crate) fn new_task(scene: &Scene<'_>, teller: &mut Teller) -> Undertaking {
    let tasks = if teller.chance().percent(50) { TASKS } else { scene.main.thread.tasks };
    let task = teller.chance().pick(tasks);
    // Both are said with the same chance, so that what was done is what was to be done.
    let mut same = teller.chance().fork("task");
    let done = say(task.done, &scene.facts, &mut same.clone());
    let todo = say(task.todo, &scene.facts, &mut same);
    Undertaking { todo: lowercase_first(&todo), done: lowercase_first(&done) }
}

/// Gives what was made a sentence back to the middle of one.
pub(crate) fn lowercase_first(words: &str) -> String {
    let mut marks = words.chars();
    marks.next().map_or_else(String::new, |first| first.to_lowercase().chain(marks).collect())
}
