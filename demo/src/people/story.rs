//! One client's whole story, put together from its parts and written out as lines: the client, contacts each with its note,
//! assessments with answers, goals with steps and check-ins, referrals with what became of them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::assessments::{TOOL, TOOL_VERSION, sittings};
use super::backdrop::Backdrop;
use super::calendar::working_moment;
use super::goals::goals;
use super::happenings::Records;
use super::id::id_at;
use super::journey::{Journey, span};
use super::life::thread_of;
use super::line::{
    Answer, Assessment, CheckIn, Client, Contact, Entry, Goal, Head, Line, Note, RefStatus, Referral, Stage,
    Step,
};
use super::notes::NoteWriter;
use super::person::Person;
use super::referrals::referrals;
use super::rng::Rng;
use super::strand::{Strand, strands};
use super::teller::Teller;

/// One invented client with everything on record.
pub(crate) struct Story {
    /// Who it is.
    pub(crate) person: Person,
    /// The client's id.
    pub(crate) id: Uuid,
    /// When the referral came in.
    pub(crate) at: DateTime<Utc>,
    /// The life from day to day.
    pub(crate) backdrop: Backdrop,
    /// The kinds of life.
    pub(crate) strands: Vec<Strand>,
    rng: Rng,
}

impl Story {
    /// The client with this number on the caseload of `seed`, whose journey ends shortly before `ending`.
    pub(crate) fn begin(number: usize, seed: u64, ending: NaiveDate) -> Self {
        let rng = Rng::new(seed).fork(&format!("client {number}"));
        let (months, start, end) = span(number, ending, &mut rng.fork("span"));
        let person = Person::invent(number, start, seed, &mut rng.fork("person"));
        let journey = Journey::plan(months, start, end, &mut rng.fork("journey"));
        let backdrop = Backdrop::new(&person, journey, &mut rng.fork("figures"));
        let strands = strands(thread_of(person.condition), &person.threads, &mut rng.fork("strands"));
        let at = working_moment(start, &mut rng.fork("start"));
        let id = id_at(at, &mut rng.fork("client id"));
        Self { person, id, at, backdrop, strands, rng }
    }

    /// Every line of the client, parents before what hangs under them.
    pub(crate) fn lines(&self) -> Vec<Line> {
        let records = Records {
            goals: goals(
                &self.strands,
                self.person.pack.own_words,
                &self.backdrop,
                &mut self.teller("goals"),
            ),
            referrals: referrals(&self.strands, &self.backdrop, &mut self.teller("referrals")),
            sittings: sittings(&self.strands, &self.backdrop, &mut self.teller("assessments")),
        };
        let mut scribe =
            Scribe { client: self.id, rng: self.rng.fork("ids"), lines: vec![self.client_line()] };
        self.write_contacts(&records, &mut scribe);
        write_assessments(&records, &mut scribe);
        write_goals(&records, &mut scribe);
        write_referrals(&records, &mut scribe);
        scribe.lines
    }

    /// A teller of its own for one purpose.
    pub(crate) fn teller(&self, purpose: &str) -> Teller {
        Teller::new(self.rng.fork(purpose))
    }

    fn client_line(&self) -> Line {
        let person = &self.person;
        let head = Head { id: self.id, c: self.id, p: None, at: self.at };
        let fields = Client {
            name: person.name.clone(),
            born: person.born,
            practice: person.practice,
            condition: person.condition,
            consent: true,
            months: self.backdrop.journey().months,
        };
        Line::Client(Entry { head, fields })
    }

    fn write_contacts(&self, records: &Records, scribe: &mut Scribe) {
        let short = self.person.short_first_meeting;
        let mut writer = NoteWriter::new(&self.backdrop, &self.strands, records, short, self.teller("notes"));
        for (index, meeting) in self.backdrop.journey().meetings.iter().enumerate() {
            let contact = Contact { mode: meeting.mode, mins: meeting.mins, kept: meeting.kept };
            let id = scribe.write(None, meeting.at, contact, Line::Contact);
            scribe.write(Some(id), meeting.at, Note { body: writer.write(index) }, Line::Note);
        }
    }
}

fn write_assessments(records: &Records, scribe: &mut Scribe) {
    for sitting in &records.sittings {
        let assessment = Assessment { tool: TOOL.to_owned(), ver: TOOL_VERSION, state: Stage::Final };
        let id = scribe.write(None, sitting.at, assessment, Line::Assessment);
        for answer in &sitting.answers {
            let answer =
                Answer { domain: answer.domain, score: answer.score, comment: answer.comment.clone() };
            scribe.write(Some(id), sitting.at, answer, Line::Answer);
        }
    }
}

fn write_goals(records: &Records, scribe: &mut Scribe) {
    for goal in &records.goals {
        let id =
            scribe.write(None, goal.at, Goal { title: goal.words.clone(), state: goal.state }, Line::Goal);
        for (seq, (title, done)) in (0..).zip(&goal.steps) {
            scribe.write(Some(id), goal.at, Step { seq, title: title.clone(), done: *done }, Line::Step);
        }
        for check_in in &goal.check_ins {
            let fields = CheckIn { by: check_in.by, score: check_in.score, note: check_in.note.clone() };
            scribe.write(Some(id), check_in.at, fields, Line::Checkin);
        }
    }
}

fn write_referrals(records: &Records, scribe: &mut Scribe) {
    for referral in &records.referrals {
        let fields = Referral { to: referral.to.to_owned(), why: referral.why.clone() };
        let id = scribe.write(None, referral.at, fields, Line::Referral);
        for status in &referral.statuses {
            let fields = RefStatus { status: status.status, note: status.note.clone() };
            scribe.write(Some(id), status.at, fields, Line::Refstatus);
        }
    }
}

/// Gives each record its id and keeps the lines in order.
struct Scribe {
    client: Uuid,
    rng: Rng,
    lines: Vec<Line>,
}

impl Scribe {
    fn write<T: Serialize>(
        &mut self,
        parent: Option<Uuid>,
        at: DateTime<Utc>,
        fields: T,
        line: fn(Entry<T>) -> Line,
    ) -> Uuid {
        let id = id_at(at, &mut self.rng);
        let head = Head { id, c: self.client, p: parent, at };
        self.lines.push(line(Entry { head, fields }));
        id
    }
}
