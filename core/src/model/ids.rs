//! Id newtypes, so that a person cannot be passed where a case is meant.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// One record: a note, a goal, an answer sheet.
    EntityId,
    /// One client's journey; everything about it lives in the streams of this case.
    CaseId,
    /// Somebody who signs in: link worker, client, supervisor or administrator.
    PersonId,
    /// The organisation that runs the service; nothing crosses from one to another.
    OrganisationId,
    /// One enrolled phone.
    DeviceId,
    /// One incarnation of a phone's database; a restored or copied file gets a new one.
    ReplicaId,
}

impl CaseId {
    /// The id of the one record of its sort a case has, such as its next contact: the same on every phone, so that two
    /// people who plan it offline write to one record.
    pub fn single(self, sort: &str) -> EntityId {
        EntityId(Uuid::new_v5(&self.0, sort.as_bytes()))
    }
}
