//! The import against a real store, line by line and fault by fault.

mod assessments;
mod command;
mod faults;
mod rerun;
mod service;
mod shapes;
