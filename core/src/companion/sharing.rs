//! What the client lets others see, and who sees what. A yes can be taken back on the client's own phone at any time.

use serde_json::json;

use super::{Companion, CompanionError};
use crate::journey::seen_by::{SEEN_BY, SeenBy};
use crate::model::kinds::{Sharing, SharingPurpose};
use crate::model::{Audience, CaseId, Fields, Record, StreamRef, Timestamp, from_fields, sort_by_key};
use crate::store::{Listing, record};

/// A share switch as both see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharingView {
    /// What the switch is for, what was asked and when.
    pub sharing: Sharing,
    /// Whether the client's yes stands.
    pub given: bool,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// What a client is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharingQuestion {
    /// What for.
    pub purpose: SharingPurpose,
    /// What exactly, in the words the client hears.
    pub scope: Option<String>,
    /// With whom, by name.
    pub with: Option<String>,
}

impl Companion {
    /// Writes down what the client answered when they were asked. Asked again, the latest answer stands.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when a text is too long; the store's.
    pub fn ask_sharing(
        &self,
        case: CaseId,
        question: &SharingQuestion,
        yes: bool,
    ) -> Result<(), CompanionError> {
        self.write(|writing| {
            let now = writing.reading.wall;
            let id = Sharing::id_of(case, question.purpose);
            if record::find(writing.transaction, id)?.is_some() {
                return writing.set(id, switched(yes, now));
            }
            let sharing = Sharing {
                scope: question.scope.clone(),
                with: question.with.clone(),
                given_at: yes.then_some(now),
                ..Sharing::new(question.purpose, now)
            };
            writing.create(id, StreamRef::of_case(case, Audience::Shared), &sharing)
        })
    }

    /// Gives a yes again or takes it back, on the client's phone or the worker's.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`] when the client was never asked.
    pub fn switch_sharing(
        &self,
        case: CaseId,
        purpose: SharingPurpose,
        yes: bool,
    ) -> Result<(), CompanionError> {
        self.write(|writing| writing.set(Sharing::id_of(case, purpose), switched(yes, writing.reading.wall)))
    }

    /// Every share switch of a case, by what it is for.
    ///
    /// # Errors
    /// The store's.
    pub fn sharing(&self, case: CaseId) -> Result<Vec<SharingView>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Shared);
        let rows =
            self.store.read(|connection| record::list_in(connection, stream, Listing::of(Sharing::ENTRY)))?;
        let mut switches = rows
            .into_iter()
            .map(|row| {
                let sharing: Sharing = from_fields(&row.fields)?;
                Ok(SharingView { given: sharing.is_given(), sharing, unsent: row.pending })
            })
            .collect::<Result<Vec<_>, CompanionError>>()?;
        sort_by_key(&mut switches, |view| view.sharing.purpose);
        Ok(switches)
    }

    /// Who reads which part of what is kept about a client.
    pub fn who_sees_what(&self) -> &'static [SeenBy] {
        &SEEN_BY
    }
}

/// The fields of a switch thrown at `now`. What it said before stays in its history on the server.
fn switched(yes: bool, now: Timestamp) -> Fields {
    let mut fields = Fields::from([("withdrawn_at".to_owned(), json!((!yes).then_some(now)))]);
    if yes {
        fields.insert("given_at".to_owned(), json!(now));
    }
    fields
}
