//! A service as a screen shows it: what the directory says, what colleagues know, and how sure one can be.

use rusqlite::Connection;

use super::{Companion, CompanionError};
use crate::journey::finding::{Finding, Verdict};
use crate::journey::picker::distance::Point;
use crate::journey::picker::eligibility::LONG_WAIT_DAYS;
use crate::journey::picker::freshness::{Freshness, freshness};
use crate::model::kinds::{Capacity, LocalKnowledge, Service};
use crate::model::{EntityId, Record, RecordError, Timestamp, from_fields};
use crate::store::{RecordRow, StoreError, record};

/// A service in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceCard {
    /// The record.
    pub id: EntityId,
    /// What the directory says.
    pub service: Service,
    /// How far it is from where was asked, in metres as the crow flies.
    pub metres: Option<i64>,
    /// Whether it has room, as a colleague last found out.
    pub capacity: Option<Capacity>,
    /// Why it stands where it stands, in plain words.
    pub reasons: Vec<Finding>,
    /// What to look at before somebody is sent there: not running, not checked lately, an alert, a long wait, no room.
    pub alerts: Vec<Finding>,
}

/// A service with what colleagues know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceView {
    /// The service.
    pub card: ServiceCard,
    /// What colleagues know, newest first.
    pub knowledge: Vec<KnowledgeView>,
}

/// Something a colleague knows of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnowledgeView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub knowledge: LocalKnowledge,
    /// Who wrote it.
    pub author_name: String,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

impl Companion {
    /// A service with what colleagues know.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn service(&self, id: EntityId) -> Result<ServiceView, CompanionError> {
        let now = self.clock.now();
        let (row, knowledge) = self.store.read(|connection| {
            Ok((record::find(connection, id)?, record::list_children(connection, id, LocalKnowledge::ENTRY)?))
        })?;
        let row = row.filter(|row| row.kind == Service::ENTRY.name).ok_or(CompanionError::NotFound)?;
        let knowledge = knowledge.iter().rev().map(knowledge_view).collect::<Result<Vec<_>, _>>()?;
        let capacity = knowledge.iter().find_map(|known| known.knowledge.capacity);
        let service = from_fields(&row.fields)?;
        let alerts = list_alerts(&service, capacity, now);
        let card = ServiceCard { id, service, metres: None, capacity, reasons: Vec::new(), alerts };
        Ok(ServiceView { card, knowledge })
    }
}

fn knowledge_view(row: &RecordRow) -> Result<KnowledgeView, RecordError> {
    let knowledge = from_fields(&row.fields)?;
    Ok(KnowledgeView { id: row.id, knowledge, author_name: row.author_name.clone(), unsent: row.pending })
}

/// The service with this id; nothing when this phone does not have it.
pub(super) fn find_service(connection: &Connection, id: EntityId) -> Result<Option<Service>, StoreError> {
    let row = record::find(connection, id)?.filter(|row| row.kind == Service::ENTRY.name);
    Ok(row.and_then(|row| from_fields(&row.fields).ok()))
}

/// Where it is.
pub(super) fn point_of(service: &Service) -> Option<Point> {
    let (latitude, longitude) = service.latitude.zip(service.longitude)?;
    Some(Point { latitude, longitude })
}

/// What to look at before somebody is sent to a service.
pub(super) fn list_alerts(service: &Service, capacity: Option<Capacity>, now: Timestamp) -> Vec<Finding> {
    let sure = freshness(service.status, service.last_confirmed_at.max(service.assured_at), now);
    let say = |code: &str, words: String| Finding { code: code.to_owned(), words, about: None };
    let found = [
        (sure != Freshness::Fresh).then(|| sure.finding()),
        service.alert.clone().map(|words| say("service_alert", words)),
        (capacity == Some(Capacity::NoCapacity)).then(|| say("no_capacity", "Has no room now.".to_owned())),
        (capacity == Some(Capacity::WaitingList))
            .then(|| say("waiting_list", "Has a waiting list.".to_owned())),
        service
            .expected_days
            .filter(|days| *days > LONG_WAIT_DAYS)
            .map(|_| say("long_wait", "The wait is longer than two months.".to_owned())),
    ];
    found.into_iter().flatten().collect()
}
