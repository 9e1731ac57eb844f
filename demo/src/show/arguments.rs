//! What can be said on the command line.

use std::path::PathBuf;

use clap::Parser;

/// Shows Alongside on this machine: a real server, three phones with encrypted files of their own, and one page with the
/// phones side by side. Every person in it is invented.
#[derive(Clone, Debug, Parser)]
#[command(name = "alongside-demo", version)]
pub struct Arguments {
    /// Where every file goes; must be empty or not there yet, and is kept. Without it, a new folder for temporary files is
    /// used and removed at the end.
    #[arg(long, value_name = "FOLDER")]
    pub folder: Option<PathBuf>,

    /// Keeps the folder for temporary files too.
    #[arg(long)]
    pub keep: bool,

    /// The port of the page; 0 takes one that is free.
    #[arg(long, default_value_t = 0)]
    pub port: u16,

    /// How many clients to invent.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub clients: u16,

    /// Which clients to invent: the same number gives the same people.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,

    /// Plays the story without a browser, checks every claim, prints one JSON object and ends: with 0 when all of them hold,
    /// with 1 when one does not.
    #[arg(long)]
    pub headless: bool,

    /// Writes notes on the phone in this folder until the process is killed; for the test that kills it.
    #[arg(long, value_name = "FOLDER", hide = true)]
    pub write_until_killed: Option<PathBuf>,
}
