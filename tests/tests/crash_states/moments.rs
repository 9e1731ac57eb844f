//! Going through the moments of a recording, and opening what is found at each.

use std::path::Path;

use alongside_tests::crash::{Disk, Event, Recording, Survival};
use serde_json::Value;

/// Looks at the files in a folder: with what was acknowledged, in order, and what was on its way when the power went.
pub(crate) type Judge = fn(&Path, &[Value], Option<&Value>) -> Result<(), Fault>;

/// What is wrong with a state, in words.
pub(crate) enum Fault {
    /// Something that was acknowledged is not there.
    Lost(String),
    /// The file does not open, or is not sound.
    Corrupt(String),
}

/// How many states there were, and how many were wrong.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) states: usize,
    pub(crate) lost: usize,
    pub(crate) corrupt: usize,
    /// The first that was wrong.
    first: Option<String>,
}

/// Judges about `count` moments, evenly over the recording, in three states each, on as many threads as there are processors.
pub(crate) fn every_moment(recording: &Recording, folder: &Path, count: usize, judge: Judge) -> Tally {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let parts = std::thread::scope(|scope| {
        let part =
            |thread| scope.spawn(move || go_through(recording, folder, (count, thread, threads), judge));
        let running: Vec<_> = (0..threads).map(part).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    parts.into_iter().fold(Tally::default(), |sum, part| Tally {
        states: sum.states + part.states,
        lost: sum.lost + part.lost,
        corrupt: sum.corrupt + part.corrupt,
        first: sum.first.or(part.first),
    })
}

fn go_through(
    recording: &Recording,
    folder: &Path,
    (count, thread, threads): (usize, usize, usize),
    judge: Judge,
) -> Tally {
    let told: Vec<Value> = recording.events.iter().filter_map(acknowledged).collect();
    let (mut disk, mut known, mut tally) = (recording.before.clone(), 0, Tally::default());
    // Rounded down, so that there are rather more moments than were asked for.
    let step = (recording.events.len() / count).max(1);
    for (place, event) in recording.events.iter().enumerate() {
        disk.happen(event, folder);
        known += usize::from(acknowledged(event).is_some());
        if place % step == 0 && place / step % threads == thread {
            let seed = u64::try_from(place).unwrap();
            for survival in [Survival::Nothing, Survival::Everything, Survival::Torn(seed)] {
                let judged = judge_state(&disk, survival, &told[..known], told.get(known), judge);
                tally.count(judged, &format!("event {place}, {survival:?}"));
            }
        }
    }
    tally
}

fn judge_state(
    disk: &Disk,
    survival: Survival,
    told: &[Value],
    next: Option<&Value>,
    judge: Judge,
) -> Result<(), Fault> {
    // In memory where there is such a place: what is judged here has no power cut of its own to fear.
    let memory = Path::new("/dev/shm");
    let found = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let found = found.unwrap();
    disk.leave(survival, found.path()).unwrap();
    judge(found.path(), told, next)
}

impl Tally {
    fn count(&mut self, judged: Result<(), Fault>, which: &str) {
        self.states += 1;
        if let Err(fault) = judged {
            let (count, why) = match fault {
                Fault::Lost(why) => (&mut self.lost, why),
                Fault::Corrupt(why) => (&mut self.corrupt, why),
            };
            *count += 1;
            self.first.get_or_insert_with(|| format!("{which}: {why}"));
        }
    }
}

fn acknowledged(event: &Event) -> Option<Value> {
    let Event::Tell(line) = event else { return None };
    Some(serde_json::from_str(line).unwrap())
}

/// Whether everything that was acknowledged is there: `find` answers what a field of a record says now. What was on its way may
/// have arrived already.
pub(crate) fn all_there(
    told: &[Value],
    next: Option<&Value>,
    find: impl Fn(&Value, &str) -> Option<Value>,
) -> Result<(), Fault> {
    let key =
        |ack: &Value| (ack["id"].as_str().unwrap().to_owned(), ack["field"].as_str().unwrap().to_owned());
    let latest: std::collections::BTreeMap<_, _> = told.iter().map(|ack| (key(ack), ack)).collect();
    for ((id, field), ack) in latest {
        let found = find(&ack["id"], &field);
        let overtaken = next.is_some_and(|next| {
            key(next) == (id.clone(), field.clone()) && found.as_ref() == Some(&next["value"])
        });
        if found.as_ref() != Some(&ack["value"]) && !overtaken {
            return Err(Fault::Lost(format!(
                "{field} of {id} is {found:?}, and {} was acknowledged",
                ack["value"]
            )));
        }
    }
    Ok(())
}

/// Whether SQLite finds a file sound; `key` is how it is opened.
pub(crate) fn sound(file: &Path, key: Option<[u8; 32]>) -> Result<(), Fault> {
    let corrupt = |error: rusqlite::Error| Fault::Corrupt(error.to_string());
    let connection = rusqlite::Connection::open(file).map_err(corrupt)?;
    if let Some(key) = key {
        let key: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        connection.execute_batch(&format!("PRAGMA key = \"x'{key}'\"")).map_err(corrupt)?;
    }
    // What a torn page of the file is to be replaced with is in the log, until the log is folded; `cipher_integrity_check` looks at
    // the file alone.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(corrupt)?;
    for check in ["PRAGMA integrity_check", "PRAGMA foreign_key_check", "PRAGMA cipher_integrity_check"] {
        let mut statement = connection.prepare(check).map_err(corrupt)?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).map_err(corrupt)?;
        for row in rows {
            let said = row.map_err(corrupt)?;
            if said != "ok" {
                return Err(Fault::Corrupt(format!("{check}: {said}")));
            }
        }
    }
    Ok(())
}
