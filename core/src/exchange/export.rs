//! One export as a file: its bytes, its media type, and a name that says nothing of the person.

use std::fmt;

use super::bundle::to_bundle;
use super::csv::write_csv;
use super::error::ExchangeError;
use super::held::PersonRecord;
use super::html::summary;
use super::message_back::message_back;
use super::passages::without_marked;
use super::practice::{PracticeScope, practice_scope};
use super::tables;
use super::words::iso_day;
use crate::instrument::Registry;
use crate::model::Timestamp;

/// What is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportForm {
    /// The complete record as a FHIR R4 bundle.
    Bundle,
    /// A summary that a practice can file.
    Summary,
    /// A short text back to whoever referred.
    MessageBack,
    /// Contacts as a spreadsheet.
    Contacts,
    /// Goals as a spreadsheet.
    Goals,
    /// Onward referrals as a spreadsheet.
    Referrals,
    /// Needs as a spreadsheet.
    Needs,
    /// Submitted assessments as a spreadsheet.
    Assessments,
}

impl ExportForm {
    /// Every form.
    pub const ALL: [Self; 8] = [
        Self::Bundle,
        Self::Summary,
        Self::MessageBack,
        Self::Contacts,
        Self::Goals,
        Self::Referrals,
        Self::Needs,
        Self::Assessments,
    ];

    const fn media_type(self) -> &'static str {
        match self {
            Self::Bundle => "application/fhir+json",
            Self::Summary => "text/html; charset=utf-8",
            Self::MessageBack => "text/plain; charset=utf-8",
            _ => "text/csv; charset=utf-8; header=present",
        }
    }

    const fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Bundle => ("record", "json"),
            Self::Summary => ("summary", "html"),
            Self::MessageBack => ("message-back", "txt"),
            Self::Contacts => ("contacts", "csv"),
            Self::Goals => ("goals", "csv"),
            Self::Referrals => ("referrals", "csv"),
            Self::Needs => ("needs", "csv"),
            Self::Assessments => ("assessments", "csv"),
        }
    }
}

/// A file to hand on. `Debug` shows its name alone.
#[derive(Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// A name without anything about the person: what it is, and the day it was made.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl ExportFile {
    /// A file that was made at this time.
    pub(super) fn new(
        stem: &str,
        ending: &str,
        media_type: &str,
        made_at: Timestamp,
        bytes: Vec<u8>,
    ) -> Self {
        let file_name = format!("alongside-{stem}-{}.{ending}", iso_day(made_at));
        Self { file_name, media_type: media_type.to_owned(), bytes }
    }
}

/// Puts one export together, with marked passages left out.
///
/// # Errors
/// [`ExchangeError::NotShared`] for what goes to a practice when the person said no to that.
pub fn export(
    record: &PersonRecord,
    instruments: &Registry,
    form: ExportForm,
) -> Result<ExportFile, ExchangeError> {
    let open = without_marked(record);
    let bytes = match form {
        ExportForm::Bundle => to_bundle(record, instruments).to_string().into_bytes(),
        ExportForm::Summary => summary(&open, instruments, agreed(record)?).into_bytes(),
        ExportForm::MessageBack => message_back(&open, agreed(record)?).into_bytes(),
        ExportForm::Contacts => write_csv(&tables::contacts(&open)),
        ExportForm::Goals => write_csv(&tables::goals(&open)),
        ExportForm::Referrals => write_csv(&tables::referrals(&open)),
        ExportForm::Needs => write_csv(&tables::needs(&open)),
        ExportForm::Assessments => write_csv(&tables::assessments(&open, instruments)),
    };
    let (stem, ending) = form.file();
    Ok(ExportFile::new(stem, ending, form.media_type(), record.made_at, bytes))
}

/// The two files of a subject-access export.
pub fn access_files(copy: super::subject_access::SubjectAccess, made_at: Timestamp) -> [ExportFile; 2] {
    let page = ExportFile::new("copy", "html", "text/html; charset=utf-8", made_at, copy.page.into_bytes());
    [page, ExportFile::new("copy", "json", "application/json", made_at, copy.records)]
}

fn agreed(record: &PersonRecord) -> Result<PracticeScope, ExchangeError> {
    match practice_scope(record) {
        PracticeScope::Nothing => Err(ExchangeError::NotShared),
        scope => Ok(scope),
    }
}

impl fmt::Debug for ExportFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExportFile").field("file_name", &self.file_name).finish_non_exhaustive()
    }
}
