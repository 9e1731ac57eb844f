//! Whether the sender may do what an operation says: their grant of the stream, then the table of roles.
//!
//! To somebody who was never granted its stream, a record looks like one that is not there.

use alongside_core::access::{Attempt, may_write};
use alongside_core::model::catalogue::find_kind;
use alongside_core::model::{Act, CaseId, Entity, KindEntry, Op, Role, StreamRef, Why};

use super::desk::Desk;
use crate::store::{Grant, StoreError};

/// It may be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Permit {
    /// It was written before its author learned that the case had moved on.
    pub(super) late: bool,
    /// It opens this case.
    pub(super) opens: Option<CaseId>,
}

/// How the sender stands to a stream.
enum Standing {
    Granted,
    /// Taken away, and this push may come from before the phone was told.
    Late,
    /// Taken away, and the phone knew.
    Gone,
    Never,
}

/// Whether `op` on `entity` may be done, or why not.
pub(super) fn permit(
    desk: &mut Desk<'_>,
    op: &Op,
    entity: Option<&Entity>,
) -> Result<Result<Permit, Why>, StoreError> {
    let (kind, stream) = match target(desk, op, entity) {
        Ok(target) => target,
        Err(why) => return Ok(Err(why)),
    };
    let opens = opened_case(desk, op, entity, kind, stream)?;
    let late = match (opens, standing(desk, stream)?) {
        (Some(_), _) | (None, Standing::Granted) => false,
        (None, Standing::Late) => true,
        (None, Standing::Gone) if desk.takes_late() => true,
        (None, Standing::Gone) => return Ok(Err(Why::NotAllowed)),
        (None, Standing::Never) => return Ok(Err(never(op))),
    };
    let fields: Vec<&str> = op.fields.keys().chain(op.resolved.keys()).map(String::as_str).collect();
    let role = desk.sender.session.person.role;
    let attempt = Attempt { role, act: op.act, kind, audience: stream.audience, fields: &fields };
    Ok(may_write(&attempt).map(|()| Permit { late, opens }).map_err(|_| Why::NotAllowed))
}

/// The kind of the record and the stream that is written to.
fn target(desk: &Desk<'_>, op: &Op, entity: Option<&Entity>) -> Result<(&'static KindEntry, StreamRef), Why> {
    let name = match (op.act, entity) {
        (Act::Create, _) => op.kind.as_deref().ok_or(Why::Malformed)?,
        (_, Some(entity)) => entity.kind.as_str(),
        (_, None) => return Err(Why::NoSuchRecord),
    };
    let kind = find_kind(name).ok_or(Why::UnknownKind)?;
    let stream = match (op.act, entity) {
        (Act::Create, _) => well_placed(op, kind, op.stream.ok_or(Why::Malformed)?)?,
        (Act::Publish, Some(draft)) => own_draft(desk, draft, kind, op.stream.ok_or(Why::Malformed)?)?,
        (_, Some(entity)) => entity.stream,
        (_, None) => return Err(Why::NoSuchRecord),
    };
    Ok((kind, stream))
}

/// The client of a case has the id of the case, so that there is one and only one.
fn well_placed(op: &Op, kind: &KindEntry, stream: StreamRef) -> Result<StreamRef, Why> {
    let of_case = kind.name != "client" || stream.owner == op.entity.0;
    if of_case { Ok(stream) } else { Err(Why::NotAllowed) }
}

/// Only a draft of one's own is published, and only to the case it is about.
fn own_draft(desk: &Desk<'_>, draft: &Entity, kind: &KindEntry, to: StreamRef) -> Result<StreamRef, Why> {
    let person = desk.sender.session.person.id;
    if draft.stream != StreamRef::private(person) {
        return Err(Why::NoSuchRecord);
    }
    let case = draft.cells.get("case").and_then(|cell| cell.value.as_str()?.parse::<CaseId>().ok());
    let home = case.map(|case| StreamRef::of_case(case, kind.home));
    if draft.author == person && home == Some(to) { Ok(to) } else { Err(Why::NotAllowed) }
}

/// A case is opened by a link worker who creates its client.
fn opened_case(
    desk: &mut Desk<'_>,
    op: &Op,
    entity: Option<&Entity>,
    kind: &KindEntry,
    stream: StreamRef,
) -> Result<Option<CaseId>, StoreError> {
    let session = desk.sender.session;
    let begins = op.act == Act::Create && entity.is_none() && kind.name == "client";
    let Some(case) = stream.case().filter(|_| begins && session.person.role == Role::LinkWorker) else {
        return Ok(None);
    };
    let known = desk.opens(case) || desk.txn.find_case(session.org, case)?.is_some();
    Ok((!known).then_some(case))
}

fn standing(desk: &mut Desk<'_>, stream: StreamRef) -> Result<Standing, StoreError> {
    if stream.case().is_some_and(|case| desk.opens(case)) {
        return Ok(Standing::Granted);
    }
    let told = desk.sender.has_read;
    Ok(match desk.find_grant(stream)? {
        None => Standing::Never,
        Some(Grant { revoked: None, .. }) => Standing::Granted,
        Some(Grant { revoked: Some(revoked), .. }) if revoked > told => Standing::Late,
        Some(_) => Standing::Gone,
    })
}

fn never(op: &Op) -> Why {
    if matches!(op.act, Act::Create | Act::Publish) { Why::NotAllowed } else { Why::NoSuchRecord }
}
