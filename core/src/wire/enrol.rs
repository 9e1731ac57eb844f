//! How a phone becomes one of the service's: a one-time code for a token.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Claim;
use super::replica::Known;
use crate::model::{CaseId, DeviceId, PersonId, ReplicaId, Role, Timestamp};

/// What a phone sends to [`super::ENROL_PATH`].
#[derive(Clone, Serialize, Deserialize)]
pub struct EnrolRequest {
    /// The protocol: [`super::PROTOCOL`].
    pub v: u32,
    /// The one-time code a person was given.
    pub code: String,
    /// The phone's database, minted when it was created.
    pub replica: ReplicaId,
    /// What the phone is.
    pub device: DeviceDescription,
    /// The chain of a phone that was enrolled before, so that nothing it hands over again is done twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Claim>,
}

/// A phone, described without anything that identifies its owner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceDescription {
    /// `android`, `ios`, or whatever runs the core.
    pub platform: String,
    /// The app's build.
    pub build: String,
}

/// What the server answers.
#[derive(Clone, Serialize, Deserialize)]
pub struct EnrolResponse {
    /// The protocol.
    pub v: u32,
    /// The bearer token; the server keeps only its hash, so it cannot be shown again.
    pub token: String,
    /// The device, as administrators see it.
    pub device: DeviceId,
    /// The number of the phone's replica in its organisation.
    pub replica: u32,
    /// Whose phone it is.
    pub person: Named,
    /// What that person does.
    pub role: Role,
    /// The organisation.
    pub organisation: Named,
    /// A client's own case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// The server's time, for display only.
    pub now: Timestamp,
    /// The server's epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<u32>,
    /// What the server has of the chain the phone claimed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<Known>,
}

/// An id with the name people know it by.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The id.
    pub id: Uuid,
    /// The name.
    pub name: String,
}

impl Named {
    /// As a person.
    pub fn person(&self) -> PersonId {
        PersonId(self.id)
    }
}

// Codes, tokens and names must not reach a log through a derived Debug.
impl std::fmt::Debug for EnrolRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EnrolRequest")
            .field("v", &self.v)
            .field("device", &self.device)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for EnrolResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EnrolResponse")
            .field("device", &self.device)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Named").field(&self.id).finish()
    }
}
