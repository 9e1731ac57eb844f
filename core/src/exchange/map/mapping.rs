//! What all mappings share: the record that is read, and the bundle's entries as they come together. Every id is worked out from
//! a record's id, so that the same record gives the same bundle.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::exchange::fhir::bundle::Entry;
use crate::exchange::fhir::codes::{Confidentiality, Handling};
use crate::exchange::fhir::datatypes::{CodeableConcept, Coding, HumanName, Reference};
use crate::exchange::fhir::organization::Organization;
use crate::exchange::fhir::practitioner::Practitioner;
use crate::exchange::fhir::resource::Resource;
use crate::exchange::held::{HeldRecord, PersonRecord};
use crate::instrument::Registry;
use crate::model::kinds::SafeContact;
use crate::model::{PersonId, Record};

/// A bundle in the making.
pub(crate) struct Mapping<'a> {
    pub(crate) record: &'a PersonRecord,
    pub(crate) instruments: &'a Registry,
    pub(crate) entries: Vec<Entry>,
    ids: BTreeSet<Uuid>,
}

impl<'a> Mapping<'a> {
    pub(crate) fn new(record: &'a PersonRecord, instruments: &'a Registry) -> Self {
        Self { record, instruments, entries: Vec::new(), ids: BTreeSet::new() }
    }

    /// Adds a record's own resource, under the record's id.
    pub(crate) fn add(&mut self, held: &HeldRecord, resource: impl Into<Resource>) {
        self.add_as(held, held.id.0, resource);
    }

    /// Adds another resource that says what a record says, under an id of its own.
    pub(crate) fn add_as(&mut self, held: &HeldRecord, id: Uuid, resource: impl Into<Resource>) {
        self.push(Entry { labels: labels(held), ..Entry::new(id, resource) });
    }

    /// Adds a resource that several records have in common; the first one stands.
    pub(crate) fn add_common(&mut self, id: Uuid, resource: impl Into<Resource>) {
        self.push(Entry::new(id, resource));
    }

    fn push(&mut self, entry: Entry) {
        if self.ids.insert(entry.id) {
            self.entries.push(entry);
        }
    }

    /// Whether the bundle has an entry of this id already.
    pub(crate) fn has(&self, id: Uuid) -> bool {
        self.ids.contains(&id)
    }

    /// The person the record is about.
    pub(crate) fn patient(&self) -> Reference {
        Reference::to(self.record.case.0)
    }

    /// An id of this case for something there is one of.
    pub(crate) fn single(&self, what: &str) -> Uuid {
        self.record.case.single(what).0
    }

    /// Somebody of the service.
    pub(crate) fn worker(&mut self, person: PersonId, name: &str) -> Reference {
        let text = if name.trim().is_empty() { "Somebody of the service" } else { name };
        let name = vec![HumanName { r#use: None, text: text.to_owned() }];
        self.add_common(person.0, Practitioner { name });
        Reference::to(person.0)
    }

    /// Whoever made the record.
    pub(crate) fn author(&mut self, held: &HeldRecord) -> Reference {
        self.worker(held.author, &held.author_name)
    }

    /// The organisation that runs the service.
    pub(crate) fn service(&mut self) -> Reference {
        let name = self.record.organisation.clone();
        self.organisation(&name, "Social prescribing service")
    }

    /// An organisation known by its name alone.
    pub(crate) fn organisation(&mut self, name: &str, what: &str) -> Reference {
        let id = self.single(&format!("organisation {name}"));
        let name = if name.trim().is_empty() { "An organisation without a name" } else { name };
        let r#type = vec![CodeableConcept::text(what)];
        self.add_common(id, Organization { r#type, name: name.to_owned() });
        Reference::to(id)
    }
}

/// What a record's resources say of themselves. How it is safe to reach somebody is not for everybody who may see a goal.
fn labels(held: &HeldRecord) -> Vec<Coding> {
    let redacted = (!held.left_out.is_empty()).then(|| Coding::of(Handling::Redacted));
    let restricted = (held.kind == SafeContact::ENTRY.name).then(|| Coding::of(Confidentiality::Restricted));
    redacted.into_iter().chain(restricted).collect()
}

/// An id that belongs to a record and to nothing else.
pub(crate) fn derived(held: &HeldRecord, what: &str) -> Uuid {
    Uuid::new_v5(&held.id.0, what.as_bytes())
}
