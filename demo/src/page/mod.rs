//! The demonstration's own page and the small JSON interface behind it. Every value it gives comes from a phone's core at the
//! moment it is asked for; it keeps nothing and decides nothing about records.

mod answers;
mod assessments;
mod assets;
mod body;
mod caseload;
mod changes;
mod client;
mod desk;
mod fault;
mod first_answers;
mod goals;
mod mine;
mod next_contact;
mod notes;
mod referrals;
mod sync_line;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post, put};

pub use first_answers::FirstAnswers;

use crate::stage::Stage;
use desk::Desk;

/// The page and its interface, over `stage`.
pub fn router(stage: Arc<Stage>, first: Arc<FirstAnswers>) -> Router {
    Router::new()
        .route("/", get(assets::page))
        .route("/assets/{name}", get(assets::asset))
        .route("/api/changes", get(changes::wait))
        .nest("/api/phones/{phone}", phone_routes())
        .with_state(Desk { stage, first })
}

fn phone_routes() -> Router<Desk> {
    Router::new()
        .route("/aeroplane", put(sync_line::set_aeroplane_mode))
        .route("/sync", post(sync_line::sync_now))
        .route("/caseload", get(caseload::list))
        .route("/mine", get(mine::show))
        .route("/cases/{case}", get(client::show))
        .route("/cases/{case}/next-contact", put(next_contact::plan))
        .route("/cases/{case}/notes", post(notes::start))
        .route("/cases/{case}/goals", post(goals::agree))
        .route("/cases/{case}/assessments", post(assessments::start))
        .route("/cases/{case}/referrals", post(referrals::refer))
        .route("/notes/{note}", get(notes::show).put(notes::type_on))
        .route("/notes/{note}/promise", put(notes::promise))
        .route("/notes/{note}/leave", post(notes::leave))
        .route("/notes/{note}/sign", post(notes::sign))
        .route("/goals/{goal}/steps", post(goals::add_step))
        .route("/goals/{goal}/check-ins", post(goals::check_in))
        .route("/steps/{step}", put(goals::tick))
        .route("/assessments/{assessment}", get(assessments::show))
        .route("/assessments/{assessment}/answers/{item}", put(answers::answer))
        .route("/assessments/{assessment}/comments/{item}", put(answers::comment))
        .route("/assessments/{assessment}/pause", post(assessments::pause))
        .route("/assessments/{assessment}/submit", post(assessments::submit))
        .route("/referrals/{referral}/statuses", post(referrals::add_status))
}
