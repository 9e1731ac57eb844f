//! One line of `strace -y -xx`, as what it does to a disk.

use std::collections::HashMap;
use std::path::PathBuf;

/// What happened, in the order in which it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Bytes were written into a file, which need not be on the disk yet.
    Write {
        /// The file.
        file: PathBuf,
        /// From where.
        at: usize,
        /// What.
        bytes: Vec<u8>,
    },
    /// A file got this length.
    Length {
        /// The file.
        file: PathBuf,
        /// The length.
        bytes: usize,
    },
    /// What was written to a file is on the disk.
    Flush(PathBuf),
    /// A file was made empty, or made.
    Make(PathBuf),
    /// A file got another name.
    Rename(PathBuf, PathBuf),
    /// A file was removed.
    Remove(PathBuf),
    /// The program told somebody something.
    Tell(String),
}

/// Reads lines; it remembers where in a file writing goes on.
#[derive(Debug, Default)]
pub(super) struct Reader {
    places: HashMap<PathBuf, usize>,
}

impl Reader {
    /// The event of a line, if it is one.
    pub(super) fn read(&mut self, line: &str) -> Option<Event> {
        let (call, rest) = line.split_once('(')?;
        let (arguments, result) = rest.rsplit_once(") = ")?;
        if result.starts_with('-') {
            return None;
        }
        match call {
            "openat" => self.open(arguments, result),
            "write" => self.write(arguments),
            "pwrite64" => write_at(arguments),
            "lseek" => {
                self.places.insert(file_of(arguments)?, result.parse().ok()?);
                None
            }
            "ftruncate" => Some(Event::Length { file: file_of(arguments)?, bytes: last_number(arguments)? }),
            "fsync" | "fdatasync" => Some(Event::Flush(file_of(arguments)?)),
            "unlink" | "unlinkat" => Some(Event::Remove(strings(arguments).next().map(|name| path(&name))?)),
            "rename" | "renameat" | "renameat2" => {
                let mut names = strings(arguments).map(|name| path(&name));
                Some(Event::Rename(names.next()?, names.next()?))
            }
            _ => None,
        }
    }

    fn open(&mut self, arguments: &str, result: &str) -> Option<Event> {
        let file = named(result)?;
        self.places.insert(file.clone(), 0);
        (arguments.contains("O_CREAT") || arguments.contains("O_TRUNC")).then(|| {
            if arguments.contains("O_TRUNC") { Event::Length { file, bytes: 0 } } else { Event::Make(file) }
        })
    }

    fn write(&mut self, arguments: &str) -> Option<Event> {
        let bytes = strings(arguments).next()?;
        if arguments.starts_with("1<") {
            return String::from_utf8(bytes).ok().map(Event::Tell);
        }
        let file = file_of(arguments)?;
        let at = self.places.entry(file.clone()).or_default();
        let event = Event::Write { file, at: *at, bytes };
        if let Event::Write { bytes, .. } = &event {
            *at += bytes.len();
        }
        Some(event)
    }
}

fn write_at(arguments: &str) -> Option<Event> {
    let bytes = strings(arguments).next()?;
    Some(Event::Write { file: file_of(arguments)?, at: last_number(arguments)?, bytes })
}

fn last_number(arguments: &str) -> Option<usize> {
    arguments.rsplit(", ").next()?.parse().ok()
}

/// The file of `5<\x2f\x61>` at the beginning.
fn file_of(arguments: &str) -> Option<PathBuf> {
    named(arguments).filter(|file| file.is_absolute())
}

fn named(text: &str) -> Option<PathBuf> {
    let (_, rest) = text.split_once('<')?;
    rest.split_once('>').map(|(name, _)| path(&bytes(name)))
}

fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// The strings among arguments, each as `"\x61\x62"`.
fn strings(arguments: &str) -> impl Iterator<Item = Vec<u8>> {
    arguments.split('"').skip(1).step_by(2).map(bytes)
}

fn bytes(text: &str) -> Vec<u8> {
    text.split("\\x").skip(1).filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_read_as_what_they_do() {
        let mut reader = Reader::default();
        let mut read = |line: &str| reader.read(line);
        let made =
            read(r#"openat(AT_FDCWD<\x2f>, "\x2f\x61", O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 3<\x2f\x61>"#);
        assert_eq!(made, Some(Event::Make("/a".into())));
        let bytes = b"hi".to_vec();
        let first = read(r#"write(3<\x2f\x61>, "\x68\x69", 2) = 2"#);
        assert_eq!(first, Some(Event::Write { file: "/a".into(), at: 0, bytes: bytes.clone() }));
        let second = read(r#"write(3<\x2f\x61>, "\x68\x69", 2) = 2"#);
        assert_eq!(second, Some(Event::Write { file: "/a".into(), at: 2, bytes: bytes.clone() }));
        let placed = read(r#"pwrite64(3<\x2f\x61>, "\x68\x69", 2, 4096) = 2"#);
        assert_eq!(placed, Some(Event::Write { file: "/a".into(), at: 4096, bytes }));
        assert_eq!(read(r"fdatasync(3<\x2f\x61>) = 0"), Some(Event::Flush("/a".into())));
        assert_eq!(
            read(r"ftruncate(3<\x2f\x61>, 7) = 0"),
            Some(Event::Length { file: "/a".into(), bytes: 7 })
        );
    }

    #[test]
    fn what_failed_or_tells_nothing_is_no_event() {
        let mut reader = Reader::default();
        assert_eq!(reader.read(r#"unlink("\x2f\x61") = -1 ENOENT (No such file or directory)"#), None);
        assert_eq!(reader.read("+++ exited with 0 +++"), None);
        let told = reader.read(r#"write(1<\x70>, "\x61\x0a", 2) = 2"#);
        assert_eq!(told, Some(Event::Tell("a\n".into())));
    }
}
