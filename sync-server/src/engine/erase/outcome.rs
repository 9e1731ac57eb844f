//! What an erasure came to.

/// What an erasure came to. Numbers alone: what was erased is nobody's to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Records that hold nothing any more.
    pub records: usize,
    /// Operations of the history that lost their text.
    pub operations: usize,
    /// Of those, operations that had been set aside.
    pub set_aside: usize,
    /// Operations that phones had left which may no longer sync.
    pub left: usize,
}
