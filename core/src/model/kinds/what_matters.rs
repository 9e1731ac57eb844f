//! What matters to the client, in the client's own words: asked before any instrument, and put first wherever the case is
//! shown. The words are the client's, so they live in the shared stream, where the client can read, reword and reorder them.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Integer, Text, Time};
use crate::model::MergeClass::{Once, Order, Prose, Register};
use crate::model::kinds::{By, NeedCategory};
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

/// One thing that matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhatMatters {
    /// As the client said or wrote it, unchanged.
    pub words: String,
    /// Who wrote it down. The words are the client's either way.
    pub written_by: By,
    /// What it is about, when somebody has said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<NeedCategory>,
    /// Its place among what matters; the client's order, lowest first.
    pub position: i64,
    /// When it was said.
    pub at: Timestamp,
}

impl Record for WhatMatters {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 13,
        name: "what_matters",
        home: Audience::Shared,
        sealed: false,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "words", Prose, Text),
            FieldEntry::new(2, "written_by", Once, OneOf(By::NAMES)),
            FieldEntry::new(3, "category", Register, OneOf(NeedCategory::NAMES)),
            FieldEntry::new(4, "position", Order, Integer(0, 1_000_000)),
            FieldEntry::new(5, "at", Once, Time),
        ],
    };
}
