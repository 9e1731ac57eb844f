//! What becomes of each line of a batch, decided beside what the store holds, in one transaction.

use alongside_core::model::kinds::{Assessment, Client};
use alongside_core::model::{CaseId, EntityId, Fields, Record, StreamRef};

use super::batch::{Batch, Numbered};
use super::fault::Fault;
use super::fold::{Fold, Folded, Sheet, said};
use super::job::Import;
use super::line::{Line, NewAnswer, NewRecord};
use super::report::Verdict;
use super::writing::Writing;
use crate::store::{StoreError, StoredRecord};

/// Writes a batch, in one commit. Assessments whose client's lines go on stay in `fold`, unless this is the last batch.
pub(super) fn write_batch(
    job: &Import<'_>,
    fold: &mut Fold,
    batch: Batch,
    last: bool,
) -> Result<Vec<Verdict>, StoreError> {
    job.store.write(|txn| {
        let mut desk = Desk { writing: Writing::begin(txn, job), job, verdicts: Vec::new() };
        for Numbered { number, line } in batch.lines {
            for sheet in fold.turn_to(line.head().case) {
                desk.take_sheet(&sheet)?;
            }
            desk.take(fold, number, line)?;
        }
        for sheet in if last { fold.close() } else { Vec::new() } {
            desk.take_sheet(&sheet)?;
        }
        let Desk { writing, verdicts, .. } = desk;
        writing.finish()?;
        Ok(verdicts)
    })
}

struct Desk<'a> {
    writing: Writing<'a>,
    job: &'a Import<'a>,
    verdicts: Vec<Verdict>,
}

impl Desk<'_> {
    fn take(&mut self, fold: &mut Fold, number: u64, line: Line) -> Result<(), StoreError> {
        if self.writing.is_erased(line.head())? {
            self.verdicts.push(Verdict::Refused(number, Fault::Erased));
            return Ok(());
        }
        let verdict = match line {
            Line::Record(record) => Some(self.take_record(number, &record)?),
            Line::Assessment(assessment) if self.writing.knows_case(assessment.head.case)? => {
                fold.begin(number, assessment)
            }
            Line::Assessment(_) => Some(Verdict::Refused(number, Fault::UnknownClient)),
            Line::Answer(answer) => self.take_answer(fold, number, answer)?,
        };
        self.verdicts.extend(verdict);
        Ok(())
    }

    fn take_record(&mut self, number: u64, record: &NewRecord) -> Result<Verdict, StoreError> {
        let NewRecord { head, kind, under, fields } = record;
        let stream = StreamRef::of_case(head.case, kind.home);
        if let Some(stored) = self.writing.find(head.id)? {
            return Ok(beside(&stored, number, stream, kind.name, fields));
        }
        if kind.number == Client::ENTRY.number {
            self.writing.open_case(head.case)?;
        } else if !self.writing.knows_case(head.case)? {
            return Ok(Verdict::Refused(number, Fault::UnknownClient));
        }
        if let (Some(parent), Some(kind)) = (head.parent, under)
            && !self.is_there(parent, kind.name, head.case)?
        {
            return Ok(Verdict::Refused(number, Fault::UnknownParent));
        }
        self.writing.add(head, stream, kind, fields.clone())?;
        Ok(Verdict::Taken)
    }

    fn is_there(&self, id: EntityId, kind: &str, case: CaseId) -> Result<bool, StoreError> {
        let found = self.writing.find(id)?;
        Ok(found.is_some_and(|found| found.entity.kind == kind && found.entity.stream.case() == Some(case)))
    }

    fn take_answer(
        &mut self,
        fold: &mut Fold,
        number: u64,
        answer: NewAnswer,
    ) -> Result<Option<Verdict>, StoreError> {
        match fold.add(number, answer, self.job.instruments) {
            Folded::Waiting => Ok(None),
            Folded::Settled(verdict) => Ok(Some(verdict)),
            Folded::NotOpen(answer) => self.take_late(number, &answer).map(Some),
        }
    }

    /// An answer whose assessment is not being read: it may be there from before, but nothing can be added.
    fn take_late(&self, number: u64, answer: &NewAnswer) -> Result<Verdict, StoreError> {
        let stored = self.writing.find(answer.assessment)?.filter(|stored| is_assessment_of(stored, answer));
        Ok(match stored {
            Some(stored) => beside_stored(&stored, number, answer),
            None => Verdict::Refused(number, Fault::UnknownParent),
        })
    }

    /// An assessment with all its answers: stored whole, or each line of it looked for in what is there.
    fn take_sheet(&mut self, sheet: &Sheet) -> Result<(), StoreError> {
        let head = &sheet.assessment.head;
        let lines = 1 + sheet.answers.len();
        match self.writing.find(head.id)? {
            None => {
                self.writing.add(head, self.home(sheet), Assessment::ENTRY, sheet.fields())?;
                self.name_client(sheet)?;
                self.verdicts.extend(std::iter::repeat_n(Verdict::Taken, lines));
            }
            Some(stored) if self.is_same(&stored, sheet) => {
                self.name_client(sheet)?;
                self.verdicts.push(Verdict::AlreadyThere);
                let answers = sheet.answers.iter();
                self.verdicts.extend(answers.map(|(number, answer)| beside_stored(&stored, *number, answer)));
            }
            Some(_) => {
                let numbers = std::iter::once(sheet.number).chain(sheet.answers.iter().map(|(n, _)| *n));
                self.verdicts.extend(numbers.map(|number| Verdict::Refused(number, Fault::DuplicateId)));
            }
        }
        Ok(())
    }

    /// Whoever receives a submitted assessment and sees nothing else of the case is told whom it is about.
    fn name_client(&mut self, sheet: &Sheet) -> Result<(), StoreError> {
        let head = &sheet.assessment.head;
        if sheet.assessment.draft { Ok(()) } else { self.writing.name_client(head.case, head.at) }
    }

    /// A submitted assessment goes where supervisors read it; a draft stays with its worker.
    fn home(&self, sheet: &Sheet) -> StreamRef {
        match sheet.assessment.draft {
            true => StreamRef::private(self.job.worker.id),
            false => StreamRef::of_case(sheet.assessment.head.case, Assessment::ENTRY.home),
        }
    }

    /// Whether what is stored is this assessment, whatever was answered in it.
    fn is_same(&self, stored: &StoredRecord, sheet: &Sheet) -> bool {
        let there = stored.entity.fields();
        let same = |(name, value): (&String, &serde_json::Value)| {
            !matches!(name.as_str(), "at" | "instrument" | "version" | "case")
                || there.get(name) == Some(value)
        };
        stored.entity.kind == Assessment::ENTRY.name
            && stored.entity.stream == self.home(sheet)
            && sheet.fields().iter().all(same)
    }
}

/// What is to be said of a line whose record's id is there.
fn beside(stored: &StoredRecord, number: u64, stream: StreamRef, kind: &str, fields: &Fields) -> Verdict {
    let there = &stored.entity;
    let same = there.kind == kind && there.stream == stream && there.fields() == *fields;
    if same { Verdict::AlreadyThere } else { Verdict::Refused(number, Fault::DuplicateId) }
}

fn is_assessment_of(stored: &StoredRecord, answer: &NewAnswer) -> bool {
    let entity = &stored.entity;
    let drafted = || entity.cells.get("case").and_then(|cell| cell.value.as_str()?.parse().ok());
    entity.kind == Assessment::ENTRY.name && entity.stream.case().or_else(drafted) == Some(answer.head.case)
}

/// What is to be said of an answer whose assessment is there.
fn beside_stored(stored: &StoredRecord, number: u64, answer: &NewAnswer) -> Verdict {
    let there = |(name, value)| stored.entity.cells.get(&name).is_some_and(|cell| cell.value == value);
    if said(answer).into_iter().all(there) {
        Verdict::AlreadyThere
    } else {
        Verdict::Refused(number, Fault::TooLate)
    }
}
