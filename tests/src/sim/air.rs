//! What is between phones and server: letters under way, delivered in whatever order somebody chooses, or never.
//!
//! A request that was sent stays deliverable when its phone has died, twice too; a reply finds only the life that waits
//! for it. Nothing here knows what is in a letter.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use alongside_core::sync::{BoxFuture, HttpReply, HttpRequest, Transport, TransportError};

/// What somebody waits for.
pub(super) type Slot = Arc<Mutex<Option<Result<HttpReply, TransportError>>>>;

/// Something under way.
#[derive(Clone)]
pub(super) struct Letter {
    /// Whose it is.
    pub(super) phone: usize,
    /// Where its reply goes.
    pub(super) slot: Slot,
    /// What it is.
    pub(super) content: Content,
    /// When it was sent.
    pub(super) sent: i64,
    /// It has been delivered once before.
    pub(super) again: bool,
}

/// A request, or the reply to one.
#[derive(Clone)]
pub(super) enum Content {
    /// On its way to the server.
    Request(HttpRequest),
    /// On its way to the phone.
    Reply(HttpReply),
}

/// All letters under way, oldest first.
#[derive(Clone, Default)]
pub(super) struct Air(Arc<Mutex<Vec<Letter>>>);

impl Air {
    /// Puts a letter under way.
    pub(super) fn send(&self, letter: Letter) {
        self.letters().push(letter);
    }

    /// Takes out the letter at `place`.
    pub(super) fn take(&self, place: usize) -> Option<Letter> {
        let mut letters = self.letters();
        (place < letters.len()).then(|| letters.remove(place))
    }

    /// Takes out everything of one phone.
    pub(super) fn take_of(&self, phone: usize) -> Vec<Letter> {
        let mut letters = self.letters();
        let (theirs, others) = letters.drain(..).partition(|letter: &Letter| letter.phone == phone);
        *letters = others;
        theirs
    }

    /// The places of the letters that `fit`, oldest first.
    pub(super) fn places(&self, fits: impl Fn(&Letter) -> bool) -> Vec<usize> {
        let letters = self.letters();
        letters.iter().enumerate().filter(|(_, letter)| fits(letter)).map(|(place, _)| place).collect()
    }

    /// Whether a request of this phone is under way.
    pub(super) fn has_request_of(&self, phone: usize) -> bool {
        self.letters()
            .iter()
            .any(|letter| letter.phone == phone && matches!(letter.content, Content::Request(_)))
    }

    fn letters(&self) -> MutexGuard<'_, Vec<Letter>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A phone's way into the air.
pub(super) struct Wire {
    pub(super) air: Air,
    pub(super) phone: usize,
    pub(super) time: super::clock::TrueTime,
}

impl Transport for Wire {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        let slot = Slot::default();
        let (phone, sent) = (self.phone, self.time.now());
        self.air.send(Letter {
            phone,
            slot: slot.clone(),
            content: Content::Request(request),
            sent,
            again: false,
        });
        Box::pin(Waiting(slot))
    }
}

struct Waiting(Slot);

impl Future for Waiting {
    type Output = Result<HttpReply, TransportError>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        take(&self.0).map_or(Poll::Pending, Poll::Ready)
    }
}

/// Fills a slot.
pub(super) fn fill(slot: &Slot, outcome: Result<HttpReply, TransportError>) {
    *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
}

fn take(slot: &Slot) -> Option<Result<HttpReply, TransportError>> {
    slot.lock().unwrap_or_else(PoisonError::into_inner).take()
}
