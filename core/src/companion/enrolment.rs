//! Whose phone this is.

use std::time::Duration;

use super::{Companion, CompanionError};
use crate::model::{CaseId, PersonId, Role};
use crate::store::{Identity, identity, outbox, salvage};
use crate::sync::{SyncError, enrol};
use crate::wire::DeviceDescription;

/// The person a phone belongs to.
#[derive(Clone, PartialEq, Eq)]
pub struct Me {
    /// Their id.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// The name of their organisation.
    pub organisation: String,
    /// A client's own case.
    pub own_case: Option<CaseId>,
    /// The address of the service this phone was enrolled at.
    pub server: String,
}

impl std::fmt::Debug for Me {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Me").field("person", &self.person).field("role", &self.role).finish_non_exhaustive()
    }
}

impl From<Identity> for Me {
    fn from(identity: Identity) -> Self {
        Self {
            person: identity.person,
            name: identity.name,
            role: identity.role,
            organisation: identity.organisation_name,
            own_case: identity.own_case,
            server: identity.server,
        }
    }
}

/// How long handing over unsent work may hold an enrolment up.
const HANDING_OVER: Duration = Duration::from_secs(20);

impl Companion {
    /// Makes this phone one of the service's, with the one-time code its person was given. Needs a connection.
    ///
    /// # Errors
    /// [`CompanionError::Sync`]: the code is wrong, used or too old, or the server cannot be reached; try again. The code of
    /// somebody else is refused while this phone holds unsent work of its person.
    pub async fn enrol(&self, server: &str, code: &str, platform: &str) -> Result<Me, CompanionError> {
        let device =
            DeviceDescription { platform: platform.to_owned(), build: env!("CARGO_PKG_VERSION").to_owned() };
        if self.unsent()? > 0 {
            // What this phone's person wrote goes out under their name while it still can; how that ends, the enrolment tells.
            let _ = self.synchronise(HANDING_OVER).await;
        }
        let enrolled = self.store.read(identity::find_identity)?.is_some();
        let _lease = match enrolled {
            true => Some(self.store.sync_lease()?.ok_or(SyncError::Busy)?),
            false => None,
        };
        let ports = (self.transport.as_ref(), self.entropy.as_ref());
        Ok(enrol(&self.store, ports, server, code, device).await?.into())
    }

    /// How much this phone has that the server does not, with what was saved from a damaged file.
    fn unsent(&self) -> Result<u64, CompanionError> {
        let unsent = self.store.read(outbox::unsent)?.count;
        Ok(unsent + u64::from(self.store.read(salvage::has_unplaced)?))
    }

    /// Whose phone this is; nothing before it was enrolled.
    ///
    /// # Errors
    /// The store's.
    pub fn me(&self) -> Result<Option<Me>, CompanionError> {
        Ok(self.store.read(identity::find_identity)?.map(Me::from))
    }
}
