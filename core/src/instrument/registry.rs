//! The definitions a device or server knows: those shipped, and those loaded from packs. Old versions stay, so that old
//! answers can always be read with the words they were given to; a version that is withdrawn is read and not begun.
//! It must not know where packs come from, nor who signed them.

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
    /// Why a version is not begun any more. A version may be withdrawn before it is known.
    withdrawn: BTreeMap<(String, u32), String>,
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
    /// As [`Registry::add`], and the first thing that is wrong with the definition itself. The registry is then as it was.
    pub fn load(&mut self, json: &str) -> Result<&Instrument, InstrumentError> {
        self.add(Instrument::parse(json)?)
    }

    /// Keeps a definition. The same one again changes nothing.
    ///
    /// # Errors
    /// Another definition is already known by its id and version, or a question that is said to be the same as in a known
    /// version is not. The registry is then as it was.
    pub fn add(&mut self, instrument: Instrument) -> Result<&Instrument, InstrumentError> {
        let others = self.by_id.get(&instrument.id).into_iter().flat_map(BTreeMap::values);
        for other in others.filter(|other| other.version != instrument.version) {
            instrument.check_same(other)?;
        }
        let versions = self.by_id.entry(instrument.id.clone()).or_default();
        match versions.entry(instrument.version) {
            Entry::Vacant(free) => Ok(free.insert(instrument)),
            Entry::Occupied(known) if *known.get() == instrument => Ok(known.into_mut()),
            Entry::Occupied(_) => {
                Err(InstrumentError::AlreadyKnown { id: instrument.id, version: instrument.version })
            }
        }
    }

    /// Takes a version out of those that can be begun. It stays known, for what was begun or answered with it.
    pub fn withdraw(&mut self, id: &str, version: u32, reason: &str) {
        self.withdrawn.insert((id.to_owned(), version), reason.to_owned());
    }

    /// Why a version is not begun any more; nothing while it is.
    pub fn find_withdrawal(&self, id: &str, version: u32) -> Option<&str> {
        self.withdrawn.get(&(id.to_owned(), version)).map(String::as_str)
    }

    /// One version of one instrument, withdrawn or not.
    pub fn find(&self, id: &str, version: u32) -> Option<&Instrument> {
        self.by_id.get(id)?.get(&version)
    }

    /// The highest version of an instrument that is not withdrawn: the one to begin a new assessment with.
    pub fn latest(&self, id: &str) -> Option<&Instrument> {
        let versions = self.by_id.get(id)?.values().rev();
        versions.into_iter().find(|known| self.find_withdrawal(id, known.version).is_none())
    }

    /// Every version of every instrument, by id and then version.
    pub fn list(&self) -> impl Iterator<Item = &Instrument> {
        self.by_id.values().flat_map(BTreeMap::values)
    }
}
