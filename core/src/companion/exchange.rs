//! Handing a person's record on, as files; and marking what is not simply handed on.

use rusqlite::Connection;

use super::{Companion, CompanionError, Reason};
use crate::access::Refusal;
use crate::exchange::{
    ExportFile, ExportForm, HeldRecord, HeldSeal, OtherText, Passage, PassageDecision, PersonRecord,
    SetAside, access_files, export, list_passages, subject_access,
};
use crate::model::kinds::{PassageMark, PassageReason};
use crate::model::{Audience, CaseId, EntityId, Fields, Role, State, StreamRef};
use crate::store::drafts::{OpenForm, list_forms};
use crate::store::{Identity, RecordRow, Remark, StoreError, identity, outbox, record};

/// A mark on fewer characters would take words out of half the record.
const SHORTEST_PASSAGE: usize = 3;

impl Companion {
    /// One export of the person's record as a file, with marked passages left out.
    ///
    /// # Errors
    /// [`CompanionError::NotAllowed`] for anybody but a link worker; [`CompanionError::NotFound`] when this phone has nothing of
    /// the case; [`CompanionError::Invalid`] with [`Reason::NotShared`] when the person said no to the practice.
    pub fn export(&self, case: CaseId, form: ExportForm) -> Result<ExportFile, CompanionError> {
        let record = self.person_record(case, &[Role::LinkWorker])?;
        Ok(export(&record, &self.instruments.known(), form)?)
    }

    /// The marked passages that somebody must decide about before a copy is given.
    ///
    /// # Errors
    /// [`CompanionError::NotAllowed`], [`CompanionError::NotFound`].
    pub fn passages(&self, case: CaseId) -> Result<Vec<Passage>, CompanionError> {
        Ok(list_passages(&self.person_record(case, &[Role::LinkWorker])?))
    }

    /// Everything this phone holds about the person, for the person: a page and a file of records. A client may ask their own
    /// phone.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with [`Reason::Undecided`] while a marked passage waits; [`CompanionError::NotAllowed`],
    /// [`CompanionError::NotFound`].
    pub fn subject_access(
        &self,
        case: CaseId,
        decisions: &[PassageDecision],
    ) -> Result<Vec<ExportFile>, CompanionError> {
        let record = self.person_record(case, &[Role::LinkWorker, Role::Client])?;
        let copy = subject_access(&record, decisions)?;
        Ok(access_files(copy, record.made_at).into())
    }

    /// Marks a passage of a record of the case as one that is not simply passed on.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when the record does not hold these words, or when it is a draft: a draft is passed on to nobody,
    /// and the mark of a draft would show others what is in it.
    pub fn mark_passage(
        &self,
        marked: EntityId,
        passage: &str,
        why: PassageReason,
    ) -> Result<EntityId, CompanionError> {
        if passage.trim().chars().count() < SHORTEST_PASSAGE {
            return Err(CompanionError::invalid("passage", Reason::Empty));
        }
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let row = record::load(writing.transaction, marked)?;
            let case =
                row.stream.case().ok_or_else(|| CompanionError::invalid("record", Reason::WrongType))?;
            if !row.fields.values().any(|value| says(value, passage)) {
                return Err(CompanionError::invalid("passage", Reason::Unknown));
            }
            let at = writing.reading.wall;
            let mark = PassageMark { record: marked, passage: passage.to_owned(), why, at, lifted_at: None };
            writing.create(id, StreamRef::of_case(case, Audience::Work), &mark)
        })?;
        Ok(id)
    }

    /// Takes a mark back.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn lift_passage_mark(&self, mark: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| {
            let lifted = Fields::from([("lifted_at".to_owned(), writing.reading.wall.0.into())]);
            writing.set(mark, lifted)
        })
    }

    fn person_record(&self, case: CaseId, roles: &[Role]) -> Result<PersonRecord, CompanionError> {
        let made_at = self.clock.now();
        let (who, records, set_aside) = self.store.read(|connection| {
            let who = identity::load_identity(connection)?;
            let records = records(connection, case, &who)?;
            let set_aside = outbox::list_remarks(connection)?;
            Ok((who, records, set_aside))
        })?;
        if !roles.contains(&who.role) {
            return Err(Refusal::Role.into());
        }
        if !records.iter().any(|held| held.stream.case() == Some(case)) {
            return Err(CompanionError::NotFound);
        }
        let theirs = |remark: &Remark| records.iter().any(|held| held.id == remark.record);
        let set_aside = set_aside.into_iter().filter(theirs).map(change).collect();
        Ok(PersonRecord { case, organisation: who.organisation_name, made_at, records, set_aside })
    }
}

/// What this phone holds about a case: its streams, and this person's own drafts about it, saved or still open.
fn records(connection: &Connection, case: CaseId, who: &Identity) -> Result<Vec<HeldRecord>, StoreError> {
    let mut rows = Vec::new();
    for audience in Audience::ALL.into_iter().filter(|audience| audience.is_of_case()) {
        rows.extend(record::list_stream(connection, StreamRef::of_case(case, audience))?);
    }
    let own = record::list_stream(connection, StreamRef::private(who.person))?;
    let about = serde_json::to_value(case)?;
    // A published draft says what its sealed copy says.
    rows.extend(
        own.into_iter().filter(|row| row.fields.get("case") == Some(&about) && row.state != State::Published),
    );
    let mut held: Vec<HeldRecord> = rows.into_iter().map(held).collect();
    for open in list_forms(connection)?.into_iter().filter(|open| open.form.case == case) {
        add_open(&mut held, open, who);
    }
    Ok(held)
}

fn held(row: RecordRow) -> HeldRecord {
    let others = row.siblings.into_iter().map(|(field, texts)| {
        let texts = texts.into_iter().map(|text| OtherText { value: text.value, by: text.by, at: text.at });
        (field, texts.collect())
    });
    HeldRecord {
        id: row.id,
        kind: row.kind,
        stream: row.stream,
        state: row.state,
        author: row.author,
        author_name: row.author_name,
        fields: row.fields,
        others: others.collect(),
        seal: row.seal.map(|seal| HeldSeal { hash: seal.hash, by: seal.by, at: seal.at }),
        unsent: row.pending,
        left_out: Vec::new(),
    }
}

/// What was typed into an open form and not saved yet is held too: on top of its saved draft, or as a draft of its own.
fn add_open(held: &mut Vec<HeldRecord>, open: OpenForm, who: &Identity) {
    if let Some(saved) = held.iter_mut().find(|held| held.id == open.form.id) {
        saved.fields.extend(open.fields);
        saved.unsent = true;
        return;
    }
    held.push(HeldRecord {
        id: open.form.id,
        kind: open.form.kind.name.to_owned(),
        stream: StreamRef::private(who.person),
        state: State::Active,
        author: who.person,
        author_name: who.name.clone(),
        fields: open.fields,
        others: std::collections::BTreeMap::new(),
        seal: None,
        unsent: true,
        left_out: Vec::new(),
    });
}

fn change(remark: Remark) -> SetAside {
    let Remark { record, outcome, why, at, op, .. } = remark;
    SetAside { record, outcome, why, at, fields: op.fields }
}

fn says(value: &serde_json::Value, passage: &str) -> bool {
    match value {
        serde_json::Value::String(text) => text.contains(passage),
        serde_json::Value::Array(items) => items.iter().any(|item| says(item, passage)),
        serde_json::Value::Object(object) => object.values().any(|item| says(item, passage)),
        _ => false,
    }
}
