//! From JSON to a definition that can be trusted, or to the first reason why not.
//! It must not know where definitions are kept.

mod items;
mod response_sets;
mod scores;
mod wording;

use super::definition::{Instrument, Licence};
use super::error::InstrumentError;
use super::file::InstrumentFile;
use wording::{check_all, check_count, check_id, check_text, check_unique};

/// The longest definition that is read, in bytes: some hundred times the largest in use.
const MAX_BYTES: usize = 512 * 1024;
const MAX_LANGUAGES: usize = 20;

impl Instrument {
    /// Reads and checks one definition.
    ///
    /// # Errors
    /// The first thing that is wrong with it. A definition with a reason against it is refused as a whole.
    pub fn parse(json: &str) -> Result<Self, InstrumentError> {
        if json.len() > MAX_BYTES {
            return Err(InstrumentError::TooLarge { bytes: json.len(), limit: MAX_BYTES });
        }
        let file: InstrumentFile = serde_json::from_str(json)
            .map_err(|error| InstrumentError::Malformed { reason: error.to_string() })?;
        check(file)
    }
}

fn check(mut file: InstrumentFile) -> Result<Instrument, InstrumentError> {
    let licence = check_licence(file.licence.take())?;
    check_header(&file)?;
    let sets = response_sets::check(file.response_sets)?;
    let items = items::check(file.items, &sets, file.version)?;
    scores::check(&file.scores, &items)?;
    Ok(Instrument {
        id: file.id,
        version: file.version,
        title: file.title,
        owner: file.owner,
        licence,
        languages: file.languages,
        introduction: file.introduction,
        order: file.order,
        items,
        scores: file.scores,
        retest: file.retest,
    })
}

fn check_licence(licence: Option<Licence>) -> Result<Licence, InstrumentError> {
    let licence = licence.ok_or(InstrumentError::NoLicence)?;
    check_all(&[
        ("licence.id", Some(&licence.id)),
        ("licence.holder", Some(&licence.holder)),
        ("licence.text", Some(&licence.text)),
        ("licence.citation", licence.citation.as_ref()),
    ])?;
    Ok(licence)
}

fn check_header(file: &InstrumentFile) -> Result<(), InstrumentError> {
    check_id("id", &file.id)?;
    if file.version == 0 {
        return Err(InstrumentError::VersionZero);
    }
    check_all(&[
        ("title", Some(&file.title)),
        ("owner", Some(&file.owner)),
        ("introduction", file.introduction.as_ref()),
        ("retest.advice", file.retest.as_ref().map(|retest| &retest.advice)),
    ])?;
    check_count("languages", file.languages.len(), MAX_LANGUAGES)?;
    for (n, tag) in file.languages.iter().enumerate() {
        check_text(&format!("languages[{n}]"), tag)?;
    }
    check_unique("languages", &file.languages)
}
