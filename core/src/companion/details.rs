//! What is known of a client beside the name: number, birth, language, preferences, and the rhythm the two agreed.

use serde_json::{Value, json};

use super::held::{held, said};
use super::{Companion, CompanionError, Reason};
use crate::journey::calendar::Day;
use crate::journey::dates::check_born;
use crate::journey::duplicates::{Known, list_matches};
use crate::journey::finding::{Finding, Verdict};
use crate::journey::nhs_number::parse_nhs_number;
use crate::model::kinds::{Client, Intensity, Mode};
use crate::model::{Audience, CaseId, EntityId, Fields, Record};
use crate::store::{Listing, record};

/// Details of a client as they are entered. What is absent stays as it is; an empty text clears it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClientDetails {
    /// NHS number, with or without spaces.
    pub nhs_number: Option<String>,
    /// Date of birth as `1951-03-07`.
    pub born: Option<String>,
    /// How the client is spoken of.
    pub pronouns: Option<String>,
    /// The language they would rather speak, as a language tag such as `pl`.
    pub language: Option<String>,
    /// The way of contact they prefer.
    pub preferred_mode: Option<Mode>,
    /// Ethnic group, as the client says it.
    pub ethnicity: Option<String>,
    /// What is going on in their life now.
    pub life_now: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Where the client lives.
    pub address: Option<String>,
}

/// Two cases that may be of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchView {
    /// One of them.
    pub one: CaseId,
    /// The other.
    pub other: CaseId,
    /// Why.
    pub finding: Finding,
}

impl Companion {
    /// Writes down details of a client.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with an NHS number whose check digit does not fit, or a date on which nobody can be born;
    /// [`CompanionError::NotFound`].
    pub fn set_client_details(&self, case: CaseId, details: &ClientDetails) -> Result<(), CompanionError> {
        self.write(|writing| {
            let mut fields = details.fields(Day::of(writing.reading.wall))?;
            fields.extend(details.preferred_mode.map(|mode| ("preferred_mode".to_owned(), json!(mode))));
            writing.set(EntityId(case.0), fields)
        })
    }

    /// Writes down how often the two agreed to speak, and how much support, with the reason for that much.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with days outside a year, or an amount of support without its reason;
    /// [`CompanionError::NotFound`].
    pub fn agree_rhythm(
        &self,
        case: CaseId,
        every_days: Option<i64>,
        intensity: Option<Intensity>,
        why: Option<&str>,
    ) -> Result<(), CompanionError> {
        let why = said(why);
        if intensity.is_some() && why.is_none() {
            return Err(CompanionError::invalid("intensity_why", Reason::NeedsReason));
        }
        self.write(|writing| {
            let mut fields = Fields::from([("contact_every_days".to_owned(), json!(every_days))]);
            if let Some(intensity) = intensity {
                fields.insert("intensity".to_owned(), json!(intensity));
                fields.insert("intensity_why".to_owned(), json!(why));
            }
            writing.set(EntityId(case.0), fields)
        })
    }

    /// Cases on this phone that may be of one person, for somebody to look at. Nothing is ever merged by itself.
    ///
    /// # Errors
    /// The store's.
    pub fn possible_duplicates(&self) -> Result<Vec<MatchView>, CompanionError> {
        let rows = self
            .store
            .read(|connection| record::list_for(connection, Audience::Core, Listing::of(Client::ENTRY)))?;
        let clients: Vec<(CaseId, Client)> = rows
            .iter()
            .filter_map(|row| Some((row.stream.case()?, held::<Client>(row).ok()?.record)))
            .collect();
        let known: Vec<Known<'_>> = clients
            .iter()
            .map(|(case, client)| Known {
                case: *case,
                name: &client.name,
                born: client.born.as_deref(),
                nhs_number: client.nhs_number.as_deref(),
            })
            .collect();
        let view = |found: &crate::journey::duplicates::Match| MatchView {
            one: found.one,
            other: found.other,
            finding: found.finding(),
        };
        Ok(list_matches(&known).iter().map(view).collect())
    }
}

impl ClientDetails {
    /// The texts that were given, checked; one without words clears its field.
    fn fields(&self, today: Day) -> Result<Fields, CompanionError> {
        let texts = [
            ("nhs_number", &self.nhs_number),
            ("born", &self.born),
            ("pronouns", &self.pronouns),
            ("language", &self.language),
            ("ethnicity", &self.ethnicity),
            ("life_now", &self.life_now),
            ("phone", &self.phone),
            ("address", &self.address),
        ];
        let given = texts.into_iter().filter_map(|(name, text)| Some((name, text.as_deref()?)));
        given
            .map(|(name, text)| {
                let value = match said(Some(text)) {
                    Some(text) => json!(checked(name, text, today)?),
                    None => Value::Null,
                };
                Ok((name.to_owned(), value))
            })
            .collect()
    }
}

/// A text as it is stored. What can be wrong with it in a way that a person can see is refused.
fn checked(name: &str, text: String, today: Day) -> Result<String, CompanionError> {
    let wrong = || CompanionError::invalid(name, Reason::OutOfRange);
    match name {
        "nhs_number" => parse_nhs_number(&text).map_err(|_| wrong()),
        "born" => check_born(&text, today).map(Day::to_iso).map_err(|_| wrong()),
        _ => Ok(text),
    }
}
