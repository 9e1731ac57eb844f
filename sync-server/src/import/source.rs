//! The file, cut into lines one at a time. However long a line is, no more than [`MAX_LINE_BYTES`] of it is held.

use std::io::{BufRead, Read};

use super::fault::Fault;
use super::limits::MAX_LINE_BYTES;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file being read.
pub(super) struct Source<R> {
    file: R,
    buffer: Vec<u8>,
    number: u64,
}

impl<R: BufRead> Source<R> {
    pub(super) fn new(file: R) -> Self {
        Self { file, buffer: Vec::new(), number: 0 }
    }

    /// The next line that is not blank, with its number counted from 1 over all lines.
    pub(super) fn next_line(&mut self) -> std::io::Result<Option<(u64, Result<&str, Fault>)>> {
        loop {
            self.buffer.clear();
            let most = MAX_LINE_BYTES as u64 + 1;
            if self.file.by_ref().take(most).read_until(b'\n', &mut self.buffer)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            let whole = self.buffer.ends_with(b"\n");
            if self.buffer.len() > MAX_LINE_BYTES && !whole {
                self.file.skip_until(b'\n')?;
                return Ok(Some((self.number, Err(Fault::LineTooLong))));
            }
            if !self.buffer.trim_ascii().is_empty() {
                break;
            }
        }
        Ok(Some((self.number, text(&self.buffer, self.number))))
    }
}

fn text(bytes: &[u8], number: u64) -> Result<&str, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::NotUtf8)?.trim_end();
    Ok(if number == 1 { text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text) } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(file: &[u8]) -> Vec<(u64, Result<String, Fault>)> {
        let mut source = Source::new(std::io::BufReader::with_capacity(64, file));
        let mut lines = Vec::new();
        while let Some((number, line)) = source.next_line().unwrap() {
            lines.push((number, line.map(str::to_owned)));
        }
        lines
    }

    #[test]
    fn lines_are_counted_with_the_blank_ones() {
        let expected = [(1, Ok("a".to_owned())), (4, Ok("b".to_owned())), (5, Ok("c".to_owned()))];
        assert_eq!(lines(b"\xef\xbb\xbfa\r\n\n  \nb\nc"), expected);
    }

    #[test]
    fn a_line_too_long_is_passed_over_and_the_next_one_read() {
        let mut file = vec![b'x'; 3 * MAX_LINE_BYTES];
        file.extend(b"\nnext\n");
        assert_eq!(lines(&file), [(1, Err(Fault::LineTooLong)), (2, Ok("next".to_owned()))]);
    }

    #[test]
    fn the_longest_line_is_read_whole() {
        let mut file = vec![b'x'; MAX_LINE_BYTES];
        file.extend(b"\nnext");
        assert_eq!(lines(&file)[0], (1, Ok("x".repeat(MAX_LINE_BYTES))));
        assert_eq!(lines(&file).len(), 2);
    }

    #[test]
    fn bytes_that_are_no_text_spoil_their_line_alone() {
        assert_eq!(lines(b"\xff\xfe{}\n{}"), [(1, Err(Fault::NotUtf8)), (2, Ok("{}".to_owned()))]);
    }
}
