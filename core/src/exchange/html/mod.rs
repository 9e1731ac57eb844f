//! Pages for people: a summary that a practice can file, and the pages of a subject-access export.

mod escape;
mod page;
mod summary;

pub(super) use page::Page;
pub(super) use summary::summary;
