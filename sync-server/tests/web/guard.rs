//! What other sites and other organisations cannot do: send our forms, frame our pages, read what is not theirs.

use crate::page::Page;
use crate::service::{PASSWORD, SUPERVISOR, Service, Sheet};
use crate::serving::Serving;

#[test]
fn a_sign_in_form_without_its_token_is_refused() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    let form = |token: &str| -> Vec<(String, String)> {
        [("form_token", token), ("login", SUPERVISOR), ("password", PASSWORD)]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec()
    };
    let post = |browser: &mut crate::browser::Browser, token: &str| {
        let form = form(token);
        let pairs: Vec<(&str, &str)> =
            form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        browser.post("/sign-in", &pairs)
    };
    let mut browser = serving.browser();
    let token = browser.open("/sign-in").hidden("form_token");
    assert_eq!(post(&mut serving.browser(), &token).status, 403, "another browser's form");
    assert_eq!(post(&mut browser, "").status, 403, "no token");
    assert_eq!(post(&mut browser, "AAAA").status, 403, "a made-up token");
    let refused = browser.post("/sign-in", &[("login", SUPERVISOR), ("password", PASSWORD)]);
    assert!(refused.status == 403 && refused.has("This form can no longer be used"));
    assert_eq!(post(&mut browser, &token).status, 303);
}

#[test]
fn signing_out_needs_the_session_s_own_form() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    let theirs = serving.signed_in().open("/assessments").hidden("form_token");
    assert_eq!(browser.post("/sign-out", &[("form_token", &theirs)]).status, 403);
    assert_eq!(browser.post("/sign-out", &[]).status, 403);
    assert_eq!(browser.open("/sign-out").status, 405);
    assert_eq!(browser.open("/assessments").status, 200);
}

#[test]
fn a_form_from_another_site_is_refused_even_with_its_token() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    for header in [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.test")] {
        let mut browser = serving.signed_in();
        let token = browser.open("/assessments").hidden("form_token");
        browser.headers.push((header.0.to_owned(), header.1.to_owned()));
        assert_eq!(browser.post("/sign-out", &[("form_token", &token)]).status, 403, "{header:?}");
    }
}

#[test]
fn every_answer_carries_the_guarding_headers() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    let policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                  frame-ancestors 'none'; base-uri 'none'";
    let check = |page: &Page, path: &str| {
        assert_eq!(page.header("content-security-policy"), Some(policy), "{path}");
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(page.header("referrer-policy"), Some("no-referrer"), "{path}");
    };
    for path in ["/", "/sign-in", "/assessments", "/assessments/not-an-id"] {
        let page = browser.open(path);
        check(&page, path);
        assert_eq!(page.header("cache-control"), Some("no-store"), "{path}");
    }
    let stylesheet = browser.open("/static/alongside.css");
    check(&stylesheet, "stylesheet");
    assert_eq!(stylesheet.header("content-type"), Some("text/css; charset=utf-8"));
    let icon = browser.open("/static/alongside.svg");
    check(&icon, "icon");
    assert_eq!(icon.header("content-type"), Some("image/svg+xml"));
}

#[test]
fn another_organisation_s_assessment_is_not_there() {
    let service = Service::new();
    let (org, worker) = service.add_organisation();
    let theirs = service.add_client_of(org, &worker, "Elsewhere Client");
    let id = service.submit_as(org, &worker, theirs, Sheet::ons4(1, [1, 2, 3, 4]));
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    let nobodys = "0190b2c4-0000-7000-8000-000000000001";
    let (theirs, none) =
        (browser.open(&format!("/assessments/{id}")), browser.open(&format!("/assessments/{nobodys}")));
    assert_eq!((theirs.status, none.status), (404, 404));
    assert_eq!(theirs.words(), none.words());
    assert_eq!(browser.open(&format!("/assessments?before={id}")).status, 404);
    assert!(!browser.open("/assessments").has("Elsewhere Client"));
    assert!(service.audit().iter().all(|entry| entry.act != "read_assessment"));
}

#[test]
fn addresses_that_make_no_sense_are_not_found() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    for path in ["/assessments/x", "/assessments/%3Cscript%3E", "/assessments?before=x"] {
        let page = browser.open(path);
        assert!(page.status == 404 && page.has("Page not found"), "{path}");
    }
}
