//! Looks before a referral: whether the service is likely to take this client, and whether they have such help already.

use rusqlite::Connection;

use super::service_view::{find_service, point_of};
use super::services::find_age;
use super::{Companion, CompanionError};
use crate::journey::finding::{Finding, Verdict};
use crate::journey::picker::candidate::{Candidate, Wish, day_bits};
use crate::journey::picker::duplicate::{InPlace, list_duplicates};
use crate::journey::picker::eligibility::{Eligibility, judge, list_obstacles};
use crate::journey::referral_path::{is_settled, stands};
use crate::model::kinds::{Client, LocalKnowledge, OnwardReferral, ReferralStatus, Service};
use crate::model::{Audience, CaseId, EntityId, Record, StreamRef, from_fields};
use crate::store::{Listing, StoreError, record};

/// What a look at a service's criteria gives, before any form is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EligibilityView {
    /// What it comes to. To try although it does not fit needs a reason, which goes into the referral.
    pub result: Eligibility,
    /// Why, in plain words.
    pub reasons: Vec<Finding>,
}

impl Companion {
    /// Looks at whether a service is likely to take this client. `free` says that it may cost nothing; `language` is the one
    /// that must be spoken, as the directory names it.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn check_eligibility(
        &self,
        case: CaseId,
        service: EntityId,
        free: bool,
        language: Option<&str>,
    ) -> Result<EligibilityView, CompanionError> {
        let now = self.clock.now();
        let language = language.map(str::to_owned);
        let (found, wish) = self.store.read(|connection| {
            let age = find_age(connection, case, now)?;
            Ok((find_known(connection, service)?, Wish { age, free, language, ..Wish::default() }))
        })?;
        let (candidate, conditions) = found.ok_or(CompanionError::NotFound)?;
        let obstacles = list_obstacles(&candidate, &wish, conditions.as_deref());
        let reasons = obstacles.iter().map(Verdict::finding).collect();
        Ok(EligibilityView { result: judge(&obstacles), reasons })
    }

    /// Help like this service that the client has or waits for already: open referrals, and what is known of other support.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn duplicate_offers(&self, case: CaseId, service: EntityId) -> Result<Vec<Finding>, CompanionError> {
        let (picked, there) = self
            .store
            .read(|connection| Ok((find_service(connection, service)?, list_in_place(connection, case)?)))?;
        let picked = picked.ok_or(CompanionError::NotFound)?;
        let there: Vec<InPlace<'_>> = there.iter().map(Help::as_in_place).collect();
        let picked = InPlace {
            referral: None,
            service: Some(service),
            name: &picked.name,
            service_type: picked.service_type.as_deref(),
        };
        Ok(list_duplicates(picked, &there).iter().map(Verdict::finding).collect())
    }
}

fn find_known(
    connection: &Connection,
    id: EntityId,
) -> Result<Option<(Candidate, Option<String>)>, StoreError> {
    let Some(service) = find_service(connection, id)? else { return Ok(None) };
    let known = record::list_children(connection, id, LocalKnowledge::ENTRY)?;
    let known = known.iter().rev().filter_map(|row| from_fields::<LocalKnowledge>(&row.fields).ok());
    let capacity = known.filter_map(|known| known.capacity).next();
    let candidate = Candidate {
        id,
        status: service.status,
        category: service.category,
        days: day_bits(service.days.iter().map(String::as_str)),
        minimum_age: service.minimum_age,
        maximum_age: service.maximum_age,
        point: point_of(&service),
        free: service.free,
        expected_days: service.expected_days,
        languages: service.languages.join("\n").to_lowercase(),
        confirmed_at: service.last_confirmed_at.max(service.assured_at),
        capacity,
        word_place: None,
    };
    Ok(Some((candidate, service.eligibility)))
}

/// Help that is there.
struct Help {
    referral: Option<EntityId>,
    service: Option<EntityId>,
    name: String,
    service_type: Option<String>,
}

impl Help {
    fn as_in_place(&self) -> InPlace<'_> {
        let Self { referral, service, name, service_type } = self;
        InPlace { referral: *referral, service: *service, name, service_type: service_type.as_deref() }
    }
}

/// Referrals that are not settled, and other support that the client told of.
fn list_in_place(connection: &Connection, case: CaseId) -> Result<Vec<Help>, StoreError> {
    let mut help = Vec::new();
    let stream = StreamRef::of_case(case, Audience::Work);
    for row in record::list_in(connection, stream, Listing::of(OnwardReferral::ENTRY))? {
        let Ok(referral) = from_fields::<OnwardReferral>(&row.fields) else { continue };
        let statuses = record::list_children(connection, row.id, ReferralStatus::ENTRY)?;
        let statuses: Vec<ReferralStatus> =
            statuses.iter().filter_map(|row| from_fields(&row.fields).ok()).collect();
        if is_settled(stands(&statuses)) {
            continue;
        }
        let service = referral.service.map(|id| find_service(connection, id)).transpose()?.flatten();
        let service_type = service.and_then(|service: Service| service.service_type);
        help.push(Help {
            referral: Some(row.id),
            service: referral.service,
            name: referral.to,
            service_type,
        });
    }
    let client = record::find(connection, EntityId(case.0))?;
    let client = client.and_then(|row| from_fields::<Client>(&row.fields).ok());
    let others = client.into_iter().flat_map(|client| client.other_support);
    help.extend(others.map(|name| Help { referral: None, service: None, name, service_type: None }));
    Ok(help)
}
