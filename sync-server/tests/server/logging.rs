//! What the log says, and what it never says.

use std::io::Write;
use std::sync::{Arc, Mutex};

use alongside_core::model::Role;
use alongside_core::wire::{EnrolResponse, SYNC_PATH};
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{Call, Phone, Service, client, note, text};

/// Everything that is logged, by this test's server and by those beside it.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no writer panics").extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[test]
fn a_request_is_found_by_its_id_and_nobodys_words_are_in_the_log() {
    let log = Log::default();
    let filter = tracing_subscriber::EnvFilter::new("trace");
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(log.clone()).try_init().unwrap();
    let service = Service::start();
    let zara = service.person(Role::LinkWorker, "Zara Kanarienvogel");
    let code = service.code(zara);
    let enrolled: EnrolResponse = service.send(&service.enrol_request(&code)).json();
    let token = enrolled.token.clone();
    let mut phone = Phone::new(service.address, enrolled);
    let (case, opens) = client("Quentin Kanarienvogel");
    phone.push(&[opens, note(zara, case, "kanarienvogel in the note")]);
    let bad = text(&note(zara, case, "kanarienvogel in a bad note")).replace("visit_note", "kanarienvogel");
    phone.push_texts(&[bad, "\"kanarienvogel\"".to_owned()]);
    service.send(&Call::new("GET", "/kanarienvogel?name=kanarienvogel"));
    service.send(&Call::post(SYNC_PATH, "kanarienvogel").token(&token));
    let refused = service.send(&service.enrol_request(&code));

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    // Services of tests beside this one may hand out the same ids, and log here too.
    let id = refused.header("x-request-id").unwrap();
    let of_this_id: Vec<&str> = log.lines().filter(|line| line.contains(id)).collect();
    let named = |line: &&str| line.contains("CodeUsed") && line.contains("/enrol/v1") && line.contains("403");
    assert!(of_this_id.iter().any(named), "{of_this_id:?}");
    for secret in ["kanarienvogel", "Kanarienvogel", token.as_str(), code.as_str()] {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
}
