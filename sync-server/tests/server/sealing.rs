//! Signing and submitting: once each, as the author saw it, and readable by the supervisor.

use alongside_core::model::{
    Audience, CaseId, Op, OrganisationId, Outcome, State, StreamRef, Why, published_id,
};
use alongside_server::admin;
use alongside_server::store::{OrgNo, Received};
use serde_json::json;
use uuid::Uuid;

use crate::support::{Phone, Service, client, note, ons4, publish, set};

fn submitted(case: CaseId) -> StreamRef {
    StreamRef::of_case(case, Audience::Submitted)
}

fn org(service: &Service) -> OrgNo {
    admin::find_only_organisation(&*service.store, None).unwrap().no
}

fn received(service: &Service) -> Vec<Received> {
    service.store.read(|txn| txn.list_received(org(service), None, 100)).unwrap()
}

fn with_case(service: &Service, name: &str) -> (Phone, CaseId) {
    let mut worker = service.link_worker(name);
    let (case, opens) = client("Mo Example");
    worker.push(&[opens]);
    (worker, case)
}

#[test]
fn a_submitted_assessment_is_received_once_and_in_full() {
    let service = Service::start();
    let (mut ada, case) = with_case(&service, "Ada Invented");
    let draft = ons4(ada.person(), case, 1_795_000_000_000, [7, 8, 6, 3]);
    let submit = publish(&draft, submitted(case));
    let response = ada.push(&[draft.clone(), submit.clone()]);
    assert_eq!((response.results.as_slice(), response.revs.as_slice()), (&[][..], &[1, 2][..]));
    let again = ada.push(&[submit]);
    assert_eq!(again.results[0].r, Outcome::Duplicate);

    let all = received(&service);
    assert_eq!(all.len(), 1);
    let one = &all[0];
    assert_eq!((one.id, one.case), (published_id(draft.entity, 1), case));
    assert_eq!((one.client.as_deref(), one.author.as_str()), (Some("Mo Example"), "Ada Invented"));
    assert_eq!((one.instrument(), one.version(), one.state), ("ons4", 1, State::Sealed));
    assert_eq!(one.received_at, response.now);
    assert!(!one.fields.contains_key("case") && one.fields.len() == draft.fields.len() - 1);
}

#[test]
fn a_note_signed_over_an_edit_its_author_had_not_seen_stays_a_draft() {
    let service = Service::start();
    let (mut ada, case) = with_case(&service, "Ada Invented");
    let draft = note(ada.person(), case, "She spoke of her sister.");
    ada.push(std::slice::from_ref(&draft));
    let mut second = service.phone(ada.person());
    second.pull_all();
    second.push(&[set(draft.entity, 1, &[("body", json!("She spoke of her brother."))])]);
    let response = ada.push(&[publish(&draft, StreamRef::of_case(case, Audience::Work))]);
    assert_eq!(
        (response.results[0].r, response.results[0].why),
        (Outcome::SignStale, Some(Why::HashDiffers))
    );
    assert_eq!(ada.find(draft.entity).unwrap().fields["body"], json!("She spoke of her brother."));
}

#[test]
fn a_second_other_submission_waits_for_a_person() {
    let service = Service::start();
    let (mut ada, case) = with_case(&service, "Ada Invented");
    let draft = ons4(ada.person(), case, 5, [7, 8, 6, 3]);
    ada.push(&[draft.clone(), publish(&draft, submitted(case))]);
    let change = set(draft.entity, 1, &[("at", json!(9))]);
    let mut changed = draft.fields.clone();
    changed.extend(change.fields.clone());
    let changed = Op { fields: changed, ..draft };
    let response = ada.push(&[change, publish(&changed, submitted(case))]);
    assert_eq!(response.results[1].r, Outcome::SealedLate);
    let states: Vec<State> = received(&service).iter().map(|one| one.state).collect();
    assert_eq!(states, [State::NeedsConfirmation, State::Sealed]);
}

#[test]
fn a_sealed_note_is_never_changed_and_what_was_meant_becomes_an_amendment() {
    let service = Service::start();
    let (mut ada, case) = with_case(&service, "Ada Invented");
    let mut ben = service.link_worker("Ben Invented");
    service.assign(case, &ben);
    let draft = note(ada.person(), case, "She spoke of her sister.");
    ada.push(&[draft.clone(), publish(&draft, StreamRef::of_case(case, Audience::Work))]);
    ben.pull_all();
    let sealed = published_id(draft.entity, 1);
    assert_eq!(ben.find(sealed).unwrap().state, State::Sealed);
    let response = ben.push(&[set(sealed, 1, &[("body", json!("changed"))])]);
    assert_eq!(response.results[0].r, Outcome::SealedLate);
    let drafts = &ben.told[&StreamRef::private(ben.person())];
    let amendment = drafts.values().next().unwrap();
    assert_eq!(
        (amendment.fields["amends"].clone(), amendment.fields["body"].clone()),
        (json!(sealed), json!("changed"))
    );
    ada.pull_all();
    let mut fresh = service.phone(ada.person());
    fresh.pull_all();
    assert_eq!(fresh.find(sealed).unwrap().fields["body"], json!("She spoke of her sister."));
}

#[test]
fn an_answer_outside_the_scale_is_not_received() {
    let service = Service::start();
    let (mut ada, case) = with_case(&service, "Ada Invented");
    let draft = ons4(ada.person(), case, 5, [7, 11, 6, 3]);
    let response = ada.push(&[draft.clone(), publish(&draft, submitted(case))]);
    assert_eq!(
        (response.results[0].r, response.results[0].why),
        (Outcome::Quarantined, Some(Why::BadAnswer))
    );
    assert_eq!(received(&service), []);
}

#[test]
fn an_assessment_goes_to_the_case_it_is_about_and_to_no_other() {
    let service = Service::start();
    let (mut ada, case) = with_case(&service, "Ada Invented");
    let (other, opens) = client("Li Example");
    let draft = ons4(ada.person(), case, 5, [7, 8, 6, 3]);
    let response = ada.push(&[
        opens,
        draft.clone(),
        publish(&draft, submitted(other)),
        publish(&draft, StreamRef::of_case(case, Audience::Work)),
    ]);
    let whys: Vec<_> = response.results.iter().map(|result| result.why.unwrap()).collect();
    assert_eq!(whys, [Why::NotAllowed, Why::NotAllowed]);
}

#[test]
fn nobody_takes_the_id_of_what_another_will_publish() {
    let service = Service::start();
    let (mut ada, case) = with_case(&service, "Ada Invented");
    let mut ben = service.link_worker("Ben Invented");
    service.assign(case, &ben);
    let draft = ons4(ada.person(), case, 5, [7, 8, 6, 3]);
    let squat = Op { entity: published_id(draft.entity, 1), ..crate::support::need(case, "mine") };
    assert_eq!(ben.push(&[squat]).revs, [1]);
    let response =
        ada.push(&[draft.clone(), publish(&draft, submitted(case)), crate::support::need(case, "after")]);
    assert_eq!((response.results[0].why, response.revs), (Some(Why::IdTaken), vec![1, 0, 1]));
}

#[test]
fn received_assessments_are_read_newest_first_page_by_page_and_by_instrument() {
    let service = Service::start();
    let (mut ada, case) = with_case(&service, "Ada Invented");
    // Held in another order than they were sent.
    for at in [30, 10, 20] {
        let draft = ons4(ada.person(), case, at, [7, 8, 6, 3]);
        service.clock.advance(1_000);
        ada.push(&[draft.clone(), publish(&draft, submitted(case))]);
    }
    let org = org(&service);
    let at = |all: &[Received]| all.iter().map(|one| one.fields["at"].as_i64().unwrap()).collect::<Vec<_>>();
    let reads = service.store.reads().scanned;
    service
        .store
        .read(|txn| {
            let first = txn.list_received(org, None, 2)?;
            let rest = txn.list_received(org, Some(first[1].place), 2)?;
            assert_eq!((at(&first), at(&rest)), (vec![20, 10], vec![30]));
            assert_eq!(at(&txn.list_received_of(org, case, "ons4")?), [10, 20, 30]);
            assert_eq!(txn.list_received_of(org, case, "other")?, []);
            assert_eq!(txn.find_received(org, first[0].id)?.as_ref(), Some(&first[0]));
            Ok::<_, alongside_server::store::StoreError>(())
        })
        .unwrap();
    assert_eq!(service.store.reads().scanned, reads, "no table was read through");

    let elsewhere = admin::make_organisation(&*service.store, &service.ports, "Southside").unwrap();
    let id = received_id(&service, org);
    let other = service.store.read(|txn| find_elsewhere(txn, elsewhere, id)).unwrap();
    assert_eq!(other, None);
}

fn received_id(service: &Service, org: OrgNo) -> Uuid {
    service.store.read(|txn| txn.list_received(org, None, 1)).unwrap()[0].id.0
}

fn find_elsewhere(
    txn: &dyn alongside_server::store::ReadTxn,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<Option<Received>, alongside_server::store::StoreError> {
    let org = txn.find_organisation(organisation)?.unwrap().no;
    txn.find_received(org, alongside_core::model::EntityId(id))
}
