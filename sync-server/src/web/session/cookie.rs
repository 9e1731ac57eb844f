//! The two cookies: one for a session, one for a sign-in form. Both are for this host alone, out of reach of scripts, and
//! gone when the browser closes.
//!
//! `SameSite=Lax`, not `Strict`: a link to an assessment in an e-mail must open it. Nothing is changed by a GET, and forms
//! carry their own proof.

use axum::http::{HeaderMap, HeaderValue, header};

use super::Token;

/// One of the cookies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) enum Cookie {
    /// Says who is signed in.
    Session,
    /// Ties a sign-in form to the browser that asked for it.
    SignIn,
}

/// Reads and writes the cookies. With TLS their names begin with `__Host-`, so that a browser takes them from nobody but
/// this host over TLS; without, browsers refuse that name.
#[derive(Clone, Copy, Debug)]
pub(in crate::web) struct CookieJar {
    secure: bool,
}

impl CookieJar {
    /// `secure`: whether people reach the pages over TLS.
    pub(in crate::web) fn new(secure: bool) -> Self {
        Self { secure }
    }

    /// The token in a request's cookie. A cookie sent twice, which an attacker on a sibling domain could bring about, is
    /// no cookie.
    pub(in crate::web) fn find(self, headers: &HeaderMap, cookie: Cookie) -> Option<Token> {
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let mut values = pairs.filter(|(name, _)| *name == self.name(cookie)).map(|(_, value)| value);
        match (values.next(), values.next()) {
            (Some(value), None) => Token::parse(value),
            _ => None,
        }
    }

    /// The header that hands the browser a token.
    pub(in crate::web) fn set(self, cookie: Cookie, token: &Token) -> HeaderValue {
        self.header(&format!("{}={}; {}", self.name(cookie), token.text(), self.flags()))
    }

    /// The header that takes the cookie away again.
    pub(in crate::web) fn clear(self, cookie: Cookie) -> HeaderValue {
        self.header(&format!("{}=; {}; Max-Age=0", self.name(cookie), self.flags()))
    }

    fn header(self, text: &str) -> HeaderValue {
        let mut value = HeaderValue::from_str(text).expect("names, base64url and flags are plain ASCII");
        value.set_sensitive(true);
        value
    }

    fn name(self, cookie: Cookie) -> &'static str {
        match (cookie, self.secure) {
            (Cookie::Session, true) => "__Host-alongside-session",
            (Cookie::Session, false) => "alongside-session",
            (Cookie::SignIn, true) => "__Host-alongside-sign-in",
            (Cookie::SignIn, false) => "alongside-sign-in",
        }
    }

    fn flags(self) -> &'static str {
        if self.secure { "Path=/; HttpOnly; SameSite=Lax; Secure" } else { "Path=/; HttpOnly; SameSite=Lax" }
    }
}

#[cfg(test)]
mod tests {
    use alongside_core::ports::SeededEntropy;

    use super::*;

    fn token(seed: u64) -> Token {
        Token::new(&SeededEntropy::new(seed)).unwrap()
    }

    fn request(lines: &[&str]) -> HeaderMap {
        lines.iter().map(|line| (header::COOKIE, HeaderValue::from_str(line).unwrap())).collect()
    }

    #[test]
    fn over_tls_the_cookie_is_bound_to_the_host() {
        let set = CookieJar::new(true).set(Cookie::Session, &token(1));
        let expected =
            format!("__Host-alongside-session={}; Path=/; HttpOnly; SameSite=Lax; Secure", token(1).text());
        assert_eq!(set.to_str().unwrap(), expected);
    }

    #[test]
    fn without_tls_only_the_name_and_secure_are_missing() {
        let set = CookieJar::new(false).set(Cookie::SignIn, &token(1));
        let expected = format!("alongside-sign-in={}; Path=/; HttpOnly; SameSite=Lax", token(1).text());
        assert_eq!(set.to_str().unwrap(), expected);
    }

    #[test]
    fn the_right_cookie_is_found_among_others() {
        let jar = CookieJar::new(false);
        let line = format!("theme=dark; alongside-session={}; alongside-sign-in=x", token(2).text());
        assert_eq!(jar.find(&request(&[&line]), Cookie::Session), Some(token(2)));
        assert_eq!(jar.find(&request(&[&line]), Cookie::SignIn), None);
        assert_eq!(jar.find(&request(&[]), Cookie::Session), None);
        assert_eq!(CookieJar::new(true).find(&request(&[&line]), Cookie::Session), None);
    }

    #[test]
    fn a_cookie_sent_twice_is_no_cookie() {
        let jar = CookieJar::new(false);
        let pair = |seed| format!("alongside-session={}", token(seed).text());
        let joined = format!("{}; {}", pair(1), pair(2));
        assert_eq!(jar.find(&request(&[&joined]), Cookie::Session), None);
        assert_eq!(jar.find(&request(&[&pair(1), &pair(2)]), Cookie::Session), None);
    }

    #[test]
    fn a_cleared_cookie_keeps_its_flags() {
        let cleared = CookieJar::new(true).clear(Cookie::Session);
        let expected = "__Host-alongside-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0";
        assert_eq!(cleared.to_str().unwrap(), expected);
    }
}
