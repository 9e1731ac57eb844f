//! Where a request comes from: the connection's address, or, behind a proxy that the settings vouch for, the address that
//! proxy put last. Anything a client writes there itself stands before it and is not looked at.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;

/// Replaces the proxy's address with its client's.
pub(crate) async fn learn(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if let Some(address) = forwarded(request.headers()).filter(|_| app.behind_proxy) {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((address, 0))));
    }
    next.run(request).await
}

fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?;
    last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proxys_word_is_the_last_one() {
        let mut headers = HeaderMap::new();
        assert_eq!(forwarded(&headers), None);
        headers.append("x-forwarded-for", "192.0.2.1, 192.0.2.2".parse().unwrap());
        assert_eq!(forwarded(&headers), Some("192.0.2.2".parse().unwrap()));
        headers.append("x-forwarded-for", "2001:db8::7".parse().unwrap());
        assert_eq!(forwarded(&headers), Some("2001:db8::7".parse().unwrap()));
        headers.append("x-forwarded-for", "nobody".parse().unwrap());
        assert_eq!(forwarded(&headers), None);
    }
}
