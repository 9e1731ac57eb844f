//! The command line: what can be asked for, and nothing about how it is done.

use clap::{Args, Parser, Subcommand};

/// The project's own commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about, long_about = None)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be asked for.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Install what is missing, build, and run every test and check; ALONGSIDE_SLOW=1 runs the randomised suites longer
    Test(TestArguments),
    /// The quick checks before a commit: format, lints, documentation, structure
    Check,
    /// Start the demo (`cargo run --release -p alongside-demo`) with the build settings this machine allows
    Demo {
        /// Arguments for the demo itself, after `--`
        #[arg(last = true)]
        arguments: Vec<String>,
    },
}

/// How to run the tests.
#[derive(Args)]
pub(crate) struct TestArguments {
    /// Run these steps alone, in their usual order
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    /// List the steps and stop
    #[arg(long)]
    pub(crate) list: bool,
    /// Count a skipped step as failed, as CI=true does
    #[arg(long)]
    ci: bool,
}

impl TestArguments {
    /// True when a skipped step is a failure: asked for, or in the environment of a CI run.
    pub(crate) fn ci(&self) -> bool {
        self.ci || std::env::var_os("CI").is_some_and(|value| value == "true")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &[&str]) -> TestArguments {
        match Arguments::try_parse_from(line).unwrap().command {
            Command::Test(arguments) => arguments,
            _ => panic!("not a test command"),
        }
    }

    #[test]
    fn only_takes_a_list_with_commas_or_repeated() {
        let commas = parsed(&["xtask", "test", "--only", "format,docs"]);
        let repeated = parsed(&["xtask", "test", "--only", "format", "--only", "docs"]);
        assert_eq!(commas.only, ["format", "docs"]);
        assert_eq!(repeated.only, commas.only);
    }

    #[test]
    fn the_ci_flag_makes_it_a_ci_run() {
        assert!(parsed(&["xtask", "test", "--ci"]).ci());
    }

    #[test]
    fn the_demos_own_arguments_come_after_two_dashes() {
        let line = ["xtask", "demo", "--", "--headless"];
        match Arguments::try_parse_from(line).unwrap().command {
            Command::Demo { arguments } => assert_eq!(arguments, ["--headless"]),
            _ => panic!("not a demo command"),
        }
    }
}
