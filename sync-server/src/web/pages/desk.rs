//! What the handlers share: the site, and the turn-taking of password checks.

use crate::web::sign_in::PasswordCheck;
use crate::web::site::Site;

/// State of the handlers.
#[derive(Clone)]
pub(in crate::web) struct Desk {
    /// What pages are served from.
    pub(super) site: Site,
    /// Checks passwords, a few at a time.
    pub(super) passwords: PasswordCheck,
}

impl Desk {
    pub(in crate::web) fn new(site: Site) -> Self {
        Self { site, passwords: PasswordCheck::new() }
    }
}
