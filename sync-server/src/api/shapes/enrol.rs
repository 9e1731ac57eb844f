//! The shapes of an enrolment.

use utoipa::ToSchema;
use uuid::Uuid;

use super::recovery::{Claim, Known};

/// What a phone sends to be enrolled.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct EnrolRequest {
    /// The protocol: 1.
    v: u32,
    /// The one-time code, as it was typed.
    code: String,
    /// The phone's database, minted when it was created.
    replica: Uuid,
    /// What the phone is.
    device: DeviceDescription,
    /// The chain of a phone that was enrolled before.
    before: Option<Claim>,
}

/// A phone, without anything that identifies its owner.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct DeviceDescription {
    /// `android`, `ios`, or whatever runs the core.
    platform: String,
    /// The app's build.
    build: String,
}

/// What the server answers.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct EnrolResponse {
    /// The protocol: 1.
    v: u32,
    /// The bearer token. It cannot be shown again.
    token: String,
    /// The device, as administrators see it.
    device: Uuid,
    /// The number of the phone's replica.
    replica: u32,
    /// Whose phone it is.
    person: Named,
    /// `link_worker`, `client`, `supervisor` or `administrator`.
    role: String,
    /// The organisation.
    organisation: Named,
    /// A client's own case.
    case: Option<Uuid>,
    /// The server's time in milliseconds since 1970, for display only.
    now: i64,
    /// The server's epoch.
    epoch: Option<u32>,
    /// What the server has of the chain the phone claimed.
    known: Option<Known>,
}

/// An id with the name people know it by.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct Named {
    /// The id.
    id: Uuid,
    /// The name.
    name: String,
}
