//! Recording what a program does to the disk.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use super::disk::Disk;
use super::trace::{Event, Reader};

const CALLS: &str =
    "trace=openat,write,pwrite64,lseek,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2";

/// The disk before a program ran, and everything it did.
#[derive(Debug)]
pub struct Recording {
    /// The files before.
    pub before: Disk,
    /// What happened.
    pub events: Vec<Event>,
}

impl Recording {
    /// Runs `program` on the files in `folder` and records it.
    ///
    /// # Panics
    /// When it does not end well, or cannot be recorded.
    pub fn of(program: &Path, arguments: &[&str], folder: &Path) -> Self {
        let before = Disk::read(folder).expect("the files can be read");
        let record = tempfile::NamedTempFile::new().expect("a file can be made");
        let ended = Command::new("strace")
            .args(["-y", "-xx", "-s", "1048576", "-a", "0", "-e", CALLS, "-o"])
            .arg(record.path())
            .arg(program)
            .args(arguments)
            .arg(folder)
            .stdout(Stdio::piped())
            .output()
            .expect("strace is there");
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        let lines = BufReader::new(record.reopen().expect("the record can be read")).lines();
        let mut reader = Reader::default();
        let events = lines.map_while(Result::ok).filter_map(|line| reader.read(&line)).collect();
        Self { before, events }
    }

    /// The planted bug: the same program with `synchronous=NORMAL`, which leaves the log unflushed until the log is about to be
    /// folded into the file.
    #[must_use]
    pub fn with_late_flushes(&self) -> Self {
        let folds = |rest: &[Event]| {
            let next = rest.iter().find(|event| !matches!(event, Event::Tell(_) | Event::Flush(_)));
            matches!(next, Some(Event::Write { file, .. }) if !is_log(file))
        };
        let kept = |place: &usize| match &self.events[*place] {
            Event::Flush(file) if is_log(file) => folds(&self.events[place + 1..]),
            _ => true,
        };
        let events = (0..self.events.len()).filter(kept).map(|place| self.events[place].clone()).collect();
        Self { before: self.before.clone(), events }
    }
}

fn is_log(file: &Path) -> bool {
    file.to_string_lossy().ends_with("-wal")
}

/// Whether programs can be recorded here. Otherwise says so on the terminal, where tests' output is not held back.
///
/// # Panics
/// With `CI` set, where nothing may be left out unnoticed.
pub fn find_strace(what: &str) -> bool {
    let found = Command::new("strace").args(["-o", "/dev/null", "true"]).status();
    let found = found.is_ok_and(|status| status.success());
    if !found {
        assert!(std::env::var_os("CI").is_none(), "{what} needs strace, and leave to use it");
        let _ = std::io::stderr().write_all(format!("not run: {what} (it needs strace)\n").as_bytes());
    }
    found
}
