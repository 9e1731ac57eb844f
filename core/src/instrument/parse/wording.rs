//! The checks that every part of a definition shares: an id is an id, a text says something, nothing is there twice.
//! It must not know which part it checks.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::instrument::band::Band;
use crate::instrument::error::InstrumentError;

const MAX_ID_CHARS: usize = 64;

/// Refuses an id that is empty, too long, or has other characters than ids have.
pub(super) fn check_id(place: &str, id: &str) -> Result<(), InstrumentError> {
    check_text(place, id)?;
    let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
    let is_id = id.len() <= MAX_ID_CHARS && id.bytes().all(is_plain);
    if is_id { Ok(()) } else { Err(InstrumentError::BadId { place: place.to_owned() }) }
}

/// Refuses a text that says nothing.
pub(super) fn check_text(place: &str, text: &str) -> Result<(), InstrumentError> {
    let is_empty = text.trim().is_empty();
    if is_empty { Err(InstrumentError::Empty { place: place.to_owned() }) } else { Ok(()) }
}

/// Refuses the first of these texts that is there and says nothing.
pub(super) fn check_all(texts: &[(&str, Option<&String>)]) -> Result<(), InstrumentError> {
    texts
        .iter()
        .filter_map(|(place, text)| text.map(|text| (place, text)))
        .try_for_each(|(p, t)| check_text(p, t))
}

/// Refuses an empty list and one with more entries than the limit.
pub(super) fn check_count(place: &str, count: usize, limit: usize) -> Result<(), InstrumentError> {
    let fits = (1..=limit).contains(&count);
    if fits { Ok(()) } else { Err(InstrumentError::BadCount { place: place.to_owned(), count, limit }) }
}

/// Refuses a list in which something is there twice.
pub(super) fn check_unique<T: Ord + Display>(
    place: &str,
    ids: impl IntoIterator<Item = T>,
) -> Result<(), InstrumentError> {
    let mut seen = BTreeSet::new();
    for id in ids {
        let shown = id.to_string();
        if !seen.insert(id) {
            return Err(InstrumentError::Duplicate { place: place.to_owned(), id: shown });
        }
    }
    Ok(())
}

/// Refuses bands whose words say nothing.
pub(super) fn check_band_wording(place: &str, bands: &[Band]) -> Result<(), InstrumentError> {
    bands.iter().enumerate().try_for_each(|(n, band)| {
        check_text(&format!("{place}.bands[{n}].label"), &band.label)?;
        check_all(&[(&format!("{place}.bands[{n}].explanation"), band.explanation.as_ref())])
    })
}
