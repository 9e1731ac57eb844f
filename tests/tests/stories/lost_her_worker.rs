//! Esther's link worker leaves just as she has begun to trust her.

use alongside_core::companion::{NewDuty, NextWorker};
use alongside_core::journey::handover::PackPart;
use alongside_core::model::Role;
use alongside_core::model::kinds::{DutyOrigin, Purpose};

use crate::scene::{Scene, codes};

#[tokio::test(flavor = "multi_thread")]
async fn lost_her_worker_esther_is_told_before_meets_both_and_tells_her_story_once() {
    let scene = Scene::with("Esther Kaplan").await;
    let core = &scene.worker.core;
    core.introduce_link_worker(scene.case, "helps you find what helps you", "weekdays").unwrap();
    core.say_what_matters(scene.case, "my garden, and that nobody hurries me", None).unwrap();
    scene.visit(Purpose::Listen, 14, "to plant the beans");
    let note = core.start_note(scene.case, None).unwrap();
    core.keep_note(note, "It took three visits until she spoke of the fire.").unwrap();
    core.promise(note, "bring the allotment form").unwrap();
    core.sign_note(note).unwrap();
    let owed = NewDuty {
        origin: DutyOrigin::Promise,
        about: None,
        what: "ring the council about the fence".into(),
        due: scene.in_days(5),
    };
    core.make_duty(scene.case, &owed).unwrap();

    let idris = scene.service.person(Role::LinkWorker, "Idris Bell");
    let next = NextWorker { person: idris, name: "Idris Bell".into() };
    let pack = core.prepare_handover(scene.case, Some(&next)).unwrap();
    let drawn = core.handover(pack).unwrap();
    assert!(drawn.pack.what_matters.as_deref().is_some_and(|words| words.contains("nobody hurries me")));
    assert!(drawn.pack.promises.as_deref().is_some_and(|words| words.contains("allotment form")));
    assert!(codes(&drawn.missing).contains(&"handover_no_meeting".into()), "{:?}", drawn.missing);
    core.write_pack(pack, PackPart::Relationship, "begin outdoors; she talks while she works").unwrap();
    core.write_pack(pack, PackPart::DoAndDoNot, "do not ask about the fire").unwrap();
    core.plan_joint_meeting(pack, scene.in_days(10)).unwrap();
    assert!(!codes(&core.handover(pack).unwrap().missing).contains(&"handover_told_late".into()));
    core.give_handover(pack, "I am moving to another town.").unwrap();
    scene.meet_the_server().await;

    let home = scene.client.core.client_home().unwrap();
    let change = home.change.unwrap().notice;
    assert_eq!(
        (change.from_name.as_deref(), change.to_name.as_deref()),
        (Some("Wren Okafor"), Some("Idris Bell"))
    );
    assert_eq!(change.meet_together_at, Some(scene.in_days(10)));

    let theirs = scene.service.phone_with_clock(idris, scene.clock.clone()).await;
    theirs.sync().await;
    let read = theirs.core.handovers(scene.case).unwrap().remove(0);
    assert_eq!(read.pack.do_and_do_not.as_deref(), Some("do not ask about the fire"));
    assert_eq!(theirs.core.duties(scene.case).unwrap()[0].duty.owner, Some(idris));
    assert_eq!(theirs.core.notes(scene.case).unwrap().len(), 1, "the whole history came along");
    scene.export("lost_her_worker");
    scene.days(10);
    core.leave_case(scene.case).unwrap();
    scene.meet_the_server().await;
    assert!(core.caseload().unwrap().is_empty());
    assert_eq!(theirs.core.caseload().unwrap().len(), 1);
}
