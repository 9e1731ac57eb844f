//! The definitions a device or server knows: those shipped, and those loaded from packs. Old versions stay, so that old
//! answers can always be read with the words they were given to.
//! It must not know where packs come from.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::definition::Instrument;
use super::error::InstrumentError;

/// The definitions whose licence lets anybody ship them.
const SHIPPED: [&str; 2] =
    [include_str!("definitions/ons4-1.json"), include_str!("definitions/ons-loneliness-1.json")];

/// Definitions by id and version.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Registry {
    by_id: BTreeMap<String, BTreeMap<u32, Instrument>>,
}

impl Registry {
    /// The definitions that come with the product: ONS4, and the ONS direct loneliness question.
    pub fn shipped() -> Self {
        let mut registry = Self::default();
        for json in SHIPPED {
            registry.load(json).expect("a test loads each shipped definition");
        }
        registry
    }

    /// Reads, checks and keeps a definition. Loading the same one again changes nothing.
    ///
    /// # Errors
    /// The first thing that is wrong with it; or that another definition is already known by its id and version. The
    /// registry is then as it was.
    pub fn load(&mut self, json: &str) -> Result<&Instrument, InstrumentError> {
        let instrument = Instrument::parse(json)?;
        let versions = self.by_id.entry(instrument.id.clone()).or_default();
        match versions.entry(instrument.version) {
            Entry::Vacant(free) => Ok(free.insert(instrument)),
            Entry::Occupied(known) if *known.get() == instrument => Ok(known.into_mut()),
            Entry::Occupied(_) => {
                Err(InstrumentError::AlreadyKnown { id: instrument.id, version: instrument.version })
            }
        }
    }

    /// One version of one instrument.
    pub fn find(&self, id: &str, version: u32) -> Option<&Instrument> {
        self.by_id.get(id)?.get(&version)
    }

    /// The highest version of an instrument: the one to begin a new assessment with.
    pub fn latest(&self, id: &str) -> Option<&Instrument> {
        self.by_id.get(id)?.values().next_back()
    }

    /// Every version of every instrument, by id and then version.
    pub fn list(&self) -> impl Iterator<Item = &Instrument> {
        self.by_id.values().flat_map(BTreeMap::values)
    }
}
