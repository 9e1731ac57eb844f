//! The questions of a definition: each has its own id, a response set that is there, and bands that fit it.
//! It must not know how questions are scored.

use std::collections::BTreeMap;

use super::wording::{check_all, check_band_wording, check_count, check_id, check_unique};
use crate::instrument::band::check_bands;
use crate::instrument::definition::Item;
use crate::instrument::error::InstrumentError;
use crate::instrument::file::ItemFile;
use crate::instrument::response_set::ResponseSet;

const MAX_ITEMS: usize = 200;

/// The questions, each with its response set in place.
pub(super) fn check(
    files: Vec<ItemFile>,
    sets: &BTreeMap<String, ResponseSet>,
    version: u32,
) -> Result<Vec<Item>, InstrumentError> {
    check_count("items", files.len(), MAX_ITEMS)?;
    for (n, file) in files.iter().enumerate() {
        check_wording(&format!("items[{n}]"), file)?;
    }
    check_unique("items", files.iter().map(|file| &file.id))?;
    let items =
        files.into_iter().map(|file| check_one(file, sets, version)).collect::<Result<Vec<_>, _>>()?;
    check_abouts(&items)?;
    Ok(items)
}

fn check_wording(place: &str, file: &ItemFile) -> Result<(), InstrumentError> {
    check_id(&format!("{place}.id"), &file.id)?;
    check_all(&[
        (&format!("{place}.name"), Some(&file.name)),
        (&format!("{place}.prompt"), Some(&file.prompt)),
        (&format!("{place}.help"), file.help.as_ref()),
        (&format!("{place}.comment_prompt"), file.comment_prompt.as_ref()),
    ])?;
    check_band_wording(place, &file.bands)
}

fn check_one(
    file: ItemFile,
    sets: &BTreeMap<String, ResponseSet>,
    version: u32,
) -> Result<Item, InstrumentError> {
    let Some(responses) = sets.get(&file.response_set).cloned() else {
        return Err(InstrumentError::UnknownResponseSet { item: file.id, set: file.response_set });
    };
    check_item_bands(&file, &responses)?;
    let same_since = check_since(&file, version)?;
    if file.carry_over && !matches!(responses, ResponseSet::OwnWords(_)) {
        return Err(InstrumentError::CarriesNoWords { item: file.id });
    }
    Ok(Item {
        id: file.id,
        name: file.name,
        prompt: file.prompt,
        help: file.help,
        about: file.about,
        responses,
        higher_is: file.higher_is,
        bands: file.bands,
        required: file.required,
        allow_not_now: file.allow_not_now,
        allow_prefer_not_to_say: file.allow_prefer_not_to_say,
        comment_prompt: file.comment_prompt,
        same_since,
        carry_over: file.carry_over,
    })
}

/// Where nothing is said, a question is compared with its own version alone.
fn check_since(file: &ItemFile, version: u32) -> Result<u32, InstrumentError> {
    let since = file.same_since.unwrap_or(version);
    if (1..=version).contains(&since) {
        Ok(since)
    } else {
        Err(InstrumentError::BadSameSince { item: file.id.clone(), since, version })
    }
}

fn check_item_bands(file: &ItemFile, responses: &ResponseSet) -> Result<(), InstrumentError> {
    if file.bands.is_empty() {
        return Ok(());
    }
    let Some((lowest, highest)) = responses.number_bounds() else {
        return Err(InstrumentError::BandsWithoutNumber { item: file.id.clone() });
    };
    check_bands(&file.bands, lowest.into(), highest.into(), 0)
        .map_err(|flaw| InstrumentError::Bands { item: file.id.clone(), flaw })
}

fn check_abouts(items: &[Item]) -> Result<(), InstrumentError> {
    items.iter().enumerate().try_for_each(|(n, item)| {
        let Some(about) = &item.about else { return Ok(()) };
        let is_topic =
            |earlier: &Item| earlier.id == *about && matches!(earlier.responses, ResponseSet::OwnWords(_));
        if items[..n].iter().any(is_topic) {
            return Ok(());
        }
        Err(InstrumentError::BadAbout { item: item.id.clone(), about: about.clone() })
    })
}
