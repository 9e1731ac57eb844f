//! The stage of the demonstration: which phones there are, how far things are prepared, and a number that moves whenever
//! something on it may have changed. It knows no pages; the page and the story both stand on it.

mod morning;
mod owner;
mod phase;
mod prepare;

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tokio::sync::watch;

use crate::phone::{OnChange, Phone};
use crate::service::SupervisorsPage;

pub use owner::Owner;
pub use phase::Phase;
pub use prepare::{Plan, Prepared, prepare};

/// What the page shows, filling up while the demonstration starts.
#[derive(Debug)]
pub struct Stage {
    moved: watch::Sender<u64>,
    phase: Mutex<Phase>,
    phones: [OnceLock<Arc<Phone>>; 3],
    supervisors_page: OnceLock<SupervisorsPage>,
}

impl Stage {
    /// An empty stage.
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            moved: watch::Sender::new(1),
            phase: Mutex::new(Phase::Starting),
            phones: Default::default(),
            supervisors_page: OnceLock::new(),
        })
    }

    /// How far the demonstration is prepared.
    pub fn phase(&self) -> Phase {
        self.phase.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Says how far the demonstration is prepared.
    pub fn enter(&self, phase: Phase) {
        *self.phase.lock().unwrap_or_else(PoisonError::into_inner) = phase;
        self.touch();
    }

    /// Somebody's phone, once it is switched on.
    pub fn find_phone(&self, owner: Owner) -> Option<&Arc<Phone>> {
        self.phones[owner as usize].get()
    }

    /// Puts somebody's phone on the stage; the first one stays.
    pub fn put_phone(&self, owner: Owner, phone: Arc<Phone>) {
        let _ = self.phones[owner as usize].set(phone);
        self.touch();
    }

    /// Where the supervisors' page is and how to sign in, once the server runs.
    pub fn find_supervisors_page(&self) -> Option<&SupervisorsPage> {
        self.supervisors_page.get()
    }

    /// Says where the supervisors' page is; what was said first stays.
    pub fn show_supervisors_page(&self, page: SupervisorsPage) {
        let _ = self.supervisors_page.set(page);
        self.touch();
    }

    /// Moves the number: whoever shows something reads it again.
    pub fn touch(&self) {
        self.moved.send_modify(|number| *number += 1);
    }

    /// Calls [`Stage::touch`] for as long as somebody may still call it, without keeping the stage.
    pub fn on_change(self: &Arc<Self>) -> OnChange {
        let stage = Arc::downgrade(self);
        Arc::new(move || {
            if let Some(stage) = stage.upgrade() {
                stage.touch();
            }
        })
    }

    /// Waits until the number is another than `seen`, and gives it.
    pub async fn moved_on_from(&self, seen: u64) -> u64 {
        let mut moved = self.moved.subscribe();
        // The sender lives as long as `self`, so the wait ends only with a change.
        let _ = moved.wait_for(|number| *number != seen).await;
        *self.moved.borrow()
    }

    /// The number as it is now.
    pub fn number(&self) -> u64 {
        *self.moved.borrow()
    }
}
