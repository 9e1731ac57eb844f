//! What may be answered to a question: a point on a scale, one of some choices, or the person's own words.
//! It must not know the question, nor what was answered.

use serde::Deserialize;

/// The responses a question allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResponseSet {
    /// A whole number from a lowest to a highest.
    Scale(Scale),
    /// One of some labelled choices.
    Choices(Choices),
    /// The person's own words.
    OwnWords(OwnWords),
}

/// Whole numbers from `min` to `max`, both included, with a label at each end.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The lowest point.
    pub min: i64,
    /// The highest point, above `min`.
    pub max: i64,
    /// What the lowest point means: "not at all".
    pub min_label: String,
    /// What the highest point means: "completely".
    pub max_label: String,
}

/// Labelled choices, in the order to show them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    /// Whether a code is a number to show and to score. When not, the code only tells choices apart and puts them in
    /// order, and no result ever shows it.
    pub as_number: bool,
    /// The choices; each code and each label is there once.
    pub options: Vec<Choice>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is stored.
    pub code: i64,
    /// What is shown and read out.
    pub label: String,
}

/// An answer in the person's own words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnWords {
    /// The most characters it may have.
    pub max_chars: usize,
}

impl ResponseSet {
    /// The lowest and highest number an answer can be, when its answers are numbers to show and to score.
    pub fn number_bounds(&self) -> Option<(i64, i64)> {
        match self {
            Self::Scale(scale) => Some((scale.min, scale.max)),
            Self::Choices(choices) if choices.as_number => choices.code_bounds(),
            Self::Choices(_) | Self::OwnWords(_) => None,
        }
    }
}

impl Choices {
    /// The label of a code, or `None` for a code that is not among the choices.
    pub fn find_label(&self, code: i64) -> Option<&str> {
        self.options.iter().find(|choice| choice.code == code).map(|choice| choice.label.as_str())
    }

    fn code_bounds(&self) -> Option<(i64, i64)> {
        let codes = || self.options.iter().map(|choice| choice.code);
        Some((codes().min()?, codes().max()?))
    }
}
