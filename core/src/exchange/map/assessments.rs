//! Submitted assessments: a QuestionnaireResponse with what was said, and an Observation for each score and each answer that its
//! instrument puts into a band. Nothing is added up that its owner does not add up.

use serde_json::Number;

use super::documents::signature;
use super::mapping::{Mapping, derived};
use super::observe::observed;
use super::url;
use crate::exchange::fhir::code::CodeList;
use crate::exchange::fhir::codes::{AbsentReason, ResponseStatus};
use crate::exchange::fhir::datatypes::{Annotation, CodeableConcept, Coding, Extension, Quantity, Reference};
use crate::exchange::fhir::observation::Observation;
use crate::exchange::fhir::questionnaire_response::{ItemAnswer, QuestionnaireResponse, ResponseItem};
use crate::exchange::held::HeldRecord;
use crate::instrument::{Answers, BandResult, Instrument, Item, Response, ResponseSet};
use crate::model::kinds::Assessment;

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (held, assessment) in mapping.record.settled::<Assessment>() {
        let author = mapping.author(held);
        let instrument = mapping.instruments.find(&assessment.instrument, assessment.version);
        let answers = answers(&assessment);
        let response = QuestionnaireResponse {
            questionnaire: format!("{}{}|{}", url::QUESTIONNAIRE, assessment.instrument, assessment.version),
            status: if assessment.amends.is_some() {
                ResponseStatus::Amended
            } else {
                ResponseStatus::Completed
            },
            subject: mapping.patient(),
            authored: held.seal.as_ref().map_or(assessment.at, |seal| seal.at).to_iso(),
            author: Some(author),
            item: items(instrument, &assessment, &answers),
        };
        mapping.add(held, response);
        signature(mapping, held);
        if let Some(instrument) = instrument {
            results(mapping, held, &assessment, instrument, &answers);
        }
    }
}

/// The stored answers that can be read.
pub(crate) fn answers(assessment: &Assessment) -> Answers {
    let stored = assessment.answers();
    let read = |value: &serde_json::Value| serde_json::from_value::<Response>(value.clone()).ok();
    stored.filter_map(|(item, value)| Some((item.to_owned(), read(value)?))).collect()
}

/// Each question that was asked, in the instrument's order, with what was said beside it; without the instrument, by name.
fn items(instrument: Option<&Instrument>, assessment: &Assessment, answers: &Answers) -> Vec<ResponseItem> {
    let known: Vec<&Item> =
        instrument.map(|instrument| instrument.items.iter().collect()).unwrap_or_default();
    let in_order = known.iter().map(|item| (item.id.as_str(), Some(*item)));
    let unknown = answers.keys().filter(|id| !known.iter().any(|item| item.id == **id));
    let all = in_order.chain(unknown.map(|id| (id.as_str(), None)));
    all.flat_map(|(id, item)| {
        let answer = answers.get(id).map(|response| answered(id, item, response));
        let comment = assessment.find_comment(id).map(|words| comment(id, words));
        answer.into_iter().chain(comment)
    })
    .collect()
}

fn answered(id: &str, item: Option<&Item>, response: &Response) -> ResponseItem {
    let (answer, absent) = match response {
        Response::Value(value) => (Some(value_of(item, *value)), None),
        Response::Text(text) => {
            (Some(ItemAnswer { value_string: Some(text.clone()), ..ItemAnswer::default() }), None)
        }
        Response::NotNow => (None, Some(AbsentReason::TemporarilyUnknown)),
        Response::PreferNotToSay => (None, Some(AbsentReason::AskedDeclined)),
    };
    ResponseItem {
        extension: absent.map(absent_because).into_iter().collect(),
        link_id: id.to_owned(),
        text: item.map(|item| item.prompt.clone()),
        answer: answer.into_iter().collect(),
    }
}

fn value_of(item: Option<&Item>, value: i64) -> ItemAnswer {
    let label = match item.map(|item| &item.responses) {
        Some(ResponseSet::Choices(choices)) => choices.find_label(value),
        _ => None,
    };
    match label {
        Some(label) => {
            let coding =
                Coding { system: None, code: Some(value.to_string()), display: Some(label.to_owned()) };
            ItemAnswer { value_coding: Some(coding), ..ItemAnswer::default() }
        }
        None => ItemAnswer { value_integer: Some(value), ..ItemAnswer::default() },
    }
}

fn absent_because(reason: AbsentReason) -> Extension {
    let value_code = Some(reason.code().to_owned());
    Extension { url: url::DATA_ABSENT.to_owned(), value_code, ..Extension::default() }
}

fn comment(id: &str, words: &str) -> ResponseItem {
    let answer = ItemAnswer { value_string: Some(words.to_owned()), ..ItemAnswer::default() };
    ResponseItem {
        link_id: format!("{id}.comment"),
        text: Some("Said beside the answer".to_owned()),
        answer: if words.trim().is_empty() { Vec::new() } else { vec![answer] },
        ..ResponseItem::default()
    }
}

fn results(
    mapping: &mut Mapping<'_>,
    held: &HeldRecord,
    assessment: &Assessment,
    instrument: &Instrument,
    answers: &Answers,
) {
    for result in instrument.results(answers) {
        let (Some(value), Some(band)) = (result.value, &result.band) else { continue };
        let mut observation = derived_from(mapping, held, assessment, &result.prompt, Some(band));
        observation.value_integer = Some(value);
        mapping.add_as(held, derived(held, &format!("item {}", result.item)), observation);
    }
    for score in instrument.scores(answers) {
        let Ok(number) = score.outcome else { continue };
        let mut observation = derived_from(mapping, held, assessment, &score.name, score.band.as_ref());
        match number.to_whole() {
            Some(whole) => observation.value_integer = Some(whole),
            None => observation.value_quantity = decimal(&number.to_string()),
        }
        observation.note = vec![Annotation::of(score.said)];
        mapping.add_as(held, derived(held, &format!("score {}", score.score)), observation);
    }
}

/// A number as it is written; a fraction that no decimal can write has none.
fn decimal(written: &str) -> Option<Quantity> {
    let number = written.parse::<f64>().ok().and_then(Number::from_f64)?;
    Some(Quantity { value: number })
}

fn derived_from(
    mapping: &Mapping<'_>,
    held: &HeldRecord,
    assessment: &Assessment,
    what: &str,
    band: Option<&BandResult>,
) -> Observation {
    Observation {
        derived_from: vec![Reference::to(held.id.0)],
        interpretation: band.map(|band| CodeableConcept::text(&band.words)).into_iter().collect(),
        ..observed(mapping, what, assessment.at)
    }
}
