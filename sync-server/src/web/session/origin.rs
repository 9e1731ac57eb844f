//! Whether a form was sent from another site, as far as the browser says.

use axum::http::{HeaderMap, header};

const FETCH_SITE: &str = "sec-fetch-site";

/// Whether the browser says that this request was begun by another site.
///
/// `Sec-Fetch-Site` is asked first: browsers send it wherever they trust the connection. Without it `Origin` must name
/// our own host. `Origin: null` says nothing: our pages ask for no referrer, and browsers then hide the origin of our own
/// forms too. The form's token decides in any case.
pub(in crate::web) fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get(FETCH_SITE) {
        return !matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    match headers.get(header::ORIGIN).map(|origin| origin.to_str()) {
        None | Some(Ok("null")) => false,
        Some(Ok(origin)) => host_of(origin).is_none_or(|host| !is_our_host(headers, host)),
        Some(Err(_)) => true,
    }
}

fn host_of(origin: &str) -> Option<&str> {
    origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"))
}

fn is_our_host(headers: &HeaderMap, host: &str) -> bool {
    let ours = headers.get(header::HOST).and_then(|ours| ours.to_str().ok());
    ours.is_some_and(|ours| ours.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn elsewhere(pairs: &[(&'static str, &'static str)]) -> bool {
        let pair = |&(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value));
        is_from_elsewhere(&pairs.iter().map(pair).collect())
    }

    #[test]
    fn the_browser_s_own_word_is_taken() {
        assert!(!elsewhere(&[("sec-fetch-site", "same-origin")]));
        assert!(!elsewhere(&[("sec-fetch-site", "none")]));
        assert!(elsewhere(&[("sec-fetch-site", "cross-site")]));
        assert!(elsewhere(&[("sec-fetch-site", "same-site")]));
        let both = [("sec-fetch-site", "cross-site"), ("host", "a.test"), ("origin", "https://a.test")];
        assert!(elsewhere(&both));
    }

    #[test]
    fn without_it_the_origin_must_be_our_host() {
        let host = ("host", "nook.test:8443");
        assert!(!elsewhere(&[host, ("origin", "https://nook.test:8443")]));
        assert!(!elsewhere(&[host, ("origin", "http://NOOK.test:8443")]));
        assert!(elsewhere(&[host, ("origin", "https://nook.test")]));
        assert!(elsewhere(&[host, ("origin", "https://evil.test")]));
        assert!(elsewhere(&[host, ("origin", "nook.test:8443")]));
        assert!(elsewhere(&[("origin", "https://nook.test")]));
    }

    #[test]
    fn a_hidden_origin_leaves_the_form_s_token_to_decide() {
        assert!(!elsewhere(&[("host", "nook.test"), ("origin", "null")]));
        assert!(!elsewhere(&[("host", "nook.test")]));
    }
}
