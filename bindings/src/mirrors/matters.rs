//! What matters to the client.

use alongside_core::companion::WhatMattersView;
use alongside_core::model::kinds::{By, NeedCategory, WhatMatters};
use alongside_core::model::{EntityId, Timestamp};

/// One thing that matters.
#[uniffi::remote(Record)]
pub struct WhatMatters {
    /// As the client said or wrote it, unchanged.
    pub words: String,
    /// Who wrote it down. The words are the client's either way.
    pub written_by: By,
    /// What it is about, when somebody has said so.
    pub category: Option<NeedCategory>,
    /// Its place among what matters; the client's order, lowest first.
    pub position: i64,
    /// When it was said.
    pub at: Timestamp,
}

/// One thing that matters.
#[uniffi::remote(Record)]
pub struct WhatMattersView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub matters: WhatMatters,
    /// Wordings that were written at the same time on other phones and wait for a person to settle.
    pub other_wordings: Vec<String>,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}
