//! Streams: one case and one audience, the unit that is replicated to a phone.
//!
//! Who may see a stream is decided in `access`; fields are never filtered inside a record.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use super::{CaseId, OrganisationId, PersonId};

/// Who a stream is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Identity, contact and safety rules, needs and status of a case.
    Core,
    /// The link worker's work on a case: signed notes, contacts, onward referrals.
    Work,
    /// What client and link worker share: goals, steps, check-ins, next contact, "my link worker".
    Shared,
    /// Sealed assessments of a case.
    Submitted,
    /// One person's own drafts and reflections.
    Private,
    /// Services, for the whole organisation.
    Directory,
    /// The names of the organisation's link workers, for each other.
    Team,
}

impl Audience {
    /// Every audience, in the order in which a phone wants them.
    pub const ALL: [Self; 7] =
        [Self::Core, Self::Shared, Self::Work, Self::Submitted, Self::Private, Self::Directory, Self::Team];

    /// The name in SQL, in HTTP and on the phone.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Work => "work",
            Self::Shared => "shared",
            Self::Submitted => "submitted",
            Self::Private => "private",
            Self::Directory => "directory",
            Self::Team => "team",
        }
    }

    /// The audience called `name`.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.name() == name)
    }

    /// Whether streams of this audience belong to a case.
    pub const fn is_of_case(self) -> bool {
        matches!(self, Self::Core | Self::Work | Self::Shared | Self::Submitted)
    }
}

/// Names a stream: its audience and whose it is. Written `work:0190b2c4-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamRef {
    /// Who it is for.
    pub audience: Audience,
    /// The case, the person (private) or the organisation (directory, team) it belongs to.
    pub owner: Uuid,
}

impl StreamRef {
    /// The stream of `case` for `audience`.
    pub const fn of_case(case: CaseId, audience: Audience) -> Self {
        Self { audience, owner: case.0 }
    }

    /// The stream only `person` sees.
    pub const fn private(person: PersonId) -> Self {
        Self { audience: Audience::Private, owner: person.0 }
    }

    /// The stream of services of an organisation.
    pub const fn directory(organisation: OrganisationId) -> Self {
        Self { audience: Audience::Directory, owner: organisation.0 }
    }

    /// The stream of the link workers of an organisation.
    pub const fn team(organisation: OrganisationId) -> Self {
        Self { audience: Audience::Team, owner: organisation.0 }
    }

    /// The case this stream belongs to, if it belongs to one.
    pub fn case(self) -> Option<CaseId> {
        self.audience.is_of_case().then_some(CaseId(self.owner))
    }
}

impl fmt::Display for StreamRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.audience.name(), self.owner)
    }
}

/// A stream's name could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StreamError {
    /// No colon, or an owner that is no id.
    #[error("a stream is named audience:id")]
    Shape,
    /// An audience this version does not know.
    #[error("unknown audience")]
    Audience,
}

impl FromStr for StreamRef {
    type Err = StreamError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (audience, owner) = text.split_once(':').ok_or(StreamError::Shape)?;
        Ok(Self {
            audience: Audience::find(audience).ok_or(StreamError::Audience)?,
            owner: Uuid::parse_str(owner).map_err(|_| StreamError::Shape)?,
        })
    }
}

impl Serialize for StreamRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StreamRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_survives_its_text_form() {
        for audience in Audience::ALL {
            let stream = StreamRef { audience, owner: Uuid::from_u128(7) };
            assert_eq!(stream.to_string().parse(), Ok(stream));
        }
    }

    #[test]
    fn a_stream_that_cannot_be_read_says_why() {
        assert_eq!("work".parse::<StreamRef>(), Err(StreamError::Shape));
        assert_eq!("work:me".parse::<StreamRef>(), Err(StreamError::Shape));
        let unknown = format!("gossip:{}", Uuid::nil());
        assert_eq!(unknown.parse::<StreamRef>(), Err(StreamError::Audience));
    }
}
