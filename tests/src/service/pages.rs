//! A supervisor's browser, as far as a story needs one.

use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;

/// A browser that has signed in.
#[derive(Debug)]
pub struct Browser {
    client: reqwest::Client,
    url: String,
    cookie: String,
}

impl Browser {
    /// Opens the sign-in page and sends its form.
    pub async fn sign_in(url: &str, login: &str, password: &str) -> Self {
        let client = reqwest::Client::builder().redirect(Policy::none()).no_proxy().build();
        let mut browser = Self {
            client: client.expect("a client can be made"),
            url: url.to_owned(),
            cookie: String::new(),
        };
        let page = browser.open("/sign-in").await;
        let token =
            between(&page, "name=\"form_token\" value=\"", "\"").expect("the form has a token").to_owned();
        let form = [("form_token", token.as_str()), ("login", login), ("password", password)];
        let reply = browser.post("/sign-in", &form).await;
        let to = reply.headers().get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
        assert!(reply.status().is_redirection() && !to.contains("sign-in"), "the sign-in is accepted");
        browser.keep_cookies(&reply);
        browser
    }

    /// A page's HTML.
    pub async fn open(&mut self, path: &str) -> String {
        let request = self.client.get(format!("{}{path}", self.url)).header(COOKIE, &self.cookie);
        let reply = request.send().await.expect("the page answers");
        self.keep_cookies(&reply);
        reply.text().await.expect("the page is text")
    }

    /// The paths of all received assessments on the first page, newest first.
    pub async fn received(&mut self) -> Vec<String> {
        let page = self.open("/assessments").await;
        let links = page.split("href=\"/assessments/").skip(1);
        links.filter_map(|rest| rest.split('"').next()).map(|id| format!("/assessments/{id}")).collect()
    }

    /// Decides on the page at `path`; says whether the decision was taken.
    pub async fn decide(&mut self, path: &str, decision: &str, note: &str) -> bool {
        let page = self.open(path).await;
        let token =
            between(&page, "name=\"form_token\" value=\"", "\"").expect("the form has a token").to_owned();
        let form = [("form_token", token.as_str()), ("decision", decision), ("note", note)];
        let reply = self.post(path, &form).await;
        self.keep_cookies(&reply);
        reply.status().is_redirection()
    }

    async fn post(&self, path: &str, form: &[(&str, &str)]) -> reqwest::Response {
        let body: Vec<String> =
            form.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect();
        let request = self.client.post(format!("{}{path}", self.url)).header(COOKIE, &self.cookie);
        let request =
            request.header("content-type", "application/x-www-form-urlencoded").body(body.join("&"));
        request.send().await.expect("the page answers")
    }

    fn keep_cookies(&mut self, reply: &reqwest::Response) {
        let set = reply.headers().get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
        let pairs: Vec<&str> = set.filter_map(|cookie| cookie.split(';').next()).collect();
        if !pairs.is_empty() {
            self.cookie = pairs.join("; ");
        }
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}
