//! Who in the app hears of changes.

use std::sync::Arc;

use alongside_core::companion::{self, Change};

/// Hears of changes. Called on whatever thread made the change, after it is on the disk, so be quick: pass it on to the
/// screen's own thread and read there what is shown.
#[uniffi::export(with_foreign)]
pub trait ChangeListener: Send + Sync {
    /// Something changed. What is thrown here is passed over: the change itself has happened.
    fn changed(&self, change: Change) -> Result<(), ListenerError>;
}

/// What a listener throws.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum ListenerError {
    /// The listener could not do its part.
    #[error("the listener could not be told")]
    Failed,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for ListenerError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// The app's listener as the core knows one.
pub(crate) struct AppListener(Arc<dyn ChangeListener>);

impl AppListener {
    pub(crate) fn new(listener: Arc<dyn ChangeListener>) -> Self {
        Self(listener)
    }
}

impl companion::ChangeListener for AppListener {
    fn changed(&self, change: Change) {
        // A screen that cannot be told shows an old picture; the saved work is no worse for it.
        let _ = self.0.changed(change);
    }
}
