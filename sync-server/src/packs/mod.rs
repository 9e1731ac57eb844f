//! `alongside-server pack …`: what a licence holder and an administrator do with instrument packs at the command line.
//! It needs no database and no running server.

mod command;
mod key_file;

pub(crate) use command::{PackCommand, run};
