//! Bashir is sent to a gym, waits half a year, and is turned away at the door because of his blood pressure.

use alongside_core::companion::{CompanionError, NewContact, NewReferral, Reason, ReferralStep};
use alongside_core::model::kinds::{
    DutyOrigin, DutyStatus, EndReason, Mode, NeedCategory, Outcome, Purpose, ReferralState, StatusBy,
};

use crate::scene::{Scene, codes, ending};

#[tokio::test(flavor = "multi_thread")]
async fn bounced_bashir_is_called_back_within_days_and_nobody_closes_the_case_over_it() {
    let scene = Scene::with("Bashir Rahman").await;
    let core = &scene.worker.core;
    scene.visit(Purpose::Plan, 30, "how the gym was");
    let need = scene.need(NeedCategory::Health, "they say I have to move more");
    let gym = NewReferral {
        need: Some(need),
        expected_days: Some(30),
        ..NewReferral::to("Riverside Gym", "to get moving")
    };
    let referral = core.refer_onward(scene.case, &gym).unwrap();
    scene.referral_step(referral, ReferralState::Sent, None);
    scene.days(45);
    assert!(scene.warnings().iter().any(|code| code.contains("wait")), "{:?}", scene.warnings());
    scene.days(135);

    scene.worker.network.set_aeroplane(true);
    let step = ReferralStep {
        by: Some(StatusBy::Service),
        reason: Some("blood pressure above their limit".into()),
        told_client: Some("They want your doctor to look at your blood pressure first.".into()),
        health_reason: Some(true),
        ..ReferralStep::to(ReferralState::Rejected)
    };
    let unexplained = core.record_referral_step(referral, &ReferralStep::to(ReferralState::Rejected));
    assert!(matches!(unexplained, Err(CompanionError::Invalid { reason: Reason::NeedsReason, .. })));
    core.record_referral_step(referral, &step).unwrap();
    let owed = core.duties(scene.case).unwrap().remove(0);
    assert_eq!((owed.duty.origin, owed.duty.status), (DutyOrigin::Bounce, DutyStatus::Open));
    let days = (owed.duty.due.0 - scene.in_days(0).0) / 86_400_000;
    assert!((4..=9).contains(&days), "five working days, a weekend and at most a holiday: {days}");
    let today = core.today(scene.in_days(0)).unwrap();
    assert!(today.duties[0].bounced, "what came back is on top of the day");

    let away = ending(EndReason::AgreedEnding, Some("I suppose that is it"));
    assert!(
        codes(&core.check_ending(scene.case, &away).unwrap().open).contains(&"bounced_referral_open".into())
    );
    assert!(matches!(core.end_episode(scene.case, &away), Err(CompanionError::Invalid { .. })));

    scene.worker.network.set_aeroplane(false);
    scene.meet_the_server().await;
    let news = scene.client.core.client_home().unwrap().referrals.remove(0).news;
    assert!(news.words.contains("not because of anything you did"), "{}", news.words);
    assert!(news.next.is_some_and(|next| next.contains("Wren")));

    scene.days(3);
    let call = NewContact {
        about: Some(referral),
        ..NewContact::new(Mode::Phone, vec![Purpose::FollowUp], Outcome::TwoWay)
    };
    core.record_contact(scene.case, &call).unwrap();
    core.settle_duty(owed.id, DutyStatus::Done, "he sees the nurse on Friday, then the walking group")
        .unwrap();
    let open = codes(&core.check_ending(scene.case, &away).unwrap().open);
    assert!(!open.contains(&"bounced_referral_open".into()), "{open:?}");
    scene.meet_the_server().await;
    scene.export("bounced");
}
