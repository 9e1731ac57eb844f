//! Instruments beyond those that ship: packs their licence holders have signed, given to this phone at run time.

use super::{Companion, CompanionError};
use crate::instrument::{Content, Instrument, Order, Pack, Registry};
use crate::store::{KeptPack, packs};

/// An instrument in one version, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentSummary {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// Who decides its wording.
    pub owner: String,
    /// Who grants the licence under which it is here.
    pub licence_holder: String,
    /// The line its owner wants shown.
    pub licence: String,
    /// The languages of its wording.
    pub languages: Vec<String>,
    /// Whether its questions are asked in their published order; otherwise in the client's.
    pub fixed_order: bool,
    /// How many questions it has.
    pub questions: usize,
    /// When asking again makes sense, in words. Advice, never a due date.
    pub retest_advice: Option<String>,
    /// Whether a new assessment begins with this version.
    pub begins: bool,
    /// Why it is not begun any more, when it was withdrawn.
    pub withdrawn: Option<String>,
}

/// What a pack is, before it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackCheck {
    /// A stable word for the reason against it; nothing when it would be taken.
    pub code: Option<String>,
    /// What it is, or why it would not be taken, in words.
    pub words: String,
    /// The signer, by the first digits of the key; nothing when it is not taken.
    pub signer: Option<String>,
    /// What it would bring, when it is a definition that would be taken.
    pub instrument: Option<InstrumentSummary>,
}

impl Companion {
    /// Takes a pack: an instrument that an organisation has a licence for, or the word that one is withdrawn. It is kept on
    /// this phone, encrypted, and there again after a restart. The same pack again changes nothing; a new version stands
    /// beside the old one, in which drafts that were begun with it end.
    ///
    /// # Errors
    /// [`CompanionError::Pack`] with the reason. Nothing was taken then, and nothing that was there is changed.
    pub fn load_pack(&self, bytes: &[u8]) -> Result<(), CompanionError> {
        let pack = self.instruments.read(bytes)?;
        let (instrument, version) = pack.subject();
        let kept = KeptPack {
            instrument: instrument.to_owned(),
            version,
            withdrawal: matches!(pack.content, Content::Withdrawal(_)),
            bytes: bytes.to_vec(),
            loaded_at: self.clock.now(),
        };
        self.instruments.take(pack, || self.store.write(|transaction| packs::keep(transaction, &kept)))
    }

    /// What a pack is and whether it would be taken, without taking it: for a screen that shows its licence first.
    pub fn check_pack(&self, bytes: &[u8]) -> PackCheck {
        let read =
            self.instruments.read(bytes).and_then(|pack| Ok((self.instruments.with(pack.clone())?, pack)));
        match read {
            Ok((registry, pack)) => accepted(&registry, &pack),
            Err(error) => PackCheck {
                code: Some(error.code().to_owned()),
                words: error.to_string(),
                signer: None,
                instrument: None,
            },
        }
    }

    /// The instruments an assessment can be begun with, each in the version it begins with.
    pub fn instruments(&self) -> Vec<InstrumentSummary> {
        self.list_instruments().into_iter().filter(|summary| summary.begins).collect()
    }

    /// Every instrument this phone knows, in every version: also those that are only read.
    pub fn list_instruments(&self) -> Vec<InstrumentSummary> {
        let known = self.instruments.known();
        known.list().map(|instrument| summary(&known, instrument)).collect()
    }
}

fn accepted(registry: &Registry, pack: &Pack) -> PackCheck {
    let (id, version) = pack.subject();
    let (words, instrument) = match &pack.content {
        Content::Definition(instrument) => (
            format!("{}, version {version}, licensed by {}", instrument.title, instrument.licence.holder),
            Some(summary(registry, instrument)),
        ),
        Content::Withdrawal(word) => {
            (format!("{id}, version {version}, is withdrawn: {}", word.reason), None)
        }
    };
    PackCheck { code: None, words, signer: Some(pack.signer.short()), instrument }
}

fn summary(known: &Registry, instrument: &Instrument) -> InstrumentSummary {
    let latest = known.latest(&instrument.id).map(|latest| latest.version);
    InstrumentSummary {
        id: instrument.id.clone(),
        version: instrument.version,
        title: instrument.title.clone(),
        owner: instrument.owner.clone(),
        licence_holder: instrument.licence.holder.clone(),
        licence: instrument.licence.text.clone(),
        languages: instrument.languages.clone(),
        fixed_order: instrument.order == Order::Fixed,
        questions: instrument.items.len(),
        retest_advice: instrument.retest.as_ref().map(|retest| retest.advice.clone()),
        begins: latest == Some(instrument.version),
        withdrawn: known.find_withdrawal(&instrument.id, instrument.version).map(str::to_owned),
    }
}
