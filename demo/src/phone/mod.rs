//! A phone of the demonstration: a real core with its own encrypted file, key file, radio and aeroplane-mode switch.
//!
//! Whatever a page shows of a phone comes from its [`Companion`]; nothing here keeps a copy of a record.

mod aeroplane;
mod auto_sync;
mod figures;
mod key_file;
mod nudge;
mod radio;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use alongside_core::companion::{Companion, CompanionError, Me, Setup};
use alongside_core::instrument::Registry;
use alongside_core::model::Timestamp;
use alongside_core::ports::Clock;
use alongside_core::sync::{SyncReport, Transport};

pub use aeroplane::Aeroplane;
pub use auto_sync::keep_in_sync;
pub use figures::Figures;
pub use key_file::KeyFile;
use nudge::Nudge;
pub use nudge::OnChange;
use radio::{Meter, Radio};

/// How long one sync may take before it is broken off; what was exchanged is kept.
const DEADLINE: Duration = Duration::from_secs(60);

/// A phone. Share it between threads.
pub struct Phone {
    companion: Companion,
    clock: Arc<dyn Clock>,
    folder: PathBuf,
    aeroplane: Arc<Aeroplane>,
    meter: Arc<Meter>,
    nudge: Arc<Nudge>,
    changed: OnChange,
    changes: Arc<AtomicU64>,
}

impl Phone {
    /// Switches a phone on that can hold assessments with `instruments`: opens its file in `folder`, or makes one there,
    /// with its key beside the folder.
    ///
    /// # Errors
    /// [`CompanionError::Store`] when the file cannot be opened or made.
    pub fn switch_on(
        folder: &Path,
        network: Arc<dyn Transport>,
        instruments: Registry,
        changed: OnChange,
    ) -> Result<Self, CompanionError> {
        let (changes, changed) = counted(changed);
        let (aeroplane, meter, nudge) =
            (Arc::new(Aeroplane::default()), Arc::new(Meter::default()), Arc::new(Nudge::default()));
        let radio = Radio::new(network, Arc::clone(&aeroplane), Arc::clone(&meter));
        let keys = Arc::new(KeyFile::at(folder.with_extension("key")));
        let listener = nudge::Listener { nudge: Arc::clone(&nudge), changed: Arc::clone(&changed) };
        let setup = Setup::new(folder, keys, Arc::new(radio));
        let clock = Arc::clone(&setup.clock);
        let companion = Companion::open(Setup { instruments, listener: Some(Arc::new(listener)), ..setup })?;
        Ok(Self { companion, clock, folder: folder.to_owned(), aeroplane, meter, nudge, changed, changes })
    }

    /// The phone's core.
    pub fn companion(&self) -> &Companion {
        &self.companion
    }

    /// Where the phone's encrypted file is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes this phone somebody's, with the one-time code they were given.
    ///
    /// # Errors
    /// As [`Companion::enrol`].
    pub async fn enrol(&self, server: &str, code: &str) -> Result<Me, CompanionError> {
        let me = self.companion.enrol(server, code, "demo").await?;
        (self.changed)();
        Ok(me)
    }

    /// Syncs now and waits for the end of it.
    ///
    /// # Errors
    /// As [`Companion::synchronise`]; [`alongside_core::sync::SyncError::Busy`] when one is running.
    pub async fn sync_now(&self) -> Result<SyncReport, CompanionError> {
        let report = self.companion.synchronise(DEADLINE).await?;
        self.meter.add(&report);
        Ok(report)
    }

    /// A number that moves whenever what this phone shows may have changed.
    pub fn changes(&self) -> u64 {
        self.changes.load(Ordering::SeqCst)
    }

    /// Whether aeroplane mode is on.
    pub fn in_aeroplane_mode(&self) -> bool {
        self.aeroplane.is_on()
    }

    /// Turns aeroplane mode on or off. Turning it on cuts off a request on its way; turning it off syncs soon.
    pub fn set_aeroplane_mode(&self, on: bool) {
        self.aeroplane.set(on);
        if !on {
            self.nudge.network_is_back();
        }
        (self.changed)();
    }

    /// What this phone believes the time is.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// What has gone over this phone's radio so far.
    pub fn figures(&self) -> Figures {
        self.meter.figures()
    }
}

/// Counts how often `changed` is called.
fn counted(changed: OnChange) -> (Arc<AtomicU64>, OnChange) {
    let changes = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&changes);
    let count = move || {
        counter.fetch_add(1, Ordering::SeqCst);
        changed();
    };
    (changes, Arc::new(count))
}

impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Phone").field("folder", &self.folder).finish_non_exhaustive()
    }
}
