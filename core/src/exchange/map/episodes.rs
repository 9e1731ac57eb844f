//! Episodes: one EpisodeOfCare for each stretch of support. A case from before episodes were recorded gets one from its client.

use uuid::Uuid;

use super::mapping::Mapping;
use super::url;
use crate::exchange::fhir::codes::EpisodeOfCareStatus as Fhir;
use crate::exchange::fhir::datatypes::{CodeableConcept, Extension, Period, Reference};
use crate::exchange::fhir::episode_of_care::{EpisodeOfCare, StatusHistory};
use crate::exchange::held::PersonRecord;
use crate::exchange::words::{capital, plain};
use crate::model::Timestamp;
use crate::model::kinds::{Client, ClientStatus, Episode, EpisodeStatus};

/// The episodes of a case, oldest first, each with the id of its entry.
pub(super) fn episodes(record: &PersonRecord) -> Vec<(Uuid, Episode)> {
    let recorded = record.settled::<Episode>();
    if !recorded.is_empty() {
        return recorded.into_iter().map(|(held, episode)| (held.id.0, episode)).collect();
    }
    let client = record.settled::<Client>().into_iter().next();
    client
        .map(|(_, client)| (record.case.single("episode of care").0, from_client(&client)))
        .into_iter()
        .collect()
}

fn from_client(client: &Client) -> Episode {
    let status = match client.status {
        Some(ClientStatus::Paused) => EpisodeStatus::PausedByClient,
        Some(ClientStatus::Ended) => EpisodeStatus::Ended,
        _ => EpisodeStatus::Active,
    };
    Episode { status, ..Episode::new(client.since.unwrap_or_default()) }
}

/// The episode during which something happened: the last that had begun by then, else the first.
pub(super) fn episode_at(record: &PersonRecord, at: Timestamp) -> Option<Uuid> {
    let episodes = episodes(record);
    let begun = episodes.iter().rev().find(|(_, episode)| episode.started_at <= at);
    begun.or(episodes.first()).map(|(id, _)| *id)
}

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (id, episode) in episodes(mapping.record) {
        let service = mapping.service();
        let team = mapping.single("care team");
        let team = if mapping.has(team) { vec![Reference::to(team)] } else { Vec::new() };
        let resource = resource(&episode, mapping.patient(), service, team);
        match mapping.record.find(crate::model::EntityId(id)) {
            Some(held) => mapping.add(held, resource),
            None => mapping.add_common(id, resource),
        }
    }
}

fn resource(
    episode: &Episode,
    patient: Reference,
    service: Reference,
    team: Vec<Reference>,
) -> EpisodeOfCare {
    EpisodeOfCare {
        extension: reason(episode).into_iter().collect(),
        status: status(episode.status),
        status_history: history(episode),
        r#type: vec![CodeableConcept::text("Social prescribing")],
        patient,
        managing_organization: service,
        period: Period::between(known(episode.started_at), episode.ended_at),
        care_manager: None,
        team,
    }
}

/// A beginning that nobody wrote down is not the year 1970.
fn known(at: Timestamp) -> Option<Timestamp> {
    (at != Timestamp::default()).then_some(at)
}

fn status(status: EpisodeStatus) -> Fhir {
    match status {
        EpisodeStatus::Active | EpisodeStatus::Unknown => Fhir::Active,
        EpisodeStatus::PausedByClient | EpisodeStatus::PausedByService => Fhir::OnHold,
        EpisodeStatus::Ended => Fhir::Finished,
    }
}

/// Before it was paused or ended it was active.
fn history(episode: &Episode) -> Vec<StatusHistory> {
    let until = episode.status_at.or(episode.ended_at).filter(|_| episode.status != EpisodeStatus::Active);
    let before = until.map(|until| StatusHistory {
        status: Fhir::Active,
        period: Period::between(known(episode.started_at), Some(until)),
    });
    before.into_iter().collect()
}

fn reason(episode: &Episode) -> Option<Extension> {
    let ended = episode.end_reason.map(plain);
    let agreed = episode
        .ended_agreed
        .map(|yes| if yes { "agreed with the person" } else { "not agreed with the person" });
    let view = episode.client_view.as_ref().map(|view| format!("the person says: {view}"));
    let parts = [ended, episode.status_why.clone(), agreed.map(str::to_owned), view];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
    (!text.is_empty()).then(|| Extension {
        url: url::STATUS_REASON.to_owned(),
        value_codeable_concept: Some(CodeableConcept::text(capital(&text))),
        ..Extension::default()
    })
}
