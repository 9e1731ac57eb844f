//! The caseload and the client of a case.

use alongside_core::companion::{CaseSummary, ClientView, NewClient, NextContactView};
use alongside_core::model::kinds::{Client, ClientStatus, Intensity, Mode as ContactMode};
use alongside_core::model::{CaseId, Timestamp};

/// Where a journey stands.
#[uniffi::remote(Enum)]
pub enum ClientStatus {
    /// Being supported.
    Active,
    /// The client asked for a pause; the door stays open.
    Paused,
    /// The journey has ended.
    Ended,
    /// A status of a newer version.
    Unknown,
}

/// How much support was agreed. It follows the need and is changed with a reason.
#[uniffi::remote(Enum)]
pub enum Intensity {
    /// A word now and then.
    Light,
    /// A steady rhythm.
    Steady,
    /// Often, and in person.
    Intensive,
    /// A word of a newer version; never written.
    Unknown,
}

/// A line of the caseload.
#[uniffi::remote(Record)]
pub struct CaseSummary {
    /// The case.
    pub case: CaseId,
    /// The client's name.
    pub name: String,
    /// What the client likes to be called.
    pub known_as: Option<String>,
    /// Year of birth, beside the name so that two people of one name are told apart.
    pub birth_year: Option<i64>,
    /// Where the journey stands.
    pub status: ClientStatus,
    /// When the two last met or tried to.
    pub last_contact: Option<Timestamp>,
    /// When they will next.
    pub next_contact: Option<NextContactView>,
    /// Whether this phone holds work on the client's record that the server does not have.
    pub unsent: bool,
}

/// A client.
#[uniffi::remote(Record)]
pub struct Client {
    /// Full name as the client gives it, in any script.
    pub name: String,
    /// What the client likes to be called.
    pub known_as: Option<String>,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// The GP practice that referred the client.
    pub practice: Option<String>,
    /// Long-term conditions, as short words such as `t2d` or `copd`.
    pub conditions: Vec<String>,
    /// Whether the client agreed to be supported and to these records.
    pub consent: Option<bool>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Where the client lives.
    pub address: Option<String>,
    /// How it is safe to reach the client, in words: who may hear what, and when not to call.
    pub safe_contact: Option<String>,
    /// Expected length of the journey in months.
    pub planned_months: Option<i64>,
    /// Where the journey stands.
    pub status: Option<ClientStatus>,
    /// When the journey began.
    pub since: Option<Timestamp>,
    /// NHS number: ten digits, the last a check digit (modulus 11).
    pub nhs_number: Option<String>,
    /// Date of birth as `1951-03-07`; a client who gives only the year has `birth_year` alone.
    pub born: Option<String>,
    /// How the client is spoken of.
    pub pronouns: Option<String>,
    /// The language they would rather speak, as a language tag such as `pl`.
    pub language: Option<String>,
    /// The way of contact they prefer.
    pub preferred_mode: Option<ContactMode>,
    /// How often the two agreed to speak, in days; slow rhythms are allowed.
    pub contact_every_days: Option<i64>,
    /// How much support was agreed.
    pub intensity: Option<Intensity>,
    /// Why that much.
    pub intensity_why: Option<String>,
    /// What is going on in their life now, before any goal.
    pub life_now: Option<String>,
    /// Ethnic group, as the client says it.
    pub ethnicity: Option<String>,
    /// Quintile of deprivation of where they live, 1 the most deprived; computed on the server.
    pub deprivation_quintile: Option<i64>,
    /// Other organisations that help already, so that nothing is done twice.
    pub other_support: Vec<String>,
}

/// A client's record, with whether the server has it.
#[uniffi::remote(Record)]
pub struct ClientView {
    /// The case.
    pub case: CaseId,
    /// The record.
    pub client: Client,
    /// Whether this phone holds changes the server does not have.
    pub unsent: bool,
}

/// What is known of a client who is met for the first time.
#[uniffi::remote(Record)]
pub struct NewClient {
    /// Full name as the client gives it.
    pub name: String,
    /// What the client likes to be called.
    #[uniffi(default = None)]
    pub known_as: Option<String>,
    /// Year of birth.
    #[uniffi(default = None)]
    pub birth_year: Option<i64>,
    /// The GP practice that referred the client.
    #[uniffi(default = None)]
    pub practice: Option<String>,
    /// Long-term conditions, as short words.
    #[uniffi(default = [])]
    pub conditions: Vec<String>,
    /// Telephone number.
    #[uniffi(default = None)]
    pub phone: Option<String>,
    /// Where the client lives.
    #[uniffi(default = None)]
    pub address: Option<String>,
    /// How it is safe to reach the client.
    #[uniffi(default = None)]
    pub safe_contact: Option<String>,
}
