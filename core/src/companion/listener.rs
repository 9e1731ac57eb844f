//! Telling a screen that what it shows may have changed.

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Something was saved on this phone.
    Saved,
    /// Part of what a sync brings is here and may be shown, and the sync goes on; or photos of this phone were sent.
    Arrived,
    /// A sync succeeded; records may be new and unsent work may be sent.
    Synced,
    /// A sync did not go through; the sync line has changed, the records have not.
    SyncFailed,
}

/// Hears of changes. Called on whatever thread made the change, after it is on the disk and with no lock held, so it may
/// call back; it should be quick.
pub trait ChangeListener: Send + Sync {
    /// Something changed: read again what is on the screen.
    fn changed(&self, change: Change);
}
