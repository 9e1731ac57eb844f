//! The story of the demonstration played without a browser, each claim checked as it is made: a visit with no signal, a sync,
//! a client and a colleague who see what is theirs to see, and a supervisor who receives the assessment once.

mod arrival;
mod browser;
mod claim;
mod colleagues;
mod report;
mod secrecy;
mod supervisor;
mod visit;

use std::sync::Arc;

pub use browser::Browser;
pub use report::Report;

use crate::error::DemoError;
use crate::phone::Phone;
use crate::stage::{Owner, Prepared, Stage};
use claim::claim;

/// Plays the story on a stage that is set, and gives its figures.
///
/// # Errors
/// [`DemoError::Claim`] with the first claim that does not hold; or what else kept the story from going on.
pub async fn play(stage: &Stage, prepared: &Prepared) -> Result<Report, DemoError> {
    let [worker, client, second] = phones(stage)?;
    let mut report = Report::begin(prepared);

    report.records_on_phone = arrival::check(worker.companion(), prepared.caseload.lines())?;
    let visit = visit::without_signal(&worker, prepared.own_case).await?;
    report.ops_offline = visit.ops;
    worker.set_aeroplane_mode(false);
    worker.sync_now().await?;
    claim(worker.companion().sync_state()?.unsent == 0, "everything written offline is sent after one sync")?;

    report.ops_offline += colleagues::client_answers(&client, &worker, &visit).await?;
    colleagues::second_link_worker_reads(&second, &visit).await?;
    let supervisor = prepared.service.supervisors_page();
    report.assessments_received = supervisor::check(&supervisor, &visit).await?;

    let texts = secrecy::Texts::of(prepared.caseload.lines());
    for phone in [&worker, &client, &second] {
        report.bytes_scanned += secrecy::check(phone, &texts)?;
    }
    report.texts_sought = texts.len();
    report.add_phones([&worker, &client, &second]);
    Ok(report)
}

fn phones(stage: &Stage) -> Result<[Arc<Phone>; 3], DemoError> {
    let phone = |owner| stage.find_phone(owner).cloned().ok_or(DemoError::TooSlow);
    Ok([phone(Owner::Worker)?, phone(Owner::Client)?, phone(Owner::Second)?])
}
