//! alongside-bindings
