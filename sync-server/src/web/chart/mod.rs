//! A small chart of one question's answers over time, drawn by the server: shapes and figures besides colour, and no script.
//! It must not know what the question is about, nor join, add up or smooth anything.

mod drawing;
mod plot;

pub(super) use drawing::{Chart, Shape};
pub(super) use plot::{Moment, Subject, draw};
