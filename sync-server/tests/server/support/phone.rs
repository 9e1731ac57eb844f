//! A phone that speaks the protocol: it chains its operations, keeps its cursor, and remembers the rows it was sent.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

use alongside_core::model::{EntityId, Fields, Op, PersonId, RequestClock, State, StreamRef};
use alongside_core::wire::{
    App, EnrolResponse, PROTOCOL, Row, SYNC_PATH, SyncRequest, SyncResponse, Tail, Want,
};
use serde_json::value::RawValue;

use super::{Answer, Call};

/// A record as the phone was told of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    pub(crate) kind: String,
    pub(crate) rev: u32,
    pub(crate) state: State,
    pub(crate) fields: Fields,
    pub(crate) siblings: usize,
}

/// A phone.
#[derive(Clone)]
pub(crate) struct Phone {
    address: SocketAddr,
    pub(crate) enrolled: EnrolResponse,
    pub(crate) tail: Tail,
    pub(crate) cursor: Option<String>,
    pub(crate) want: Option<Want>,
    pub(crate) told: BTreeMap<StreamRef, BTreeMap<EntityId, Told>>,
    pub(crate) ready: BTreeSet<StreamRef>,
}

impl Phone {
    pub(crate) fn new(address: SocketAddr, enrolled: EnrolResponse) -> Self {
        let (told, ready) = (BTreeMap::new(), BTreeSet::new());
        Self { address, enrolled, tail: Tail::default(), cursor: None, want: None, told, ready }
    }

    pub(crate) fn person(&self) -> PersonId {
        self.enrolled.person.person()
    }

    /// Sends operations and takes in the answer.
    pub(crate) fn push(&mut self, ops: &[Op]) -> SyncResponse {
        let texts: Vec<String> = ops.iter().map(|op| serde_json::to_string(op).unwrap()).collect();
        self.push_texts(&texts)
    }

    /// Sends texts that may be no operations at all.
    pub(crate) fn push_texts(&mut self, texts: &[String]) -> SyncResponse {
        let response: SyncResponse = self.send(texts).json();
        self.take_in(texts, &response);
        response
    }

    /// Asks once for what is new.
    pub(crate) fn pull(&mut self) -> SyncResponse {
        self.push_texts(&[])
    }

    /// Asks until there is nothing more, and answers how often.
    pub(crate) fn pull_all(&mut self) -> usize {
        (1..).find(|_| !self.pull().more).unwrap()
    }

    /// Sends operations whose answer is lost.
    pub(crate) fn push_without_answer(&self, ops: &[Op]) -> SyncResponse {
        let texts: Vec<String> = ops.iter().map(|op| serde_json::to_string(op).unwrap()).collect();
        self.send(&texts).json()
    }

    pub(crate) fn send(&self, texts: &[String]) -> Answer {
        self.call(&self.request(texts)).send(self.address)
    }

    pub(crate) fn call(&self, request: &SyncRequest) -> Call {
        Call::post(SYNC_PATH, serde_json::to_vec(request).unwrap()).token(&self.enrolled.token)
    }

    pub(crate) fn request(&self, texts: &[String]) -> SyncRequest {
        let ops = texts.iter().map(|text| RawValue::from_string(text.clone()).unwrap()).collect();
        SyncRequest {
            v: PROTOCOL,
            replica: self.enrolled.replica,
            tail: self.tail,
            cursor: self.cursor.clone(),
            ops,
            clock: (!texts.is_empty()).then(|| RequestClock {
                boot: 1,
                elapsed: 60_000,
                ..Default::default()
            }),
            want: self.want,
            app: (!texts.is_empty()).then(|| App { build: "0.1.0".into(), catalogue: 1 }),
            ..SyncRequest::default()
        }
    }

    /// The record as the phone was last told of it.
    pub(crate) fn find(&self, id: EntityId) -> Option<&Told> {
        self.told.values().find_map(|records| records.get(&id))
    }

    pub(crate) fn told_ids(&self) -> BTreeSet<EntityId> {
        self.told.values().flat_map(|records| records.keys().copied()).collect()
    }

    /// Without what it was told of colleagues.
    pub(crate) fn told_of_cases(&self) -> BTreeSet<EntityId> {
        let of_cases = self.told.iter().filter(|(stream, _)| stream.case().is_some());
        of_cases.flat_map(|(_, records)| records.keys().copied()).collect()
    }

    fn take_in(&mut self, texts: &[String], response: &SyncResponse) {
        let end = texts.iter().fold(self.tail, |Tail(n, hash), text| Tail(n + 1, hash.after(text)));
        assert_eq!(response.acked, (!texts.is_empty()).then_some(end));
        assert_eq!(response.revs.len(), texts.len());
        self.tail = end;
        self.cursor = response.cursor.clone().or(self.cursor.take());
        for stream in &response.drops {
            self.told.remove(stream);
            self.ready.remove(stream);
        }
        for page in &response.pages {
            let records = self.told.entry(page.s).or_default();
            page.rows.iter().for_each(|row| take_row(records, row));
            if page.ready {
                self.ready.insert(page.s);
            }
        }
    }
}

fn take_row(records: &mut BTreeMap<EntityId, Told>, row: &Row) {
    let mut fields = records.remove(&row.e).map(|told| told.fields).unwrap_or_default();
    fields.extend(row.f.clone());
    let siblings = row.sib.values().map(Vec::len).sum();
    let told = Told { kind: row.t.clone(), rev: row.r, state: row.st, fields, siblings };
    records.insert(row.e, told);
}
