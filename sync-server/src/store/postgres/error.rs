//! What PostgreSQL says, in the store's words. Its details may quote rows, so only its codes are passed on, with the
//! sentence where that is about the connection and not about data.

use deadpool_postgres::PoolError;
use tokio_postgres::Error;
use tokio_postgres::error::{DbError, SqlState};

use crate::store::StoreError;

/// What went wrong, without any value of a row.
#[derive(Debug, thiserror::Error)]
enum Said {
    /// The database's code for it (SQLSTATE).
    #[error("PostgreSQL says {0}")]
    Code(String),
    /// The code and a sentence about the connection.
    #[error("PostgreSQL says {0}: {1}")]
    Sentence(String, String),
    /// There was no answer.
    #[error("no answer from PostgreSQL")]
    Nothing(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Classes of codes that are about connecting, and whose sentences name roles, databases and limits only.
const ABOUT_CONNECTING: [&str; 5] = ["08", "28", "3D", "53", "57"];

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match error.as_db_error() {
            Some(told) => told_by(told),
            None if is_lost(&error) => Self::Busy(Box::new(Said::Nothing(error.into()))),
            None => Self::Engine(Box::new(Said::Nothing(error.into()))),
        }
    }
}

impl From<PoolError> for StoreError {
    fn from(error: PoolError) -> Self {
        match error {
            PoolError::Backend(error) => error.into(),
            other => Self::Busy(Box::new(Said::Nothing(other.into()))),
        }
    }
}

/// Whether the connection could not be made or has gone.
fn is_lost(error: &Error) -> bool {
    let io = std::error::Error::source(error).is_some_and(|source| source.is::<std::io::Error>());
    error.is_closed() || io
}

fn told_by(told: &DbError) -> StoreError {
    let code = told.code();
    let said = || -> Box<dyn std::error::Error + Send + Sync> {
        let number = code.code().to_owned();
        match ABOUT_CONNECTING.iter().any(|class| number.starts_with(class)) {
            true => Box::new(Said::Sentence(number, told.message().to_owned())),
            false => Box::new(Said::Code(number)),
        }
    };
    match code {
        code if *code == SqlState::UNIQUE_VIOLATION => StoreError::Taken,
        code if *code == SqlState::DISK_FULL => StoreError::Full,
        code if is_passing(code.code()) => StoreError::Busy(said()),
        _ => StoreError::Engine(said()),
    }
}

/// Whether the same may work in a while: lost connections (08), deadlocks (40), too much at once (53), waited for a lock too
/// long (55P03), an idle transaction that was ended (25P03), a statement or a server that was stopped (57).
fn is_passing(code: &str) -> bool {
    ["08", "40", "53", "57"].iter().any(|class| code.starts_with(class)) || ["25P03", "55P03"].contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_is_told_from_what_does_not() {
        for code in ["08006", "40001", "40P01", "53300", "55P03", "57014", "57P01", "25P03"] {
            assert!(is_passing(code), "{code}");
        }
        for code in ["23505", "42P01", "25P02", "22021", "28P01"] {
            assert!(!is_passing(code), "{code}");
        }
    }
}
