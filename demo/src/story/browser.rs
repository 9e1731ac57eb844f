//! A browser as far as the story needs one: it keeps cookies, fills in one form and follows no redirects by itself.

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder};

use crate::error::DemoError;

/// Longer than the page's longest wait for a change.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser in which nobody has signed in.
pub struct Browser {
    client: Client,
    origin: String,
    cookies: BTreeMap<String, String>,
}

/// A page that was fetched.
pub struct Page {
    /// The HTTP status.
    pub status: u16,
    /// The text.
    pub text: String,
}

impl Browser {
    /// A browser for the pages at `origin`, such as `http://127.0.0.1:40123`. The process has a TLS provider installed,
    /// since its phones' transports were made before.
    ///
    /// # Errors
    /// [`DemoError::Web`] when the system gives no sockets.
    pub fn at(origin: &str) -> Result<Self, DemoError> {
        let client = Client::builder().redirect(Policy::none()).timeout(PATIENCE).no_proxy().build();
        let client = client.map_err(unreadable)?;
        Ok(Self { client, origin: origin.to_owned(), cookies: BTreeMap::new() })
    }

    /// Opens the page at `path`.
    ///
    /// # Errors
    /// [`DemoError::Web`] when no whole answer comes.
    pub async fn open(&mut self, path: &str) -> Result<Page, DemoError> {
        let request = self.client.get(format!("{}{path}", self.origin));
        self.send(request).await
    }

    /// Sends a form.
    ///
    /// # Errors
    /// [`DemoError::Web`] when no whole answer comes.
    pub async fn submit(&mut self, path: &str, form: &[(&str, &str)]) -> Result<Page, DemoError> {
        let pairs: Vec<String> =
            form.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect();
        let request = self.client.post(format!("{}{path}", self.origin));
        let kind = "application/x-www-form-urlencoded";
        self.send(request.header(reqwest::header::CONTENT_TYPE, kind).body(pairs.join("&"))).await
    }

    async fn send(&mut self, request: RequestBuilder) -> Result<Page, DemoError> {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let answer = request.header(COOKIE, cookies.join("; ")).send().await.map_err(unreadable)?;
        for cookie in answer.headers().get_all(SET_COOKIE) {
            let pair = cookie.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let status = answer.status().as_u16();
        Ok(Page { status, text: answer.text().await.map_err(unreadable)? })
    }
}

impl Page {
    /// The value of the hidden field called `name`.
    pub(super) fn find_hidden(&self, name: &str) -> Option<&str> {
        let (_, after) = self.text.split_once(&format!("name=\"{name}\" value=\""))?;
        after.split('"').next()
    }
}

impl std::fmt::Debug for Browser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Browser").field("origin", &self.origin).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Page").field("status", &self.status).finish_non_exhaustive()
    }
}

fn unreadable(error: reqwest::Error) -> DemoError {
    DemoError::Web(error.without_url().to_string())
}

fn escape(text: &str) -> String {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let escaped = text.bytes().map(|byte| match byte {
        byte if safe(byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    escaped.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_carries_is_escaped() {
        assert_eq!(escape("a b&c=Zoë~"), "a%20b%26c%3DZo%C3%AB~");
    }

    #[test]
    fn a_hidden_field_is_found_by_its_name() {
        let page =
            Page { status: 200, text: r#"<input type="hidden" name="form_token" value="abc">"#.to_owned() };
        assert_eq!(page.find_hidden("form_token"), Some("abc"));
        assert_eq!(page.find_hidden("other"), None);
    }
}
