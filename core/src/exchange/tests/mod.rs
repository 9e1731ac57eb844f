//! One invented person with a record of every kind, and what the exports make of her.

mod bundle;
mod copy;
mod faults;
mod marked;
mod pages;
mod person;
mod spreadsheets;
