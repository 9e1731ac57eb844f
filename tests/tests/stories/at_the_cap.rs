//! Farida's journey was long and fruitful. The last assessment that anybody pays for is done, and she is worse again.

use alongside_core::companion::{CompanionError, NewEnding};
use alongside_core::model::kinds::{ClosureDecision, EndReason, EpisodeStatus, NeedCategory, Purpose};

use crate::scene::{Scene, codes, ending};

#[tokio::test(flavor = "multi_thread")]
async fn at_the_cap_farida_is_not_sent_away_because_a_form_was_the_last_one() {
    let scene = Scene::with("Farida Haddad").await;
    let core = &scene.worker.core;
    scene.visit(Purpose::Listen, 180, "to look back on the half-year");
    let goal = scene.goal("walk to the market by myself");
    for value in [5, 7, 3] {
        scene.assess(value);
        scene.days(180);
        scene.visit(Purpose::Assessment, 180, "to look back on the half-year");
    }
    core.check_in(goal, Some(6), None).unwrap();
    scene.need(NeedCategory::Health, "my sugar is up and I sleep badly");
    let received = scene.service.supervisor().await.received().await.len();
    scene.meet_the_server().await;
    assert_eq!((received, scene.service.supervisor().await.received().await.len()), (0, 3));

    let away = ending(EndReason::AgreedEnding, Some("they say my time is up; I would like to go on"));
    let check = core.check_ending(scene.case, &away).unwrap();
    let open = codes(&check.open);
    for expected in ["need_new", "goal_open", "answer_worse"] {
        assert!(open.contains(&expected.to_owned()), "{expected} is not among {open:?}");
    }
    assert!(check.against.is_some());
    let said = check.open.iter().chain(&check.against).map(|finding| finding.words.to_lowercase());
    for words in said {
        assert!(
            !words.contains("assessments") && !words.contains("payment") && !words.contains(" cap"),
            "{words}"
        );
    }
    assert!(matches!(core.end_episode(scene.case, &away), Err(CompanionError::Invalid { .. })));
    let alone = NewEnding { why: Some("the funding ends".into()), ..away };
    assert!(
        matches!(core.end_episode(scene.case, &alone), Err(CompanionError::Invalid { .. })),
        "a second person looks"
    );

    core.decide_closure(
        scene.case,
        ClosureDecision::GoOn,
        "she asks to go on",
        Some("I would like to go on"),
    )
    .unwrap();
    scene.meet_the_server().await;
    assert_eq!(core.episodes(scene.case).unwrap()[0].episode.status, EpisodeStatus::Active);
    assert_eq!(core.closure_checks(scene.case).unwrap()[0].check.decision, ClosureDecision::GoOn);
    scene.export("at_the_cap");
}
