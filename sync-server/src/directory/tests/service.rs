//! An invented organisation without a directory, and what an import of one does to it.

use std::path::Path;
use std::sync::Arc;

use alongside_core::model::{EntityId, Fields, OrganisationId, PersonId, Role, StreamRef, Timestamp};
use alongside_core::ports::FixedClock;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::directory::desk::record_id;
use crate::directory::{
    DirectoryImport, DirectoryReport, EntryFault, FeedFault, Limits, Remark, Source, import,
};
use crate::store::sqlite::{SqliteOptions, SqliteStore};
use crate::store::{NewPerson, Organisation, Person, Store, StoredRecord};

pub(super) const NOW: Timestamp = Timestamp(1_800_000_000_000);

/// The id that stands for a small number in these tests.
pub(super) fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x5000 << 64 | 0x8000 << 48 | number)
}

/// An entry with all that most feeds have; `own` is laid over it.
pub(super) fn entry(number: u128, own: Value) -> Value {
    let mut entry = json!({
        "id": id(number), "name": format!("Invented Choir {number}"), "status": "active",
        "url": format!("https://choir{number}.example"), "description": "Singing for anyone who likes company.",
        "schedules": [{"byday": "TU", "opens_at": "10:00", "closes_at": "12:00"}],
        "last_modified": "2026-01-15T10:30:45.123Z",
    });
    let Value::Object(own) = own else { panic!("an entry's own keys are an object") };
    entry.as_object_mut().unwrap().extend(own);
    entry
}

/// An entry as a page of an API has it: nothing but its beginning.
pub(super) fn thin(number: u128) -> Value {
    json!({"id": id(number), "name": format!("Invented Choir {number}"), "status": "active"})
}

/// What an import did, and what it said.
pub(super) struct Done {
    pub(super) report: DirectoryReport,
    pub(super) remarks: Vec<Remark>,
}

impl Done {
    /// Entries added, changed, unchanged, gone and refused.
    pub(super) fn counts(&self) -> [u64; 5] {
        let DirectoryReport { read, added, changed, unchanged, erased, repeated, gone, refused, .. } =
            self.report;
        let told = added + changed + unchanged + erased + repeated + refused;
        assert!(read <= told, "an entry is unaccounted for");
        [added, changed, unchanged, gone, refused]
    }

    /// The entries that were refused, by page and place.
    pub(super) fn faults(&self) -> Vec<(u32, usize, EntryFault)> {
        let refused = self.remarks.iter().filter_map(|remark| match remark {
            Remark::Refused(spot, fault) => Some((spot.page, spot.entry, *fault)),
            _ => None,
        });
        refused.collect()
    }

    /// Where and why the feed ended early.
    pub(super) fn stopped(&self) -> Option<(u32, FeedFault)> {
        assert_eq!(self.report.whole, !self.remarks.iter().any(|r| matches!(r, Remark::Stopped { .. })));
        self.remarks.iter().find_map(|remark| match remark {
            Remark::Stopped { page, fault } => Some((*page, *fault)),
            _ => None,
        })
    }
}

/// The organisation.
pub(super) struct Service {
    pub(super) store: Arc<dyn Store>,
    pub(super) organisation: Organisation,
    pub(super) clock: FixedClock,
    pub(super) folder: TempDir,
}

impl Service {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&SqliteOptions::at(folder.path().join("server.db"))).unwrap();
        let store: Arc<dyn Store> = Arc::new(store);
        let organisation = OrganisationId(id(900));
        store.write(|txn| txn.add_organisation(organisation, "Harbour", NOW)).unwrap();
        let organisation = store.read(|txn| txn.find_organisation(organisation)).unwrap().unwrap();
        Self { store, organisation, clock: FixedClock::at(NOW), folder }
    }

    pub(super) fn add_person(&self, number: u128, role: Role) -> Person {
        let (id, org) = (PersonId(id(number)), self.organisation.no);
        let new = NewPerson { id, org, role, name: "Ruth Invented", sign_in: None, at: NOW };
        self.store.write(|txn| txn.add_person(&new)).unwrap();
        self.store.read(|txn| txn.find_person(id)).unwrap().unwrap()
    }

    pub(super) async fn import(&self, source: &Source) -> Done {
        self.import_with(source, None, false).await
    }

    pub(super) async fn import_with(&self, source: &Source, progress: Option<&Path>, accept: bool) -> Done {
        let limits = Limits { per_page: 3, bytes: 1024 * 1024, pages: 20, ..Limits::default() };
        let job = DirectoryImport {
            store: &*self.store,
            organisation: &self.organisation,
            source,
            progress,
            accept_shrinking: accept,
            limits,
            clock: &self.clock,
        };
        let mut remarks = Vec::new();
        let report = import(&job, &mut |remark| remarks.push(remark)).await.unwrap();
        Done { report, remarks }
    }

    /// Imports what a file says.
    pub(super) async fn import_file(&self, content: impl AsRef<[u8]>) -> Done {
        self.import(&self.file(content)).await
    }

    pub(super) fn file(&self, content: impl AsRef<[u8]>) -> Source {
        let path = self.folder.path().join("feed.json");
        std::fs::write(&path, content).unwrap();
        Source::file(path, None)
    }

    pub(super) fn find(&self, number: u128) -> Option<StoredRecord> {
        let record: EntityId = record_id(self.organisation.id, id(number));
        self.store.read(|txn| txn.find_record(self.organisation.no, record)).unwrap()
    }

    pub(super) fn fields(&self, number: u128) -> Fields {
        let mut fields = self.find(number).expect("the service is there").entity.fields();
        fields.retain(|_, value| !value.is_null());
        fields
    }

    pub(super) fn text(&self, number: u128, field: &str) -> String {
        self.fields(number).get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// The organisation's latest commit: it moves with every write.
    pub(super) fn commits(&self) -> i64 {
        let organisation = self.store.read(|txn| txn.find_organisation(self.organisation.id)).unwrap();
        organisation.unwrap().seq.0
    }

    pub(super) fn reads_directory(&self, person: &Person) -> bool {
        let name = StreamRef::directory(self.organisation.id);
        let grant = self.store.read(|txn| txn.find_grant(self.organisation.no, person.no, name)).unwrap();
        grant.is_some_and(|grant| grant.revoked.is_none())
    }
}
