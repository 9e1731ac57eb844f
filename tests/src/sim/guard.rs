//! The server's storage with somebody in front who can stop the process at any moment of a transaction, or fill the disk.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use alongside_server::store::{Moment, ReadTxn, Reads, Store, StoreError, WriteTxn};

/// What goes wrong, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The process ends there.
    Stop(Moment),
    /// The disk is full there.
    Full(Moment),
}

/// What will go wrong, and whether it did.
#[derive(Clone, Debug, Default)]
pub(super) struct Troubles(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    next: Option<Trouble>,
    stopped: bool,
    last: Option<Moment>,
}

impl Troubles {
    /// Lets this go wrong the next time the moment comes.
    pub(super) fn next(&self, trouble: Trouble) {
        self.state().next = Some(trouble);
    }

    /// Forgets what did not happen; says whether the process ended.
    pub(super) fn settle(&self) -> bool {
        std::mem::take(&mut self.state().stopped)
    }

    /// The moment at which the process ended last.
    pub(super) fn stopped(&self) -> Moment {
        self.state().last.unwrap_or(Moment::Writing)
    }

    /// Sets trouble aside for as long as somebody is to work undisturbed.
    pub(super) fn hold(&self) -> Option<Trouble> {
        self.state().next.take()
    }

    /// Brings it back.
    pub(super) fn resume(&self, trouble: Option<Trouble>) {
        self.state().next = trouble;
    }

    fn meet(&self, moment: Moment) -> Result<(), StoreError> {
        let mut state = self.state();
        match state.next {
            _ if state.stopped => Err(stopped()),
            Some(Trouble::Stop(at)) if at == moment => {
                *state = State { next: None, stopped: true, last: Some(moment) };
                Err(stopped())
            }
            Some(Trouble::Full(at)) if at == moment => {
                state.next = None;
                Err(StoreError::Full)
            }
            _ => Ok(()),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn stopped() -> StoreError {
    StoreError::Engine(Box::new(std::io::Error::other("the server is off")))
}

/// The storage, guarded.
pub(super) struct Guarded {
    pub(super) inner: Arc<dyn Store>,
    pub(super) troubles: Troubles,
}

impl Store for Guarded {
    fn begin_read(&self) -> Result<Box<dyn ReadTxn + '_>, StoreError> {
        self.inner.begin_read()
    }

    fn begin_write(&self) -> Result<Box<dyn WriteTxn + '_>, StoreError> {
        self.inner.begin_write()
    }

    fn load_secret(&self, fresh: [u8; 32]) -> Result<[u8; 32], StoreError> {
        self.inner.load_secret(fresh)
    }

    fn checkpoint(&self) -> Result<(), StoreError> {
        self.inner.checkpoint()
    }

    fn purge(&self) -> Result<(), StoreError> {
        self.inner.purge()
    }

    fn copy_to(
        &self,
        to: &std::path::Path,
        look: &mut dyn FnMut(&dyn ReadTxn) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.inner.copy_to(to, look)
    }

    fn take_from(
        &self,
        from: &std::path::Path,
        look: &mut dyn FnMut(&dyn ReadTxn) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.inner.take_from(from, look)
    }

    fn reads(&self) -> Reads {
        self.inner.reads()
    }

    fn reached(&self, moment: Moment) -> Result<(), StoreError> {
        self.troubles.meet(moment)
    }
}
