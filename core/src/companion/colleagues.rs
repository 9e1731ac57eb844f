//! Whom a client can be handed to: the other link workers of the organisation, as the service names them.

use super::held::held;
use super::{Companion, CompanionError, NextWorker};
use crate::model::kinds::Colleague;
use crate::model::{Audience, Record, sort_by_key};
use crate::store::{Listing, identity, record};

impl Companion {
    /// The other link workers of the organisation, by name. Nobody before the first sync, or where there is no other.
    ///
    /// # Errors
    /// The store's.
    pub fn colleagues(&self) -> Result<Vec<NextWorker>, CompanionError> {
        let (me, rows) = self.store.read(|connection| {
            let rows = record::list_for(connection, Audience::Team, Listing::of(Colleague::ENTRY))?;
            Ok((identity::find_identity(connection)?.map(|me| me.person), rows))
        })?;
        let known = rows.iter().filter_map(|row| held::<Colleague>(row).ok());
        let others = known.map(|held| held.record).filter(|colleague| Some(colleague.person) != me);
        let mut colleagues: Vec<NextWorker> =
            others.map(|colleague| NextWorker { person: colleague.person, name: colleague.name }).collect();
        sort_by_key(&mut colleagues, |colleague| (colleague.name.clone(), colleague.person));
        Ok(colleagues)
    }
}
