//! Steps that cannot follow, assignments that overlap, days nobody can have lived, and two people with one NHS number.

use alongside_core::companion::{ClientDetails, NewAssignment, NewReferral, Reason, ReferralStep};
use alongside_core::model::kinds::{AssignmentReason, ReferralState, StatusBy};
use alongside_core::model::{CaseId, PersonId, Timestamp};

use super::{add, refusal, service_and_phone};

const DAY_MS: i64 = 86_400_000;
/// Numbers that begin with 999 are kept for tests and belong to nobody.
const NOBODYS: &str = "999 000 0018";

fn since(from: i64, to: Option<i64>) -> NewAssignment {
    NewAssignment {
        worker: PersonId(uuid::Uuid::from_u128(5)),
        worker_name: "Idris Bell".into(),
        from: Some(Timestamp(from)),
        to: to.map(Timestamp),
        reason: AssignmentReason::New,
        client_told_at: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_cannot_follow_is_refused_and_the_referral_stands_where_it_stood() {
    let (_service, phone) = service_and_phone().await;
    let case = add(&phone, "Ada Nowak");
    let referral = phone.core.refer_onward(case, &NewReferral::to("The choir", "Company")).unwrap();
    let step = |status| phone.core.record_referral_step(referral, &ReferralStep::to(status));
    for early in [ReferralState::Attended, ReferralState::Finished, ReferralState::Waiting] {
        assert_eq!(refusal(step(early)), ("status".into(), Reason::NotFromHere), "{early:?}");
    }
    step(ReferralState::Sent).unwrap();
    for owed in [ReferralState::Rejected, ReferralState::Failed, ReferralState::OnHold] {
        assert_eq!(refusal(step(owed)), ("reason".into(), Reason::NeedsReason), "{owed:?}");
    }
    let off = ReferralStep {
        reason: Some("The hall is shut".into()),
        ..ReferralStep::to(ReferralState::Cancelled)
    };
    assert_eq!(refusal(phone.core.record_referral_step(referral, &off)), ("by".into(), Reason::NeedsReason));
    let ahead = phone.core.sync_state().unwrap().last_sync.unwrap_or_default().0.max(1_795_000_000_000)
        + 400 * DAY_MS;
    let tomorrow = ReferralStep { at: Some(Timestamp(ahead)), ..ReferralStep::to(ReferralState::Accepted) };
    assert_eq!(
        refusal(phone.core.record_referral_step(referral, &tomorrow)),
        ("at".into(), Reason::OutOfRange)
    );
    let states = || -> Vec<ReferralState> {
        phone.core.referrals(case).unwrap()[0].statuses.iter().map(|one| one.status.status).collect()
    };
    assert_eq!(states(), [ReferralState::Sent]);
    let called_off = ReferralStep { by: Some(StatusBy::Service), ..off };
    phone.core.record_referral_step(referral, &called_off).unwrap();
    assert_eq!(states(), [ReferralState::Sent, ReferralState::Cancelled]);
    assert!(
        phone.core.next_referral_steps(referral).unwrap().iter().all(|next| *next != ReferralState::Attended)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_has_one_link_worker_at_a_time() {
    let (_service, phone) = service_and_phone().await;
    let case = add(&phone, "Ada Nowak");
    let (start, end) = (1_700_000_000_000, 1_700_000_000_000 + 90 * DAY_MS);
    phone.core.assign_worker(case, &since(start, Some(end))).unwrap();
    for (from, to) in [
        (start, Some(end)),
        (start - DAY_MS, Some(start + 1)),
        (end - 1, None),
        (start - DAY_MS, None),
        (start + DAY_MS, Some(start + 2 * DAY_MS)),
    ] {
        let refused = refusal(phone.core.assign_worker(case, &since(from, to)));
        assert_eq!(refused, ("from".into(), Reason::Overlaps), "{from} {to:?}");
    }
    let backwards = refusal(phone.core.assign_worker(case, &since(end + DAY_MS, Some(end))));
    assert_eq!(backwards, ("to".into(), Reason::OutOfRange));
    assert_eq!(phone.core.assignments(case).unwrap().len(), 1);
    phone.core.assign_worker(case, &since(end, None)).unwrap();
    assert_eq!(phone.core.assignments(case).unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_on_which_nobody_was_born_and_a_number_nobody_has_are_refused() {
    let (_service, phone) = service_and_phone().await;
    let case = add(&phone, "Ada Nowak");
    let born = |text: &str| {
        let details = ClientDetails { born: Some(text.into()), ..ClientDetails::default() };
        phone.core.set_client_details(case, &details)
    };
    born("1951-03-07").unwrap();
    for impossible in
        ["1951-02-30", "1951-13-01", "2951-03-07", "1700-01-01", "07/03/1951", "spring", "1951-3-7x"]
    {
        assert_eq!(refusal(born(impossible)), ("born".into(), Reason::OutOfRange), "{impossible}");
    }
    for number in ["9990000019", "999 000 001", "٩٩٩٠٠٠٠٠١٨", "999000001800"] {
        let details = ClientDetails { nhs_number: Some(number.into()), ..ClientDetails::default() };
        let refused = refusal(phone.core.set_client_details(case, &details));
        assert_eq!(refused, ("nhs_number".into(), Reason::OutOfRange), "{number}");
    }
    let client = phone.core.client(case).unwrap().client;
    assert_eq!((client.born.as_deref(), client.nhs_number), (Some("1951-03-07"), None));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_with_one_nhs_number_both_stay_and_somebody_is_asked() {
    let (service, phone) = service_and_phone().await;
    let names = ["Ada Nowak", "Adaeze Nowak", "Bea Quill"];
    let cases: Vec<CaseId> = names.map(|name| add(&phone, name)).into();
    for case in &cases[..2] {
        let details = ClientDetails { nhs_number: Some(NOBODYS.into()), ..ClientDetails::default() };
        phone.core.set_client_details(*case, &details).unwrap();
    }
    phone.sync().await;
    let other = service.phone(phone.core.me().unwrap().unwrap().person).await;
    other.sync().await;
    for phone in [&phone, &other] {
        let found = phone.core.possible_duplicates().unwrap();
        let mut pair: Vec<CaseId> = found.iter().flat_map(|found| [found.one, found.other]).collect();
        pair.sort();
        let mut expected = cases[..2].to_vec();
        expected.sort();
        assert_eq!((found.len(), pair), (1, expected));
        assert_eq!(phone.core.caseload().unwrap().len(), 3, "nobody is merged into anybody");
        assert!(phone.core.remarks().unwrap().is_empty());
    }
}
