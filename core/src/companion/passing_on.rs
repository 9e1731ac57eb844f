//! What a client's phone shows of their link worker, passed on when the link worker changes: whose name it is, and what was
//! planned in the name of who goes. Nobody else's telephone number stands beside a name.

use serde_json::{Value, json};

use super::CompanionError;
use super::write::Writing;
use crate::journey::changed_worker::is_overtaken;
use crate::model::kinds::{ChangeNotice, HandoverPack, LinkWorkerCard, NextContact};
use crate::model::{Audience, CaseId, Fields, PersonId, Record, State, StreamRef, from_fields};
use crate::store::{Listing, record};

/// Who comes.
#[derive(Clone, Copy)]
pub(super) struct Comes<'a> {
    pub(super) person: PersonId,
    pub(super) name: &'a str,
}

/// Who comes by a pack; nobody when the team's queue takes the case.
pub(super) fn comes(pack: &HandoverPack) -> Option<Comes<'_>> {
    Some(Comes { person: pack.to?, name: pack.to_name.as_deref()? })
}

/// The card names who comes, with no words and no way to reach them until they write their own; without anybody it is put
/// away. A card that names somebody else already is left alone.
pub(super) fn pass_on_card(
    writing: &Writing<'_>,
    case: CaseId,
    next: Option<Comes<'_>>,
) -> Result<(), CompanionError> {
    let id = LinkWorkerCard::id_of(case);
    let Some(row) = record::find(writing.transaction, id)?.filter(|row| row.state == State::Active) else {
        return Ok(());
    };
    let card: LinkWorkerCard = from_fields(&row.fields)?;
    if card.person.is_some_and(|person| person != writing.who.person) {
        return Ok(());
    }
    match next {
        None => writing.archive(id),
        Some(Comes { person, name }) => {
            let fields: [(&str, Value); 4] = [
                ("person", json!(person)),
                ("name", json!(name)),
                ("what_they_do", json!("")),
                ("reach", json!("")),
            ];
            writing.set(id, fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
        }
    }
}

/// What was planned with who goes for when they are gone names who comes, or the service, and is nobody's agreement.
pub(super) fn pass_on_next_contact(
    writing: &Writing<'_>,
    case: CaseId,
    change: &ChangeNotice,
) -> Result<(), CompanionError> {
    let id = NextContact::id_of(case);
    let Some(row) = record::find(writing.transaction, id)?.filter(|row| row.state == State::Active) else {
        return Ok(());
    };
    let next: NextContact = from_fields(&row.fields)?;
    if !is_overtaken(&next, change) || next.who != writing.who.name {
        return Ok(());
    }
    let who = change.to_name.as_deref().unwrap_or(&writing.who.organisation_name);
    writing.set(id, Fields::from([("who".to_owned(), json!(who)), ("agreed".to_owned(), Value::Null)]))
}

/// The pack that this person gave last for a case.
pub(super) fn last_given(
    writing: &Writing<'_>,
    case: CaseId,
) -> Result<Option<HandoverPack>, CompanionError> {
    let stream = StreamRef::of_case(case, Audience::Work);
    for row in record::list_in(writing.transaction, stream, Listing::of(HandoverPack::ENTRY))? {
        if row.author == writing.who.person {
            return Ok(Some(from_fields(&row.fields)?));
        }
    }
    Ok(None)
}
