//! How this phone becomes one of the service's, or its person's again.

use std::time::Duration;

use super::rekey::{claim, mint, new_replica};
use super::{HttpRequest, SyncError, Transport, TransportError, body};
use crate::model::{OrganisationId, ReplicaId, StreamRef};
use crate::ports::Entropy;
use crate::store::recovery::{self, KeptChain, NewReplica};
use crate::store::{Identity, Store, drafts, handing_on, identity, outbox, photos, salvage};
use crate::wire::{DeviceDescription, ENROL_PATH, EnrolRequest, EnrolResponse, PROTOCOL};

/// Trades a one-time code for this phone's identity and keeps it. A phone that was enrolled before goes on where it was when
/// the code is its person's; what it kept is handed over again unless the server proves to have it. A code of somebody else
/// empties the phone of what its person had, once nothing of that is unsent.
///
/// # Errors
/// [`SyncError::Refused`] when the code is wrong, used or too old; [`SyncError::SomebodyElses`]; transport errors; the
/// store's.
pub async fn enrol(
    store: &Store,
    (transport, entropy): (&dyn Transport, &dyn Entropy),
    server: &str,
    code: &str,
    device: DeviceDescription,
) -> Result<Identity, SyncError> {
    let server = address(server)?;
    let fresh = mint(entropy)?;
    let (before, kept, replica) = store.write(|transaction| {
        let before = identity::find_identity(transaction)?;
        let kept = recovery::kept_chain(transaction)?;
        let replica = match before {
            Some(_) => recovery::wanted_replica(transaction, fresh)?,
            None => kept.replica,
        };
        Ok((before, kept, replica))
    })?;
    let claims = before.is_some() && !kept.ops.is_empty();
    let request = EnrolRequest {
        v: PROTOCOL,
        code: code.trim().to_owned(),
        replica,
        device,
        before: claims.then(|| claim(&kept)),
    };
    let response = send(transport, &server, &request).await?;
    let identity = who(server, &response);
    match before {
        None => first(store, &identity, &response),
        Some(before) if before.person == identity.person => {
            again(store, &identity, (&kept, replica), &response)
        }
        Some(_) => handed_on(store, &identity, replica, &response),
    }?;
    Ok(identity)
}

async fn send(
    transport: &dyn Transport,
    server: &str,
    request: &EnrolRequest,
) -> Result<EnrolResponse, SyncError> {
    let (body, encoding) = body::encode(request)?;
    let request = HttpRequest {
        url: format!("{server}{ENROL_PATH}"),
        bearer: None,
        body,
        encoding,
        within: Duration::from_secs(30),
        // A claim is answered with a number for each operation of it.
        most: 1024 * 1024,
    };
    body::decode(&transport.send(request).await?)
}

fn first(store: &Store, identity: &Identity, response: &EnrolResponse) -> Result<(), SyncError> {
    Ok(store.write(|transaction| {
        identity::keep_identity(transaction, identity)?;
        if let Some(epoch) = response.epoch {
            identity::keep_epoch(transaction, epoch)?;
        }
        identity::own_stream(transaction, StreamRef::private(identity.person))
    })?)
}

fn again(
    store: &Store,
    identity: &Identity,
    (kept, replica): (&KeptChain, ReplicaId),
    response: &EnrolResponse,
) -> Result<(), SyncError> {
    let known = response
        .known
        .clone()
        .unwrap_or_else(|| crate::wire::Known { tail: claim(kept).tail, ..crate::wire::Known::default() });
    let new = NewReplica {
        id: replica,
        identity: identity.clone(),
        epoch: response.epoch,
        known: 0,
        answers: Vec::new(),
        now: response.now,
    };
    let new = new_replica(kept, &known, new)?;
    Ok(store.write(|transaction| recovery::rekey(transaction, &new))?)
}

/// Work is bound to whoever wrote it: nobody else's name ever goes on it.
fn handed_on(
    store: &Store,
    identity: &Identity,
    replica: ReplicaId,
    response: &EnrolResponse,
) -> Result<(), SyncError> {
    let open = store.read(drafts::list_forms)?.into_iter().any(|open| !open.fields.is_empty());
    let unleft = store.read(salvage::has_unplaced)?;
    let unsent = store.read(outbox::unsent)?.count + store.read(photos::count_unsent)?;
    if open || unleft || unsent > 0 {
        return Err(SyncError::SomebodyElses);
    }
    store.drop_aside()?;
    Ok(store.write(|transaction| {
        handing_on::empty(transaction, replica, response.epoch)?;
        identity::keep_identity(transaction, identity)?;
        identity::own_stream(transaction, StreamRef::private(identity.person))
    })?)
}

/// The server's address without a slash at its end; only HTTP and HTTPS are spoken.
fn address(server: &str) -> Result<String, SyncError> {
    let server = server.trim().trim_end_matches('/');
    let known = ["https://", "http://"]
        .iter()
        .any(|scheme| server.len() > scheme.len() && server.starts_with(scheme));
    if known { Ok(server.to_owned()) } else { Err(TransportError::BadAddress.into()) }
}

fn who(server: String, response: &EnrolResponse) -> Identity {
    Identity {
        server,
        token: response.token.clone(),
        device: response.device,
        replica: response.replica,
        person: response.person.person(),
        name: response.person.name.clone(),
        role: response.role,
        organisation: OrganisationId(response.organisation.id),
        organisation_name: response.organisation.name.clone(),
        own_case: response.case,
    }
}
