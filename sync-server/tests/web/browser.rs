//! A browser as far as these tests need one: it keeps cookies, reads hidden fields and does not follow redirects.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use crate::page::Page;

/// Somebody's browser.
pub(crate) struct Browser {
    address: SocketAddr,
    /// Cookies by name.
    pub(crate) cookies: BTreeMap<String, String>,
    /// Headers sent with every request.
    pub(crate) headers: Vec<(String, String)>,
}

impl Browser {
    pub(crate) fn at(address: SocketAddr) -> Self {
        Self { address, cookies: BTreeMap::new(), headers: Vec::new() }
    }

    /// Opens a page.
    pub(crate) fn open(&mut self, path: &str) -> Page {
        self.send("GET", path, None)
    }

    /// Sends a form.
    pub(crate) fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Page {
        let pairs: Vec<String> =
            form.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect();
        self.send("POST", path, Some(&pairs.join("&")))
    }

    /// Opens the sign-in page and sends its form.
    pub(crate) fn sign_in(&mut self, login: &str, password: &str) -> Page {
        let form_token = self.open("/sign-in").hidden("form_token");
        self.post("/sign-in", &[("form_token", &form_token), ("login", login), ("password", password)])
    }

    fn send(&mut self, method: &str, path: &str, form: Option<&str>) -> Page {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.address);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            head.push_str(&format!("Cookie: {}\r\n", pairs.join("; ")));
        }
        if let Some(form) = form {
            let kind = "application/x-www-form-urlencoded";
            head.push_str(&format!("Content-Type: {kind}\r\nContent-Length: {}\r\n", form.len()));
        }
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.write_all(format!("{head}\r\n{}", form.unwrap_or_default()).as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let page = Page::parse(&answer);
        self.keep_cookies(&page);
        page
    }

    fn keep_cookies(&mut self, page: &Page) {
        for cookie in page.headers_named("set-cookie") {
            let (name, rest) = cookie.split_once('=').unwrap();
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
            }
        }
    }
}

fn escape(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    value
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
