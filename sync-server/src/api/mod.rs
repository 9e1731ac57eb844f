//! What phones and operators ask for over HTTP: reading a request, handing it on, writing the answer. It decides nothing.

mod accept;
mod answering;
mod body;
mod document;
mod download;
mod enrol;
mod head;
mod health;
mod poke;
mod replica;
mod salvage;
mod shapes;
mod sync;
mod unpack;
mod upload;

use alongside_core::wire::{
    DOWNLOAD_PATH, ENROL_PATH, POKE_PATH, REPLICA_PATH, SALVAGE_PATH, SYNC_PATH, UPLOAD_PATH,
};
use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

/// The paths of the API.
pub(crate) fn router(app: App) -> Router {
    Router::new()
        .route(SYNC_PATH, post(sync::sync))
        .route(ENROL_PATH, post(enrol::enrol))
        .route(REPLICA_PATH, post(replica::replica))
        .route(SALVAGE_PATH, post(salvage::salvage))
        .route(POKE_PATH, post(poke::poke))
        .route(UPLOAD_PATH, post(upload::upload))
        .route(DOWNLOAD_PATH, post(download::download))
        .route(health::PATH, get(health::health))
        .route(document::PATH, get(document::document))
        .with_state(app)
}
