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
        texts: impl Iterator<Item = &'a str>,
    ) -> Result<(), StoreError> {
        if !self.has_any(txn, org)? {
            return Ok(());
        }
        let abouts: Vec<About> = texts.map(About::read).collect();
        loop {
            let before = self.fresh.len();
            for about in &abouts {
                self.reaches(txn, org, about)?;
            }
            if self.fresh.len() == before {
                return Ok(());
            }
        }
    }

    /// What an operation is about, if that was erased.
    pub(in crate::engine) fn find(
        &mut self,
        txn: &dyn ReadTxn,
        org: OrgNo,
        text: &str,
    ) -> Result<Option<About>, StoreError> {
        if !self.has_any(txn, org)? {
            return Ok(None);
        }
        let about = About::read(text);
        Ok(self.reaches(txn, org, &about)?.then_some(about))
    }

    fn has_any(&mut self, txn: &dyn ReadTxn, org: OrgNo) -> Result<bool, StoreError> {
        #[cfg(feature = "planted")]
        if planted::is(planted::Bug::ErasedComesBack) {
            return Ok(false);
        }
        let any = match self.any {
            Some(any) => any,
            None => txn.has_erasures(org)?,
        };
        self.any = Some(any);
        Ok(any)
    }

    fn reaches(&mut self, txn: &dyn ReadTxn, org: OrgNo, about: &About) -> Result<bool, StoreError> {
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
