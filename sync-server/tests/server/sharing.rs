//! Who sees what: each phone gets the streams of its person and nothing beside them.

use alongside_core::model::kinds::Colleague;
use alongside_core::model::{Audience, EntityId, Fields, Op, Outcome, Record, Role, State, StreamRef, Why};
use alongside_core::wire::{Code, OpResult, SYNC_PATH};
use alongside_server::{Ports, admin};
use serde_json::json;

use crate::support::{Call, Phone, Service, client, contact, goal, need, note, publish, set, text};

#[test]
fn a_case_opened_on_one_phone_reaches_the_next_worker_whole() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let (need, goal, contact) =
        (need(case, "the heating"), goal(case, "walk the dog"), contact(case, "kitchen"));
    let response = ada.push(&[opens, need.clone(), goal, contact]);
    assert_eq!((response.revs.as_slice(), response.results.as_slice()), (&[1, 1, 1, 1][..], &[][..]));

    let mut ben = service.link_worker("Ben Invented");
    ben.pull();
    assert_eq!(ben.told_of_cases().len(), 0);
    service.assign(case, &ben);
    ben.pull_all();
    assert_eq!(ben.told_of_cases().len(), 4);
    let audiences = [Audience::Core, Audience::Shared, Audience::Work, Audience::Submitted];
    assert!(audiences.iter().all(|audience| ben.ready.contains(&StreamRef::of_case(case, *audience))));
    assert_eq!(ben.find(need.entity).unwrap().fields, need.fields);
}

#[test]
fn link_workers_know_each_other_by_name_and_whoever_leaves_is_off_the_list() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    ada.pull_all();
    assert!(
        !ada.told.contains_key(&StreamRef::team(service.organisation)),
        "one alone has nobody to hand a client to"
    );
    let mut ben = service.link_worker("Ben Invented");
    let mut cai = service.link_worker("Cai Invented");
    let names = |phone: &mut Phone| -> Vec<String> {
        phone.pull_all();
        let team = &phone.told[&StreamRef::team(service.organisation)];
        let there = team.values().filter(|told| told.state == State::Active);
        let mut names: Vec<_> = there.map(|told| told.fields["name"].as_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    for phone in [&mut ada, &mut ben, &mut cai] {
        assert_eq!(names(phone), ["Ada Invented", "Ben Invented", "Cai Invented"]);
    }
    admin::disable_person(&*service.store, &service.ports, ben.person()).unwrap();
    assert_eq!(names(&mut ada), ["Ada Invented", "Cai Invented"]);
    let claims = Op::create(
        Colleague::id_of(ada.person()),
        StreamRef::team(service.organisation),
        Colleague::ENTRY.name,
        Fields::new(),
    );
    let refused = ada.push(&[claims]);
    assert_eq!(refused.results[0].r, Outcome::Quarantined, "no phone says who is a colleague");
}

#[test]
fn a_client_gets_what_is_shared_and_no_trace_of_the_rest() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let goal = goal(case, "walk the dog");
    ada.push(&[opens, need(case, "rent arrears"), goal.clone(), contact(case, "kitchen")]);
    let mut mo = service.client(case, "Mo Example");
    let answer = mo.send(&[]);
    let body = String::from_utf8(answer.body).unwrap();
    assert!(!body.contains("rent arrears") && !body.contains("kitchen") && !body.contains("core:"), "{body}");
    mo.pull_all();
    assert_eq!(mo.told_ids().into_iter().collect::<Vec<_>>(), [goal.entity]);
    assert_eq!(mo.enrolled.case, Some(case));

    // What nobody but workers sees changes nothing for the client: no row, no cursor.
    ada.push(&[need(case, "more arrears")]);
    let response = mo.pull();
    assert_eq!((response.cursor, response.pages.len(), response.people.len()), (None, 0, 0));
}

#[test]
fn rule_22_a_client_ticks_and_words_what_is_theirs_and_nothing_else() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let goal = goal(case, "walk the dog");
    let need = need(case, "rent arrears");
    ada.push(&[opens, need.clone(), goal.clone()]);
    let mut mo = service.client(case, "Mo Example");
    mo.pull_all();
    let response = mo.push(&[
        set(goal.entity, 1, &[("wording", json!("walk the dog every day"))]),
        set(goal.entity, 1, &[("paraphrase", json!("mine now"))]),
        set(need.entity, 1, &[("words", json!("nothing"))]),
        contact(case, "kitchen"),
    ]);
    let refused = |n, why| OpResult { n, r: Outcome::Quarantined, why: Some(why) };
    assert_eq!(
        response.results,
        [refused(2, Why::NotAllowed), refused(3, Why::NoSuchRecord), refused(4, Why::NotAllowed),]
    );
    ada.pull_all();
    assert_eq!(ada.find(goal.entity).unwrap().fields["wording"], json!("walk the dog every day"));
}

#[test]
fn another_organisations_records_look_like_none_at_all() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let need = need(case, "rent arrears");
    ada.pull_all();
    ada.push(&[opens, need.clone()]);

    let elsewhere = admin::make_organisation(&*service.store, &service.ports, "Southside").unwrap();
    let new = admin::NewPerson { role: Role::LinkWorker, name: "Eve Invented", sign_in: None };
    let eve = admin::make_person(&*service.store, &service.ports, elsewhere, new).unwrap();
    let mut eve = service.phone(eve);
    let there = eve.push(&[set(need.entity, 1, &[("words", json!("stolen"))])]);
    let nowhere = eve.push(&[set(crate::support::new_id(), 1, &[("words", json!("stolen"))])]);
    assert_eq!(there.results[0].why, Some(Why::NoSuchRecord));
    assert_eq!((there.results[0].r, there.results[0].why), (nowhere.results[0].r, nowhere.results[0].why));
    let contact = eve.push(&[contact(case, "kitchen")]);
    assert_eq!(contact.results[0].why, Some(Why::NotAllowed));
    assert!(matches!(assign_across(&service.ports, &service, case, &eve), Err(admin::AdminError::NoCase)));
    // The same id used elsewhere is a record of its own.
    let (_, own) = client("Someone Else");
    let own = Op { entity: EntityId(case.0), ..own };
    let own = Op { stream: Some(StreamRef::of_case(case, Audience::Core)), ..own };
    assert_eq!(eve.push(&[own]).revs, [1]);
    ada.pull_all();
    assert_eq!(ada.find(need.entity), None, "what Ada wrote herself is not told back");
}

fn assign_across(
    ports: &Ports,
    service: &Service,
    case: alongside_core::model::CaseId,
    worker: &Phone,
) -> Result<(), admin::AdminError> {
    admin::assign(&*service.store, ports, case, worker.person())
}

#[test]
fn the_author_is_who_holds_the_token_whatever_the_operation_says() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let mut ben = service.link_worker("Ben Invented");
    let (case, opens) = client("Mo Example");
    ada.push(&[opens]);
    service.assign(case, &ben);
    let goal = goal(case, "walk the dog");
    let ben_says = format!(r#""by":"{id}","author":"{id}","person":"{id}","#, id = ben.person().0);
    let forged = text(&goal).replacen('{', &format!("{{{ben_says}"), 1);
    ada.push_texts(&[forged]);
    let response = ben.pull();
    let row = response.pages.iter().flat_map(|page| &page.rows).find(|row| row.e == goal.entity).unwrap();
    assert_eq!(response.people[row.by], (ada.person(), "Ada Invented".to_owned()));
}

#[test]
fn a_draft_is_its_authors_alone() {
    let service = Service::start();
    let (mut ada, mut ben) = (service.link_worker("Ada Invented"), service.link_worker("Ben Invented"));
    let (case, opens) = client("Mo Example");
    let note = note(ada.person(), case, "She spoke of her sister.");
    ada.push(&[opens, note.clone()]);
    service.assign(case, &ben);
    ben.pull_all();
    assert_eq!(ben.find(note.entity), None);
    let work = StreamRef::of_case(case, Audience::Work);
    let response = ben.push(&[
        set(note.entity, 1, &[("body", json!("rewritten"))]),
        publish(&note, work),
        crate::support::draft(ada.person(), "visit_note", note.fields.clone()),
    ]);
    let whys: Vec<_> = response.results.iter().map(|result| result.why.unwrap()).collect();
    assert_eq!(whys, [Why::NoSuchRecord, Why::NoSuchRecord, Why::NotAllowed]);
    // Her second phone has it.
    let mut second = service.phone(ada.person());
    second.pull_all();
    assert_eq!(second.find(note.entity).unwrap().fields, note.fields);
}

#[test]
fn rule_21_who_is_taken_off_a_case_loses_it_and_nothing_they_wrote() {
    let service = Service::start();
    let (mut ada, mut ben) = (service.link_worker("Ada Invented"), service.link_worker("Ben Invented"));
    let (case, opens) = client("Mo Example");
    let need = need(case, "rent arrears");
    ada.push(&[opens, need.clone()]);
    service.assign(case, &ben);
    service.unassign(case, &ada);

    // Written before Ada's phone heard of it: what adds is taken late, what changes a field stands beside it.
    let late = contact(case, "kitchen");
    let response = ada.push(&[late.clone(), set(need.entity, 1, &[("words", json!("changed"))])]);
    let outcomes: Vec<_> = response.results.iter().map(|result| (result.r, result.why)).collect();
    assert_eq!(outcomes, [(Outcome::Late, Some(Why::CaseMovedOn)); 2]);
    assert_eq!(response.drops.len(), 4);
    assert_eq!(ada.told_of_cases().len(), 0);

    // Written after: not taken.
    let response = ada.push(&[contact(case, "hall")]);
    assert_eq!(response.results[0].why, Some(Why::NotAllowed));
    ben.pull_all();
    assert_eq!(ben.find(late.entity).unwrap().fields["place"], json!("kitchen"));
    let told = ben.find(need.entity).unwrap();
    assert_eq!(told.fields["words"], json!("rent arrears"));
    assert_eq!(told.siblings, 1);
    let aside = admin::list_set_aside(&*service.store, service.organisation, 10).unwrap();
    assert_eq!(aside.len(), 3);
}

#[test]
fn who_is_put_back_on_a_case_gets_it_whole() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let mut ben = service.link_worker("Ben Invented");
    let (case, opens) = client("Mo Example");
    ada.push(&[opens, need(case, "rent arrears")]);
    service.assign(case, &ben);
    ben.pull_all();
    service.unassign(case, &ben);
    service.assign(case, &ben);
    let response = ben.pull();
    assert_eq!(response.drops, []);
    assert!(response.pages.iter().all(|page| page.full && page.ready), "{response:?}");
    assert_eq!(response.pages.iter().map(|page| page.rows.len()).sum::<usize>(), 2);
}

#[test]
fn a_revoked_token_is_refused_at_once_and_a_person_who_left_with_it() {
    let service = Service::start();
    let (ada, mut ben) = (service.link_worker("Ada Invented"), service.link_worker("Ben Invented"));
    let other = service.phone(ada.person());
    assert_eq!(ada.send(&[]).status, 200);
    admin::revoke_device(&*service.store, &service.ports, ada.enrolled.device).unwrap();
    assert_eq!(ada.send(&[text(&client("X").1)]).code(), Code::TokenRevoked);
    assert_eq!(ada.send(&[]).code(), Code::TokenRevoked);
    assert_eq!(other.send(&[]).status, 200);
    admin::disable_person(&*service.store, &service.ports, ada.person()).unwrap();
    assert_eq!(other.send(&[]).code(), Code::Forbidden);
    ben.pull();
    let unknown = Call::post(SYNC_PATH, "{}").token("nobody");
    assert_eq!(service.send(&unknown).code(), Code::BadRequest);
    let request = serde_json::to_vec(&ben.request(&[])).unwrap();
    assert_eq!(
        service.send(&Call::post(SYNC_PATH, request.clone()).token("nobody")).code(),
        Code::Unauthorised
    );
    assert_eq!(service.send(&Call::post(SYNC_PATH, request)).code(), Code::Unauthorised);
}

#[test]
fn a_replica_of_another_phone_is_refused() {
    let service = Service::start();
    let (ada, ben) = (service.link_worker("Ada Invented"), service.link_worker("Ben Invented"));
    let mut request = ada.request(&[]);
    request.replica = ben.enrolled.replica;
    assert_eq!(service.send(&ada.call(&request)).code(), Code::Forbidden);
}
