//! Signing in and out: who may, how often, for how long, and with which cookies.

use alongside_core::model::Role;

use crate::service::{MINUTE_MS, PASSWORD, SUPERVISOR, Service};
use crate::serving::Serving;

const SESSION: &str = "alongside-session";
const NOT_RIGHT: &str = "The sign-in name or the password is not right";

#[test]
fn a_supervisor_signs_in_reads_and_signs_out() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    let mut browser = serving.browser();
    assert_eq!(browser.open("/").header("location"), Some("/assessments"));
    let refused = browser.open("/assessments");
    assert_eq!((refused.status, refused.header("location")), (303, Some("/sign-in?next=/assessments")));
    let done = browser.sign_in(SUPERVISOR, PASSWORD);
    assert_eq!((done.status, done.header("location")), (303, Some("/assessments")));
    let list = browser.open("/assessments");
    assert!(list.status == 200 && list.has("Ruth Adeyemi"));
    let old = browser.cookies[SESSION].clone();
    let left = browser.post("/sign-out", &[("form_token", &list.hidden("form_token"))]);
    assert_eq!((left.status, left.header("location")), (303, Some("/sign-in")));
    assert!(browser.cookies.is_empty());
    browser.cookies.insert(SESSION.into(), old);
    assert_eq!(browser.open("/assessments").status, 303);
    let acts: Vec<String> = service.audit().into_iter().map(|entry| entry.act).collect();
    assert_eq!(acts, ["try_sign_in", "sign_in", "list_assessments", "sign_out"]);
}

#[test]
fn cookies_are_out_of_reach_of_scripts_and_bound_to_the_host_over_tls() {
    let service = Service::new();
    let plain = Serving::plain(&service);
    let set = plain.browser().sign_in(SUPERVISOR, PASSWORD);
    let cookies = set.headers_named("set-cookie");
    assert_eq!(cookies.len(), 2);
    assert!(cookies[0].starts_with("alongside-session="));
    assert!(cookies[0].ends_with("; Path=/; HttpOnly; SameSite=Lax"));
    let secure = Serving::behind_tls(&service);
    let set = secure.browser().sign_in(SUPERVISOR, PASSWORD);
    let cookies = set.headers_named("set-cookie");
    assert!(cookies[0].starts_with("__Host-alongside-session="));
    assert!(cookies.iter().all(|cookie| cookie.contains("; Secure") && cookie.contains("; HttpOnly")));
}

#[test]
fn each_sign_in_gets_a_new_session_and_ends_the_one_before() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    let first = browser.cookies[SESSION].clone();
    browser.sign_in(SUPERVISOR, PASSWORD);
    assert_ne!(browser.cookies[SESSION], first);
    browser.cookies.insert(SESSION.into(), first);
    assert_eq!(browser.open("/assessments").status, 303);
}

#[test]
fn wrong_password_unknown_name_and_other_roles_get_one_answer() {
    let service = Service::new();
    let left = service.add_person(Role::Supervisor, "Left Long Ago", "left");
    service.disable(&left);
    let admin = service.add_person(Role::Administrator, "Ad Min", "admin");
    let serving = Serving::plain(&service);
    for (login, password) in
        [(SUPERVISOR, "wrong"), ("nobody", PASSWORD), ("left", PASSWORD), ("admin", PASSWORD)]
    {
        let mut browser = serving.browser();
        let page = browser.sign_in(login, password);
        assert_eq!(page.status, 422, "{login}");
        assert!(page.has(NOT_RIGHT) && page.has("There is a problem"), "{login}");
        assert!(!browser.cookies.contains_key(SESSION), "{login}");
    }
    let tried: Vec<_> = service.audit().into_iter().map(|entry| (entry.act, entry.target)).collect();
    let ids = [service.supervisor.id, left.id, admin.id];
    assert_eq!(tried, ids.map(|id| ("try_sign_in".to_owned(), Some(id.0))));
}

#[test]
fn empty_fields_are_named_at_the_top_and_beside_the_field() {
    let service = Service::new();
    let page = Serving::plain(&service).browser().sign_in("  ", "");
    assert_eq!(page.status, 422);
    assert!(page.has(r##"<a href="#login">Enter your sign-in name</a>"##));
    assert!(page.has(r##"<a href="#password">Enter your password</a>"##));
    assert!(page.place("There is a problem") < page.place("<h1>"));
}

#[test]
fn ten_failures_in_a_minute_make_a_name_wait_even_with_the_right_password() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    for _ in 0..10 {
        assert_eq!(serving.browser().sign_in(SUPERVISOR, "wrong").status, 422);
    }
    drop(serving);
    // A restart does not forget them.
    let serving = Serving::plain(&service);
    let page = serving.browser().sign_in(SUPERVISOR, PASSWORD);
    assert_eq!(page.status, 429);
    assert!(page.has("Please wait before trying again") && page.header("retry-after").is_some());
    service.clock.advance(MINUTE_MS.unsigned_abs());
    assert_eq!(serving.browser().sign_in(SUPERVISOR, PASSWORD).status, 303);
}

#[test]
fn one_address_cannot_try_many_names() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    for number in 0..10 {
        assert_eq!(serving.browser().sign_in(&format!("guess{number}"), "x").status, 422);
    }
    assert_eq!(serving.browser().sign_in("guess10", "x").status, 429);
}

#[test]
fn attempts_made_at_one_moment_are_all_counted() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let attempt = || serving.browser().sign_in(SUPERVISOR, "wrong").status;
        let attempts: Vec<_> = (0..16).map(|_| scope.spawn(attempt)).collect();
        attempts.into_iter().map(|attempt| attempt.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 10);
    assert_eq!(statuses.iter().filter(|status| **status == 429).count(), 6);
}

#[test]
fn right_passwords_never_make_anybody_wait() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    for _ in 0..12 {
        assert_eq!(serving.browser().sign_in(SUPERVISOR, PASSWORD).status, 303);
    }
}

#[test]
fn half_an_hour_without_a_request_signs_out_and_says_why() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    service.clock.advance((29 * MINUTE_MS).unsigned_abs());
    assert_eq!(browser.open("/assessments").status, 200);
    service.clock.advance((29 * MINUTE_MS).unsigned_abs());
    assert_eq!(browser.open("/assessments").status, 200);
    service.clock.advance((30 * MINUTE_MS).unsigned_abs());
    let over = browser.open("/assessments");
    assert_eq!(over.header("location"), Some("/sign-in?next=/assessments&ended=1"));
    assert!(browser.open("/sign-in?next=/assessments&ended=1").has("You are no longer signed in"));
}

#[test]
fn twelve_hours_sign_out_however_busy() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    for _ in 0..35 {
        service.clock.advance((20 * MINUTE_MS).unsigned_abs());
        assert_eq!(browser.open("/assessments").status, 200);
    }
    service.clock.advance((20 * MINUTE_MS).unsigned_abs());
    assert_eq!(browser.open("/assessments").status, 303);
}

#[test]
fn somebody_who_left_is_cut_off_at_the_next_request() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    service.disable(&service.supervisor);
    assert_eq!(browser.open("/assessments").status, 303);
}

#[test]
fn signing_in_leads_on_to_our_own_pages_only() {
    let service = Service::new();
    let serving = Serving::plain(&service);
    let id = "0190b2c4-0000-7000-8000-000000000001";
    for (next, expected) in [
        (format!("/assessments/{id}"), format!("/assessments/{id}")),
        ("https://evil.test/".to_owned(), "/assessments".to_owned()),
        ("//evil.test/assessments".to_owned(), "/assessments".to_owned()),
    ] {
        let mut browser = serving.browser();
        let form_token = browser.open(&format!("/sign-in?next={next}")).hidden("form_token");
        let form = [
            ("form_token", form_token.as_str()),
            ("next", &next),
            ("login", SUPERVISOR),
            ("password", PASSWORD),
        ];
        assert_eq!(browser.post("/sign-in", &form).header("location"), Some(expected.as_str()));
    }
}
