//! Inputs that must get a clear error and lose nothing, a file for each theme, through the real core and the real server.
//!
//! What a directory feed may get wrong is beside the directory's own tests.

mod broken_packs;
mod long_texts;
mod newer_words;
mod out_of_range;
mod scripts;
mod steps_and_people;

use alongside_core::companion::{CompanionError, NewClient, Reason};
use alongside_core::model::{CaseId, Role};
use alongside_tests::service::{Phone, Service};

/// A service with one link worker's phone.
async fn service_and_phone() -> (Service, Phone) {
    let service = Service::start().await;
    let phone = service.phone(service.person(Role::LinkWorker, "Wren Okafor")).await;
    (service, phone)
}

fn add(phone: &Phone, name: &str) -> CaseId {
    phone.core.add_client(&NewClient { name: name.into(), ..NewClient::default() }).expect("it is written")
}

/// The field and the reason of a refusal.
fn refusal<T: std::fmt::Debug>(result: Result<T, CompanionError>) -> (String, Reason) {
    let refused = match result.expect_err("it is refused") {
        CompanionError::Invalid { field, reason } => Some((field, reason)),
        _ => None,
    };
    refused.expect("as an invalid field")
}
