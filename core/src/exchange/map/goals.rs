//! Goals in the words they were said in, check-ins beside them, and the plan that holds them and their steps.

use super::mapping::Mapping;
use super::observe::observed;
use crate::exchange::fhir::care_plan::{Activity, ActivityDetail, CarePlan};
use crate::exchange::fhir::codes::{
    ActivityStatus, GoalAchievement, GoalLifecycle, RequestIntent, RequestStatus,
};
use crate::exchange::fhir::datatypes::{Annotation, CodeableConcept, Period, Reference};
use crate::exchange::fhir::goal;
use crate::exchange::held::HeldRecord;
use crate::exchange::words::{iso_day, plain, title};
use crate::model::kinds::{By, CheckIn, Goal, GoalStatus, Need, Step, StepBy, WordingBy};
use crate::model::{Record, Timestamp};

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    check_ins(mapping);
    let goals = mapping.record.settled::<Goal>();
    for (held, goal) in &goals {
        let author = mapping.author(held);
        let resource = resource(mapping, held, goal, author);
        mapping.add(held, resource);
    }
    plan(mapping, &goals);
}

fn check_ins(mapping: &mut Mapping<'_>) {
    for (held, check_in) in mapping.record.settled::<CheckIn>() {
        if !is_goal(mapping, check_in.goal) {
            continue;
        }
        let performer = if check_in.by == By::Worker { mapping.author(held) } else { mapping.patient() };
        let what = format!("How far along, from 0 to 10, said by the {}", plain(check_in.by));
        let mut observation = observed(mapping, &what, check_in.at);
        observation.focus = vec![Reference::to(check_in.goal.0)];
        observation.performer = vec![performer];
        observation.value_integer = check_in.score;
        match check_in.score {
            Some(_) => observation.note = check_in.words.iter().map(Annotation::of).collect(),
            None => observation.value_string = check_in.words,
        }
        mapping.add(held, observation);
    }
}

fn is_goal(mapping: &Mapping<'_>, id: crate::model::EntityId) -> bool {
    mapping.record.find(id).is_some_and(|held| held.kind == Goal::ENTRY.name)
}

fn resource(mapping: &Mapping<'_>, held: &HeldRecord, goal: &Goal, author: Reference) -> goal::Goal {
    let check_ins = mapping.record.settled::<CheckIn>();
    let outcomes = check_ins.iter().filter(|(_, check_in)| check_in.goal == held.id);
    let wording = if goal.wording.trim().is_empty() { "A goal without words" } else { &goal.wording };
    let need =
        goal.need.and_then(|need| mapping.record.find(need)).filter(|need| need.kind == Need::ENTRY.name);
    goal::Goal {
        lifecycle_status: lifecycle(goal.status),
        achievement_status: achievement(goal.status),
        category: goal.category.map(|category| CodeableConcept::text(title(category))).into_iter().collect(),
        description: CodeableConcept::text(wording),
        subject: mapping.patient(),
        start_date: Some(iso_day(goal.at)),
        status_date: goal.settled_at.map(iso_day),
        status_reason: reason(goal),
        expressed_by: Some(if goal.wording_by == WordingBy::Worker { author } else { mapping.patient() }),
        addresses: need.map(|need| Reference::to(need.id.0)).into_iter().collect(),
        note: notes(goal),
        outcome_reference: outcomes.map(|(held, _)| Reference::to(held.id.0)).collect(),
    }
}

fn lifecycle(status: GoalStatus) -> GoalLifecycle {
    match status {
        GoalStatus::Proposed => GoalLifecycle::Proposed,
        GoalStatus::Active | GoalStatus::Unknown => GoalLifecycle::Active,
        GoalStatus::Parked => GoalLifecycle::OnHold,
        GoalStatus::Reached | GoalStatus::Partly => GoalLifecycle::Completed,
        GoalStatus::Dropped | GoalStatus::Changed => GoalLifecycle::Cancelled,
    }
}

/// Letting a goal go is no result, so nothing is said of it.
fn achievement(status: GoalStatus) -> Option<CodeableConcept> {
    match status {
        GoalStatus::Active | GoalStatus::Parked => Some(CodeableConcept::of(GoalAchievement::InProgress)),
        GoalStatus::Reached => Some(CodeableConcept::of(GoalAchievement::Achieved)),
        GoalStatus::Partly => Some(CodeableConcept::text("Reached in part")),
        _ => None,
    }
}

fn reason(goal: &Goal) -> Option<String> {
    let parked = goal.park_reason.clone().filter(|_| goal.status == GoalStatus::Parked);
    let became = (goal.status == GoalStatus::Changed).then(|| "It became another goal".to_owned());
    parked.or_else(|| goal.why.clone()).or(became)
}

fn notes(goal: &Goal) -> Vec<Annotation> {
    let whose = format!("Whose words: {}", plain(goal.wording_by));
    let paraphrase = goal.paraphrase.as_ref().map(|words| format!("In the link worker's words: {words}"));
    let confirmed = goal.client_confirmed_at.map(|at| format!("The person confirmed it on {}", iso_day(at)));
    [Some(whose), paraphrase, confirmed].into_iter().flatten().map(Annotation::of).collect()
}

fn plan(mapping: &mut Mapping<'_>, goals: &[(&HeldRecord, Goal)]) {
    let steps = mapping.record.settled::<Step>();
    if goals.is_empty() && steps.is_empty() {
        return;
    }
    let activity = steps.iter().map(|(held, step)| activity(mapping, held, step)).collect();
    let team = mapping.single("care team");
    let needs = mapping.record.settled::<Need>();
    let plan = CarePlan {
        status: RequestStatus::Active,
        intent: RequestIntent::Plan,
        title: "What we agreed".to_owned(),
        subject: mapping.patient(),
        period: Period::between(goals.iter().map(|(_, goal)| goal.at).min(), None),
        care_team: if mapping.has(team) { vec![Reference::to(team)] } else { Vec::new() },
        addresses: needs.iter().map(|(held, _)| Reference::to(held.id.0)).collect(),
        goal: goals.iter().map(|(held, _)| Reference::to(held.id.0)).collect(),
        activity,
    };
    let id = mapping.single("plan");
    let redacted = steps.iter().map(|(held, _)| *held).find(|held| !held.left_out.is_empty());
    match redacted {
        Some(held) => mapping.add_as(held, id, plan),
        None => mapping.add_common(id, plan),
    }
}

fn activity(mapping: &mut Mapping<'_>, held: &HeldRecord, step: &Step) -> Activity {
    let (patient, worker) = (mapping.patient(), mapping.author(held));
    let performer = match step.by {
        Some(StepBy::Client) => vec![patient],
        Some(StepBy::Worker) => vec![worker],
        Some(StepBy::Together) => vec![patient, worker],
        _ => Vec::new(),
    };
    let goal = if is_goal(mapping, step.goal) { vec![Reference::to(step.goal.0)] } else { Vec::new() };
    let due = step.due.map(|due| Period::between(Some(step.at.min(due)), Some(due)));
    let title = if step.title.trim().is_empty() { "A step without words" } else { &step.title };
    let support = step.support_mode.map(|mode| format!(" ({})", plain(mode))).unwrap_or_default();
    let done = step.done_at.filter(|_| step.done).map(|at: Timestamp| format!(", done on {}", iso_day(at)));
    Activity {
        detail: ActivityDetail {
            goal,
            status: if step.done { ActivityStatus::Completed } else { ActivityStatus::NotStarted },
            scheduled_period: due,
            performer,
            description: format!("{title}{support}{}", done.unwrap_or_default()),
        },
    }
}
