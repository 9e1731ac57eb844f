//! Calling a sync off, also in the middle of a request.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::task::{Poll, Waker};

use super::SyncError;

/// Calls a sync off. What it has done is kept: each page is a transaction of its own.
#[derive(Debug, Default)]
pub struct Cancel {
    off: AtomicBool,
    waiting: Mutex<Option<Waker>>,
}

impl Cancel {
    /// Asks the running sync to stop; a request under way is let go of.
    pub fn cancel(&self) {
        self.off.store(true, Ordering::SeqCst);
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(waker) = waiting {
            waker.wake();
        }
    }

    /// Forgets an earlier call, before a new sync begins.
    pub fn reset(&self) {
        self.off.store(false, Ordering::SeqCst);
    }

    /// Whether it was called off.
    pub fn is_cancelled(&self) -> bool {
        self.off.load(Ordering::SeqCst)
    }

    /// `work`, unless it is called off first.
    pub(super) async fn unless_cancelled<T, E: From<SyncError>>(
        &self,
        work: impl Future<Output = Result<T, E>>,
    ) -> Result<T, E> {
        let mut work: Pin<Box<_>> = Box::pin(work);
        std::future::poll_fn(move |context| {
            *self.waiting.lock().unwrap_or_else(PoisonError::into_inner) = Some(context.waker().clone());
            if self.is_cancelled() {
                Poll::Ready(Err(SyncError::Cancelled.into()))
            } else {
                work.as_mut().poll(context)
            }
        })
        .await
    }
}
