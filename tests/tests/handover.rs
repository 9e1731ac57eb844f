//! A client goes from one link worker to the next: with the pack, with what is owed, and with neither phone online when it
//! is done.

use alongside_core::companion::{NewClient, NewGoal, NextWorker};
use alongside_core::journey::handover::PackPart;
use alongside_core::model::kinds::{Mode, WishKind, WordingBy};
use alongside_core::model::{CaseId, PersonId, Role, Timestamp};
use alongside_core::ports::{Clock, SystemClock};
use alongside_server::admin::disable_person;
use alongside_tests::service::{Phone, Service};

struct Team {
    service: Service,
    wren: PersonId,
    idris: PersonId,
}

impl Team {
    async fn meet() -> Self {
        let service = Service::start().await;
        let wren = service.person(Role::LinkWorker, "Wren Okafor");
        let idris = service.person(Role::LinkWorker, "Idris Bell");
        Self { service, wren, idris }
    }

    fn to_idris(&self) -> NextWorker {
        NextWorker { person: self.idris, name: "Idris Bell".into() }
    }
}

fn ada_with_a_goal(phone: &Phone) -> CaseId {
    let case = phone
        .core
        .add_client(&NewClient { name: "Ada Nowak".into(), ..NewClient::default() })
        .expect("it is written");
    let new =
        NewGoal { wording: "sing with people again".into(), wording_by: WordingBy::Client, category: None };
    phone.core.agree_goal(case, &new).expect("it is written");
    phone
        .core
        .introduce_link_worker(case, "helps you find what helps you", "weekdays")
        .expect("it is written");
    case
}

fn plan_a_visit(phone: &Phone, case: CaseId) {
    let at = Clock::now(&SystemClock::new()).plus_ms(7 * 86_400_000);
    phone.core.plan_next_contact(case, at, Mode::Home, "to see the choir").expect("it is written");
}

fn give(phone: &Phone, case: CaseId, to: Option<&NextWorker>) {
    let pack = phone.core.prepare_handover(case, to).expect("it is written");
    phone.core.write_pack(pack, PackPart::Relationship, "she talks more over tea").expect("it is written");
    phone.core.give_handover(pack, "I move to another practice.").expect("it is written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_handover_given_offline_reaches_the_next_worker_with_the_pack_first() {
    let team = Team::meet().await;
    let (old, new) = (team.service.phone(team.wren).await, team.service.phone(team.idris).await);
    let case = ada_with_a_goal(&old);
    old.sync().await;
    let client = team.service.client_of(case, "Ada Nowak");
    let theirs = team.service.phone(client).await;
    plan_a_visit(&old, case);

    old.network.set_aeroplane(true);
    new.network.set_aeroplane(true);
    give(&old, case, Some(&team.to_idris()));
    assert!(new.core.caseload().unwrap().is_empty());

    old.network.set_aeroplane(false);
    new.network.set_aeroplane(false);
    let report = old.sync().await;
    assert_eq!(report.remarks, 0, "all of it applied");
    assert!(old.core.caseload().unwrap().is_empty(), "the case has gone with the pack");
    new.sync().await;
    assert_eq!(new.core.caseload().unwrap().len(), 1);
    let pack = new.core.handovers(case).unwrap().remove(0).pack;
    assert!(pack.what_matters.unwrap().contains("sing with people again"));
    assert_eq!(pack.relationship.as_deref(), Some("she talks more over tea"));

    theirs.sync().await;
    let home = theirs.core.client_home().unwrap();
    let change = home.change.unwrap();
    assert_eq!(
        (change.notice.to_name.as_deref(), change.notice.why.as_str()),
        (Some("Idris Bell"), "I move to another practice.")
    );
    let card = home.link_worker.unwrap();
    assert_eq!((card.name.as_str(), card.reach.as_str()), ("Idris Bell", ""), "nobody else's number");
    assert!(home.reach_missing.unwrap().starts_with("Idris Bell has not written"));
    let next = home.next_contact.unwrap();
    assert_eq!((next.who.as_str(), next.agreed), ("Idris Bell", None));
    assert!(home.next_to_confirm.unwrap().contains("Idris Bell will confirm it"));
    new.core.introduce_link_worker(case, "walks alongside you", "0191 496 0002").unwrap();
    plan_a_visit(&new, case);
    new.sync().await;
    theirs.sync().await;
    let home = theirs.core.client_home().unwrap();
    assert_eq!((home.reach_missing, home.next_to_confirm), (None, None));
    assert_eq!(home.link_worker.unwrap().reach, "0191 496 0002");
    assert_eq!(home.next_contact.unwrap().agreed, Some(true));
    theirs.core.note_change_seen(change.id).unwrap();
    assert!(theirs.core.client_home().unwrap().change.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn until_the_joint_meeting_both_are_on_the_case() {
    let team = Team::meet().await;
    let (old, new) = (team.service.phone(team.wren).await, team.service.phone(team.idris).await);
    let case = ada_with_a_goal(&old);
    let pack = old.core.prepare_handover(case, Some(&team.to_idris())).unwrap();
    old.core.plan_joint_meeting(pack, Timestamp(1_798_000_000_000)).unwrap();
    old.core.give_handover(pack, "I move to another practice.").unwrap();
    old.sync().await;
    new.sync().await;
    assert_eq!((old.core.caseload().unwrap().len(), new.core.caseload().unwrap().len()), (1, 1));
    let card = || new.core.link_worker(case).unwrap().unwrap();
    assert_eq!((card().name.as_str(), card().reach.as_str()), ("Wren Okafor", "weekdays"));
    old.core.leave_case(case).unwrap();
    old.sync().await;
    assert_eq!((old.core.caseload().unwrap().len(), new.core.caseload().unwrap().len()), (0, 1));
    new.sync().await;
    assert_eq!((card().name.as_str(), card().reach.as_str()), ("Idris Bell", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_a_case_that_was_left_with_the_pack_is_no_error_and_says_nothing_twice() {
    let team = Team::meet().await;
    let (old, new) = (team.service.phone(team.wren).await, team.service.phone(team.idris).await);
    let case = ada_with_a_goal(&old);
    old.sync().await;
    give(&old, case, Some(&team.to_idris()));
    old.core.leave_case(case).unwrap();
    old.sync().await;
    old.core.leave_case(case).unwrap();
    assert_eq!(old.unsent(), 0);
    new.sync().await;
    let told: Vec<_> = new.core.assignments(case).unwrap().into_iter().map(|one| one.assignment).collect();
    assert_eq!(told.iter().filter(|one| one.worker == team.wren).count(), 1, "{told:?}");
    assert_eq!(told.iter().filter(|one| one.worker == team.idris).count(), 1, "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_written_on_another_phone_before_it_heard_of_the_handover_is_not_lost() {
    let team = Team::meet().await;
    let (one, two) = (team.service.phone(team.wren).await, team.service.phone(team.wren).await);
    let new = team.service.phone(team.idris).await;
    let case = ada_with_a_goal(&one);
    one.sync().await;
    two.sync().await;
    give(&one, case, Some(&team.to_idris()));
    one.sync().await;
    let note = two.core.start_note(case, None).unwrap();
    two.core.keep_note(note, "She has found the choir by herself.").unwrap();
    two.core.sign_note(note).unwrap();
    two.sync().await;
    new.sync().await;
    assert_eq!(new.core.notes(case).unwrap()[0].note.body, "She has found the choir by herself.");
    assert!(two.core.caseload().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_who_is_not_on_a_case_moves_nobody() {
    let team = Team::meet().await;
    let (one, two) = (team.service.phone(team.wren).await, team.service.phone(team.wren).await);
    let (new, third) =
        (team.service.phone(team.idris).await, team.service.person(Role::LinkWorker, "Kit Asante"));
    let third_phone = team.service.phone(third).await;
    let case = ada_with_a_goal(&one);
    one.sync().await;
    two.sync().await;
    give(&one, case, Some(&team.to_idris()));
    one.sync().await;
    let to_kit = NextWorker { person: third, name: "Kit Asante".into() };
    give(&two, case, Some(&to_kit));
    two.sync().await;
    third_phone.sync().await;
    new.sync().await;
    assert!(third_phone.core.caseload().unwrap().is_empty(), "who had left the case put nobody on it");
    assert_eq!(new.core.caseload().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_left_to_the_teams_queue_leaves_the_phone_and_the_client_is_told() {
    let team = Team::meet().await;
    let phone = team.service.phone(team.wren).await;
    let case = ada_with_a_goal(&phone);
    phone.sync().await;
    let theirs = team.service.phone(team.service.client_of(case, "Ada Nowak")).await;
    plan_a_visit(&phone, case);
    give(&phone, case, None);
    phone.sync().await;
    theirs.sync().await;
    let home = theirs.core.client_home().unwrap();
    assert_eq!(home.link_worker, None, "who has left is not to be rung");
    assert_eq!(home.next_contact.unwrap().who, "Riverside");
    assert!(home.next_to_confirm.unwrap().contains("Your next link worker will confirm it"));
    assert_eq!(home.change.unwrap().notice.to_name, None);
    theirs.core.wish_contact(case, WishKind::CallMe, None).unwrap();
    theirs.sync().await;
    assert_eq!(theirs.unsent(), 0);
    assert!(phone.core.caseload().unwrap().is_empty());
}

/// With no signal, so that a handover can be prepared at the kitchen table.
#[tokio::test(flavor = "multi_thread")]
async fn a_worker_knows_their_colleagues_by_name_and_no_client_does() {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let phone = service.phone(wren).await;
    phone.sync().await;
    assert!(phone.core.colleagues().unwrap().is_empty(), "one alone has nobody to hand a client to");
    let idris = service.person(Role::LinkWorker, "Idris Bell");
    service.person(Role::LinkWorker, "Amina Yusuf");
    phone.sync().await;
    let names = |phone: &Phone| -> Vec<String> {
        phone.core.colleagues().unwrap().into_iter().map(|colleague| colleague.name).collect()
    };
    assert_eq!(names(&phone), ["Amina Yusuf", "Idris Bell"]);
    assert!(phone.core.colleagues().unwrap().iter().any(|colleague| colleague.person == idris));

    let theirs = service.phone(idris).await;
    theirs.sync().await;
    assert_eq!(names(&theirs), ["Amina Yusuf", "Wren Okafor"]);
    let case = ada_with_a_goal(&phone);
    phone.sync().await;
    let ada = service.phone(service.client_of(case, "Ada Nowak")).await;
    ada.sync().await;
    let supervisor = service.phone(service.person(Role::Supervisor, "Ruth Adeyemi")).await;
    supervisor.sync().await;
    assert!(names(&ada).is_empty() && names(&supervisor).is_empty());

    disable_person(&*service.store, &service.ports, idris).unwrap();
    phone.sync().await;
    assert_eq!(names(&phone), ["Amina Yusuf"], "nobody is handed to somebody who has left");
}
