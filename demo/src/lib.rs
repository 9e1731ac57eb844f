//! alongside-demo
