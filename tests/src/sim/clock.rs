//! Time in a simulated world: one true time that events move, and clocks on phones that show something else.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use alongside_core::model::Timestamp;
use alongside_core::ports::{Clock, Reading};

/// When every world begins: 1 September 2026, in milliseconds.
const BEGINNING: i64 = 1_788_220_800_000;

/// The true time of a world. Nobody in it can read it but through a clock.
#[derive(Clone, Debug)]
pub(super) struct TrueTime(Arc<AtomicI64>);

impl TrueTime {
    /// The beginning of a world.
    pub(super) fn begin() -> Self {
        Self(Arc::new(AtomicI64::new(BEGINNING)))
    }

    /// Now, in milliseconds.
    pub(super) fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }

    /// Lets milliseconds pass.
    pub(super) fn pass(&self, ms: i64) {
        self.0.fetch_add(ms, Ordering::SeqCst);
    }
}

/// A device's clocks. Elapsed time is honest, as hardware makes it; the wall is whatever somebody set it to.
#[derive(Debug)]
pub(super) struct DeviceClock {
    time: TrueTime,
    name: usize,
    face: Mutex<Face>,
}

/// What a wall clock shows: `wall` at `since`, and from there `rate` milliseconds for each that passes.
#[derive(Clone, Debug)]
struct Face {
    wall: i64,
    since: i64,
    rate: i64,
    boots: u32,
    booted: i64,
}

impl DeviceClock {
    /// A clock that is `offset` milliseconds wrong, an hour after the first boot of the device with this number.
    pub(super) fn new(time: &TrueTime, name: usize, offset: i64) -> Self {
        let now = time.now();
        let face = Face { wall: now + offset, since: now, rate: 1, boots: 1, booted: now - 3_600_000 };
        Self { time: time.clone(), name, face: Mutex::new(face) }
    }

    /// Moves the wall by `ms`.
    pub(super) fn jump(&self, ms: i64) {
        let wall = self.wall();
        self.set(|face| face.wall = wall + ms);
    }

    /// Lets the wall run at `rate`: 1 forwards, 0 not at all, -1 backwards.
    pub(super) fn run_at(&self, rate: i64) {
        let wall = self.wall();
        self.set(|face| (face.wall, face.rate) = (wall, rate));
    }

    /// Restarts the device: elapsed time begins anew, under another boot's name.
    pub(super) fn reboot(&self) {
        let wall = self.wall();
        let now = self.time.now();
        self.set(|face| (face.wall, face.boots, face.booted) = (wall, face.boots + 1, now));
    }

    fn wall(&self) -> i64 {
        let face = self.face();
        face.wall + (self.time.now() - face.since) * face.rate
    }

    fn set(&self, change: impl FnOnce(&mut Face)) {
        let now = self.time.now();
        let mut face = self.face();
        face.since = now;
        change(&mut face);
    }

    fn face(&self) -> MutexGuard<'_, Face> {
        self.face.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for DeviceClock {
    fn read(&self) -> Reading {
        let wall = Timestamp(self.wall());
        let face = self.face();
        let elapsed_ms = (self.time.now() - face.booted).unsigned_abs();
        Reading { wall, boot: format!("boot-{}-{}", self.name, face.boots), elapsed_ms }
    }
}
