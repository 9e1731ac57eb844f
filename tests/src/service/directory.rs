//! The organisation's directory in a test: an invented feed, taken in as an administrator takes it in.

use alongside_demo::people::directory;
use alongside_server::directory::{DirectoryImport, DirectoryReport, Limits, Source, import};
use serde_json::Value;

use super::Service;

/// The seed of the invented town.
const TOWN: u64 = 7;

impl Service {
    /// Imports `count` invented services from a file. Those that were checked, were checked on `checked`, as `2026-06-01`.
    pub async fn import_directory(&self, count: usize, checked: &str) -> DirectoryReport {
        let feed = self.folder().join("feed.json");
        let services: Vec<Value> = directory(count, TOWN, checked).collect();
        std::fs::write(&feed, Value::Array(services).to_string()).expect("the feed can be written");
        let organisation = self.store.read(|txn| txn.find_organisation(self.organisation));
        let organisation = organisation.expect("it can be read").expect("it is there");
        let source = Source::file(feed, None);
        let job = DirectoryImport {
            store: &*self.store,
            organisation: &organisation,
            source: &source,
            progress: None,
            accept_shrinking: false,
            limits: Limits::default(),
            clock: &*self.ports.clock,
        };
        let mut remarks = Vec::new();
        let report =
            import(&job, &mut |remark| remarks.push(remark.to_string())).await.expect("it is imported");
        assert!(remarks.is_empty(), "remarks on an invented feed: {remarks:?}");
        report
    }
}
