//! What the flows have in common: a link worker, goals as words, and what a phone shows.

use alongside_core::companion::{NewClient, NewGoal};
use alongside_core::model::kinds::WordingBy;
use alongside_core::model::{CaseId, EntityId, PersonId, Role};
use alongside_tests::engine::Engine;
use alongside_tests::service::{Phone, Service};

/// A service on the engine that was chosen.
pub(crate) async fn service() -> Service {
    Service::start().await
}

/// A service on a database file, for what can happen to a file alone.
pub(crate) async fn service_on_a_file() -> Service {
    Service::start_on(Engine::Sqlite).await
}

/// A link worker's phone with one case that was synced.
pub(crate) async fn worker(service: &Service) -> (PersonId, Phone, CaseId) {
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let phone = service.phone(wren).await;
    let case = add(&phone, "Ada Nowak");
    phone.sync().await;
    (wren, phone, case)
}

pub(crate) fn add(phone: &Phone, name: &str) -> CaseId {
    phone.core.add_client(&NewClient { name: name.into(), ..NewClient::default() }).expect("it is written")
}

pub(crate) fn goal(phone: &Phone, case: CaseId, wording: &str) -> EntityId {
    let new = NewGoal { wording: wording.into(), wording_by: WordingBy::Client, category: None };
    phone.core.agree_goal(case, &new).expect("it is written")
}

pub(crate) fn reword(phone: &Phone, goal: EntityId, wording: &str) {
    phone.core.reword_goal(goal, wording, WordingBy::Client).expect("it is written");
}

/// The wordings of a case's goals, in order; none of them has another text beside it.
pub(crate) fn wordings(phone: &Phone, case: CaseId) -> Vec<String> {
    let goals = phone.core.goals(case).expect("the goals can be read");
    assert!(goals.iter().all(|goal| goal.other_wordings.is_empty()), "nothing needs settling");
    let mut wordings: Vec<_> = goals.into_iter().map(|goal| goal.goal.wording).collect();
    wordings.sort();
    wordings
}

/// The wordings of a case's goals and what stands beside them, in order.
pub(crate) fn texts(phone: &Phone, case: CaseId) -> Vec<String> {
    let goals = phone.core.goals(case).expect("the goals can be read").into_iter();
    let mut texts: Vec<String> =
        goals.flat_map(|goal| [vec![goal.goal.wording], goal.other_wordings].concat()).collect();
    texts.sort();
    texts
}

/// The wordings of a case's goals on an open core, in order.
pub(crate) fn goals_of(core: &alongside_core::companion::Companion, case: CaseId) -> Vec<String> {
    let mut wordings: Vec<_> =
        core.goals(case).expect("they are read").into_iter().map(|goal| goal.goal.wording).collect();
    wordings.sort();
    wordings
}

/// Nothing waits, and nothing was set aside.
pub(crate) fn at_rest(phone: &Phone) {
    let remarks = phone.core.remarks().expect("the remarks can be read");
    assert_eq!((phone.unsent(), remarks.len()), (0, 0), "{remarks:?}");
}

/// Signs a note at once.
pub(crate) fn note(phone: &Phone, case: CaseId, body: &str) {
    let note = phone.core.start_note(case, None).expect("it is begun");
    phone.core.keep_note(note, body).expect("it is kept");
    phone.core.sign_note(note).expect("it is signed");
}

/// The bodies of a case's notes, in order.
pub(crate) fn notes(phone: &Phone, case: CaseId) -> Vec<String> {
    let mut bodies: Vec<_> = phone
        .core
        .notes(case)
        .expect("the notes can be read")
        .into_iter()
        .map(|note| note.note.body)
        .collect();
    bodies.sort();
    bodies
}
