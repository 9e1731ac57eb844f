//! What is known of a client beside the name, and who may be one person.

use alongside_core::companion::{ClientDetails, MatchView};
use alongside_core::journey::finding::Finding;
use alongside_core::model::CaseId;
use alongside_core::model::kinds::Mode as ContactMode;

/// Details of a client as they are entered. What is absent stays as it is; an empty text clears it.
#[uniffi::remote(Record)]
pub struct ClientDetails {
    /// NHS number, with or without spaces.
    #[uniffi(default = None)]
    pub nhs_number: Option<String>,
    /// Date of birth as `1951-03-07`.
    #[uniffi(default = None)]
    pub born: Option<String>,
    /// How the client is spoken of.
    #[uniffi(default = None)]
    pub pronouns: Option<String>,
    /// The language they would rather speak, as a language tag such as `pl`.
    #[uniffi(default = None)]
    pub language: Option<String>,
    /// The way of contact they prefer.
    #[uniffi(default = None)]
    pub preferred_mode: Option<ContactMode>,
    /// Ethnic group, as the client says it.
    #[uniffi(default = None)]
    pub ethnicity: Option<String>,
    /// What is going on in their life now.
    #[uniffi(default = None)]
    pub life_now: Option<String>,
    /// Telephone number.
    #[uniffi(default = None)]
    pub phone: Option<String>,
    /// Where the client lives.
    #[uniffi(default = None)]
    pub address: Option<String>,
}

/// Two cases that may be of one person.
#[uniffi::remote(Record)]
pub struct MatchView {
    /// One of them.
    pub one: CaseId,
    /// The other.
    pub other: CaseId,
    /// Why.
    pub finding: Finding,
}
