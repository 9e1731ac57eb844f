//! The people an answer names, each once; rows point at them by place.

use std::collections::HashMap;

use alongside_core::model::PersonId;

use crate::store::{ReadTxn, StoreError};

/// Places by person, in the order of first use.
#[derive(Default)]
pub(super) struct People {
    order: Vec<PersonId>,
    places: HashMap<PersonId, usize>,
}

impl People {
    /// Where a person stands, at the end if they are new.
    pub(super) fn place(&mut self, person: PersonId) -> usize {
        *self.places.entry(person).or_insert_with(|| {
            self.order.push(person);
            self.order.len() - 1
        })
    }

    /// Everybody with their names.
    pub(super) fn name(self, txn: &dyn ReadTxn) -> Result<Vec<(PersonId, String)>, StoreError> {
        let name = |id: PersonId| {
            let person = txn.find_person(id)?;
            Ok((id, person.map(|person| person.name).unwrap_or_default()))
        };
        self.order.into_iter().map(name).collect()
    }
}
