//! Instruments and the packs they come in.

use alongside_core::companion::{InstrumentSummary, PackCheck};

/// An instrument in one version, as a list shows it.
#[uniffi::remote(Record)]
pub struct InstrumentSummary {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// Who decides its wording.
    pub owner: String,
    /// Who grants the licence under which it is here.
    pub licence_holder: String,
    /// The line its owner wants shown.
    pub licence: String,
    /// The languages of its wording.
    pub languages: Vec<String>,
    /// Whether its questions are asked in their published order; otherwise in the client's.
    pub fixed_order: bool,
    /// How many questions it has.
    pub questions: usize,
    /// When asking again makes sense, in words. Advice, never a due date.
    pub retest_advice: Option<String>,
    /// Whether a new assessment begins with this version.
    pub begins: bool,
    /// Why it is not begun any more, when it was withdrawn.
    pub withdrawn: Option<String>,
}

/// What a pack is, before it is taken.
#[uniffi::remote(Record)]
pub struct PackCheck {
    /// A stable word for the reason against it; nothing when it would be taken.
    pub code: Option<String>,
    /// What it is, or why it would not be taken, in words.
    pub words: String,
    /// The signer, by the first digits of the key; nothing when it is not taken.
    pub signer: Option<String>,
    /// What it would bring, when it is a definition that would be taken.
    pub instrument: Option<InstrumentSummary>,
}
