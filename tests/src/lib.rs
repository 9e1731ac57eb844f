//! What the tests in this package share. Nothing here is part of the product, and nothing of the product may use it.

pub mod bench;
pub mod crash;
pub mod engine;
pub mod fleet;
pub mod service;
pub mod source_tree;
