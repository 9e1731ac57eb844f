//! Whether the client says that they know who their link worker is and how to reach them. Asked by the app, never by the worker.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Time};
use crate::model::MergeClass::Once;
use crate::model::{Audience, FieldEntry, KindEntry, Record, Timestamp};

/// An answer to "I know who my link worker is and how to reach them".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognition {
    /// When it was answered.
    pub at: Timestamp,
    /// Whether they know.
    pub known: bool,
}

impl Record for Recognition {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 29,
        name: "recognition",
        home: Audience::Shared,
        sealed: false,
        parent: None,
        time: Some("at"),
        fields: &[FieldEntry::new(1, "at", Once, Time), FieldEntry::new(2, "known", Once, Bool)],
    };
}
