//! In which order the questions were talked about.

use alongside_core::instrument::Instrument;

use super::Reading;

/// The questions by name, first talked about first; by id where there is no definition. Empty when nobody recorded it.
pub(in crate::web) fn order_in_words(instrument: Option<&Instrument>, reading: &Reading) -> Vec<String> {
    let name = |id: &String| {
        let item = instrument.and_then(|known| known.find_item(id));
        item.map_or_else(|| id.clone(), |item| item.name.clone())
    };
    reading.record.discussed.iter().map(name).collect()
}
