//! Records as the server sends them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::record::Siblings;
use super::seal::Seal;
use crate::model::{EntityId, Fields, State, StreamRef};

/// A record as the server sends it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Incoming {
    /// Its id.
    pub id: EntityId,
    /// Its kind, by name.
    pub kind: String,
    /// Its revision.
    pub rev: u32,
    /// The revision of each field that was not written in `rev`.
    pub revs: BTreeMap<String, u32>,
    /// Where it stands.
    pub state: State,
    /// Who made it, as a place in the list of people that comes with the pages.
    pub author: usize,
    /// Its fields, or those that changed.
    pub fields: Fields,
    /// Other texts of its fields.
    pub siblings: Siblings,
    /// Its seal.
    pub seal: Option<Seal>,
}

/// Records of one stream.
#[derive(Clone, Debug)]
pub struct IncomingPage {
    /// The stream.
    pub stream: StreamRef,
    /// Whether the stream is being sent whole.
    pub full: bool,
    /// Whether it is complete with this page.
    pub ready: bool,
    /// The records.
    pub rows: Vec<Incoming>,
}
