//! An invented organisation with an empty caseload, and lines to import into it.

use std::sync::Arc;

use alongside_core::instrument::Registry;
use alongside_core::model::{EntityId, OrganisationId, PersonId, Role, Timestamp};
use alongside_core::ports::FixedClock;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::import::{Fault, Import, ImportReport, Remark, import};
use crate::store::sqlite::{SqliteOptions, SqliteStore};
use crate::store::{NewPerson, OrgNo, Person, Store, StoredRecord};

pub(super) const NOW: Timestamp = Timestamp(1_800_000_000_000);

/// The id that stands for a small number in these tests.
pub(super) fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x7000 << 64 | 0x8000 << 48 | number)
}

/// A line of client 1 with these keys of its own.
pub(super) fn line(kind: &str, number: u128, under: Option<u128>, own: Value) -> Value {
    line_of(1, kind, number, under, own)
}

/// A line of this client.
pub(super) fn line_of(client: u128, kind: &str, number: u128, under: Option<u128>, own: Value) -> Value {
    let mut line = json!({"k": kind, "id": id(number), "c": id(client), "p": under.map(id), "at": "2024-05-06T09:30:00Z"});
    let Value::Object(own) = own else { panic!("a line's own keys are an object") };
    line.as_object_mut().unwrap().extend(own);
    line
}

/// The line of client 1, or of another.
pub(super) fn client(number: u128) -> Value {
    let own = json!({"name": "Ada Invented", "born": 1950, "practice": 4, "condition": "copd", "consent": true, "months": 12});
    line_of(number, "client", number, None, own)
}

pub(super) fn contact(number: u128) -> Value {
    line("contact", number, None, json!({"mode": "home", "mins": 45, "kept": true}))
}

pub(super) fn goal(number: u128) -> Value {
    line("goal", number, None, json!({"title": "Walk to the shop", "state": "open"}))
}

pub(super) fn assessment(number: u128, state: &str) -> Value {
    line("assessment", number, None, json!({"tool": "whole-life-8", "ver": 2, "state": state}))
}

pub(super) fn answer(number: u128, assessment: u128, domain: &str, score: i64) -> Value {
    line("answer", number, Some(assessment), json!({"domain": domain, "score": score, "comment": "Better"}))
}

pub(super) fn file(lines: &[Value]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// What an import did, and what it said.
pub(super) struct Done {
    pub(super) report: ImportReport,
    pub(super) remarks: Vec<Remark>,
}

impl Done {
    /// Lines taken, already there, and refused.
    pub(super) fn counts(&self) -> (u64, u64, u64) {
        let ImportReport { read, taken, already_there, refused, .. } = self.report;
        assert_eq!(read, taken + already_there + refused, "a line is unaccounted for");
        (taken, already_there, refused)
    }

    /// The lines that were refused, by number.
    pub(super) fn faults(&self) -> Vec<(u64, Fault)> {
        let refused = self.remarks.iter().filter_map(|remark| match remark {
            Remark::Refused { line, fault } => Some((*line, *fault)),
            Remark::DateMoved { .. } => None,
        });
        let mut faults: Vec<_> = refused.collect();
        faults.sort_by_key(|(line, _)| *line);
        faults
    }
}

/// The organisation.
pub(super) struct Service {
    pub(super) store: Arc<dyn Store>,
    pub(super) org: OrgNo,
    pub(super) worker: Person,
    pub(super) supervisor: Person,
    pub(super) clock: FixedClock,
    _folder: TempDir,
}

impl Service {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&SqliteOptions::at(folder.path().join("server.db"))).unwrap();
        let store: Arc<dyn Store> = Arc::new(store);
        let org = store.write(|txn| txn.add_organisation(OrganisationId(id(900)), "Harbour", NOW)).unwrap();
        let worker = add_person(&store, org, 901, Role::LinkWorker, "Tomasz Invented");
        let supervisor = add_person(&store, org, 902, Role::Supervisor, "Ruth Invented");
        Self { store, org, worker, supervisor, clock: FixedClock::at(NOW), _folder: folder }
    }

    pub(super) fn add_worker(&self, number: u128, name: &str) -> Person {
        add_person(&self.store, self.org, number, Role::LinkWorker, name)
    }

    pub(super) fn import(&self, lines: &[Value]) -> Done {
        self.import_bytes(file(lines).as_bytes())
    }

    pub(super) fn import_bytes(&self, file: &[u8]) -> Done {
        let instruments = Registry::shipped();
        let job = Import {
            store: &*self.store,
            worker: &self.worker,
            instruments: &instruments,
            clock: &self.clock,
        };
        let mut remarks = Vec::new();
        let report = import(&job, file, &mut |remark| remarks.push(remark)).unwrap();
        Done { report, remarks }
    }

    pub(super) fn find(&self, number: u128) -> Option<StoredRecord> {
        self.store.read(|txn| txn.find_record(self.org, EntityId(id(number)))).unwrap()
    }

    /// The fields of a record, less those every kind has.
    pub(super) fn fields(&self, number: u128) -> Value {
        let fields = self.find(number).expect("the record is there").entity.fields();
        json!(fields)
    }
}

fn add_person(store: &Arc<dyn Store>, org: OrgNo, number: u128, role: Role, name: &str) -> Person {
    let new = NewPerson { id: PersonId(id(number)), org, role, name, sign_in: None, at: NOW };
    store.write(|txn| txn.add_person(&new)).unwrap();
    store.read(|txn| txn.find_person(new.id)).unwrap().unwrap()
}
