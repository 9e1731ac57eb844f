//! What a phone's everyday work costs beside the least that keeps the same promise, measured in the same process.
//!
//! `cargo bench -p alongside-tests --bench floors` prints the times, then medians of both by turns with their ratio, which
//! says the same on any machine. No figure here passes or fails. A word such as `saving` behind `--` leaves out what is in the
//! other files.

mod opening;
mod pair;
mod saving;
mod searching;
mod syncing;
mod world;

use pair::{Pair, print};

/// A file of this benchmark by name, with what it measures beside its floor.
type File = (&'static str, fn() -> Vec<Pair>);

const FILES: [File; 4] = [
    ("saving", saving::pairs),
    ("opening", opening::pairs),
    ("searching", searching::pairs),
    ("syncing", syncing::pairs),
];

fn main() {
    divan::main();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Listing and trying out, as `cargo test` does, measure nothing.
    if arguments.iter().any(|argument| argument == "--bench") {
        let words: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with('-')).collect();
        let is_wanted = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(*word));
        let wanted = FILES.iter().filter(|(name, _)| is_wanted(name));
        let pairs: Vec<Pair> = wanted.flat_map(|(_, pairs)| pairs()).collect();
        print(&mut std::io::stdout(), &pairs).expect("the figures can be printed");
    }
    world::close();
}
