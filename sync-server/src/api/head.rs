//! What is read from a request's head: the token, and that the body is JSON.

use alongside_core::wire::Code;
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderName};

use crate::enrolment::Token;
use crate::problem::Refusal;

/// The bearer token. Two are as good as none.
pub(super) fn bearer(headers: &HeaderMap) -> Result<Token, Refusal> {
    let token = only(headers, AUTHORIZATION).and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| Token::read(token.trim()))?
    });
    token.ok_or(Refusal::new(Code::Unauthorised))
}

/// Refuses anything but JSON in UTF-8.
pub(super) fn require_json(headers: &HeaderMap) -> Result<(), Refusal> {
    let media = only(headers, CONTENT_TYPE).unwrap_or_default().to_ascii_lowercase();
    let mut parts = media.split(';').map(str::trim);
    let json = parts.next() == Some("application/json");
    let utf8 = parts.all(|part| matches!(part.replace('"', "").as_str(), "" | "charset=utf-8"));
    if json && utf8 { Ok(()) } else { Err(Refusal::new(Code::UnsupportedMedia)) }
}

/// The header's value, if it is there once and is text.
pub(super) fn only(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    let mut all = headers.get_all(name).iter();
    let value = all.next()?.to_str().ok()?;
    all.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
    }

    #[test]
    fn one_bearer_token_is_read() {
        assert!(bearer(&headers(&[(AUTHORIZATION, "Bearer abc")])).is_ok());
        assert!(bearer(&headers(&[(AUTHORIZATION, "bearer abc")])).is_ok());
        let mut two = headers(&[(AUTHORIZATION, "Bearer abc")]);
        two.append(AUTHORIZATION, "Bearer abc".parse().unwrap());
        let long = format!("Bearer {}", "x".repeat(60_000));
        for bad in
            [HeaderMap::new(), two, headers(&[(AUTHORIZATION, "abc")]), headers(&[(AUTHORIZATION, &long)])]
        {
            assert_eq!(bearer(&bad).unwrap_err().code(), Code::Unauthorised);
        }
    }

    #[test]
    fn only_json_in_utf_8_is_read() {
        for good in
            ["application/json", "Application/JSON; charset=UTF-8", "application/json;charset=\"utf-8\""]
        {
            assert!(require_json(&headers(&[(CONTENT_TYPE, good)])).is_ok(), "{good}");
        }
        for bad in [
            "text/html",
            "application/json; charset=utf-16",
            "application/jsonp",
            "application/json, text/html",
            "",
        ] {
            assert!(require_json(&headers(&[(CONTENT_TYPE, bad)])).is_err(), "{bad}");
        }
        assert!(require_json(&HeaderMap::new()).is_err());
    }
}
