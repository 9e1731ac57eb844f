//! What was erased, as far as one request has asked: where nothing ever was, one look is all it costs.

use std::collections::HashMap;

use alongside_core::model::EntityId;
#[cfg(feature = "planted")]
use alongside_core::ports::planted;

use crate::engine::erase::About;
use crate::store::{OrgNo, ReadTxn, StoreError};

/// What was erased, as far as one request has asked.
#[derive(Default)]
pub(in crate::engine) struct Erasures {
    any: Option<bool>,
    known: HashMap<EntityId, bool>,
    /// Records that belong to what was erased and that no phone had spoken of before.
    pub(in crate::engine) fresh: Vec<EntityId>,
}

impl Erasures {
    fn is_erased(&mut self, txn: &dyn ReadTxn, org: OrgNo, id: EntityId) -> Result<bool, StoreError> {
        match self.known.get(&id) {
            Some(known) => Ok(*known),
            None => {
                let erased = txn.is_erased(org, id)?;
                self.known.insert(id, erased);
                Ok(erased)
            }
        }
    }

    /// Learns from texts that come together which records belong to what was erased. What names a record alone may come before
    /// what says whose it is.
    pub(in crate::engine) fn learn<'a>(
        &mut self,
        txn: &dyn ReadTxn,
        org: OrgNo,
        texts: &(impl Iterator<Item = &'a str> + Clone),
    ) -> Result<(), StoreError> {
        loop {
            let before = self.fresh.len();
            for text in texts.clone() {
                self.takes(txn, org, text)?;
            }
            if self.fresh.len() == before {
                return Ok(());
            }
        }
    }

    /// Whether an operation is about something that was erased.
    pub(in crate::engine) fn takes(
        &mut self,
        txn: &dyn ReadTxn,
        org: OrgNo,
        text: &str,
    ) -> Result<bool, StoreError> {
        #[cfg(feature = "planted")]
        if planted::is(planted::Bug::ErasedComesBack) {
            return Ok(false);
        }
        let any = match self.any {
            Some(any) => any,
            None => txn.has_erasures(org)?,
        };
        self.any = Some(any);
        if !any {
            return Ok(false);
        }
        let about = About::read(text);
        if !about.touches(|id| self.is_erased(txn, org, id))? {
            return Ok(false);
        }
        // What follows on a record that was never made is about it, too.
        if let Some(record) = about.record
            && self.known.insert(record, true) != Some(true)
        {
            self.fresh.push(record);
        }
        Ok(true)
    }
}
