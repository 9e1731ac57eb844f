//! What this phone knows of its own clocks: its boots, how far the wall clock is from each, and what the server's clock said.
//!
//! Ages come from elapsed time and boots alone. Knows nothing of operations.

use rusqlite::{Connection, OptionalExtension as _, Transaction, params};

use super::StoreError;
use crate::model::{RequestClock, Timestamp};
use crate::ports::Reading;

/// How far apart this phone's wall clock and the server's may be before a person is asked about it: section 4.5 of the design
/// of sync.
pub const TOLERATED_MS: u64 = 120_000;

/// Threads read the clock before they wait for each other, so a reading may be a little older than the last one that was kept.
const OUT_OF_TURN_MS: u64 = 10_000;

/// The wall clock is noted anew when it moved by this much against elapsed time.
const MOVED_MS: u64 = 1_000;

struct Boot {
    no: u32,
    offset: i64,
    latest: u64,
    server: Option<i64>,
}

/// The number of the current boot. Notes how far the wall clock is from elapsed time, for ages after the next restart.
///
/// A boot whose elapsed time ran backwards has ended, though the platform gave its name again: process numbers and some
/// phones' boot counts do come again.
pub(super) fn boot_no(transaction: &Transaction<'_>, reading: &Reading) -> Result<u32, StoreError> {
    match find(transaction, &reading.boot)? {
        Some(boot) if has_ended(&boot, reading) => {
            let ended = "UPDATE boot SET name = name || ' ' || no WHERE no = ?1";
            transaction.execute(ended, params![boot.no])?;
            begin(transaction, reading)
        }
        Some(boot) => {
            go_on(transaction, &boot, reading)?;
            Ok(boot.no)
        }
        None => begin(transaction, reading),
    }
}

/// The clocks as a request tells them: the current boot, and the earlier boots of the last weeks.
pub fn request_clock(transaction: &Transaction<'_>, reading: &Reading) -> Result<RequestClock, StoreError> {
    let boot = boot_no(transaction, reading)?;
    let mut earlier = transaction
        .prepare_cached("SELECT no, offset_ms FROM boot WHERE no <> ?1 ORDER BY no DESC LIMIT 8")?;
    let boots =
        earlier.query_map(params![boot], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(RequestClock { boot, elapsed: reading.elapsed_ms, wall: reading.wall.0, boots })
}

/// Keeps what the server's clock said in an answer that has just arrived.
pub fn keep_server_time(
    transaction: &Transaction<'_>,
    reading: &Reading,
    server: Timestamp,
) -> Result<(), StoreError> {
    let no = boot_no(transaction, reading)?;
    let offset = server.0.saturating_sub(signed(reading.elapsed_ms));
    // Written when it says something new: a sync that brings nothing should write next to nothing.
    let sql =
        "UPDATE boot SET server_ms = ?1 WHERE no = ?2 AND (server_ms IS NULL OR abs(server_ms - ?1) > ?3)";
    transaction.prepare_cached(sql)?.execute(params![offset, no, signed(MOVED_MS)])?;
    Ok(())
}

/// How far this phone's wall clock is ahead of the server's, in milliseconds, when that is more than two minutes; behind it when
/// negative. Nothing when they agree, or when the server has not answered since the phone was switched on.
pub fn wall_off_ms(connection: &Connection, reading: &Reading) -> Result<Option<i64>, StoreError> {
    let boot = find(connection, &reading.boot)?.filter(|boot| !has_ended(boot, reading));
    let server = boot.and_then(|boot| boot.server);
    let off =
        server.map(|offset| reading.wall.0.saturating_sub(offset.saturating_add(signed(reading.elapsed_ms))));
    Ok(off.filter(|off| off.unsigned_abs() > TOLERATED_MS))
}

fn find(connection: &Connection, name: &str) -> Result<Option<Boot>, StoreError> {
    let sql = "SELECT no, offset_ms, latest_ms, server_ms FROM boot WHERE name = ?1";
    let boot = connection.prepare_cached(sql)?.query_row(params![name], |row| {
        let latest = row.get::<_, i64>(2)?.unsigned_abs();
        Ok(Boot { no: row.get(0)?, offset: row.get(1)?, latest, server: row.get(3)? })
    });
    Ok(boot.optional()?)
}

fn has_ended(boot: &Boot, reading: &Reading) -> bool {
    reading.elapsed_ms.saturating_add(OUT_OF_TURN_MS) < boot.latest
}

fn begin(transaction: &Transaction<'_>, reading: &Reading) -> Result<u32, StoreError> {
    let insert = "INSERT INTO boot (name, offset_ms, latest_ms) VALUES (?1, ?2, ?3) RETURNING no";
    let values = params![reading.boot, wall_offset(reading), signed(reading.elapsed_ms)];
    Ok(transaction.query_row(insert, values, |row| row.get(0))?)
}

/// Not every save of a note needs a second page of the file for its clock, so small steps are not written.
fn go_on(transaction: &Transaction<'_>, boot: &Boot, reading: &Reading) -> Result<(), StoreError> {
    let offset = wall_offset(reading);
    let moved = boot.offset.abs_diff(offset) >= MOVED_MS;
    if moved || reading.elapsed_ms >= boot.latest.saturating_add(OUT_OF_TURN_MS) {
        let sql = "UPDATE boot SET offset_ms = ?1, latest_ms = max(latest_ms, ?2) WHERE no = ?3";
        let offset = if moved { offset } else { boot.offset };
        transaction.prepare_cached(sql)?.execute(params![offset, signed(reading.elapsed_ms), boot.no])?;
    }
    Ok(())
}

fn wall_offset(reading: &Reading) -> i64 {
    reading.wall.0.saturating_sub(signed(reading.elapsed_ms))
}

fn signed(ms: u64) -> i64 {
    i64::try_from(ms).unwrap_or(i64::MAX)
}
