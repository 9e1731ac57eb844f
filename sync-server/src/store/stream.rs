//! Streams, and who is granted them since when.

use alongside_core::model::{CaseId, StreamRef};

use super::{OrgNo, PersonNo, Seq, StoreError, StreamNo};

/// Somebody's grant of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The stream.
    pub stream: StreamNo,
    /// The commit that granted it.
    pub granted: Seq,
    /// The commit that took it away, if one did.
    pub revoked: Option<Seq>,
}

/// A stream in which something is new for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News {
    /// The stream's name.
    pub name: StreamRef,
    /// Their grant.
    pub grant: Grant,
    /// The latest commit that wrote to the stream.
    pub head: Seq,
    /// Where it stands in a first listing.
    pub lane: Lane,
    /// The commit that last moved it there.
    pub lane_since: Seq,
}

/// A stream's place in a first listing: lower comes first. For a case it is the day of its next contact, counted from 1970,
/// so that the cases somebody needs today are on a new phone before those they need next month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lane(pub u16);

impl Lane {
    /// Nothing is planned.
    pub const UNPLANNED: Self = Self(30_000);
    /// The journey has ended.
    pub const ENDED: Self = Self(31_000);
    /// It belongs to no case.
    pub const OTHERS: Self = Self(32_000);
    /// The directory of services: large and not urgent, so it comes after everything of a person.
    pub const DIRECTORY: Self = Self(32_100);
    /// It was moved while somebody was catching up: it comes last, from the start.
    pub const MOVED: Self = Self(32_700);
}

/// Reads of streams and grants.
pub trait StreamReads {
    /// The stream of this name in this organisation.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_stream(&self, org: OrgNo, name: StreamRef) -> Result<Option<StreamNo>, StoreError>;

    /// All streams of an organisation, by number.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_streams(&self, org: OrgNo) -> Result<Vec<StreamNo>, StoreError>;

    /// Somebody's grant of the stream of this name in their organisation; revoked ones too.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_grant(&self, org: OrgNo, person: PersonNo, name: StreamRef) -> Result<Option<Grant>, StoreError>;

    /// Streams in which anything happened for `person` after `from`: written to, granted or taken away. By number.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_news(&self, person: PersonNo, from: Seq) -> Result<Vec<News>, StoreError>;
}

/// Writes of streams and grants.
pub trait StreamWrites {
    /// Adds a stream.
    ///
    /// # Errors
    /// When it is there already or the storage cannot be written.
    fn add_stream(&mut self, org: OrgNo, name: StreamRef) -> Result<StreamNo, StoreError>;

    /// Grants a stream. A standing grant stays as it is; one that was taken away begins anew.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn grant(&mut self, person: PersonNo, stream: StreamNo, seq: Seq) -> Result<(), StoreError>;

    /// Takes a grant away. Without a standing one, nothing happens.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn revoke_grant(&mut self, person: PersonNo, stream: StreamNo, seq: Seq) -> Result<(), StoreError>;

    /// Moves all streams of a case to a lane.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn set_lane(&mut self, org: OrgNo, case: CaseId, lane: Lane, seq: Seq) -> Result<(), StoreError>;

    /// Notes that a commit wrote to streams, for the streams and for everybody they are granted to.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn note_written(&mut self, streams: &[StreamNo], seq: Seq) -> Result<(), StoreError>;
}
