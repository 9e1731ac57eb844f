//! The hidden field of every form: proof that our own page made it, for this browser.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use subtle::ConstantTimeEq;

/// The hidden field that carries `secret`, which is `Token::form_secret` of the browser's cookie.
pub(in crate::web) fn form_token(secret: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(secret)
}

/// Whether `sent` is the hidden field that carries `secret`. Takes as long for any wrong value.
pub(in crate::web) fn is_form_token(secret: &[u8], sent: &str) -> bool {
    form_token(secret).as_bytes().ct_eq(sent.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use alongside_core::ports::SeededEntropy;

    use super::super::Token;
    use super::*;

    #[test]
    fn a_form_belongs_to_one_browser() {
        let entropy = SeededEntropy::new(4);
        let mine = Token::new(&entropy).unwrap().form_secret();
        let theirs = Token::new(&entropy).unwrap().form_secret();
        assert!(is_form_token(&mine, &form_token(&mine)));
        assert!(!is_form_token(&mine, &form_token(&theirs)));
        assert!(!is_form_token(&mine, ""));
    }
}
