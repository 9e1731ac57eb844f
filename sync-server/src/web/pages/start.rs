//! `GET /`: leads to the list, which leads whoever is not signed in to the sign-in page.

use axum::response::Redirect;

use crate::web::return_to::ReturnTo;

pub(in crate::web) async fn start() -> Redirect {
    Redirect::to(&ReturnTo::Received.path())
}
