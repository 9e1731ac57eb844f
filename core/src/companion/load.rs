//! How much this link worker carries.

use std::collections::HashMap;

use super::held::held;
use super::{Companion, CompanionError};
use crate::journey::calendar::Day;
use crate::journey::caseload::{Carried, load, too_much};
use crate::journey::finding::{Finding, Verdict};
use crate::model::kinds::{Assignment, AssignmentReason, Client, ClientStatus, EpisodeStatus};
use crate::model::{Audience, CaseId, Record, Timestamp};
use crate::store::{Listing, record};

/// What a worker carries. It is for them and whoever supports them, and is never a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadView {
    /// People being supported.
    pub active: i64,
    /// Of these, people who came from a colleague in the last ninety days.
    pub inherited: i64,
    /// People by how much support was agreed: light 1, steady 2, intensive 4.
    pub weighted: i64,
    /// Whether that is more than was agreed.
    pub too_much: Option<Finding>,
}

impl Companion {
    /// How much this link worker carries on this day, against a ceiling that the organisation set, if it did.
    ///
    /// # Errors
    /// The store's.
    pub fn my_load(&self, ceiling: Option<i64>) -> Result<LoadView, CompanionError> {
        let today = Day::of(self.clock.now());
        let (clients, assignments) = self.store.read(|connection| {
            let clients = record::list_for(connection, Audience::Core, Listing::of(Client::ENTRY))?;
            Ok((clients, record::list_for(connection, Audience::Core, Listing::of(Assignment::ENTRY))?))
        })?;
        // Newest first, so that the first of a case is the one that holds.
        let mut held_by: HashMap<CaseId, Assignment> = HashMap::new();
        for row in &assignments {
            if let (Some(case), Ok(assignment)) = (row.stream.case(), held::<Assignment>(row)) {
                held_by.entry(case).or_insert(assignment.record);
            }
        }
        let cases: Vec<Carried> = clients
            .iter()
            .filter_map(|row| {
                let case = row.stream.case()?;
                Some(carried(&held::<Client>(row).ok()?.record, held_by.get(&case)))
            })
            .collect();
        let carries = load(&cases, today);
        Ok(LoadView {
            active: carries.active,
            inherited: carries.inherited,
            weighted: carries.weighted,
            too_much: too_much(carries, ceiling).map(|too_much| too_much.finding()),
        })
    }
}

fn carried(client: &Client, assignment: Option<&Assignment>) -> Carried {
    let status = match client.status {
        None | Some(ClientStatus::Active) => EpisodeStatus::Active,
        Some(ClientStatus::Ended) => EpisodeStatus::Ended,
        Some(_) => EpisodeStatus::PausedByService,
    };
    Carried {
        status,
        intensity: client.intensity,
        since: assignment.map(|held| held.from).or(client.since).unwrap_or(Timestamp::EARLIEST),
        reason: assignment.map_or(AssignmentReason::New, |held| held.reason),
    }
}
