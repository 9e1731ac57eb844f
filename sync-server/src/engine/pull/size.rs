//! How much goes into one answer.

use alongside_core::wire::{Want, limits};

/// What is still left of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) struct PageSize {
    pub(in crate::engine) rows: usize,
    pub(in crate::engine) bytes: usize,
}

impl PageSize {
    /// What a phone wants, within what the server gives: one row at least, so that every answer gets further.
    pub(in crate::engine) fn wanted(want: Option<Want>) -> Self {
        let most = Self { rows: limits::MAX_PAGE_ROWS, bytes: limits::PAGE_BYTES };
        want.map_or(most, |want| Self {
            rows: want.rows.clamp(1, most.rows),
            bytes: want.bytes.clamp(1, most.bytes),
        })
    }

    /// Takes a row of about `bytes` out.
    pub(super) fn take(&mut self, rows: usize, bytes: usize) {
        self.rows = self.rows.saturating_sub(rows);
        self.bytes = self.bytes.saturating_sub(bytes);
    }

    /// Whether nothing more fits.
    pub(super) fn is_full(&self) -> bool {
        self.rows == 0 || self.bytes == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_wish_goes_beyond_the_limits_or_below_one_row() {
        let wanted = |rows, bytes| PageSize::wanted(Some(Want { rows, bytes }));
        let most = PageSize::wanted(None);
        assert_eq!(wanted(usize::MAX, usize::MAX), most);
        assert_eq!(wanted(0, 0), PageSize { rows: 1, bytes: 1 });
        assert_eq!(wanted(10, 2_000), PageSize { rows: 10, bytes: 2_000 });
    }
}
