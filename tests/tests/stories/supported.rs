//! Ada is listened to, goes along with her link worker the first time, and ends when she is ready.

use alongside_core::companion::NewReferral;
use alongside_core::model::kinds::{
    EndReason, EpisodeStatus, GoalStatus, NeedCategory, Notified, Purpose, ReferralState, Resolution,
    SupportMode,
};

use crate::scene::{Scene, ending};

#[tokio::test(flavor = "multi_thread")]
async fn supported_ada_is_heard_first_and_accompanied_to_a_class_that_suits_her() {
    let scene = Scene::with("Ada Nowak").await;
    let core = &scene.worker.core;
    core.say_what_matters(scene.case, "I want to dance at my granddaughter's wedding", None).unwrap();
    core.introduce_link_worker(scene.case, "helps you find what helps you", "weekdays, 0161 496 0000")
        .unwrap();
    scene.visit(Purpose::Listen, 7, "to see the hall together");
    let need = scene.need(NeedCategory::Connection, "I am alone since he died");
    let goal = scene.goal("get strong enough to dance");
    let circuits = NewReferral {
        need: Some(need),
        support_mode: Some(SupportMode::Accompany),
        adjustments: Some("afraid of falling; a chair beside her".into()),
        notified: Some(Notified::Yes),
        first_time: Some(true),
        ..NewReferral::to("Seated circuits at Canal Hall", "steady on her feet again, among people")
    };
    let referral = core.refer_onward(scene.case, &circuits).unwrap();
    scene.referral_step(referral, ReferralState::Sent, None);
    scene.days(7);
    scene.referral_step(referral, ReferralState::Accepted, None);
    scene.meet_the_server().await;
    let home = scene.client.core.client_home().unwrap();
    assert!(home.referrals[0].news.words.contains("said yes"), "{}", home.referrals[0].news.words);
    assert_eq!(home.next_contact.unwrap().why, "to see the hall together");

    scene.visit(Purpose::Accompany, 1, "how the first class was");
    scene.referral_step(referral, ReferralState::Started, None);
    scene.client.core.check_in(goal, Some(3), Some("my knees held")).unwrap();
    scene.days(1);
    scene.visit(Purpose::FollowUp, 28, "how the classes go");
    for duty in core.duties(scene.case).unwrap() {
        core.settle_duty(duty.id, alongside_core::model::kinds::DutyStatus::Done, "she is going again")
            .unwrap();
    }
    scene.days(90);
    scene.client.core.check_in(goal, Some(9), Some("I danced in the kitchen")).unwrap();
    scene.meet_the_server().await;
    let seen = core.goals(scene.case).unwrap().remove(0);
    assert_eq!(seen.client_progress.and_then(|progress| progress.change()), Some(6));

    scene.visit(Purpose::Listen, 14, "to look back");
    core.set_goal_status(goal, GoalStatus::Reached, None).unwrap();
    core.resolve_need(need, Resolution::Met, None).unwrap();
    scene.referral_step(referral, ReferralState::Attended, None);
    scene.referral_step(referral, ReferralState::Finished, None);
    let farewell = ending(EndReason::GoalsMet, Some("I have my Tuesdays now"));
    let check = core.check_ending(scene.case, &farewell).unwrap();
    assert_eq!(check.against, None, "{:?}", check.open);
    core.end_episode(scene.case, &farewell).unwrap();
    scene.meet_the_server().await;
    assert_eq!(core.episodes(scene.case).unwrap()[0].episode.status, EpisodeStatus::Ended);
    scene.export("supported");
}
