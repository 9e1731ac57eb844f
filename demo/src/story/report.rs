//! What the story measured, as one JSON object.

use serde::Serialize;

use crate::phone::{Figures, Phone};
use crate::stage::Prepared;

/// The figures of a story that held. Every one was counted during it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// Clients on the caseload.
    pub clients: usize,
    /// Records the server's import took.
    pub records_loaded: u64,
    /// How long the import took, in milliseconds.
    pub import_ms: u64,
    /// Records of the caseload that were found, whole, on the link worker's phone.
    pub records_on_phone: u64,
    /// Operations written while the phone that wrote them had not sent them.
    pub ops_offline: u64,
    /// Operations the server answered, over all phones, those written while the stage was set included.
    pub ops_synced: u64,
    /// How often the assessment that was submitted is on the supervisor's list.
    pub assessments_received: usize,
    /// Bytes of request bodies, over all phones.
    pub bytes_up: u64,
    /// Bytes of reply bodies, over all phones.
    pub bytes_down: u64,
    /// Requests, over all phones.
    pub requests: u64,
    /// Pieces of the caseload's and the visit's texts that were looked for in the phones' files.
    pub texts_sought: usize,
    /// Bytes of those files that were looked through; none of the texts was found.
    pub bytes_scanned: u64,
    /// From the program's start to the page's first answer, in milliseconds.
    pub first_page_ms: Option<u64>,
    /// From the program's start to the first caseload with somebody on it, in milliseconds.
    pub first_caseload_ms: Option<u64>,
    /// From the program's start to the end of the story, in milliseconds.
    pub milliseconds: u64,
}

impl Report {
    /// What is known before the first scene.
    pub(super) fn begin(prepared: &Prepared) -> Self {
        Self {
            clients: prepared.caseload.cases().len(),
            records_loaded: prepared.loaded.records,
            import_ms: prepared.loaded.milliseconds,
            ..Self::default()
        }
    }

    /// What went over the phones' radios.
    pub(super) fn add_phones<'a>(&mut self, phones: impl IntoIterator<Item = &'a std::sync::Arc<Phone>>) {
        let all = phones.into_iter().fold(Figures::default(), |sum, phone| sum + phone.figures());
        self.ops_synced = all.ops_synced;
        self.bytes_up = all.bytes_up;
        self.bytes_down = all.bytes_down;
        self.requests = all.requests;
    }
}
