//! Shows Alongside whole, with invented people: what a service would see, without anybody's record.

pub mod people;
