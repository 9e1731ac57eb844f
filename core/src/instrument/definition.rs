//! A definition that has been checked: what an instrument asks, in whose words and under which licence.
//! It must not know anybody's answers. The only way to make one is `Instrument::parse`, so rules that run on it need
//! not doubt it.

use super::band::Band;
use super::direction::HigherIs;
use super::response_set::ResponseSet;
use super::score::Score;

/// One version of one instrument. A change of wording, scale, scoring or band is a new version, and old answers keep
/// theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Instrument {
    /// Lower-case letters, digits, `-` and `_`: "ons4".
    pub id: String,
    /// 1 or more.
    pub version: u32,
    /// What screens call it.
    pub title: String,
    /// Who decides its wording.
    pub owner: String,
    /// On which terms it is used. Its `text` is shown wherever the instrument is.
    pub licence: Licence,
    /// Language tags of the wording, such as "en-GB"; at least one.
    pub languages: Vec<String>,
    /// What is said before the first question.
    pub introduction: Option<String>,
    /// Whether questions may be talked about in any order.
    pub order: Order,
    /// The questions, in published order; at least one.
    pub items: Vec<Item>,
    /// The scores; none when its questions stand each on its own.
    pub scores: Vec<Score>,
    /// When asking again makes sense. Advice to a person, never a due date.
    pub retest: Option<Retest>,
}

/// The terms on which an instrument is used.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// A licence identifier such as "OGL-UK-3.0", or the number of an agreement.
    pub id: String,
    /// Who grants it.
    pub holder: String,
    /// The line to show on every page of the instrument.
    pub text: String,
    /// How the owner asks to be cited.
    pub citation: Option<String>,
}

/// In what order questions may be talked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// As published, because the owner or the licence says so.
    Fixed,
    /// As the person likes.
    Free,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Item {
    /// Unique within the instrument.
    pub id: String,
    /// What it asks about, written as in the middle of a sentence: "anxiety".
    pub name: String,
    /// The question, exactly as its owner words it.
    pub prompt: String,
    /// What helps to ask or to understand it.
    pub help: Option<String>,
    /// An earlier question answered in own words, which this one asks about ("how much does this bother you?").
    /// Until that one is answered, this one is not asked.
    pub about: Option<String>,
    /// What may be answered.
    pub responses: ResponseSet,
    /// What a higher answer means. For choices that are not numbers: what a higher code means.
    pub higher_is: HigherIs,
    /// Bands of single answers; none, or every possible answer is in exactly one.
    pub bands: Vec<Band>,
    /// Whether the instrument is incomplete without it.
    pub required: bool,
    /// Whether "not now" may be chosen.
    pub allow_not_now: bool,
    /// Whether "I would rather not say" may be chosen.
    pub allow_prefer_not_to_say: bool,
    /// How a comment beside the answer is asked for; no comment is offered without it.
    pub comment_prompt: Option<String>,
    /// The earliest version of the instrument in which this question was the same: wording, answers and direction. Its
    /// answers are compared back to that version and no further.
    pub same_since: u32,
    /// Whether the words of the last time stand there again the next time, so that what was named then is asked about
    /// now. Only for questions in own words.
    pub carry_over: bool,
}

/// Advice on asking again.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retest {
    /// In plain words.
    pub advice: String,
    /// The fewest weeks that should lie between, where the owner names any.
    pub weeks_between: Option<u32>,
}

impl Instrument {
    /// The question with this id.
    pub fn find_item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }
}
