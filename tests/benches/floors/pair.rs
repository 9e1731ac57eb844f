//! Our way and the floor, turn by turn, so that whatever else the machine does meets both alike.

use std::io::Write;

use alongside_tests::bench::{Cost, median};

/// How often each has its turn, and how many runs a turn has.
#[derive(Clone, Copy)]
pub(crate) struct Turns {
    pub(crate) turns: usize,
    pub(crate) runs: usize,
}

/// The figures of one kind of work.
#[derive(Clone)]
pub(crate) struct Pair {
    name: &'static str,
    ours: Vec<f64>,
    floor: Vec<f64>,
    cost: Option<Cost>,
}

impl Pair {
    /// Runs both by turns; each answers its milliseconds. A turn is several runs of the same: two files flushed one after the
    /// other wait for each other in the file system, and both would show that wait and nothing else.
    pub(crate) fn alternate(
        name: &'static str,
        Turns { turns, runs }: Turns,
        mut ours: impl FnMut() -> f64,
        mut floor: impl FnMut() -> f64,
    ) -> Self {
        let mut pair = Self { name, ours: Vec::new(), floor: Vec::new(), cost: None };
        for _ in 0..turns {
            pair.ours.extend((0..runs).map(|_| ours()));
            pair.floor.extend((0..runs).map(|_| floor()));
        }
        pair
    }

    /// With what an exchange cost beside time.
    pub(crate) fn costing(self, cost: Cost) -> Self {
        Self { cost: Some(cost), ..self }
    }
}

/// Prints medians, ratios, requests and bytes as a table.
pub(crate) fn print(out: &mut impl Write, pairs: &[Pair]) -> std::io::Result<()> {
    writeln!(out, "\n| work | runs | ours ms | floor ms | ratio | requests | bytes up | bytes down |")?;
    writeln!(out, "| --- | --- | --- | --- | --- | --- | --- | --- |")?;
    for Pair { name, ours, floor, cost } in pairs {
        let (mine, least) = (median(ours.clone()), median(floor.clone()));
        let exchange = match cost {
            Some(Cost { requests, up, down }) => format!("{requests} | {up} | {down}"),
            None => "- | - | -".to_owned(),
        };
        let (count, ratio) = (ours.len(), mine / least);
        writeln!(out, "| {name} | {count} | {mine:.3} | {least:.3} | {ratio:.2} | {exchange} |")?;
    }
    Ok(())
}
