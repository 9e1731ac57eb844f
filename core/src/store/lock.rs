//! A lock on a file, between threads as between processes: it ends with the process that held it, however that ends.
//!
//! The system's own `flock`: the standard library has its `File::lock` on Apple's systems, and refuses it on Android.

use std::fs::File;
use std::io;
use std::path::Path;

/// Held from when it was taken until it is dropped.
pub(super) type FileLock = File;

/// Takes the lock called `name` in `folder`, and waits for whoever has it.
pub(super) fn take(folder: &Path, name: &str) -> io::Result<FileLock> {
    let file = open(folder, name)?;
    wait(&file)?;
    Ok(file)
}

/// Takes the lock called `name` in `folder`; nothing while somebody has it.
pub(super) fn take_if_free(folder: &Path, name: &str) -> io::Result<Option<FileLock>> {
    let file = open(folder, name)?;
    Ok(is_free(&file)?.then_some(file))
}

fn open(folder: &Path, name: &str) -> io::Result<File> {
    File::options().create(true).write(true).truncate(false).open(folder.join(name))
}

#[cfg(unix)]
fn wait(file: &File) -> io::Result<()> {
    use rustix::fs::{FlockOperation, flock};
    Ok(rustix::io::retry_on_intr(|| flock(file, FlockOperation::LockExclusive))?)
}

#[cfg(unix)]
fn is_free(file: &File) -> io::Result<bool> {
    use rustix::fs::{FlockOperation, flock};
    match flock(file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(true),
        Err(rustix::io::Errno::WOULDBLOCK) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(unix))]
#[expect(clippy::disallowed_methods, reason = "no phone, and the standard library has it there")]
fn wait(file: &File) -> io::Result<()> {
    file.lock()
}

#[cfg(not(unix))]
#[expect(clippy::disallowed_methods, reason = "no phone, and the standard library has it there")]
fn is_free(file: &File) -> io::Result<bool> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(std::fs::TryLockError::WouldBlock) => Ok(false),
        Err(std::fs::TryLockError::Error(error)) => Err(error),
    }
}
