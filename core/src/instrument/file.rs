//! A definition as it is written in JSON, before it is checked. A field that is not known is refused, so that a
//! misspelt rule is an error and not a rule left out.
//! It must not know what makes a definition sound: that is `parse`.

use serde::Deserialize;

use super::band::Band;
use super::definition::{Licence, Order, Retest};
use super::direction::HigherIs;
use super::response_set::{Choices, OwnWords, Scale};
use super::score::Score;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InstrumentFile {
    pub(super) id: String,
    pub(super) version: u32,
    pub(super) title: String,
    pub(super) owner: String,
    /// Optional here alone, so that its absence has a reason of its own.
    pub(super) licence: Option<Licence>,
    pub(super) languages: Vec<String>,
    pub(super) introduction: Option<String>,
    pub(super) order: Order,
    pub(super) response_sets: Vec<ResponseSetFile>,
    pub(super) items: Vec<ItemFile>,
    #[serde(default)]
    pub(super) scores: Vec<Score>,
    pub(super) retest: Option<Retest>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResponseSetFile {
    pub(super) id: String,
    pub(super) scale: Option<Scale>,
    pub(super) choices: Option<Choices>,
    pub(super) own_words: Option<OwnWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemFile {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) prompt: String,
    pub(super) help: Option<String>,
    pub(super) about: Option<String>,
    pub(super) response_set: String,
    pub(super) higher_is: HigherIs,
    #[serde(default)]
    pub(super) bands: Vec<Band>,
    pub(super) required: bool,
    /// A person may put a question off or keep the answer to themselves, unless its owner rules it out.
    #[serde(default = "yes")]
    pub(super) allow_not_now: bool,
    #[serde(default = "yes")]
    pub(super) allow_prefer_not_to_say: bool,
    pub(super) comment_prompt: Option<String>,
    pub(super) same_since: Option<u32>,
    #[serde(default)]
    pub(super) carry_over: bool,
}

fn yes() -> bool {
    true
}
