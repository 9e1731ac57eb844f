//! A damaged file, and what can be saved of it.

use std::sync::Arc;

use alongside_core::companion::rescue_file;
use alongside_core::ports::{Clock, SystemClock};
use alongside_core::store::Rescued as CoreRescued;

use crate::ports::{AppClock, AppKeys};
use crate::{AlongsideError, DeviceClock, KeyStore};

/// What was saved of a damaged file. Say it to the person: nothing was deleted.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Rescued {
    /// Saved changes that go on as if nothing had happened: the next sync sends them.
    pub kept: u64,
    /// Saved changes whose place is lost: the next sync leaves them with the service, where a supervisor decides on them.
    pub for_supervisor: u64,
    /// Open forms, with what was typed in them.
    pub forms: u64,
    /// Whether the phone still knows whose it is. If not, enrol it again with a new code of the same person.
    pub enrolled: bool,
    /// Where the damaged file is now. Leave it there: whoever runs the service may be able to read more of it.
    pub damaged_file: String,
    /// Where what was read out of it is kept as well, encrypted with the same key.
    pub salvage_file: String,
}

/// Saves what can be saved of a damaged or missing file in `folder`, sets the damaged one aside, and makes a new one that goes
/// on with it. Call it when opening, or a later call, failed with `Storage` (`Damaged` or `Missing`) and the person agreed;
/// no phone may be open on the folder meanwhile. Then open the phone as ever, and sync: what the service has comes again by
/// itself. Blocks for as long as reading the whole file takes.
///
/// Fails with `Invalid` (`folder`, `NotFromHere`) when the file is whole, and nothing is moved. With `Storage`: a wrong key, a
/// full disk; as long as what was found is not kept safely, nothing is moved, and calling it again is right.
#[uniffi::export(default(clock = None))]
pub fn rescue(
    folder: &str,
    key_store: Arc<dyn KeyStore>,
    clock: Option<Arc<dyn DeviceClock>>,
) -> Result<Rescued, AlongsideError> {
    let clock: Arc<dyn Clock> = match clock {
        Some(clock) => Arc::new(AppClock::new(clock)),
        None => Arc::new(SystemClock::new()),
    };
    Ok(rescue_file(folder.as_ref(), &AppKeys::new(key_store), &*clock)?.into())
}

impl From<CoreRescued> for Rescued {
    fn from(rescued: CoreRescued) -> Self {
        let CoreRescued { placed, unplaced, forms, enrolled, damaged, salvage } = rescued;
        Self {
            kept: placed as u64,
            for_supervisor: unplaced as u64,
            forms: forms as u64,
            enrolled,
            damaged_file: damaged.to_string_lossy().into_owned(),
            salvage_file: salvage.to_string_lossy().into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{InvalidReason, KeyStoreError, StorageProblem};

    struct Keys;

    impl KeyStore for Keys {
        fn load(&self) -> Result<Option<Vec<u8>>, KeyStoreError> {
            Ok(Some(vec![7; 32]))
        }

        fn save(&self, _: Vec<u8>) -> Result<(), KeyStoreError> {
            Ok(())
        }
    }

    fn open(folder: &std::path::Path) -> Result<Arc<crate::Companion>, AlongsideError> {
        let folder = folder.to_string_lossy().into_owned();
        crate::Companion::open(folder, Arc::new(Keys), None, None, Vec::new(), None)
    }

    #[test]
    fn a_damaged_file_says_so_and_can_be_rescued_and_a_whole_one_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_string_lossy().into_owned();
        drop(open(folder.path()).unwrap());
        let whole = rescue(&path, Arc::new(Keys), None);
        assert_eq!(whole, Err(AlongsideError::invalid("folder", InvalidReason::NotFromHere)));
        for suffix in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(folder.path().join(format!("alongside.db{suffix}")));
        }
        std::fs::write(folder.path().join("alongside.db"), vec![0xa5; 40_960]).unwrap();
        let refused = open(folder.path()).err();
        assert_eq!(refused, Some(AlongsideError::Storage { what: StorageProblem::Damaged }));
        let rescued = rescue(&path, Arc::new(Keys), None).unwrap();
        assert_eq!((rescued.kept, rescued.for_supervisor, rescued.enrolled), (0, 0, false));
        assert!(std::path::Path::new(&rescued.damaged_file).exists(), "it is set aside");
        assert!(std::path::Path::new(&rescued.salvage_file).exists());
        assert!(open(folder.path()).is_ok(), "the phone opens again");
    }
}
