//! How much an import takes in at once, as numbers.

/// Longest line that is read, in bytes: room for a text of 64 KiB in which every character is escaped.
pub const MAX_LINE_BYTES: usize = 512 * 1024;
/// Most lines written in one transaction.
pub(super) const BATCH_LINES: usize = 1_000;
/// Most bytes of lines written in one transaction, so that long lines do not fill the memory.
pub(super) const BATCH_BYTES: usize = 4 * 1024 * 1024;
/// Most answers in an assessment: as many questions as its order of discussion can name.
pub(super) const MAX_ANSWERS: usize = 200;
/// Most bytes of comments in an assessment, so that it travels in a page like any other record.
pub(super) const MAX_COMMENT_BYTES: usize = alongside_core::wire::limits::PAGE_BYTES;
/// Longest name of an instrument or a question, in bytes.
pub(super) const MAX_NAME_BYTES: usize = 64;
