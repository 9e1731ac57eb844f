//! Reads the project's own source: which file imports which, how long functions are, what a manifest
//! depends on, what a document names.
//!
//! It looks at tokens, not at compiled code, so it sees every feature and platform at once and needs no build. It must not
//! know this project's layers or limits: those are tables in the tests that use it.
//!
//! What counts as an import: a `use`, or a path in code (`crate::…`, `super::…`, a child module's name, an imported name),
//! followed through re-exports to the file that defines the thing. Comments, strings and `#[cfg(test)]` code do not count;
//! strings in attributes do, since `#[serde(with = "…")]` is an import in disguise. A `mod` line, and a `pub use` of one's own
//! child that the file itself does not use, are a table of contents and not imports. Method calls and macros found by
//! position in the file are not seen, so the picture is a lower bound.

mod arrows;
mod crate_tree;
mod cycles;
mod error;
mod functions;
mod imports;
mod items;
mod manifest;
mod markdown;
mod names;
mod repository;
mod resolve;
mod sources;
mod texts;
mod tokens;
mod use_tree;

pub use arrows::{Arrows, forbidden_imports, wrong_arrows};
pub use crate_tree::{CrateTree, Module};
pub use cycles::list_cycles;
pub use error::SourceError;
pub use functions::{Function, list_functions};
pub use imports::{Import, list_imports, list_outside_paths};
pub use manifest::Manifest;
pub use markdown::{Mention, list_mentions};
pub use repository::{is_made, list_crate_roots, list_files, root};
pub use sources::Sources;
pub use texts::{Text, list_texts};
