//! A phone whose file is damaged: what it alone has is saved first, and nothing is deleted.

use alongside_core::companion::{Companion, Setup};
use alongside_core::sync::SyncError;
use alongside_server::admin::list_salvage;
use alongside_tests::service::damaging::{copy, count_pages, damage, fold};

use crate::support::{at_rest, goal, notes, service, worker};

async fn sync(core: &Companion) {
    core.synchronise(std::time::Duration::from_secs(60)).await.expect("the sync goes through");
}

#[tokio::test(flavor = "multi_thread")]
async fn whichever_page_is_damaged_what_can_be_read_is_saved_and_arrives() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    crate::support::note(&phone, case, "Sent before.");
    phone.sync().await;
    phone.network.set_aeroplane(true);
    let long = "word ".repeat(300);
    for n in 0..12 {
        goal(&phone, case, &format!("goal {n} {long}"));
    }
    let open = phone.core.start_note(case, None).expect("it is begun");
    phone.core.keep_note(open, "Half a sentence").expect("it is kept");
    phone.network.set_aeroplane(false);
    let (folder, setup) = phone.close();
    fold(folder.path(), 1);
    let pages = count_pages(folder.path());
    let (mut tried, mut whole, mut broken) = (0, 0, None);
    for page in (1..pages).step_by(2) {
        tried += 1;
        let copied = copy(folder.path());
        damage(copied.path(), page);
        let setup = Setup { folder: copied.path().to_owned(), ..setup.clone() };
        let (core, rescued) = Companion::rescue(setup).expect("what can be read is saved");
        drop(core);
        assert!(rescued.damaged.exists() && rescued.salvage.exists(), "page {page}: {rescued:?}");
        match rescued.placed + rescued.unplaced {
            12 if rescued.unplaced == 0 => whole += 1,
            some if some > 0 && rescued.unplaced > 0 && rescued.enrolled => broken = broken.or(Some(page)),
            _ => {}
        }
    }
    assert!(whole > tried / 2, "{whole} of {tried} pages cost nothing that was unsent");

    let page = broken.expect("one page holds a part of the outbox");
    damage(folder.path(), page);
    let (core, rescued) = Companion::rescue(setup).expect("what can be read is saved");
    assert!(rescued.placed + rescued.unplaced < 12 && rescued.unplaced > 0, "{rescued:?}");
    assert_eq!(core.note(open).expect("the form is there").note.body, "Half a sentence");
    sync(&core).await;
    let goals = core.goals(case).expect("they can be read").len();
    assert_eq!(goals, rescued.placed);
    let left = list_salvage(&*service.store, service.organisation, 100).expect("it can be listed");
    assert_eq!(left.iter().map(|left| left.count).sum::<u64>(), rescued.unplaced as u64);
    let second = service.phone(wren).await;
    second.sync().await;
    at_rest(&second);
    assert_eq!(notes(&second, case), ["Sent before."]);
    assert_eq!(second.core.goals(case).expect("they can be read").len(), goals);

    // A supervisor sees what lost its place, and has it taken in.
    let mut browser = service.supervisor().await;
    let list = browser.open("/decisions").await;
    assert!(list.contains("Left by phones") && list.contains("Wren Okafor"), "{list}");
    let no = list.split("/decisions/left/").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
    let page = format!("/decisions/left/{no}");
    let said = browser.open(&page).await;
    assert!(said.contains("A new goal") && said.contains("goal 11 word"), "{said}");
    assert!(browser.decide(&page, "accept", "Her phone fell into the river.").await);
    assert!(list_salvage(&*service.store, service.organisation, 100).expect("it can be listed").is_empty());
    second.sync().await;
    sync(&core).await;
    for reader in [&second.core, &core] {
        let goals = reader.goals(case).expect("they can be read").len();
        assert_eq!(goals, rescued.placed + rescued.unplaced, "what was saved is with everybody");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_signed_with_no_signal_is_shown_after_a_rescue_and_after_it_was_sent() {
    let service = service().await;
    let (wren, phone, _) = worker(&service).await;
    phone.network.set_aeroplane(true);
    let case = crate::support::add(&phone, "Gareth Pugh");
    for n in 0..3 {
        crate::support::note(&phone, case, &format!("Signed on the bus, {n}."));
    }
    phone.network.set_aeroplane(false);
    let (folder, setup) = phone.close();
    fold(folder.path(), 1);
    // Behind everything that is there, so that nothing of it is lost.
    let pages = count_pages(folder.path());
    let spoilt = (1..pages).rev().find(|page| {
        let copied = copy(folder.path());
        damage(copied.path(), *page);
        let rescued = Companion::rescue(Setup { folder: copied.path().to_owned(), ..setup.clone() });
        rescued.is_ok_and(|(_, rescued)| rescued.unplaced == 0 && rescued.placed == 7 && rescued.enrolled)
    });
    damage(folder.path(), spoilt.expect("a page without unsent work"));
    let (core, rescued) = Companion::rescue(setup).expect("what can be read is saved");
    assert_eq!(rescued.placed, 7);
    let bodies = |core: &Companion| {
        let mut notes: Vec<_> =
            core.notes(case).expect("they are read").into_iter().map(|n| n.note.body).collect();
        notes.sort();
        notes
    };
    let signed = ["Signed on the bus, 0.", "Signed on the bus, 1.", "Signed on the bus, 2."];
    assert_eq!(bodies(&core), signed, "before there is a signal");
    sync(&core).await;
    assert_eq!(bodies(&core), signed, "and when the service has them");
    assert!(core.drafts().expect("they are read").is_empty());
    let second = service.phone(wren).await;
    second.sync().await;
    assert_eq!(notes(&second, case), signed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_whole_is_not_set_aside() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    phone.network.set_aeroplane(true);
    goal(&phone, case, "sing");
    let (folder, setup) = phone.close();
    let files = || {
        let files = std::fs::read_dir(folder.path()).expect("the folder can be read");
        let mut names: Vec<_> = files.map(|file| file.expect("it can be read").file_name()).collect();
        names.sort();
        names
    };
    let before = files();
    assert!(Companion::rescue(setup.clone()).is_err(), "there is nothing to rescue");
    assert_eq!(files(), before);
    assert_eq!(crate::support::goals_of(&Companion::open(setup).expect("it opens"), case), ["sing"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_which_nothing_can_be_read_is_set_aside_and_the_phone_is_enrolled_again() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let (folder, setup) = phone.close();
    fold(folder.path(), 1);
    std::fs::write(folder.path().join("alongside.db"), vec![0xa5; 20 * 4096]).expect("it is written");
    let before = std::fs::read(folder.path().join("alongside.db")).expect("it can be read");
    assert!(Companion::open(setup.clone()).is_err(), "a damaged file does not open");
    let (core, rescued) = Companion::rescue(setup).expect("a new file is made");
    assert_eq!((rescued.placed, rescued.enrolled), (0, false));
    assert_eq!(std::fs::read(&rescued.damaged).expect("it is kept"), before);
    let refused = core.synchronise(std::time::Duration::from_secs(5)).await;
    assert!(!matches!(
        refused,
        Ok(_) | Err(alongside_core::companion::CompanionError::Sync(SyncError::Busy))
    ));
    core.enrol(&service.url, &service.code(wren), "test").await.expect("it is enrolled");
    sync(&core).await;
    assert!(core.client(case).is_ok(), "what the server has is back");
}
