//! Two honest ends of an assessment that is not held: the client would rather not, or it was begun and given up.
//! Each is a sealed record without a single answer; nobody is pressed, and nothing reads as a fault of the client.

use serde_json::json;

use super::drafts::{load_unsealed, save};
use super::naming::name_client;
use super::write::Writing;
use super::{Companion, CompanionError, Reason};
use crate::model::kinds::{Assessment, AssessmentOutcome, Mode};
use crate::model::{CaseId, Choice, EntityId, Fields, Record, StreamRef};

impl Companion {
    /// Notes that the client would rather not hold this assessment, with their reason if they gave one. Gives the id of the
    /// sealed record.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when this phone has no such instrument or the reason is too long.
    pub fn decline_assessment(
        &self,
        case: CaseId,
        instrument: &str,
        mode: Mode,
        why: Option<&str>,
    ) -> Result<EntityId, CompanionError> {
        let known = self.instruments.known();
        let unknown = || CompanionError::invalid("instrument", Reason::Unknown);
        let version = known.latest(instrument).ok_or_else(unknown)?.version;
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let fields = Fields::from([
                ("at".to_owned(), json!(writing.reading.wall)),
                ("instrument".to_owned(), json!(instrument)),
                ("version".to_owned(), json!(version)),
                ("mode".to_owned(), json!(mode.name())),
            ]);
            seal_end(writing, id, (case, fields), AssessmentOutcome::Declined, why)
        })
    }

    /// Gives up an assessment that was begun. What was said until then is put away among its author's own drafts and goes
    /// nowhere; that it was given up is sealed, with the reason if there is one. Gives the id of the sealed record.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when it was submitted, or the reason is too long; [`CompanionError::NotFound`].
    pub fn abandon_assessment(
        &self,
        assessment: EntityId,
        why: Option<&str>,
    ) -> Result<EntityId, CompanionError> {
        let id = EntityId(self.ids.uuid());
        let sealed = self.write(|writing| {
            let draft = load_unsealed(writing.transaction, assessment)?;
            if draft.kind.name != Assessment::ENTRY.name {
                return Err(CompanionError::NotFound);
            }
            save(writing, assessment)?;
            writing.archive(assessment)?;
            let kept = ["at", "instrument", "version", "mode", "contact"];
            let fields: Fields =
                draft.fields.into_iter().filter(|(name, _)| kept.contains(&name.as_str())).collect();
            seal_end(writing, id, (draft.case, fields), AssessmentOutcome::Abandoned, why)
        })?;
        self.typing.forget(assessment);
        Ok(sealed)
    }
}

fn seal_end(
    writing: &Writing<'_>,
    id: EntityId,
    (case, mut fields): (CaseId, Fields),
    outcome: AssessmentOutcome,
    why: Option<&str>,
) -> Result<EntityId, CompanionError> {
    let kind = Assessment::ENTRY;
    fields.insert("case".to_owned(), json!(case));
    fields.insert("outcome".to_owned(), json!(outcome.name()));
    fields.extend(why.filter(|why| !why.trim().is_empty()).map(|why| ("why".to_owned(), json!(why))));
    writing.create_fields(id, StreamRef::private(writing.who.person), kind.name, fields)?;
    let sealed = writing.publish(id, StreamRef::of_case(case, kind.home))?;
    name_client(writing, case)?;
    Ok(sealed)
}
