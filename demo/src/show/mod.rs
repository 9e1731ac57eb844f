//! The program: reads its arguments, serves the page at once, sets the stage behind it, and then either waits for somebody to
//! stop it or plays the story.

mod arguments;
mod folder;
mod opening;
mod run;
mod say;
mod stopping;

pub use arguments::Arguments;
pub use run::run;
