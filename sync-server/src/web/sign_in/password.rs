//! Whether a password is right: argon2id, with the parameters the stored hash names.
//!
//! For an unknown name the same work is done on a hash that nothing matches, so that time does not tell which names exist.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordVerifier};
use tokio::sync::Semaphore;

/// A hash with the parameters new passwords get (19 MiB, two passes: OWASP's) and random bytes for its salt and result.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$zgZax+UzbjoZ6BikuLh0XQ$71JqrJVnfa0kUBHuctfXdWjKOARSMA3jZT4jOy/r1Kc";

/// Each check takes 19 MiB and a moment of one processor; more at once would only wait for each other.
const AT_ONCE: usize = 2;

/// Checks passwords, a few at a time.
#[derive(Clone)]
pub(in crate::web) struct PasswordCheck(Arc<Semaphore>);

impl PasswordCheck {
    pub(in crate::web) fn new() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }

    /// Whether `password` is the one of which `hash` was made. Without a hash, `false`, after as long.
    pub(in crate::web) async fn is_right(&self, password: String, hash: Option<String>) -> bool {
        let _turn = self.0.acquire().await;
        tokio::task::spawn_blocking(move || verify(&password, hash.as_deref())).await.unwrap_or(false)
    }
}

fn verify(password: &str, hash: Option<&str>) -> bool {
    let matches = |hash: &str| {
        PasswordHash::new(hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    };
    matches(hash.unwrap_or(NOBODY)) && hash.is_some()
}

#[cfg(test)]
mod tests {
    use argon2::password_hash::{PasswordHasher, SaltString};

    use super::*;

    fn hash(password: &str) -> String {
        let salt = SaltString::encode_b64(b"sixteen bytes ok").unwrap();
        Argon2::default().hash_password(password.as_bytes(), &salt).unwrap().to_string()
    }

    #[test]
    fn only_the_right_password_is_right() {
        let hash = hash("correct horse battery");
        assert!(verify("correct horse battery", Some(&hash)));
        assert!(!verify("correct horse batterx", Some(&hash)));
        assert!(!verify("", Some(&hash)));
    }

    #[test]
    fn nobody_s_hash_costs_what_a_new_password_costs_and_matches_nothing() {
        let parameters = |hash: &str| PasswordHash::new(hash).unwrap().params.to_string();
        assert_eq!(parameters(NOBODY), parameters(&hash("x")));
        assert_eq!(PasswordHash::new(NOBODY).unwrap().hash.unwrap().len(), 32);
        assert!(!verify("anything", None));
    }

    #[test]
    fn a_damaged_hash_lets_nobody_in() {
        assert!(!verify("x", Some("$argon2id$v=19$nonsense")));
        assert!(!verify("", Some("")));
    }
}
