//! Backups that are known to be good: copied from one snapshot, opened, and compared with it before anybody relies on them.
//!
//! Only then are phones told that what is in them is safe, and may forget it.

use std::path::{Path, PathBuf};

use alongside_core::model::OrganisationId;
use alongside_core::wire::{StreamDigest, Tail};

use super::AdminError;
use crate::engine::digest_stream;
use crate::ports::Ports;
use crate::store::{AuditEntry, OrgNo, Push, ReadTxn, Replica, Store, StoreError};

/// What a backup holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// For each organisation: its id and row, its epoch and latest commit, its replicas and the digest of each stream.
    organisations: Vec<Counted>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Counted {
    id: OrganisationId,
    org: OrgNo,
    epoch: u32,
    seq: i64,
    replicas: Vec<(u32, Tail)>,
    streams: Vec<StreamDigest>,
}

impl Census {
    /// Counts what a snapshot holds. Reads all of it.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn take(txn: &dyn ReadTxn) -> Result<Self, StoreError> {
        let organisations = txn.list_organisations()?.into_iter().map(|organisation| {
            let org = organisation.no;
            let streams = txn.list_streams(org)?.into_iter().map(|stream| digest_stream(txn, stream));
            Ok(Counted {
                id: organisation.id,
                org,
                epoch: organisation.epoch,
                seq: organisation.seq.0,
                replicas: txn.list_replicas(org)?.iter().map(|r| (r.number, tail(r))).collect(),
                streams: streams.collect::<Result<_, StoreError>>()?,
            })
        });
        Ok(Self { organisations: organisations.collect::<Result<_, StoreError>>()? })
    }

    /// How many phones' chains it holds.
    pub fn replicas(&self) -> usize {
        self.organisations.iter().map(|counted| counted.replicas.len()).sum()
    }
}

fn tail(replica: &Replica) -> Tail {
    Tail(replica.last_n, replica.last_hash)
}

/// Opens a copy of the database.
pub type OpenCopy<'a> = dyn Fn(&Path) -> Result<Box<dyn Store>, StoreError> + 'a;

/// Copies the database to the new file `to`, opens the copy with `open` and compares it with what was copied. When it is the
/// same, phones are told that it is safe.
///
/// # Errors
/// [`AdminError::BackupDiffers`], and then the copy is left beside as `.partial` for whoever wants to look; when the file is
/// there already, cannot be written, or the engine has its own tools for this.
pub fn backup(
    store: &dyn Store,
    ports: &Ports,
    to: &Path,
    open: &OpenCopy<'_>,
) -> Result<Census, AdminError> {
    if to.exists() {
        return Err(AdminError::Taken);
    }
    let partial = partial(to);
    if partial.exists() {
        std::fs::remove_file(&partial).map_err(AdminError::File)?;
    }
    let mut census = Census::default();
    store.copy_to(&partial, &mut |snapshot| {
        census = Census::take(snapshot)?;
        Ok(())
    })?;
    verify(&*open(&partial)?, &census)?;
    std::fs::rename(&partial, to).map_err(AdminError::File)?;
    note_durable(store, ports, &census)?;
    Ok(census)
}

fn partial(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(".partial");
    PathBuf::from(name)
}

/// The copy holds what was counted, and every operation of every phone: its history gives the chain each phone was told.
fn verify(copy: &dyn Store, census: &Census) -> Result<(), AdminError> {
    copy.read(|txn| {
        let same = Census::take(txn)? == *census;
        let whole = census.organisations.iter().map(|counted| is_whole(txn, counted));
        let whole = whole.collect::<Result<Vec<_>, StoreError>>()?.into_iter().all(|whole| whole);
        if same && whole { Ok(()) } else { Err(AdminError::BackupDiffers) }
    })?;
    Ok(copy.checkpoint()?)
}

fn is_whole(txn: &dyn ReadTxn, counted: &Counted) -> Result<bool, StoreError> {
    for (number, tail) in &counted.replicas {
        let pushes = txn.list_pushes(counted.org, *number, 0)?;
        if pushes.iter().try_fold(Tail::default(), follow) != Some(*tail) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The chain after a push, if it begins where the one before ended and comes to what was noted with it. Of an operation that
/// was erased the history says the chain alone, so what stands around it has to fit.
fn follow(from: Tail, push: &Push) -> Option<Tail> {
    let ops = push.ops.iter();
    let end = ops.fold(from, |Tail(n, chain), op| Tail(n + 1, op.after(chain)));
    (push.before == from.1 && end == Tail(push.last_n, push.after)).then_some(end)
}

fn note_durable(store: &dyn Store, ports: &Ports, census: &Census) -> Result<(), AdminError> {
    let at = ports.clock.now();
    store.write(|txn| {
        for counted in &census.organisations {
            for (number, Tail(n, _)) in &counted.replicas {
                txn.note_durable(counted.org, *number, *n)?;
            }
            let target = Some(counted.id.0);
            let entry = AuditEntry { at, actor: None, act: "backup".into(), target, detail: None };
            txn.add_audit(counted.org, &entry)?;
        }
        Ok(())
    })
}
