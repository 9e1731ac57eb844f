//! The clock port: wall time for people, suspend-inclusive elapsed time for ages.
//!
//! Wall time is what a person reads and may be wrong by years. Ages, and so every decision between two edits, come from
//! the elapsed reading, which keeps counting while the device sleeps and starts anew at every boot.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use crate::model::Timestamp;

/// One look at a device's clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What the device believes the time is; for display, never for deciding between edits.
    pub wall: Timestamp,
    /// Names the current boot; two readings can be subtracted only when their boots are equal.
    pub boot: String,
    /// Milliseconds since that boot, time asleep included.
    pub elapsed_ms: u64,
}

/// Where time comes from.
pub trait Clock: Send + Sync {
    /// Reads all clocks at once.
    fn read(&self) -> Reading;

    /// The wall clock alone.
    fn now(&self) -> Timestamp {
        self.read().wall
    }
}

/// The operating system's clocks (`CLOCK_BOOTTIME` where the system has it).
#[derive(Clone, Debug)]
pub struct SystemClock {
    boot: String,
}

impl SystemClock {
    /// Uses `boot` as the name of the current boot. Phones pass their platform's boot count or session.
    pub fn with_boot(boot: impl Into<String>) -> Self {
        Self { boot: boot.into() }
    }

    /// Names the boot by the kernel's boot id; where there is none, every process counts as a boot of its own, which only
    /// makes ages coarser.
    pub fn new() -> Self {
        let kernel = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
        match kernel.trim() {
            "" => Self::with_boot(format!("process-{}", std::process::id())),
            id => Self::with_boot(id),
        }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the port through which the system clock is read")]
    fn read(&self) -> Reading {
        Reading {
            wall: Timestamp(chrono::Utc::now().timestamp_millis()),
            boot: self.boot.clone(),
            elapsed_ms: elapsed_ms(),
        }
    }
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn elapsed_ms() -> u64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    millis(time.tv_sec, time.tv_nsec)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn elapsed_ms() -> u64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    millis(time.tv_sec, time.tv_nsec)
}

fn millis(seconds: i64, nanos: i64) -> u64 {
    u64::try_from(seconds.saturating_mul(1000).saturating_add(nanos / 1_000_000)).unwrap_or(0)
}

/// A clock that stands still until a test moves it.
#[derive(Debug)]
pub struct FixedClock {
    wall: AtomicI64,
    elapsed: AtomicU64,
}

impl FixedClock {
    /// Starts at `wall`, one hour after boot.
    pub fn at(wall: Timestamp) -> Self {
        Self { wall: AtomicI64::new(wall.0), elapsed: AtomicU64::new(3_600_000) }
    }

    /// Lets `ms` milliseconds pass on both clocks.
    pub fn advance(&self, ms: u64) {
        self.wall.fetch_add(i64::try_from(ms).unwrap_or(i64::MAX), Ordering::SeqCst);
        self.elapsed.fetch_add(ms, Ordering::SeqCst);
    }

    /// Sets the wall clock alone, as a person or a network does; elapsed time is untouched.
    pub fn set_wall(&self, wall: Timestamp) {
        self.wall.store(wall.0, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn read(&self) -> Reading {
        Reading {
            wall: Timestamp(self.wall.load(Ordering::SeqCst)),
            boot: "fixed".to_owned(),
            elapsed_ms: self.elapsed.load(Ordering::SeqCst),
        }
    }
}
