//! Carol has work, a home and friends. A little is enough, and nobody presses more on her.

use alongside_core::companion::NewGoal;
use alongside_core::model::kinds::{EndReason, GoalStatus, Intensity, Purpose, StepBy, WordingBy};

use crate::scene::{Scene, ending};

#[tokio::test(flavor = "multi_thread")]
async fn kick_start_carol_needs_a_light_hand_and_gets_no_needless_calls() {
    let scene = Scene::with("Carol Whitfield").await;
    let core = &scene.worker.core;
    core.agree_rhythm(
        scene.case,
        Some(56),
        Some(Intensity::Light),
        Some("she asked for a nudge now and then"),
    )
    .unwrap();
    scene.visit(Purpose::Plan, 56, "how the swimming goes");
    scene.meet_the_server().await;

    let own = NewGoal {
        wording: "swim before work twice a week".into(),
        wording_by: WordingBy::Client,
        category: None,
    };
    let goal = scene.client.core.agree_goal(scene.case, &own).unwrap();
    let step = scene.client.core.add_step(goal, "buy goggles", StepBy::Client).unwrap();
    scene.days(50);
    scene.client.core.tick_step(step, true).unwrap();
    scene.client.core.check_in(goal, Some(4), None).unwrap();
    scene.meet_the_server().await;
    let today = core.today(scene.in_days(0)).unwrap();
    assert!(today.quiet.is_empty(), "fifty days of quiet are what the two agreed");
    assert!(core.goals(scene.case).unwrap()[0].steps[0].step.done);

    scene.days(70);
    let today = core.today(scene.in_days(0)).unwrap();
    assert_eq!(today.quiet.len(), 1, "beyond the rhythm somebody looks");
    scene.client_calls(Purpose::Listen);
    scene.client.core.check_in(goal, Some(8), Some("I go with a friend now")).unwrap();
    scene.client.core.set_goal_status(goal, GoalStatus::Reached, None).unwrap();
    scene.meet_the_server().await;
    assert!(core.today(scene.in_days(0)).unwrap().quiet.is_empty());
    core.end_episode(scene.case, &ending(EndReason::AgreedEnding, Some("I am fine, thank you"))).unwrap();
    scene.meet_the_server().await;
    scene.export("kick_start");
}
