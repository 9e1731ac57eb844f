//! `save`: a working day on one phone with no network, each save timed.

use std::path::Path;
use std::sync::Arc;

use alongside_core::sync::HttpTransport;
use serde_json::Value;

use super::{BenchError, Day, DayPlayer, Stopwatch, open_companion, quantiles};

/// Plays the day in `file` on the phone in `folder`, which has its clients. A line's time is that of all it takes: the
/// first of a form opens it, the last signs or submits it. `saves` are the calls, each of which is one commit.
///
/// # Errors
/// When the phone cannot be opened or refuses something.
pub fn save(folder: &Path, file: &Path) -> Result<Value, BenchError> {
    let core = open_companion(folder, Arc::new(HttpTransport::new()?))?;
    let day = Day::read(file)?;
    let cases = day.cases().into_iter().map(|case| (case, case)).collect();
    let mut player = DayPlayer::new(&core, cases);
    let mut times = Vec::new();
    for (line, last) in day.saves() {
        let watch = Stopwatch::start();
        player.save(line, last)?;
        times.push(watch.ms());
    }
    let mut told = quantiles(times);
    told["saves"] = quantiles(player.into_saves());
    Ok(told)
}
