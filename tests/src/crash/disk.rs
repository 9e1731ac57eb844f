//! Files as they are, and as they may be found after the power went.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::trace::Event;

/// What is written in one piece or not at all.
const SECTOR: usize = 512;

/// What becomes of writes that were not flushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Survival {
    /// None is there.
    Nothing,
    /// All are there.
    Everything,
    /// Each sector is there or not, by this seed.
    Torn(u64),
}

/// The files of one folder.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    files: BTreeMap<PathBuf, File>,
}

#[derive(Clone, Debug, Default)]
struct File {
    flushed: Vec<u8>,
    waiting: Vec<Change>,
}

#[derive(Clone, Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
}

impl Disk {
    /// The files in `folder` as they are now, all of them flushed.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn read(folder: &Path) -> std::io::Result<Self> {
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if !is_kept(&path, folder) {
                continue;
            }
            files.insert(path.clone(), File { flushed: std::fs::read(path)?, waiting: Vec::new() });
        }
        Ok(Self { files })
    }

    /// Lets something happen. Files elsewhere are none of this disk's.
    pub fn happen(&mut self, event: &Event, folder: &Path) {
        match event {
            Event::Write { file, at, bytes } if is_kept(file, folder) => {
                self.file(file).waiting.push(Change::Write { at: *at, bytes: bytes.clone() });
            }
            Event::Length { file, bytes } if is_kept(file, folder) => {
                self.file(file).waiting.push(Change::Length(*bytes));
            }
            Event::Make(file) if is_kept(file, folder) => drop(self.file(file)),
            Event::Flush(file) => {
                if let Some(file) = self.files.get_mut(file) {
                    file.flush();
                }
            }
            Event::Rename(from, to) => {
                if let Some(file) = self.files.remove(from) {
                    self.files.insert(to.clone(), file);
                }
            }
            Event::Remove(file) => drop(self.files.remove(file)),
            _ => {}
        }
    }

    /// Writes the files into `folder`, as they may be found.
    ///
    /// # Errors
    /// When one cannot be written.
    pub fn leave(&self, survival: Survival, folder: &Path) -> std::io::Result<()> {
        let mut chance = Chance(match survival {
            Survival::Torn(seed) => seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            _ => 1,
        });
        for (path, file) in &self.files {
            let found = file.found(survival, &mut chance);
            std::fs::write(folder.join(path.file_name().unwrap_or_default()), found)?;
        }
        Ok(())
    }

    fn file(&mut self, path: &Path) -> &mut File {
        self.files.entry(path.to_owned()).or_default()
    }
}

/// SQLite's index of its log is shared memory; it is made anew from the log.
fn is_kept(file: &Path, folder: &Path) -> bool {
    file.parent() == Some(folder) && !file.to_string_lossy().ends_with("-shm")
}

impl File {
    fn flush(&mut self) {
        for change in std::mem::take(&mut self.waiting) {
            change.apply(&mut self.flushed);
        }
    }

    fn found(&self, survival: Survival, chance: &mut Chance) -> Vec<u8> {
        let mut found = self.flushed.clone();
        for change in &self.waiting {
            match survival {
                Survival::Nothing => {}
                Survival::Everything => change.apply(&mut found),
                Survival::Torn(_) => change.tear(chance).iter().for_each(|part| part.apply(&mut found)),
            }
        }
        found
    }
}

impl Change {
    fn apply(&self, content: &mut Vec<u8>) {
        match self {
            Self::Length(length) => content.resize(*length, 0),
            Self::Write { at, bytes } => {
                let end = at + bytes.len();
                if content.len() < end {
                    content.resize(end, 0);
                }
                content[*at..end].copy_from_slice(bytes);
            }
        }
    }

    /// The parts of it that are there, cut at the borders of sectors.
    fn tear(&self, chance: &mut Chance) -> Vec<Self> {
        let Self::Write { at, bytes } = self else {
            return if chance.flip() { vec![self.clone()] } else { Vec::new() };
        };
        let (mut parts, mut from) = (Vec::new(), 0);
        while from < bytes.len() {
            let to = (from + SECTOR - (at + from) % SECTOR).min(bytes.len());
            if chance.flip() {
                parts.push(Self::Write { at: at + from, bytes: bytes[from..to].to_vec() });
            }
            from = to;
        }
        parts
    }
}

/// A small generator (xorshift64) of heads and tails.
struct Chance(u64);

impl Chance {
    fn flip(&mut self) -> bool {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 63 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOLDER: &str = "/d";

    fn write(at: usize, bytes: &[u8]) -> Event {
        Event::Write { file: "/d/f".into(), at, bytes: bytes.to_vec() }
    }

    fn found(events: &[Event], survival: Survival) -> Vec<u8> {
        let mut disk = Disk::default();
        events.iter().for_each(|event| disk.happen(event, Path::new(FOLDER)));
        let folder = tempfile::tempdir().unwrap();
        disk.leave(survival, folder.path()).unwrap();
        std::fs::read(folder.path().join("f")).unwrap()
    }

    #[test]
    fn what_was_flushed_is_there_and_what_was_not_may_be() {
        let events = [write(0, b"kept"), Event::Flush("/d/f".into()), write(2, b"lost")];
        assert_eq!(found(&events, Survival::Nothing), b"kept");
        assert_eq!(found(&events, Survival::Everything), b"kelost");
        assert!([b"kept".as_slice(), b"kelost"].contains(&found(&events, Survival::Torn(1)).as_slice()));
    }

    #[test]
    fn a_torn_write_is_cut_at_sectors() {
        let torn: Vec<_> =
            (1..40).map(|seed| found(&[write(0, &[7; 1_024])], Survival::Torn(seed))).collect();
        assert!(torn.iter().any(Vec::is_empty) && torn.iter().any(|found| found.len() == 512));
        assert!(torn.iter().any(|found| found.len() == 1_024 && found[..512] == [0; 512]));
    }
}
