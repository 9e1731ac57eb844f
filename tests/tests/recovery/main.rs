//! Coming back: a file for each way in which a phone or a server can be lost, restored, copied, damaged or handed on. Real
//! phones, a real server; nothing a person wrote is lost, and nothing is there twice.

mod account_switch;
mod cursor_below_the_floor;
mod damaged_phone;
mod digest_mismatch;
mod donated;
mod erased;
mod first_listing;
mod leaving;
mod left_again;
mod lost_reply;
mod reassignment;
mod restored_phone;
mod restored_server;
mod restored_twice;
mod set_aside;
mod support;
mod swapped_file;
mod too_large;
mod two_live_copies;
mod versions;
mod whole_listing;
mod written_meanwhile;
