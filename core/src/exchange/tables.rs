//! What is said of contacts, goals, referrals, needs and assessments, row by row: the same in a spreadsheet and on a page.

use super::held::PersonRecord;
use super::map::{answers, statuses};
use super::words::{day, iso_day, plain, title};
use crate::instrument::Registry;
use crate::model::kinds::{Assessment, CheckIn, Contact, Goal, Need, OnwardReferral, ReferralState};

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub header: Vec<&'static str>,
    /// The rows, oldest first, each as long as the header.
    pub rows: Vec<Vec<String>>,
}

/// Contacts, held and tried.
pub(super) fn contacts(record: &PersonRecord) -> Table {
    let header = vec![
        "date",
        "how",
        "begun by",
        "purposes",
        "agreed beforehand",
        "what came of it",
        "minutes",
        "place",
    ];
    let rows = record.settled::<Contact>().into_iter().map(|(_, contact)| {
        vec![
            iso_day(contact.at),
            plain(contact.mode),
            contact.direction.map(plain).unwrap_or_default(),
            contact.purposes.iter().map(|purpose| plain(*purpose)).collect::<Vec<_>>().join("; "),
            contact.agreed_before.map(yes_no).unwrap_or_default(),
            plain(contact.outcome),
            contact.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            contact.place.unwrap_or_default(),
        ]
    });
    Table { header, rows: rows.collect() }
}

/// Goals with where they stand and the latest word on each.
pub(super) fn goals(record: &PersonRecord) -> Table {
    let header = vec![
        "agreed on",
        "in these words",
        "whose words",
        "link worker's paraphrase",
        "about",
        "where it stands",
        "why",
        "first rating by the person",
        "latest rating by the person",
        "latest words",
    ];
    let check_ins = record.settled::<CheckIn>();
    let rows = record.settled::<Goal>().into_iter().map(|(held, goal)| {
        let own: Vec<&CheckIn> = check_ins.iter().map(|(_, c)| c).filter(|c| c.goal == held.id).collect();
        let scores: Vec<i64> =
            own.iter().filter(|c| c.by == crate::model::kinds::By::Client).filter_map(|c| c.score).collect();
        vec![
            iso_day(goal.at),
            goal.wording.clone(),
            plain(goal.wording_by),
            goal.paraphrase.clone().unwrap_or_default(),
            goal.category.map(plain).unwrap_or_default(),
            plain(goal.status),
            goal.park_reason.clone().or_else(|| goal.why.clone()).unwrap_or_default(),
            scores.first().map(|score| score.to_string()).unwrap_or_default(),
            scores.last().map(|score| score.to_string()).unwrap_or_default(),
            own.iter().rev().find_map(|c| c.words.clone()).unwrap_or_default(),
        ]
    });
    Table { header, rows: rows.collect() }
}

/// Onward referrals with where each stands and the reason where one is owed.
pub(super) fn referrals(record: &PersonRecord) -> Table {
    let header =
        vec!["made on", "to", "why", "how helped to get there", "where it stands", "since", "reason"];
    let rows = record.settled::<OnwardReferral>().into_iter().map(|(held, referral)| {
        let statuses = statuses(record, held.id);
        let latest = statuses.last().map(|(_, status)| status);
        vec![
            iso_day(referral.at),
            referral.to.clone(),
            referral.why.clone(),
            referral.support_mode.map(plain).unwrap_or_default(),
            state_words(latest.map_or(ReferralState::Drafted, |status| status.status)),
            latest.map(|status| iso_day(status.at)).unwrap_or_default(),
            latest.and_then(|status| status.reason.clone()).unwrap_or_default(),
        ]
    });
    Table { header, rows: rows.collect() }
}

/// A referral's state in words that blame nobody.
pub(super) fn state_words(state: ReferralState) -> String {
    match state {
        ReferralState::Rejected => "the service said no".to_owned(),
        ReferralState::Failed => "it could not go ahead".to_owned(),
        other => plain(other),
    }
}

/// Needs with what became of them.
pub(super) fn needs(record: &PersonRecord) -> Table {
    let header = vec![
        "raised on",
        "about",
        "in these words",
        "raised by the person",
        "what became of it",
        "on",
        "what stood in the way",
    ];
    let rows = record.settled::<Need>().into_iter().map(|(_, need)| {
        vec![
            iso_day(need.raised_at),
            plain(need.category),
            need.words.clone(),
            need.raised_by_client.map(yes_no).unwrap_or_default(),
            need.resolution.map_or_else(|| "open".to_owned(), plain),
            need.resolved_at.map(iso_day).unwrap_or_default(),
            need.barrier.unwrap_or_default(),
        ]
    });
    Table { header, rows: rows.collect() }
}

/// Submitted assessments, a row for each question and each score. A question without an answer says so and is never nought.
pub(super) fn assessments(record: &PersonRecord, instruments: &Registry) -> Table {
    let header = vec![
        "date",
        "instrument",
        "version",
        "question or score",
        "answer",
        "what it means",
        "said beside it",
    ];
    let mut rows = Vec::new();
    for (_, assessment) in record.settled::<Assessment>() {
        let head = [iso_day(assessment.at), assessment.instrument.clone(), assessment.version.to_string()];
        let lines = assessment_lines(&assessment, instruments);
        rows.extend(lines.into_iter().map(|line| head.iter().cloned().chain(line).collect::<Vec<_>>()));
    }
    Table { header, rows }
}

/// Question, answer, meaning and comment.
fn assessment_lines(assessment: &Assessment, instruments: &Registry) -> Vec<[String; 4]> {
    let answers = answers(assessment);
    let comment = |item: &str| assessment.find_comment(item).unwrap_or_default().to_owned();
    let Some(instrument) = instruments.find(&assessment.instrument, assessment.version) else {
        let raw = assessment.answers();
        return raw
            .map(|(item, value)| [item.to_owned(), value.to_string(), String::new(), comment(item)])
            .collect();
    };
    let results = instrument.results(&answers).into_iter().map(|result| {
        let band = result.band.map(|band| band.words).unwrap_or_default();
        [result.prompt, result.said, band, comment(&result.item)]
    });
    let scores = instrument.scores(&answers).into_iter().map(|score| {
        [
            title_of(&score.name),
            score.said,
            score.band.map(|band| band.words).unwrap_or_default(),
            String::new(),
        ]
    });
    results.chain(scores).collect()
}

fn title_of(name: &str) -> String {
    format!("Score: {name}")
}

fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

/// A goal's status as a heading would say it.
pub(super) fn goal_line(goal: &Goal) -> String {
    format!("“{}” – {} (agreed on {})", goal.wording, title(goal.status).to_lowercase(), day(goal.at))
}
