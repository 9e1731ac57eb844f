//! What the platform brings: traits that the app implements in its own language, and what makes a port of the core out of
//! each. An implementation that throws becomes a typed error here; nothing it threw is logged.

mod clock;
mod key_store;
mod listener;
mod transport;

pub(crate) use clock::AppClock;
pub use clock::{DeviceClock, DeviceClockError};
pub(crate) use key_store::AppKeys;
pub use key_store::{KeyStore, KeyStoreError};
pub(crate) use listener::AppListener;
pub use listener::{ChangeListener, ListenerError};
pub(crate) use transport::AppTransport;
pub use transport::{HttpRequest, SyncTransport, SyncTransportError};
