//! Limits as numbers, the same on both sides and in the server's OpenAPI document.

/// Most operations in one request.
pub const MAX_OPS: usize = 2_000;
/// Largest request body after decompression, in bytes.
pub const MAX_REQUEST_BYTES: usize = 2 * 1024 * 1024;
/// Largest single operation, in bytes of JSON: the longest text of one field fits also when every character of it is one that
/// JSON writes as six.
pub const MAX_OP_BYTES: usize = 512 * 1024;
/// A phone stops filling a request at this many bytes of operations.
pub const FILL_OPS_BYTES: usize = 1024 * 1024;
/// Largest response body a phone accepts after decompression, in bytes.
pub const MAX_RESPONSE_BYTES: usize = 8 * 1024 * 1024;
/// A page holds about this many bytes of rows before compression unless the phone wants less.
pub const PAGE_BYTES: usize = 1024 * 1024;
/// A phone that has read nothing wants a first page of about this many bytes: what is known of one client over some years.
pub const FIRST_PAGE_BYTES: usize = 192 * 1024;
/// Most rows in a page.
pub const MAX_PAGE_ROWS: usize = 4_000;
/// Deepest nesting of JSON that is read.
pub const MAX_JSON_DEPTH: usize = 64;
/// Bodies shorter than this are sent as they are.
pub const COMPRESS_FROM_BYTES: usize = 512;
/// Most streams a phone asks about in one request.
pub const MAX_AUDIT: usize = 8;
/// Most points of a chain in one claim.
pub const MAX_CLAIM: usize = 50_000;
/// Most operations in one request to leave unsent work.
pub const MAX_SALVAGE_OPS: usize = 5_000;
/// Largest photo, in bytes: one as large as a screen shows it has about a tenth of that.
pub const MAX_PHOTO_BYTES: usize = 5 * 1024 * 1024;
/// Largest preview of a photo, in bytes. It travels in the record itself.
pub const MAX_PREVIEW_BYTES: usize = 8 * 1024;
/// Largest part of a photo in one request or answer, in bytes: on the slowest line a quarter of a minute.
pub const MAX_PART_BYTES: usize = 256 * 1024;
/// Longest wait for news, in seconds: shorter than the patience of networks and proxies.
pub const MAX_POKE_SECONDS: u64 = 50;
