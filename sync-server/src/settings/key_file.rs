//! The key a database is encrypted with, from a file that only the server's user can read.

use super::{SettingsError, StoreSettings};

impl StoreSettings {
    /// The key in the key file, if one is set.
    ///
    /// # Errors
    /// When the file cannot be read or holds something else.
    pub fn load_key(&self) -> Result<Option<[u8; 32]>, SettingsError> {
        let Some(path) = &self.key_file else { return Ok(None) };
        let text = std::fs::read_to_string(path);
        let text = text.map_err(|source| SettingsError::Unreadable { path: path.clone(), source })?;
        parse(text.trim()).map(Some).ok_or(SettingsError::Key)
    }
}

fn parse(text: &str) -> Option<[u8; 32]> {
    let mut key = [0; 32];
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, digits) in key.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_64_hexadecimal_digits() {
        assert_eq!(parse(&"0f".repeat(32)), Some([15; 32]));
        for bad in ["", "0f", &"0g".repeat(32), &"0f".repeat(33), &"+f".repeat(32), &"é".repeat(32)] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
