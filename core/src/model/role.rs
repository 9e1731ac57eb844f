//! What people do in the service. Which streams come with a role is decided in `access`.

use super::Choice;
use super::choice;

choice! {
    /// What a person does in the service.
    Role {
        /// Visits clients, writes notes, agrees goals.
        LinkWorker = "link_worker",
        /// The person the case is about.
        Client = "client",
        /// Receives submitted assessments and decides what needs a decision.
        Supervisor = "supervisor",
        /// Makes people and codes; sees no content.
        Administrator = "administrator",
    }
}

impl Role {
    /// The role's name as a person would say it.
    pub fn words(self) -> String {
        self.name().replace('_', " ")
    }
}
