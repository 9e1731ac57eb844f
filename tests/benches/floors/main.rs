//! What a phone's everyday work costs beside the least that keeps the same promise, measured in the same process.
//!
//! `cargo bench -p alongside-tests --bench floors` prints the times, then medians of both by turns with their ratio, which
//! says the same on any machine. No figure here passes or fails.

mod opening;
mod pair;
mod saving;
mod searching;
mod syncing;
mod world;

use pair::{Pair, print};

fn main() {
    divan::main();
    // Listing and trying out, as `cargo test` does, measure nothing.
    if std::env::args().any(|argument| argument == "--bench") {
        let pairs: Vec<Pair> =
            [saving::pairs(), opening::pairs(), searching::pairs(), syncing::pairs()].concat();
        print(&mut std::io::stdout(), &pairs).expect("the figures can be printed");
    }
    world::close();
}
