//! TLS to a database on another machine: its certificate must be good for its name and vouched for by those this machine
//! trusts, or by those in the file that `SSL_CERT_FILE` names.

use std::sync::Arc;

use rustls::crypto::ring::default_provider;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::Config;
use tokio_postgres::config::SslMode;
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::store::StoreError;

/// Makes connections as `config` asks for; without TLS in it, no certificates are read.
///
/// # Errors
/// When the ciphers are not there.
pub(super) fn connector(config: &Config) -> Result<MakeRustlsConnect, StoreError> {
    let mut trusted = RootCertStore::empty();
    if config.get_ssl_mode() == SslMode::Require {
        // One that cannot be read vouches for nothing; with none at all, the connection is refused.
        trusted.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    }
    let tls = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions();
    let tls = tls.map_err(|error| StoreError::Engine(Box::new(error)))?;
    Ok(MakeRustlsConnect::new(tls.with_root_certificates(trusted).with_no_client_auth()))
}
