//! What the server keeps, as traits: rules and handlers ask here and know no SQL.
//!
//! A transaction is taken for one whole decision, so the methods are coarse and synchronous; handlers call them off the
//! async threads. The statements are in `sql`; an engine ([`sqlite`], [`postgres`]) carries them out. Nothing here decides
//! anything: not who may read what, and not how edits meet.

mod assessment;
mod attachment;
mod audit;
mod case;
mod code;
mod device;
mod erasure;
mod error;
mod failure;
mod history;
mod numbers;
mod organisation;
mod person;
pub mod postgres;
mod record;
mod salvage;
mod set_aside;
mod sql;
pub mod sqlite;
mod stream;
mod web_session;

pub use assessment::{Assessments, Place, Received};
pub use attachment::{AttachmentReads, AttachmentWrites};
pub use audit::{AuditEntry, AuditReads, AuditWrites};
pub use case::{Assignment, Case, CaseReads, CaseWrites};
pub use code::{CodeReads, CodeWrites, EnrolCode};
pub use device::{Device, DeviceReads, DeviceSession, DeviceWrites, NewDevice, Replica, ReplicaOwner};
pub use erasure::{ErasureReads, ErasureWrites};
pub use error::StoreError;
pub use failure::{FailureReads, FailureWrites, Failures};
pub use history::{HistoryReads, HistoryWrites, KeptOp, OpAnswer, Push};
pub use numbers::{CaseNo, DeviceNo, EntityNo, OrgNo, PersonNo, Seq, StreamNo};
pub use organisation::{Organisation, OrganisationReads, OrganisationWrites, Run};
pub use person::{NewPerson, Person, PersonReads, PersonWrites, SignIn};
pub use record::{Batch, Position, RecordReads, RecordWrites, StoredRecord};
pub use salvage::{Salvage, SalvageNote, SalvageReads, SalvageWrites};
pub use set_aside::{SetAside, SetAsideReads, SetAsideWrites, Settled, Settling};
pub use stream::{Grant, Lane, News, StreamReads, StreamWrites};
pub use web_session::{WebSession, WebSessionReads, WebSessionWrites};

/// What one transaction can read. All answers come from one snapshot.
pub trait ReadTxn:
    OrganisationReads
    + PersonReads
    + DeviceReads
    + CodeReads
    + CaseReads
    + StreamReads
    + RecordReads
    + HistoryReads
    + SetAsideReads
    + SalvageReads
    + ErasureReads
    + AttachmentReads
    + Assessments
    + AuditReads
    + WebSessionReads
    + FailureReads
{
}

/// What one transaction can write. Dropped without [`WriteTxn::commit`], it leaves no trace. After an error, dropping it is all
/// that is left to do.
pub trait WriteTxn:
    ReadTxn
    + OrganisationWrites
    + PersonWrites
    + DeviceWrites
    + CodeWrites
    + CaseWrites
    + StreamWrites
    + RecordWrites
    + HistoryWrites
    + SetAsideWrites
    + SalvageWrites
    + ErasureWrites
    + AttachmentWrites
    + AuditWrites
    + WebSessionWrites
    + FailureWrites
{
    /// Makes everything durable: when this returns, a power cut loses none of it.
    ///
    /// # Errors
    /// When it could not be written; then none of it was.
    fn commit(self: Box<Self>) -> Result<(), StoreError>;
}

/// How much a store has read since it was opened: tests hold the cost of a request by it, not by time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reads {
    /// Rows handed to the rules.
    pub rows: u64,
    /// Steps through a table without an index.
    pub scanned: u64,
}

/// A place where the server keeps what it knows.
pub trait Store: Send + Sync {
    /// Opens a snapshot to read. Blocks while all readers are busy.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn begin_read(&self) -> Result<Box<dyn ReadTxn + '_>, StoreError>;

    /// Opens a transaction that writes. It blocks, here or at the first read, until whoever writes for the same organisation is
    /// done: what is read in it nobody else changes until it ends.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn begin_write(&self) -> Result<Box<dyn WriteTxn + '_>, StoreError>;

    /// The server's secret, from which tokens' and cursors' keys come: made from `fresh` if there is none yet.
    ///
    /// # Errors
    /// When the storage cannot be read or written.
    fn load_secret(&self, fresh: [u8; 32]) -> Result<[u8; 32], StoreError>;

    /// Folds logs into the main file, so that a copy of that file alone is whole.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn checkpoint(&self) -> Result<(), StoreError>;

    /// Overwrites what was deleted or replaced, so that the files hold nothing of it any more. Takes as long as rewriting them,
    /// and writers wait meanwhile.
    ///
    /// # Errors
    /// When the storage cannot be written, or others use it without a pause; then it is to be done again.
    fn purge(&self) -> Result<(), StoreError>;

    /// Copies everything, as one snapshot sees it, into a new file at `to`, while others go on writing; `look` reads the
    /// same snapshot. The copy is a file of SQLite, whatever the engine, and durable when this returns.
    ///
    /// # Errors
    /// What `look` answers; when the file is there already or cannot be written.
    fn copy_to(
        &self,
        to: &std::path::Path,
        look: &mut dyn FnMut(&dyn ReadTxn) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// Takes everything out of a file that [`Store::copy_to`] made into this database, which must be empty; `look` reads what
    /// was taken before it is committed. A database that is a file takes nothing: a file is put in its place.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when there is an organisation here already; [`StoreError::Unsupported`]; what `look` answers. Then
    /// nothing was taken.
    fn take_from(
        &self,
        _from: &std::path::Path,
        _look: &mut dyn FnMut(&dyn ReadTxn) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        Err(StoreError::Unsupported { what: "taking a backup into a database that is a file" })
    }

    /// How much was read so far.
    fn reads(&self) -> Reads;

    /// Called on the way through a transaction. An engine has nothing to say; one that stands in front of another, to
    /// fail or to stop there as a disk or a power cut would, answers an error.
    ///
    /// # Errors
    /// Whatever is to happen at this moment.
    fn reached(&self, moment: Moment) -> Result<(), StoreError> {
        let _ = moment;
        Ok(())
    }
}

/// The moments of a transaction that differ after a crash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Before anything is read.
    Reading,
    /// Before anything is written.
    Writing,
    /// All is written and nothing is durable.
    Committing,
    /// All is durable and nobody has been told.
    Committed,
}

impl dyn Store + '_ {
    /// Reads in one snapshot.
    ///
    /// # Errors
    /// What `work` answers, or that the storage cannot be read.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&dyn ReadTxn) -> Result<T, E>,
    ) -> Result<T, E> {
        self.reached(Moment::Reading)?;
        work(&*self.begin_read()?)
    }

    /// Writes in one transaction: all of `work`, durably, or, when it answers an error or panics, nothing.
    ///
    /// # Errors
    /// What `work` answers, or that the storage cannot be written.
    pub fn write<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut dyn WriteTxn) -> Result<T, E>,
    ) -> Result<T, E> {
        self.reached(Moment::Writing)?;
        let mut txn = self.begin_write()?;
        let done = work(&mut *txn)?;
        self.reached(Moment::Committing)?;
        txn.commit()?;
        self.reached(Moment::Committed)?;
        Ok(done)
    }
}
