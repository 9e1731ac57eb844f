//! What every endpoint works with: the stage, and a phone's core off the async threads.

use std::sync::Arc;

use alongside_core::companion::{Companion, CompanionError};
use axum::Json;
use serde_json::Value;
use tokio::task::spawn_blocking;

use super::FirstAnswers;
use super::fault::Fault;
use crate::phone::Phone;
use crate::stage::{Owner, Stage};

/// The state of the router.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) stage: Arc<Stage>,
    pub(super) first: Arc<FirstAnswers>,
}

/// What an endpoint answers.
pub(super) type Answer = Result<Json<Value>, Fault>;

impl Desk {
    /// The phone called `name`.
    pub(super) fn phone(&self, name: &str) -> Result<Arc<Phone>, Fault> {
        let owner = Owner::find(name).ok_or(Fault::NoSuchThing)?;
        self.stage.find_phone(owner).map(Arc::clone).ok_or(Fault::NotYet)
    }

    /// Asks the core of the phone called `name`. Its calls block for as long as a file write takes.
    pub(super) async fn ask(
        &self,
        name: &str,
        work: impl FnOnce(&Companion) -> Result<Value, CompanionError> + Send + 'static,
    ) -> Answer {
        let phone = self.phone(name)?;
        let done = spawn_blocking(move || work(phone.companion())).await;
        Ok(Json(done.map_err(|_| Fault::Stopped)??))
    }
}
