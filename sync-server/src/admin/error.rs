//! Why an administrator's wish was not carried out.

use alongside_core::ports::EntropyError;

use crate::store::StoreError;

/// It was not carried out, and nothing changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AdminError {
    /// No such organisation; or, where none was named, there is not exactly one.
    #[error("no such organisation")]
    NoOrganisation,
    /// No such person in the organisation.
    #[error("no such person")]
    NoPerson,
    /// No such case in the organisation.
    #[error("no such case")]
    NoCase,
    /// Neither a record nor a case of the organisation has this id.
    #[error("neither a record nor a case has this id")]
    NoRecord,
    /// No such phone.
    #[error("no such phone")]
    NoDevice,
    /// Only link workers are assigned to cases, only clients have a case of their own, only supervisors sign in on the web.
    #[error("this is not for somebody with this role")]
    Role,
    /// The name is empty or longer than 200 characters.
    #[error("a name has from 1 to 200 characters")]
    Name,
    /// The login is empty, longer than 100 characters, or has a space in it.
    #[error("a login has from 1 to 100 characters and no spaces")]
    Login,
    /// The password is too short or too long.
    #[error("a password has from 12 to 200 characters")]
    Password,
    /// The id or login is in use.
    #[error("it is there already")]
    Taken,
    /// The person has left.
    #[error("this person has left")]
    Left,
    /// The copy does not hold what was copied; it was not taken for a backup.
    #[error("the copy differs from the database: it is not a backup")]
    BackupDiffers,
    /// A file could not be read, written or moved.
    #[error("a file could not be used")]
    File(#[source] std::io::Error),
    /// There is no randomness to make a secret from.
    #[error("no randomness")]
    Entropy(#[from] EntropyError),
    /// The password could not be hashed.
    #[error("could not hash the password")]
    Hash,
    /// The storage failed.
    #[error("storage")]
    Store(#[source] StoreError),
}

impl From<StoreError> for AdminError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Taken => Self::Taken,
            other => Self::Store(other),
        }
    }
}
