//! Why the store could not answer. Never holds a value from a row.

/// The store could not answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The file is not a database, or the key is not its key.
    #[error("the database cannot be read: another key, or not a database")]
    Unreadable,
    /// A newer version of the server has written it.
    #[error("the database is of version {found}, this server knows up to {known}")]
    Newer {
        /// The version found.
        found: i64,
        /// The latest version this server knows.
        known: i64,
    },
    /// A setting the promises rest on did not take.
    #[error("the database refuses the setting {setting}")]
    Setting {
        /// Its name.
        setting: &'static str,
    },
    /// The URL of the database is not one, or leads over a network in the clear.
    #[error("the URL of the database cannot be used: {0}")]
    Url(&'static str),
    /// There is no room left on the disk.
    #[error("the disk is full")]
    Full,
    /// Others held what was needed for too long, or the database was out of reach. Nothing was written, or nobody knows
    /// whether it was; sending the same again is safe.
    #[error("the database is busy or out of reach")]
    Busy(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A row is not what the server wrote.
    #[error("damaged row in {table}")]
    Damaged {
        /// The table it was found in.
        table: &'static str,
    },
    /// This engine cannot do it; its own tools can.
    #[error("this engine has its own tools for {what}")]
    Unsupported {
        /// What.
        what: &'static str,
    },
    /// Something with this name or id is there already.
    #[error("it is there already")]
    Taken,
    /// Anything else the engine says.
    #[error("storage failed")]
    Engine(#[source] Box<dyn std::error::Error + Send + Sync>),
}
