//! Passwords of people who sign in on the web.

use alongside_core::ports::Entropy;
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, SaltString};

use super::AdminError;
use crate::enrolment::Code;

/// Fewest characters of a password.
pub const MIN_PASSWORD: usize = 12;
const MAX_PASSWORD: usize = 200;

/// A password nobody has to think of: 80 random bits, in groups.
///
/// # Errors
/// When there is no randomness.
pub fn make_password(entropy: &dyn Entropy) -> Result<String, AdminError> {
    Ok(Code::mint(entropy)?.to_text().to_ascii_lowercase())
}

/// The argon2id hash that is kept (19 MiB, two passes: OWASP's parameters), as a PHC string.
pub(super) fn hash_password(entropy: &dyn Entropy, password: &str) -> Result<String, AdminError> {
    let length = password.chars().count();
    if !(MIN_PASSWORD..=MAX_PASSWORD).contains(&length) {
        return Err(AdminError::Password);
    }
    let mut salt = [0; 16];
    entropy.fill(&mut salt)?;
    let salt = SaltString::encode_b64(&salt).map_err(|_| AdminError::Hash)?;
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt).map_err(|_| AdminError::Hash)?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use alongside_core::ports::SeededEntropy;
    use argon2::password_hash::{PasswordHash, PasswordVerifier};

    use super::*;

    #[test]
    fn a_password_is_kept_as_an_argon2id_hash_of_its_own() {
        let entropy = SeededEntropy::new(1);
        let password = make_password(&entropy).unwrap();
        let (one, other) =
            (hash_password(&entropy, &password).unwrap(), hash_password(&entropy, &password).unwrap());
        assert_ne!(one, other);
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{one}");
        let parsed = PasswordHash::new(&one).unwrap();
        assert!(Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok());
        assert!(Argon2::default().verify_password(b"another password", &parsed).is_err());
    }

    #[test]
    fn short_and_endless_passwords_are_refused() {
        let entropy = SeededEntropy::new(1);
        for bad in ["", "elevenchars", &"x".repeat(201)] {
            assert!(matches!(hash_password(&entropy, bad), Err(AdminError::Password)));
        }
        assert!(hash_password(&entropy, "twelve chars").is_ok());
    }
}
