//! Days on which something goes wrong. Nothing a person wrote is lost on any of them.

use std::sync::Arc;

use alongside_core::companion::{CompanionError, NewClient, NewContact, NewGoal};
use alongside_core::model::kinds::{Mode, Outcome, Purpose, WordingBy};
use alongside_core::model::{CaseId, EntityId, Role, Timestamp};
use alongside_core::ports::{Clock, FixedClock, SystemClock};
use alongside_server::admin::{list_devices, reassign, revoke_device};
use alongside_tests::service::{Fault, Phone, Service};

const YEAR_MS: i64 = 31_557_600_000;

fn add(phone: &Phone, name: &str) -> CaseId {
    phone.core.add_client(&NewClient { name: name.into(), ..NewClient::default() }).expect("it is written")
}

fn goal(phone: &Phone, case: CaseId, wording: &str) -> EntityId {
    let new = NewGoal { wording: wording.into(), wording_by: WordingBy::Client, category: None };
    phone.core.agree_goal(case, &new).expect("it is written")
}

fn wordings(phone: &Phone, case: CaseId) -> Vec<String> {
    let mut wordings: Vec<_> =
        phone.core.goals(case).expect("it is written").into_iter().map(|goal| goal.goal.wording).collect();
    wordings.sort();
    wordings
}

async fn worker(service: &Service) -> Phone {
    service.phone(service.person(Role::LinkWorker, "Wren Okafor")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_reply_changes_nothing_and_doubles_nothing() {
    let service = Service::start().await;
    let phone = worker(&service).await;
    for fault in [Fault::ReplyLost, Fault::CutInHalf, Fault::LoginPage, Fault::Unreachable, Fault::Twice] {
        let case = add(&phone, "Ada Nowak");
        goal(&phone, case, "sing");
        phone.network.fail_next(fault);
        let first = phone.try_sync().await;
        assert_eq!(first.is_ok(), fault == Fault::Twice, "{fault:?}: {first:?}");
        goal(&phone, case, "walk");
        phone.sync().await;
        assert_eq!((phone.unsent(), phone.core.remarks().unwrap().len()), (0, 0), "{fault:?}");
        assert_eq!(wordings(&phone, case), ["sing", "walk"], "{fault:?}");
    }
    assert_eq!(phone.core.caseload().unwrap().len(), 5);
    assert_eq!(phone.sync().await.received, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_not_there_costs_nothing() {
    let mut service = Service::start().await;
    let phone = worker(&service).await;
    service.stop().await;
    add(&phone, "Ada Nowak");
    assert_eq!(phone.try_sync().await, Err("unreachable".into()));
    let state = phone.core.sync_state().unwrap();
    assert_eq!((state.unsent, state.problem.as_deref()), (1, Some("unreachable")));
    assert!(state.next_attempt.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_that_is_killed_at_any_moment_goes_on() {
    let service = Service::start().await;
    let phone = worker(&service).await;
    let case = add(&phone, "Ada Nowak");
    let note = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(note, "Half a sentence that").unwrap();
    let phone = phone.restarted();
    assert_eq!(phone.core.note(note).unwrap().note.body, "Half a sentence that");
    phone.network.fail_next(Fault::ReplyLost);
    assert!(phone.try_sync().await.is_err());
    let phone = phone.restarted();
    phone.sync().await;
    assert_eq!((phone.unsent(), phone.core.caseload().unwrap().len()), (0, 1));
    assert_eq!(phone.core.note(note).unwrap().note.body, "Half a sentence that");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_phone_is_refused_at_once_and_keeps_what_it_holds() {
    let service = Service::start().await;
    let phone = worker(&service).await;
    phone.sync().await;
    add(&phone, "Ada Nowak");
    let devices = list_devices(&*service.store, service.organisation).unwrap();
    revoke_device(&*service.store, &service.ports, devices[0].id).unwrap();
    assert_eq!(phone.try_sync().await, Err("token_revoked".into()));
    assert_eq!((phone.unsent(), phone.core.sync_state().unwrap().next_attempt), (1, None));
    assert_eq!(phone.core.caseload().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_the_service_no_longer_knows_says_so_and_is_enrolled_again_with_everything_on_it() {
    let service = Service::start().await;
    let phone = worker(&service).await;
    phone.sync().await;
    assert!(!phone.core.sync_state().unwrap().enrol_again);
    add(&phone, "Ada Nowak");
    let devices = list_devices(&*service.store, service.organisation).unwrap();
    revoke_device(&*service.store, &service.ports, devices[0].id).unwrap();
    assert_eq!(phone.try_sync().await, Err("token_revoked".into()));
    assert!(phone.core.sync_state().unwrap().enrol_again);

    let me = phone.core.me().unwrap().expect("it is still hers");
    let code = service.code(me.person);
    let again = phone.core.enrol(&me.server, &code, "test").await.unwrap();
    assert_eq!(again, me);
    assert!(!phone.core.sync_state().unwrap().enrol_again);
    phone.sync().await;
    assert_eq!((phone.unsent(), phone.core.caseload().unwrap().len()), (0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_good_once() {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let code = service.code(wren);
    let enrol = |phone: Phone, code: String| {
        let url = service.url.clone();
        async move {
            match phone.core.enrol(&url, &code, "test").await {
                Ok(_) => "enrolled".to_owned(),
                Err(CompanionError::Sync(error)) => error.code().to_owned(),
                Err(other) => other.to_string(),
            }
        }
    };
    let fresh = || Phone::new(9, Arc::new(SystemClock::new()));
    assert_eq!(enrol(fresh(), "AAAA-AAAA-AAAA-AAAA".into()).await, "code_wrong");
    assert_eq!(enrol(fresh(), code.to_lowercase()).await, "enrolled");
    assert_eq!(enrol(fresh(), code).await, "code_used");
}

#[tokio::test(flavor = "multi_thread")]
async fn clocks_that_are_years_off_neither_win_nor_lose_nor_stop_anything() {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let now = SystemClock::new().now();
    let fast = service.phone_with_clock(wren, Arc::new(FixedClock::at(now.plus_ms(3 * YEAR_MS)))).await;
    let slow = service.phone_with_clock(wren, Arc::new(FixedClock::at(Timestamp(0)))).await;
    let case = add(&fast, "Ada Nowak");
    let goal = goal(&fast, case, "from the fast phone");
    fast.sync().await;
    slow.sync().await;
    slow.core.reword_goal(goal, "then from the slow phone", WordingBy::Client).unwrap();
    slow.sync().await;
    fast.sync().await;
    for phone in [&fast, &slow] {
        assert_eq!(wordings(phone, case), ["then from the slow phone"]);
        assert!(phone.core.goals(case).unwrap()[0].other_wordings.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_days_off_is_said_and_marks_what_was_dated_by_it() {
    let service = Service::start().await;
    let clock = Arc::new(FixedClock::at(SystemClock::new().now().plus_ms(-3 * 86_400_000)));
    let phone =
        service.phone_with_clock(service.person(Role::LinkWorker, "Wren Okafor"), clock.clone()).await;
    let case = add(&phone, "Ada Nowak");
    let suspects = |phone: &Phone| {
        let contacts = phone.core.contacts(case).expect("they are read");
        contacts.into_iter().map(|line| line.contact.clock_suspect).collect::<Vec<_>>()
    };
    let contact =
        |at| NewContact { at, ..NewContact::new(Mode::Phone, vec![Purpose::Listen], Outcome::TwoWay) };
    phone.sync().await;
    let off = phone.core.sync_state().unwrap().clock_off_ms.expect("three days are noticed");
    assert!((-3 * 86_400_000 - 120_000..-3 * 86_400_000 + 120_000).contains(&off), "{off}");
    phone.core.record_contact(case, &contact(None)).unwrap();
    assert_eq!(suspects(&phone), [true]);
    // When somebody says when it was, nobody doubts them.
    phone.core.record_contact(case, &contact(Some(clock.now()))).unwrap();
    assert_eq!(suspects(&phone).iter().filter(|suspect| **suspect).count(), 1);
    phone.sync().await;
    assert_eq!(phone.unsent(), 0);

    clock.set_wall(SystemClock::new().now());
    assert_eq!(phone.core.sync_state().unwrap().clock_off_ms, None);
    phone.core.record_contact(case, &contact(None)).unwrap();
    assert_eq!(suspects(&phone).iter().filter(|suspect| **suspect).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_moves_to_a_colleague_leaves_one_phone_and_reaches_the_other_whole() {
    let service = Service::start().await;
    let wren_id = service.person(Role::LinkWorker, "Wren Okafor");
    let idris_id = service.person(Role::LinkWorker, "Idris Bell");
    let (wren, idris) = (service.phone(wren_id).await, service.phone(idris_id).await);
    let case = add(&wren, "Ada Nowak");
    goal(&wren, case, "sing");
    wren.sync().await;
    let unsent = wren.core.start_note(case, None).unwrap();
    wren.core.keep_note(unsent, "Written before she knew.").unwrap();
    wren.core.sign_note(unsent).unwrap();
    reassign(&*service.store, &service.ports, case, wren_id, idris_id, Some("leaving")).unwrap();
    idris.sync().await;
    assert_eq!(wordings(&idris, case), ["sing"]);
    wren.sync().await;
    assert!(wren.core.caseload().unwrap().is_empty(), "the case has left her phone");
    idris.sync().await;
    let notes = idris.core.notes(case).unwrap();
    assert_eq!(notes.len(), 1, "what she wrote before she knew is with the case");
    assert_eq!(notes[0].note.body, "Written before she knew.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_restarts_goes_on_where_it_was() {
    let mut service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let phone = service.phone(wren).await;
    let case = add(&phone, "Ada Nowak");
    phone.sync().await;
    service.restart().await;
    let second = service.phone(wren).await;
    second.sync().await;
    assert_eq!(second.core.client(case).unwrap().client.name, "Ada Nowak");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_a_person_wrote_stands_readable_in_any_file_of_a_phone() {
    let service = Service::start().await;
    let phone = worker(&service).await;
    let case = add(&phone, "Zephyrine Quillfeather");
    let note = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(note, "xylophonequartz in the kitchen").unwrap();
    phone.core.search("xylophonequartz", 5).unwrap();
    phone.sync().await;
    for file in std::fs::read_dir(phone.folder()).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for word in ["xylophonequartz", "Quillfeather", "Wren Okafor", "visit_note"] {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{word} can be read in {}", path.display());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_small_pages_bring_what_one_page_brings() {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let phone = service.phone(wren).await;
    for n in 0..12 {
        let case = add(&phone, &format!("Client {n}"));
        for text in ["sing", "walk", "cook"] {
            goal(&phone, case, text);
        }
    }
    phone.sync().await;
    let second = service.phone(wren).await;
    let report = second.sync().await;
    assert_eq!((report.received, second.core.caseload().unwrap().len()), (48, 12));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_arrives_while_a_note_is_open_stays_beside_it() {
    let service = Service::start().await;
    let person = service.person(Role::LinkWorker, "Wren Okafor");
    let (phone, tablet) = (service.phone(person).await, service.phone(person).await);
    let case = add(&phone, "Ada Nowak");
    let note = phone.core.start_note(case, None).unwrap();
    let save = |on: &Phone, text: &str| {
        on.core.keep_note(note, text).unwrap();
        on.core.save_note(note).unwrap();
    };
    save(&phone, "She came.");
    phone.sync().await;
    tablet.sync().await;
    tablet.core.keep_note(note, "She came with her sister.").unwrap();
    save(&phone, "She came, and sang.");
    phone.sync().await;
    tablet.sync().await;
    tablet.core.save_note(note).unwrap();
    tablet.sync().await;
    phone.sync().await;
    for at in [&phone, &tablet] {
        let view = at.core.note(note).unwrap();
        let mut texts = [vec![view.note.body], view.other_texts].concat();
        texts.sort();
        assert_eq!(texts, ["She came with her sister.", "She came, and sang."]);
    }
}
