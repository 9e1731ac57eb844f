//! How this phone becomes one of the service's.

use std::time::Duration;

use super::{HttpRequest, SyncError, Transport, TransportError, body};
use crate::model::{OrganisationId, StreamRef};
use crate::store::{Identity, Store, identity};
use crate::wire::{DeviceDescription, ENROL_PATH, EnrolRequest, EnrolResponse, PROTOCOL};

/// Trades a one-time code for this phone's identity and keeps it.
///
/// # Errors
/// [`SyncError::Refused`] when the code is wrong, used or too old; transport errors; the store's.
pub async fn enrol(
    store: &Store,
    transport: &dyn Transport,
    server: &str,
    code: &str,
    device: DeviceDescription,
) -> Result<Identity, SyncError> {
    let server = address(server)?;
    let replica = store.read(identity::replica_id)?;
    let request = EnrolRequest { v: PROTOCOL, code: code.trim().to_owned(), replica, device };
    let (body, encoding) = body::encode(&request)?;
    let request = HttpRequest {
        url: format!("{server}{ENROL_PATH}"),
        bearer: None,
        body,
        encoding,
        within: Duration::from_secs(30),
        most: 64 * 1024,
    };
    let response: EnrolResponse = body::decode(&transport.send(request).await?)?;
    let identity = keep(server, response);
    store.write(|transaction| {
        identity::keep_identity(transaction, &identity)?;
        identity::own_stream(transaction, StreamRef::private(identity.person))
    })?;
    Ok(identity)
}

/// The server's address without a slash at its end; only HTTP and HTTPS are spoken.
fn address(server: &str) -> Result<String, SyncError> {
    let server = server.trim().trim_end_matches('/');
    let known = ["https://", "http://"]
        .iter()
        .any(|scheme| server.len() > scheme.len() && server.starts_with(scheme));
    if known { Ok(server.to_owned()) } else { Err(TransportError::BadAddress.into()) }
}

fn keep(server: String, response: EnrolResponse) -> Identity {
    Identity {
        server,
        token: response.token,
        device: response.device,
        replica: response.replica,
        person: response.person.person(),
        name: response.person.name,
        role: response.role,
        organisation: OrganisationId(response.organisation.id),
        organisation_name: response.organisation.name,
        own_case: response.case,
    }
}
