//! What is under way with the server: one sync at a time, and photos beside it, all of which can be called off.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::sync::Cancel;

/// Held while something runs that runs once at a time, and given back however it ends.
pub(super) struct Running<'a>(&'a AtomicBool);

impl<'a> Running<'a> {
    /// Begins, unless it runs already.
    pub(super) fn begin(flag: &'a AtomicBool) -> Option<Self> {
        flag.compare_exchange(false, true, Ordering::SeqCst, Ordering::SeqCst).is_ok().then_some(Self(flag))
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// Photos on their way. Each has a cancellation of its own, since one may be fetched while others are sent.
#[derive(Default)]
pub(super) struct Carrying {
    calls: Mutex<Vec<Weak<Cancel>>>,
    sending: AtomicBool,
}

impl Carrying {
    /// Begins to carry something.
    pub(super) fn begin(&self) -> Arc<Cancel> {
        let call = Arc::new(Cancel::default());
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        calls.retain(|call| call.strong_count() > 0);
        calls.push(Arc::downgrade(&call));
        call
    }

    /// Begins to send, unless that runs already.
    pub(super) fn begin_sending(&self) -> Option<Running<'_>> {
        Running::begin(&self.sending)
    }

    /// Calls everything off.
    pub(super) fn cancel(&self) {
        let calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        calls.iter().filter_map(Weak::upgrade).for_each(|call| call.cancel());
    }
}
