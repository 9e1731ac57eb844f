//! Where the supervisors' page is, and the sign-in that was made for the demonstration.

use serde::Serialize;

/// The supervisors' page of the real server. The sign-in opens invented records alone, so it may be shown.
#[derive(Clone, Debug, Serialize)]
pub struct SupervisorsPage {
    /// Its address.
    pub address: String,
    /// The sign-in name.
    pub login: String,
    /// The password.
    pub password: String,
}
