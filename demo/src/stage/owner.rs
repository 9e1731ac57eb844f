//! Whose phone a phone is. The names are made up.

/// The three people who carry a phone in the demonstration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The link worker whose caseload it is.
    Worker,
    /// One of the clients.
    Client,
    /// A second link worker, who shares some of the cases.
    Second,
}

impl Owner {
    /// All three, in the order in which the page shows them.
    pub const ALL: [Self; 3] = [Self::Worker, Self::Client, Self::Second];

    /// The name in addresses and folder names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Worker => "link-worker",
            Self::Client => "client",
            Self::Second => "second-link-worker",
        }
    }

    /// The owner called `name`.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|owner| owner.name() == name)
    }
}
