//! `first`: how long a new phone's person waits for the first of their people, and how long for all.

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

use alongside_core::companion::{Change, ChangeListener, Companion, Setup};
use alongside_core::store::FixedKey;
use alongside_core::sync::HttpTransport;
use serde_json::{Value, json};

use super::device::{DEADLINE, KEY};
use super::{BenchError, Stopwatch, cost, sync};

/// Looks at the list of people whenever something has arrived, as a screen does.
#[derive(Default)]
struct Screen {
    phone: OnceLock<Weak<Companion>>,
    begun: OnceLock<Stopwatch>,
    first: Mutex<Option<f64>>,
}

impl ChangeListener for Screen {
    fn changed(&self, change: Change) {
        let mut first = self.first.lock().unwrap_or_else(PoisonError::into_inner);
        let phone = self.phone.get().and_then(Weak::upgrade);
        if let (Change::Arrived | Change::Synced, None, Some(phone)) = (change, *first, phone) {
            let shown = phone.caseload().is_ok_and(|people| !people.is_empty());
            *first = self.begun.get().filter(|_| shown).map(|begun| begun.ms());
        }
    }
}

/// Syncs a fresh phone in `folder` with `url`; tells `first_ms` beside what `sync` tells. Enrolling is not part of the time.
///
/// # Errors
/// When the phone cannot be opened or the sync does not go through.
pub async fn first(folder: &Path, url: &str) -> Result<Value, BenchError> {
    let screen = Arc::new(Screen::default());
    let setup = Setup::new(folder, Arc::new(FixedKey::holding(KEY)), Arc::new(HttpTransport::new()?));
    let phone = Arc::new(Companion::open(Setup { listener: Some(screen.clone()), ..setup })?);
    sync::enrol(&phone, url, 1).await?;
    let watch = Stopwatch::start();
    // Both are set once: a screen is made for one sync.
    let _ = (screen.begun.set(watch), screen.phone.set(Arc::downgrade(&phone)));
    let report = phone.synchronise(DEADLINE).await?;
    let mut told = cost(&report, watch.ms());
    told["first_ms"] = json!(*screen.first.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(told)
}
