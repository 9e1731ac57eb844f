//! An invented organisation in a real store: people, cases and submitted assessments.

use std::sync::Arc;

use alongside_core::model::catalogue::find_kind;
use alongside_core::model::{
    Audience, CaseId, Cell, Entity, EntityId, Fields, OrganisationId, Origin, PersonId, Role, Sealed, State,
    StreamRef, Timestamp, content_hash,
};
use alongside_core::ports::{FixedClock, Ids, SeededEntropy, SeededIds};
use alongside_server::open_store;
use alongside_server::store::{AuditEntry, NewPerson, OrgNo, Person, Store, StoreError, WriteTxn};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, SaltString};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::engine;

pub(crate) const PASSWORD: &str = "a quiet harbour at dusk";
pub(crate) const SUPERVISOR: &str = "ruth.adeyemi";
pub(crate) const MINUTE_MS: i64 = 60_000;
pub(crate) const DAY_MS: i64 = 86_400_000;

/// An organisation with a supervisor and a link worker.
pub(crate) struct Service {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<FixedClock>,
    /// One source for all servers that serve it, as the system's is.
    pub(crate) entropy: Arc<SeededEntropy>,
    pub(crate) org: OrgNo,
    pub(crate) supervisor: Person,
    pub(crate) link_worker: Person,
    ids: SeededIds,
    _folder: TempDir,
}

/// A case of the organisation, which holds what it submitted.
#[derive(Clone, Copy)]
pub(crate) struct ClientCase(pub(crate) CaseId);

/// One submission to be made.
pub(crate) struct Sheet {
    pub(crate) days_ago: i64,
    pub(crate) state: State,
    pub(crate) said: Value,
}

impl Service {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = open_store(&engine::settings(&folder.path().join("server.db"))).unwrap();
        let clock = Arc::new(FixedClock::at(Timestamp::parse_iso("2026-11-22T09:30:00Z").unwrap()));
        let ids = SeededIds::new(41);
        let org =
            write(&store, |txn| txn.add_organisation(OrganisationId(ids.uuid()), "Harbour", Timestamp(0)));
        let supervisor = add_person(&store, &ids, org, Role::Supervisor, "Ruth Adeyemi", Some(SUPERVISOR));
        let link_worker = add_person(&store, &ids, org, Role::LinkWorker, "Tomasz Zielinski", None);
        let entropy = Arc::new(SeededEntropy::new(7));
        Self { store, clock, entropy, org, supervisor, link_worker, ids, _folder: folder }
    }

    pub(crate) fn now(&self) -> Timestamp {
        alongside_core::ports::Clock::now(&*self.clock)
    }

    /// Another organisation on the same server, with a link worker.
    pub(crate) fn add_organisation(&self) -> (OrgNo, Person) {
        let id = OrganisationId(self.ids.uuid());
        let org = write(&self.store, |txn| txn.add_organisation(id, "Elsewhere", Timestamp(0)));
        (org, add_person(&self.store, &self.ids, org, Role::LinkWorker, "Elsewhere Worker", None))
    }

    /// Somebody who signs in with `login` and the one password of these tests.
    pub(crate) fn add_person(&self, role: Role, name: &str, login: &str) -> Person {
        add_person(&self.store, &self.ids, self.org, role, name, Some(login))
    }

    pub(crate) fn disable(&self, person: &Person) {
        write(&self.store, |txn| txn.disable_person(person.no, self.now()));
    }

    /// A client with a case.
    pub(crate) fn add_client(&self, name: &str) -> ClientCase {
        self.add_client_of(self.org, &self.link_worker, name)
    }

    pub(crate) fn add_client_of(&self, org: OrgNo, by: &Person, name: &str) -> ClientCase {
        let case = CaseId(self.ids.uuid());
        write(&self.store, |txn| {
            txn.add_case(org, case, self.now())?;
            for audience in [Audience::Core, Audience::Submitted] {
                txn.add_stream(org, StreamRef::of_case(case, audience))?;
            }
            let fields = object(json!({ "name": name }));
            let client = entity(case.0.into(), "client", case, Audience::Core, fields, by, self.now());
            add(txn, org, &client)
        });
        ClientCase(case)
    }

    /// Submits an assessment, received five minutes later.
    pub(crate) fn submit(&self, to: ClientCase, sheet: Sheet) -> EntityId {
        self.submit_as(self.org, &self.link_worker, to, sheet)
    }

    pub(crate) fn submit_as(
        &self,
        org: OrgNo,
        by: &Person,
        ClientCase(case): ClientCase,
        sheet: Sheet,
    ) -> EntityId {
        let id = EntityId(self.ids.uuid());
        let at = self.now().plus_ms(-sheet.days_ago * DAY_MS);
        let mut fields = object(json!({"at": at.0 - 40 * MINUTE_MS, "instrument": "ons4", "version": 1}));
        fields.extend(object(sheet.said));
        let hash = content_hash("assessment", &fields);
        let mut sealed = entity(id, "assessment", case, Audience::Submitted, fields, by, at);
        sealed.state = sheet.state;
        sealed.sealed = Some(Sealed { hash, by: by.id, at: at.plus_ms(5 * MINUTE_MS) });
        write(&self.store, |txn| add(txn, org, &sealed));
        id
    }

    /// The audit log, oldest first.
    pub(crate) fn audit(&self) -> Vec<AuditEntry> {
        let mut log = self.store.read(|txn| txn.list_audit(self.org, 1_000)).unwrap();
        log.reverse();
        log
    }
}

impl Sheet {
    /// An assessment submitted so many days ago with these answers.
    pub(crate) fn of(days_ago: i64, said: Value) -> Self {
        Self { days_ago, state: State::Sealed, said }
    }

    /// The four questions of ONS4, answered with these numbers.
    pub(crate) fn ons4(days_ago: i64, [satisfaction, worthwhile, happiness, anxiety]: [i64; 4]) -> Self {
        let said = json!({
            "mode": "home",
            "discussed": ["satisfaction", "worthwhile", "happiness", "anxiety"],
            "answer.satisfaction": {"value": satisfaction},
            "answer.worthwhile": {"value": worthwhile},
            "answer.happiness": {"value": happiness},
            "answer.anxiety": {"value": anxiety},
        });
        Self::of(days_ago, said)
    }
}

fn write<T>(store: &Arc<dyn Store>, work: impl FnOnce(&mut dyn WriteTxn) -> Result<T, StoreError>) -> T {
    store.write(work).unwrap()
}

fn add(txn: &mut dyn WriteTxn, org: OrgNo, entity: &Entity) -> Result<(), StoreError> {
    let seq = txn.next_seq(org)?;
    let stream = txn.find_stream(org, entity.stream)?.expect("the case has its streams");
    txn.add_record(org, stream, entity, seq)
}

fn add_person(
    store: &Arc<dyn Store>,
    ids: &SeededIds,
    org: OrgNo,
    role: Role,
    name: &str,
    login: Option<&str>,
) -> Person {
    let id = PersonId(ids.uuid());
    let hash = login.map(|_| password_hash());
    let sign_in = login.zip(hash.as_deref());
    let new = NewPerson { id, org, role, name, sign_in, at: Timestamp(0) };
    write(store, |txn| txn.add_person(&new));
    store.read(|txn| txn.find_person(id)).unwrap().unwrap()
}

fn password_hash() -> String {
    let salt = SaltString::encode_b64(b"sixteen bytes ok").unwrap();
    Argon2::default().hash_password(PASSWORD.as_bytes(), &salt).unwrap().to_string()
}

fn object(value: Value) -> Fields {
    serde_json::from_value(value).unwrap()
}

fn entity(
    id: EntityId,
    kind: &str,
    case: CaseId,
    audience: Audience,
    fields: Fields,
    by: &Person,
    eff: Timestamp,
) -> Entity {
    assert!(find_kind(kind).is_some());
    let cell = |value| Cell { value, rev: 1, eff, by: by.id, origin: Origin(1, 1) };
    Entity {
        id,
        kind: kind.to_owned(),
        stream: StreamRef::of_case(case, audience),
        state: State::Active,
        rev: 1,
        author: by.id,
        cells: fields.into_iter().map(|(name, value)| (name, cell(value))).collect(),
        siblings: Default::default(),
        sealed: None,
    }
}
