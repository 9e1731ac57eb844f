//! Folders in memory, and copies of files as a power cut would leave them.

use std::io;
use std::path::{Path, PathBuf};

/// Where a world keeps its files: in memory where the system has such a place, since none of them outlives the run.
pub(super) fn make(in_memory: bool) -> io::Result<tempfile::TempDir> {
    let memory = Path::new("/dev/shm");
    let builder = tempfile::Builder::new();
    match in_memory && memory.is_dir() {
        true => tempfile::Builder::new().prefix("alongside-sim-").tempdir_in(memory),
        false => builder.to_owned().prefix("alongside-sim-").tempdir(),
    }
}

/// Copies what a disk holds: not the index of the log, which is in memory, and not the room that was kept free.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::create_dir_all(to)?;
    for file in std::fs::read_dir(from)? {
        let file = file?;
        let name = file.file_name();
        let kept =
            !matches!(name.to_str(), Some(name) if name.ends_with("-shm") || name.ends_with(".reserve"));
        if kept && file.file_type()?.is_file() {
            std::fs::copy(file.path(), to.join(name))?;
        }
    }
    Ok(())
}

/// The folder after `folder`: `phone-3.0`, `phone-3.1` and so on.
pub(super) fn next(folder: &Path) -> PathBuf {
    let count = folder.extension().and_then(|count| count.to_str()).and_then(|count| count.parse().ok());
    folder.with_extension(count.map_or(0, |count: u32| count + 1).to_string())
}
