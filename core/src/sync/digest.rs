//! What this phone holds of a stream, as the protocol digests it.

use crate::store::AuditedStream;
use crate::wire::{DigestedRecord, StreamDigest};

/// The digest of what the phone was last told of a stream.
pub(super) fn digest(audited: &AuditedStream) -> StreamDigest {
    audited.records.iter().fold(StreamDigest::default(), |digest, record| {
        let texts = record.siblings.iter();
        let siblings: Vec<_> = texts
            .flat_map(|(field, texts)| texts.iter().map(move |text| (field.as_str(), text.rev, &text.value)))
            .collect();
        digest.with(&DigestedRecord {
            id: record.id,
            kind: &record.kind,
            state: record.state,
            rev: record.rev,
            fields: &record.fields,
            siblings: &siblings,
            seal: record.seal.as_deref(),
        })
    })
}
