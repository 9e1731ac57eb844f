//! Photos between real phones and a real server: they arrive whole, once, at whoever shares the case and nobody else; and no
//! text ever waits for one.

mod recovering;
mod sharing;
mod support;
mod travelling;
