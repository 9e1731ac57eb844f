//! One-time codes: 80 random bits in four groups that can be read out over a telephone.

use alongside_core::ports::{Entropy, EntropyError};
use sha2::{Digest, Sha256};

/// Crockford's letters: no I, L, O or U, so that nothing is mistaken for a digit.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 16;
const GROUP: usize = 4;

/// A code, in the form that is hashed. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

impl Code {
    /// A new one.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn mint(entropy: &dyn Entropy) -> Result<Self, EntropyError> {
        let mut bytes = [0; LENGTH];
        entropy.fill(&mut bytes)?;
        // 256 is a multiple of 32, so every letter is as likely as any other.
        Ok(Self(bytes.map(|byte| LETTERS[usize::from(byte % 32)])))
    }

    /// What somebody typed, with or without groups and in any case; I and L read as 1, O as 0.
    pub fn read(text: &str) -> Option<Self> {
        let mut letters = text.chars().filter(|letter| !matches!(letter, ' ' | '-' | '\u{2013}')).map(letter);
        let mut code = [0; LENGTH];
        for place in &mut code {
            *place = letters.next()??;
        }
        letters.next().is_none().then_some(Self(code))
    }

    /// Its SHA-256, by which the server knows it. 80 random bits cannot be searched for.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// The text a person is given, such as `7K2M-9QXD-04TB-VH6E`.
    pub fn to_text(&self) -> String {
        let groups: Vec<String> =
            self.0.chunks(GROUP).map(|group| group.iter().map(|byte| char::from(*byte)).collect()).collect();
        groups.join("-")
    }
}

fn letter(typed: char) -> Option<u8> {
    let letter = match typed.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    LETTERS.iter().copied().find(|known| char::from(*known) == letter)
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(..)")
    }
}

#[cfg(test)]
mod tests {
    use alongside_core::ports::SeededEntropy;

    use super::*;

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        let code = Code::mint(&SeededEntropy::new(1)).unwrap();
        let text = code.to_text();
        assert_eq!(text.len(), LENGTH + 3);
        for typed in [
            text.clone(),
            text.to_lowercase(),
            text.replace('-', ""),
            text.replace('-', " "),
            format!(" {} ", text.replace('1', "l").replace('0', "o")),
        ] {
            assert_eq!(Code::read(&typed), Some(code.clone()), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_a_code_is_none() {
        for text in [
            "",
            "7K2M",
            "7K2M-9QXD-04TB-VH6",
            "7K2M-9QXD-04TB-VH6E0",
            "7K2M-9QXD-04TB-VH6U",
            "７K2M-9QXD-04TB-VH6E",
        ] {
            assert_eq!(Code::read(text), None, "{text}");
        }
    }

    #[test]
    fn codes_differ() {
        let entropy = SeededEntropy::new(1);
        let codes: std::collections::BTreeSet<String> =
            (0..1000).map(|_| Code::mint(&entropy).unwrap().to_text()).collect();
        assert_eq!(codes.len(), 1000);
    }
}
