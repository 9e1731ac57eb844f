//! Gareth was rung out of the blue with a questionnaire and does not know by whom.

use alongside_core::companion::{CompanionError, NewContact, NextPlan, Reason};
use alongside_core::model::kinds::{Mode, Outcome, Purpose, WishKind};

use crate::scene::Scene;

#[tokio::test(flavor = "multi_thread")]
async fn cold_called_gareth_learns_who_calls_and_why_and_may_say_not_now() {
    let scene = Scene::with("Gareth Bowen").await;
    let core = &scene.worker.core;
    scene.meet_the_server().await;
    assert_eq!(scene.client.core.client_home().unwrap().link_worker, None);
    scene.client.core.say_recognition(scene.case, false).unwrap();

    scene.days(40);
    let cold = NewContact {
        agreed_before: false,
        ..NewContact::new(Mode::Phone, vec![Purpose::Assessment], Outcome::TwoWay)
    };
    assert!(!core.check_contact(scene.case, &cold).unwrap().is_empty());
    let refused = core.record_contact(scene.case, &cold);
    assert!(
        matches!(refused, Err(CompanionError::Invalid { reason: Reason::NeedsReason, .. })),
        "{refused:?}"
    );

    core.introduce_link_worker(
        scene.case,
        "listens, and finds with you what helps; not a doctor or a nurse",
        "weekdays, 0161 496 0000",
    )
    .unwrap();
    let call = NextPlan {
        at: scene.in_days(7),
        mode: Mode::Phone,
        why: "to hear how you are and say who I am".into(),
        place: None,
        agreed: true,
    };
    core.agree_next_contact(scene.case, &call).unwrap();
    scene.meet_the_server().await;
    let home = scene.client.core.client_home().unwrap();
    let card = home.link_worker.unwrap();
    assert_eq!((card.name.as_str(), card.employer.as_str()), ("Wren Okafor", "Riverside"));
    let next = home.next_contact.unwrap();
    assert_eq!((next.who.as_str(), next.mode), ("Wren Okafor", Mode::Phone));
    assert!(!home.crisis.is_empty() && home.not_watched.contains("Help now"));
    scene.client.core.say_recognition(scene.case, true).unwrap();

    scene.client.core.wish_contact(scene.case, WishKind::DoNotCall, Some("not this week, please")).unwrap();
    scene.meet_the_server().await;
    let quiet = core.check_way(scene.case, Mode::Phone, None).unwrap();
    assert!(quiet.iter().any(|finding| finding.code == "asked_for_quiet"), "{quiet:?}");
    scene.client_calls(Purpose::Listen);
    scene.export("cold_called");
}
