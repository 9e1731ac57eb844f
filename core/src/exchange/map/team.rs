//! Who has been whose link worker, and when: one CareTeam, in which every change can be read.

use super::mapping::Mapping;
use crate::exchange::fhir::care_team::{CareTeam, TeamMember};
use crate::exchange::fhir::codes::CareTeamStatus;
use crate::exchange::fhir::datatypes::{CodeableConcept, Period};
use crate::exchange::held::HeldRecord;
use crate::exchange::words::{day, plain};
use crate::model::kinds::{Assignment, LinkWorkerCard};

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    let assignments = mapping.record.settled::<Assignment>();
    let mut members: Vec<TeamMember> = assignments.iter().map(|(_, a)| assigned(mapping, a)).collect();
    for (held, card) in mapping.record.settled::<LinkWorkerCard>() {
        members.extend(introduced(mapping, held, &card, &assignments));
    }
    if members.is_empty() {
        return;
    }
    let current = members.iter().any(|member| member.period.end.is_none());
    let team = CareTeam {
        status: if current { CareTeamStatus::Active } else { CareTeamStatus::Inactive },
        name: "Link workers".to_owned(),
        subject: mapping.patient(),
        participant: members,
        managing_organization: vec![mapping.service()],
    };
    mapping.add_common(mapping.single("care team"), team);
}

fn assigned(mapping: &mut Mapping<'_>, assignment: &Assignment) -> TeamMember {
    let told = assignment.client_told_at.map(|at| format!("; the person was told on {}", day(at)));
    let role = format!("Link worker ({}{})", plain(assignment.reason), told.unwrap_or_default());
    TeamMember {
        role: vec![CodeableConcept::text(role)],
        member: mapping.worker(assignment.worker, &assignment.worker_name),
        period: Period::between(Some(assignment.from), assignment.to),
    }
}

/// The card says how to reach the link worker, also where no assignment was recorded.
fn introduced(
    mapping: &mut Mapping<'_>,
    held: &HeldRecord,
    card: &LinkWorkerCard,
    assignments: &[(&HeldRecord, Assignment)],
) -> Option<TeamMember> {
    let person = card.person.unwrap_or(held.author);
    let open = assignments.iter().any(|(_, a)| a.worker == person && a.to.is_none());
    let words = format!("{}. How to reach: {}", card.what_they_do, card.reach);
    let words =
        if open { format!("As the person was told: {words}") } else { format!("Link worker. {words}") };
    Some(TeamMember {
        role: vec![CodeableConcept::text(words)],
        member: mapping.worker(person, &card.name),
        period: Period::default(),
    })
}
