//! The bundle: a collection of entries that refer to each other by `urn:uuid:`.

use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::code::CodeList;
use super::codes::BundleType;
use super::datatypes::{Coding, full_url};
use super::json::prune;
use super::profile;
use super::resource::Resource;

/// One entry: a resource and the id it goes by.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) id: Uuid,
    /// What it says of itself wherever it travels: that passages were left out, that it is not for everybody.
    pub(crate) labels: Vec<Coding>,
    pub(crate) resource: Resource,
}

impl Entry {
    /// A resource under this id, whole.
    pub(crate) fn new(id: Uuid, resource: impl Into<Resource>) -> Self {
        Self { id, labels: Vec::new(), resource: resource.into() }
    }

    fn to_json(&self) -> Value {
        let mut meta = profile::meta(self.resource.type_name());
        meta.security.clone_from(&self.labels);
        let mut resource = written(&self.resource);
        if let Value::Object(object) = &mut resource {
            object.insert("id".to_owned(), self.id.to_string().into());
            object.insert("meta".to_owned(), written(&meta));
        }
        serde_json::json!({ "fullUrl": full_url(self.id), "resource": resource })
    }
}

/// The bundle of these entries, made at this time.
pub(crate) fn bundle(id: Uuid, made_at: &str, entries: &[Entry]) -> Value {
    let entries: Vec<Value> = entries.iter().map(Entry::to_json).collect();
    let bundle = serde_json::json!({
        "resourceType": "Bundle",
        "id": id.to_string(),
        "type": BundleType::Collection.code(),
        "timestamp": made_at,
        "entry": entries,
    });
    prune(bundle).unwrap_or_default()
}

/// These types are plain data with string keys, which always have a JSON form.
fn written<T: Serialize>(part: &T) -> Value {
    serde_json::to_value(part).expect("plain data with string keys has a JSON form")
}
