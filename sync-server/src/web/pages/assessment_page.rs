//! One assessment: what its template is given.

use alongside_core::instrument::{Instrument, Registry};
use alongside_core::model::EntityId;
use alongside_core::model::kinds::Assessment;
use askama::Template;

use super::received::{UNNAMED, title};
use crate::store::Received;
use crate::web::chart::Shape;
use crate::web::frame::{Viewer, When};
use crate::web::return_to::ReturnTo;
use crate::web::sheet::{
    Before, Earlier, End, Question, Reading, ScoreLine, Submission, Undefined, before, end, order_in_words,
    questions, read, scores, undefined,
};
use crate::web::words::{day_in_words, how_they_met};

/// An assessment and those of the same case and instrument, itself among them.
pub(super) struct Opened {
    pub(super) this: Received,
    pub(super) held: Vec<Received>,
}

/// One assessment in full.
#[derive(Template)]
#[template(path = "assessment.html")]
pub(super) struct AssessmentPage {
    viewer: Option<Viewer>,
    client: String,
    title: String,
    link_worker: String,
    submitted: When,
    received: When,
    begun: Option<When>,
    met: Option<&'static str>,
    is_undecided: bool,
    void_because: Option<String>,
    end: Option<End>,
    gap: Option<Gap>,
    questions: Vec<Question>,
    scores: Vec<ScoreLine>,
    undefined: Vec<Undefined>,
    order: Vec<String>,
    others: Others,
    source: Option<Source>,
}

/// Something this server lacks to show the assessment whole.
struct Gap {
    heading: &'static str,
    words: String,
}

/// Links to other assessments of the same client and instrument.
#[derive(Default)]
struct Others {
    compares: bool,
    nothing_before: bool,
    other_version: Vec<Other>,
    later: Vec<Other>,
    corrects: Option<String>,
    corrected_by: Option<String>,
}

struct Other {
    href: String,
    day: String,
}

/// Where the questions come from.
struct Source {
    licence: String,
    citation: Option<String>,
}

impl AssessmentPage {
    pub(super) fn new(viewer: Viewer, opened: &Opened, instruments: &Registry) -> Self {
        let instrument = instruments.find(opened.this.instrument(), opened.this.version());
        let blank = Self::blank(viewer, &opened.this, title(&opened.this, instruments));
        match read(&opened.this.fields) {
            Ok(reading) => blank.with_reading(opened, &reading, instrument, instruments),
            Err(_) => Self { gap: Some(unreadable()), ..blank },
        }
    }

    fn blank(viewer: Viewer, this: &Received, title: String) -> Self {
        Self {
            viewer: Some(viewer),
            client: this.client.clone().unwrap_or_else(|| UNNAMED.to_owned()),
            title,
            link_worker: this.author.clone(),
            submitted: this.submitted_at.into(),
            received: this.received_at.into(),
            begun: None,
            met: None,
            is_undecided: submission(this).is_undecided(),
            void_because: submission(this).void_because(),
            end: None,
            gap: None,
            questions: Vec::new(),
            scores: Vec::new(),
            undefined: Vec::new(),
            order: Vec::new(),
            others: Others::default(),
            source: None,
        }
    }

    fn with_reading(
        self,
        opened: &Opened,
        reading: &Reading,
        instrument: Option<&Instrument>,
        instruments: &Registry,
    ) -> Self {
        let compared = compared(opened, reading);
        let end = end(&reading.record);
        let held = instrument.filter(|_| end.is_none());
        let answered =
            held.map(|known| asked(instruments, known, reading, &compared, opened)).unwrap_or_default();
        let shared =
            |one: &Earlier| held.is_some_and(|known| Before::shares_a_question(instruments, known, one));
        Self {
            begun: Some(reading.record.at.into()),
            met: reading.record.mode.and_then(how_they_met),
            gap: instrument.is_none().then(|| no_definition(&reading.record)),
            questions: answered,
            scores: instrument.map(|known| scores(known, reading)).unwrap_or_default(),
            undefined: undefined(instrument, reading),
            order: order_in_words(instrument, reading),
            others: others(&compared, reading, submission(&opened.this).counts() && held.is_some(), &shared),
            end,
            source: instrument.map(source),
            ..self
        }
    }
}

/// Nothing, for one that waits for a decision or is void: it counts nowhere.
fn compared(opened: &Opened, reading: &Reading) -> Before {
    let this = submission(&opened.this);
    if !this.counts() {
        return Before::default();
    }
    let held: Vec<Submission> = opened.held.iter().map(submission).collect();
    before(&this, reading, &held)
}

fn submission(one: &Received) -> Submission {
    Submission { id: one.id, state: one.state, submitted: one.submitted_at, fields: one.fields.clone() }
}

fn asked(
    known: &Registry,
    instrument: &Instrument,
    reading: &Reading,
    before: &Before,
    opened: &Opened,
) -> Vec<Question> {
    let trails = before.trails(known, instrument, reading, opened.this.submitted_at);
    let asked = questions(instrument, reading).into_iter().zip(trails);
    asked.map(|(question, trail)| Question { trail, ..question }).collect()
}

fn others(
    before: &Before,
    reading: &Reading,
    compares: bool,
    shares_a_question: &dyn Fn(&Earlier) -> bool,
) -> Others {
    let href = |id: EntityId| ReturnTo::Assessment(id).path();
    let other = |one: &Earlier| Other { href: href(one.id), day: day_in_words(one.submitted) };
    Others {
        compares,
        nothing_before: before.compared.is_empty() && !before.other_version.iter().any(shares_a_question),
        other_version: before.other_version.iter().filter(|one| !shares_a_question(one)).map(other).collect(),
        later: before.later.iter().map(other).collect(),
        corrects: reading.record.amends.map(href),
        corrected_by: before.corrected_by.map(href),
    }
}

fn source(instrument: &Instrument) -> Source {
    Source { licence: instrument.licence.text.clone(), citation: instrument.licence.citation.clone() }
}

fn no_definition(record: &Assessment) -> Gap {
    Gap {
        heading: "This server has no definition of this instrument",
        words: format!(
            "It is called “{}”, version {}. What was said is below as it was stored, by the names of the questions. \
             Without the definition there are no question texts, no scales and no bands, and nothing is compared.",
            record.instrument, record.version
        ),
    }
}

fn unreadable() -> Gap {
    Gap {
        heading: "This assessment cannot be shown",
        words: "It was received and is kept, but this server cannot read it. Tell whoever runs Alongside in your \
                organisation; nothing is lost."
            .to_owned(),
    }
}
