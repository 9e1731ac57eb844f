//! A phone's disk that can stop the phone at any moment of a write, or be full.

use std::sync::{Mutex, MutexGuard, PoisonError};

use alongside_core::store::{Disk, Moment, StoreError};
use rusqlite::Connection;

use super::promise::Promise;

/// Where a phone is stopped in one of its next writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Before anything is written.
    Begun,
    /// In the middle, at a statement of this sort.
    Midway(usize),
    /// All written, nothing durable.
    Committing,
    /// Durable, and nobody was told.
    Committed,
}

/// The disk of one phone.
#[derive(Debug, Default)]
pub(super) struct FaultyDisk(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    stop: Option<(Stop, u32)>,
    dead: bool,
    full: bool,
    /// A full disk takes nothing at all, and not what happens to fit into the pages there are.
    strict: bool,
    limited: bool,
    unsound: Option<(Promise, &'static str)>,
}

impl FaultyDisk {
    /// Stops the phone at `stop` of the write after the next `skip` ones.
    pub(super) fn stop_at(&self, stop: Stop, skip: u32) {
        self.state().stop = Some((stop, skip));
    }

    /// The stop that was reached, if one was.
    pub(super) fn cut(&self) -> Option<Stop> {
        let state = self.state();
        state.stop.map(|(stop, _)| stop).filter(|_| state.dead)
    }

    /// Fills the disk, to the last page or, `strict`, so that it takes nothing at all: what still fits into the pages there are
    /// depends on how many digits and which order the times in them have.
    pub(super) fn fill(&self, strict: bool) {
        let mut state = self.state();
        (state.full, state.strict) = (true, strict);
    }

    /// Makes room.
    pub(super) fn empty(&self) {
        self.state().full = false;
    }

    /// What of the file's settings does not hold what they promise, if anything.
    pub(super) fn unsound(&self) -> Option<(Promise, &'static str)> {
        self.state().unsound
    }

    /// Ends everything that is wrong with it.
    pub(super) fn mend(&self) {
        let mut state = self.state();
        (state.stop, state.full) = (None, false);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Disk for FaultyDisk {
    fn at(&self, moment: Moment, connection: &Connection) -> Result<(), StoreError> {
        let mut state = self.state();
        if state.dead {
            return Err(gone());
        }
        if moment == Moment::Begun {
            state.limit(connection)?;
            state.look(connection)?;
            if state.full && state.strict {
                return Err(StoreError::Full);
            }
        }
        state.meet(moment, connection)
    }
}

impl State {
    /// A full disk has no page more than there are.
    fn limit(&mut self, connection: &Connection) -> Result<(), StoreError> {
        if self.full == self.limited {
            return Ok(());
        }
        let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let most = if self.full { pages } else { i64::from(i32::MAX) };
        connection.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()))?;
        self.limited = self.full;
        Ok(())
    }

    /// The settings without which a file may lose a commit, or write a text where it is not encrypted.
    fn look(&mut self, connection: &Connection) -> Result<(), StoreError> {
        let number = |pragma: &str| connection.query_row(pragma, [], |row| row.get::<_, i64>(0));
        if number("PRAGMA synchronous")? < 2 {
            self.unsound = Some((Promise::Durable, "a commit of a phone is not flushed"));
        }
        if number("PRAGMA temp_store")? != 2 {
            self.unsound = Some((Promise::AtRest, "a phone writes temporary tables to its disk"));
        }
        Ok(())
    }

    fn meet(&mut self, moment: Moment, connection: &Connection) -> Result<(), StoreError> {
        let Some((stop, skip)) = self.stop else { return Ok(()) };
        match (moment, stop) {
            (Moment::Begun, _) if skip > 0 => {
                self.stop = Some((stop, skip - 1));
                Ok(())
            }
            _ if skip > 0 => Ok(()),
            (Moment::Begun, Stop::Midway(place)) => {
                self.dead = true;
                Ok(connection.execute_batch(&trap(place))?)
            }
            (Moment::Begun, Stop::Begun)
            | (Moment::Committing, Stop::Committing)
            | (Moment::Committed, Stop::Committed) => self.die(),
            _ => Ok(()),
        }
    }

    fn die(&mut self) -> Result<(), StoreError> {
        self.dead = true;
        Err(gone())
    }
}

/// Ends the transaction at the first statement of a sort; work without such a statement ends before its commit.
fn trap(place: usize) -> String {
    const STATEMENTS: [&str; 6] = [
        "INSERT ON record",
        "UPDATE ON record",
        "INSERT ON outbox",
        "UPDATE ON outbox",
        "UPDATE ON device",
        "UPDATE ON stream",
    ];
    let statement = STATEMENTS[place % STATEMENTS.len()];
    format!(
        "CREATE TEMP TRIGGER cut BEFORE {statement} BEGIN SELECT RAISE(ROLLBACK, 'the phone is off'); END"
    )
}

fn gone() -> StoreError {
    StoreError::Folder(std::io::Error::other("the phone is off"))
}
