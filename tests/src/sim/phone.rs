//! A phone of a world: a real core on a file of its own, with a clock, a disk and a wire that can all go wrong.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use alongside_core::companion::{Companion, CompanionError, Setup};
use alongside_core::model::{DeviceId, EntityId};
use alongside_core::ports::{SeededEntropy, SeededIds};
use alongside_core::store::FixedKey;
use alongside_core::sync::SyncReport;

use super::air::Wire;
use super::clock::DeviceClock;
use super::disk::FaultyDisk;
use super::folder;
use super::form::Form;

/// What all phones have in common; reading the instruments takes longer than opening a phone.
static OUT_OF_THE_BOX: OnceLock<Setup> = OnceLock::new();
/// How long a sync may take, by the phone's own clock.
const DEADLINE: Duration = Duration::from_secs(60);

pub(super) type Ended = Result<SyncReport, CompanionError>;
type Flight = Pin<Box<dyn Future<Output = Ended> + Send>>;

/// A phone.
pub(super) struct Phone {
    /// Its place in the world.
    pub(super) no: usize,
    /// Whose it is: a place among the world's people.
    pub(super) person: usize,
    /// Its core.
    pub(super) core: Arc<Companion>,
    /// Its clock.
    pub(super) clock: Arc<DeviceClock>,
    /// Its disk.
    pub(super) disk: Arc<FaultyDisk>,
    /// How often it was started.
    pub(super) lives: u64,
    /// The service wants to hear no more of it: it was revoked, or its person has left.
    pub(super) shut_out: bool,
    /// It is under this many minutes of bad luck: no letter of it arrives.
    pub(super) clogged: bool,
    /// What the administrator calls it, once it is enrolled.
    pub(super) device: Option<DeviceId>,
    parts: Parts,
    flight: Option<Flight>,
    backup: Option<(PathBuf, Backup)>,
    /// How many saves there had been when it was restored from a backup or copied from another; 0 when it never was.
    pub(super) since: u32,
    /// How many there had been when another was last set up from a copy of it; 0 when none was.
    pub(super) copied: u32,
}

/// What is known of a phone's backup beside its files.
#[derive(Clone)]
pub(super) struct Backup {
    /// How many saves there had been when it was made.
    pub(super) saves: u32,
    /// The forms that were open.
    pub(super) forms: Vec<(EntityId, Form)>,
}

/// What a core is opened with.
struct Parts {
    folder: PathBuf,
    seed: u64,
    wire: Arc<Wire>,
    /// The phone whose key opens the file: another one's, on a copy.
    key: usize,
}

impl Phone {
    /// A phone out of the box.
    pub(super) fn new(wire: Wire, person: usize, folder: PathBuf, seed: u64, clock: DeviceClock) -> Self {
        let key = wire.phone;
        Self::begin(Parts { folder, seed, wire: Arc::new(wire), key }, person, clock)
    }

    /// Another phone, set up from a copy of this one's files and key.
    pub(super) fn copied(&self, wire: Wire, folder: PathBuf, seed: u64, clock: DeviceClock) -> Self {
        folder::copy(&self.parts.folder, &folder).expect("files can be copied");
        let parts = Parts { folder, seed, wire: Arc::new(wire), key: self.parts.key };
        let copy = Self::begin(parts, self.person, clock);
        Self { shut_out: self.shut_out, device: self.device, ..copy }
    }

    fn begin(parts: Parts, person: usize, clock: DeviceClock) -> Self {
        let (no, clock, disk) = (parts.wire.phone, Arc::new(clock), Arc::new(FaultyDisk::default()));
        let core = open(&parts, &clock, &disk, 0);
        Self {
            no,
            person,
            core,
            clock,
            disk,
            lives: 0,
            shut_out: false,
            clogged: false,
            device: None,
            parts,
            flight: None,
            backup: None,
            since: 0,
            copied: 0,
        }
    }

    /// Whether it was set up from a copy of another, whose clocks were others.
    pub(super) fn is_copy(&self) -> bool {
        self.parts.key != self.no
    }

    /// Whether a sync is waiting for a letter.
    pub(super) fn is_waiting(&self) -> bool {
        self.flight.is_some()
    }

    /// Begins a sync, unless one is running.
    pub(super) fn begin_sync(&mut self) -> Option<Ended> {
        let core = self.core.clone();
        self.begin_flight(async move { core.synchronise(DEADLINE).await })
    }

    /// Begins a sync after which everything is compared with the server, unless a sync is running.
    pub(super) fn begin_verify(&mut self) -> Option<Ended> {
        let core = self.core.clone();
        self.begin_flight(async move { core.verify(DEADLINE).await })
    }

    /// Begins to send photos, unless something is under way.
    pub(super) fn begin_photos(&mut self) -> Option<Ended> {
        let core = self.core.clone();
        self.begin_flight(
            async move { core.send_photos(DEADLINE, false).await.map(|_| SyncReport::default()) },
        )
    }

    /// Begins to fetch a photo, unless something is under way.
    pub(super) fn begin_fetch(&mut self, photo: EntityId) -> Option<Ended> {
        let core = self.core.clone();
        self.begin_flight(
            async move { core.fetch_photo(photo, DEADLINE).await.map(|_| SyncReport::default()) },
        )
    }

    fn begin_flight(&mut self, sync: impl Future<Output = Ended> + Send + 'static) -> Option<Ended> {
        if self.flight.is_none() {
            self.flight = Some(Box::pin(sync));
        }
        self.go_on()
    }

    /// Breaks a running sync off, as when the app is swept away.
    pub(super) fn hang_up(&mut self) {
        self.flight = None;
    }

    /// Lets a sync go on as far as it can; gives how it ended, when it did.
    pub(super) fn go_on(&mut self) -> Option<Ended> {
        let ended = poll(self.flight.as_mut()?.as_mut())?;
        self.flight = None;
        Some(ended)
    }

    /// How many saved changes the server does not have.
    pub(super) fn unsent(&self) -> u64 {
        self.core.sync_state().map_or(0, |state| state.unsent)
    }

    /// The power is cut: whatever was not durable is gone, and the app starts again on what was.
    pub(super) fn power_cut(&mut self) {
        let next = folder::next(&self.parts.folder);
        folder::copy(&self.parts.folder, &next).expect("files can be copied");
        self.start_on(next);
    }

    /// Whether there is a backup of it.
    pub(super) fn has_backup(&self) -> bool {
        self.backup.is_some()
    }

    /// Keeps a copy of everything, as a phone's own backup would.
    pub(super) fn back_up(&mut self, known: Backup) {
        let copy = self.parts.folder.with_extension("backup");
        let _ = std::fs::remove_dir_all(&copy);
        folder::copy(&self.parts.folder, &copy).expect("files can be copied");
        self.backup = Some((copy, known));
    }

    /// Puts the copy back, as when a backup is restored on the same phone. Gives what is known of it.
    pub(super) fn restore(&mut self) -> Option<Backup> {
        let (copy, known) = self.backup.clone()?;
        let next = folder::next(&self.parts.folder);
        folder::copy(&copy, &next).expect("files can be copied");
        self.start_on(next);
        Some(known)
    }

    /// Stops the app, lets `spoil` at its files, and tries to start it again.
    pub(super) fn spoil(&mut self, spoil: impl FnOnce(&Path)) -> Result<(), CompanionError> {
        let next = folder::next(&self.parts.folder);
        folder::copy(&self.parts.folder, &next).expect("files can be copied");
        spoil(&next);
        let Parts { seed, key, .. } = self.parts;
        let parts = Parts { folder: next, seed, wire: self.parts.wire.clone(), key };
        try_open(&parts, &self.clock, &self.disk, self.lives).map(drop)
    }

    /// Changes a row of its file behind its back, and starts it again. Gives how many rows were changed.
    pub(super) fn tamper(&mut self, sql: &str, values: impl rusqlite::Params) -> usize {
        let next = folder::next(&self.parts.folder);
        folder::copy(&self.parts.folder, &next).expect("files can be copied");
        let file = self.unlock(&next);
        let changed = file.execute(sql, values).expect("the row can be changed");
        drop(file);
        self.start_on(next);
        changed
    }

    /// Everything its file holds, decrypted.
    pub(super) fn decrypted(&self) -> Vec<u8> {
        let copy = folder::next(&self.parts.folder).with_extension("read");
        folder::copy(&self.parts.folder, &copy).expect("files can be copied");
        let (file, plain) = (self.unlock(&copy), copy.join("plain.db"));
        file.execute("ATTACH DATABASE ?1 AS plain KEY ''", [plain.to_string_lossy()]).expect("it is made");
        file.query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(())).expect("it is copied");
        file.execute("DETACH DATABASE plain", []).expect("it is closed");
        let bytes = std::fs::read(plain).expect("it is read");
        let _ = std::fs::remove_dir_all(copy);
        bytes
    }

    /// Its file in a folder, opened behind its back.
    fn unlock(&self, folder: &Path) -> rusqlite::Connection {
        let file = rusqlite::Connection::open(folder.join("alongside.db")).expect("the file opens");
        let digits: String = key(&self.parts).iter().map(|byte| format!("{byte:02x}")).collect();
        file.pragma_update(None, "key", format!("x'{digits}'")).expect("the key fits");
        file
    }

    fn start_on(&mut self, folder: PathBuf) {
        self.flight = None;
        self.lives += 1;
        let before = std::mem::replace(&mut self.parts.folder, folder);
        let disk = Arc::new(FaultyDisk::default());
        self.core = open(&self.parts, &self.clock, &disk, self.lives);
        self.disk = disk;
        let _ = std::fs::remove_dir_all(before);
    }
}

/// Asks a future once. What it waits for is filled in before it is asked again.
pub(super) fn poll<T>(future: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Pending => None,
        Poll::Ready(done) => Some(done),
    }
}

fn open(parts: &Parts, clock: &Arc<DeviceClock>, disk: &Arc<FaultyDisk>, life: u64) -> Arc<Companion> {
    Arc::new(try_open(parts, clock, disk, life).expect("the phone opens"))
}

fn try_open(
    parts: &Parts,
    clock: &Arc<DeviceClock>,
    disk: &Arc<FaultyDisk>,
    life: u64,
) -> Result<Companion, CompanionError> {
    let seed = parts.seed ^ (life << 32);
    let key = Arc::new(FixedKey::holding(key(parts)));
    let setup = Setup {
        folder: parts.folder.clone(),
        keys: key.clone(),
        transport: parts.wire.clone(),
        clock: clock.clone(),
        ids: Arc::new(SeededIds::new(seed)),
        entropy: Arc::new(SeededEntropy::new(seed)),
        disk: Some(disk.clone()),
        ..OUT_OF_THE_BOX.get_or_init(|| Setup::new("", key, parts.wire.clone())).clone()
    };
    Companion::open(setup)
}

fn key(parts: &Parts) -> [u8; 32] {
    [u8::try_from(parts.key % 200).unwrap_or(0) + 1; 32]
}
