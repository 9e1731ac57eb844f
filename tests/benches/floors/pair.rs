//! Our way and the floor, turn by turn, so that whatever else the machine does meets both alike.

use std::io::Write;

use alongside_tests::bench::{Cost, median};

/// The figures of one kind of work.
#[derive(Clone)]
pub(crate) struct Pair {
    name: &'static str,
    ours: Vec<f64>,
    floor: Vec<f64>,
    cost: Option<Cost>,
}

impl Pair {
    /// Runs both `times` times in turn; each answers its milliseconds.
    pub(crate) fn alternate(
        name: &'static str,
        times: usize,
        mut ours: impl FnMut() -> f64,
        mut floor: impl FnMut() -> f64,
    ) -> Self {
        let (ours, floor) = (0..times).map(|_| (ours(), floor())).unzip();
        Self { name, ours, floor, cost: None }
    }

    /// With what an exchange cost beside time.
    pub(crate) fn costing(self, cost: Cost) -> Self {
        Self { cost: Some(cost), ..self }
    }
}

/// Prints medians, ratios, requests and bytes as a table.
pub(crate) fn print(out: &mut impl Write, pairs: &[Pair]) -> std::io::Result<()> {
    writeln!(out, "\n| work | pairs | ours ms | floor ms | ratio | requests | bytes up | bytes down |")?;
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
