//! Dean is keen and has a hard life: somebody at home must not hear, the gym frightens him, and for weeks nobody reaches him.

use alongside_core::companion::{CompanionError, NewContact, Reason, SafeContactRule};
use alongside_core::model::kinds::{EpisodeStatus, GoalStatus, Mode, Outcome, Purpose, WishKind};

use crate::scene::Scene;

#[tokio::test(flavor = "multi_thread")]
async fn overwhelmed_dean_is_reached_safely_paused_with_the_door_open_and_welcomed_back() {
    let scene = Scene::with("Dean Mistry").await;
    let core = &scene.worker.core;
    let rule = SafeContactRule {
        never: vec![Mode::Phone],
        times: Some("not in the evening".into()),
        voicemail_ok: Some(false),
        ..SafeContactRule::default()
    };
    core.set_safe_contact_rule(scene.case, &rule).unwrap();
    scene.visit(Purpose::Listen, 14, "to go along to the gym");
    let goal = scene.goal("feel safe in my own skin");
    let call = NewContact::new(Mode::Phone, vec![Purpose::Listen], Outcome::TwoWay);
    assert!(!core.check_way(scene.case, Mode::Phone, None).unwrap().is_empty());
    let blocked = core.record_contact(scene.case, &call);
    assert!(
        matches!(blocked, Err(CompanionError::Invalid { reason: Reason::NeedsReason, .. })),
        "{blocked:?}"
    );

    scene.days(14);
    core.set_goal_status(goal, GoalStatus::Parked, Some("his mother is in hospital")).unwrap();
    scene.days(10);
    scene.attempt(Mode::Message, false);
    assert!(core.pause_with_door_open(scene.case, "we do not know").is_err(), "one message is not enough");
    scene.days(8);
    scene.attempt(Mode::Letter, true);
    scene.days(8);
    scene.attempt(Mode::Home, true);
    assert!(
        core.check_lost_contact(scene.case).unwrap().is_empty(),
        "{:?}",
        core.check_lost_contact(scene.case)
    );
    core.pause_with_door_open(scene.case, "caring for his mother leaves no time").unwrap();
    let episode = core.episodes(scene.case).unwrap().remove(0).episode;
    assert_eq!(episode.status, EpisodeStatus::PausedByService);
    scene.meet_the_server().await;

    scene.days(60);
    scene
        .client
        .core
        .wish_contact(scene.case, WishKind::CallMe, Some("text me, I would like to try again"))
        .unwrap();
    scene.meet_the_server().await;
    let wish = core.wishes(scene.case).unwrap().remove(0);
    assert!(wish.open);
    core.welcome_back(scene.case).unwrap();
    core.answer_wish(wish.id, "I am glad. A message tomorrow at ten.").unwrap();
    core.set_goal_status(goal, GoalStatus::Active, None).unwrap();
    scene.meet_the_server().await;
    assert_eq!(core.episodes(scene.case).unwrap()[0].episode.status, EpisodeStatus::Active);
    assert!(scene.client.core.wishes(scene.case).unwrap()[0].wish.answer.is_some());
    scene.export("overwhelmed");
}
