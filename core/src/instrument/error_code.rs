//! A stable word for each reason why a definition was not loaded, the same in every language and log.
//! It must not say more than the word: the sentence is the error's own.

use super::error::InstrumentError;

impl InstrumentError {
    /// The word for this reason. It never changes; the sentence beside it may.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoLicence => "licence_missing",
            Self::Empty { place } if place.starts_with("licence.") => "licence_incomplete",
            Self::TooLarge { .. } => "definition_too_large",
            Self::Malformed { .. } => "definition_malformed",
            Self::Empty { .. } => "definition_empty_text",
            Self::BadId { .. } => "definition_bad_id",
            Self::VersionZero => "definition_version_zero",
            Self::BadCount { .. } => "definition_bad_count",
            Self::Duplicate { .. } => "definition_duplicate",
            Self::BadResponseSet { .. } | Self::ScaleBackwards { .. } | Self::OutOfReach { .. } => {
                "definition_bad_response_set"
            }
            Self::UnknownResponseSet { .. } => "definition_unknown_response_set",
            Self::BadAbout { .. } => "definition_bad_about",
            Self::BadSameSince { .. } | Self::NotTheSame { .. } => "definition_not_the_same",
            Self::CarriesNoWords { .. } => "definition_carries_no_words",
            Self::BandsWithoutNumber { .. } | Self::Bands { .. } => "definition_bad_bands",
            Self::Score { .. } => "definition_bad_score",
            Self::AlreadyKnown { .. } => "definition_already_known",
        }
    }
}
