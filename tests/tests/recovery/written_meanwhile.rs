//! Everything is read again, and while its last page is on the way somebody writes on what the server no longer lists. Once
//! that work is answered and stands nowhere, the phone shows what the server has.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use alongside_core::companion::{Companion, Setup};
use alongside_core::model::Role;
use alongside_core::model::kinds::WordingBy;
use alongside_core::sync::{BoxFuture, HttpReply, HttpRequest, HttpTransport, Transport, TransportError};
use alongside_server::admin::{assign, list_salvage};
use alongside_tests::service::Phone;

use crate::support::{goal, goals_of, service, wordings, worker};

const LONG: Duration = Duration::from_secs(60);

type Deed = Box<dyn FnOnce() + Send>;

/// Lets something happen while a reply is on its way.
struct Meanwhile {
    http: HttpTransport,
    /// How many replies come before, and what happens.
    deed: Mutex<Option<(usize, Deed)>>,
}

impl Transport for Meanwhile {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        Box::pin(async move {
            let reply = self.http.send(request).await;
            let due = {
                let mut deed = self.deed.lock().expect("nobody panicked");
                let due = deed.take_if(|(before, _)| *before == 0);
                if let Some((before, _)) = deed.as_mut() {
                    *before -= 1;
                }
                due
            };
            due.into_iter().for_each(|(_, deed)| deed());
            reply
        })
    }
}

/// Starts a phone again, and lets it do something while a reply is on its way: the next, or one after it.
fn meanwhile(
    phone: Phone,
    before: usize,
    deed: impl FnOnce(&Companion) + Send + 'static,
) -> (tempfile::TempDir, Arc<Companion>) {
    let (folder, setup) = phone.close();
    let line = Arc::new(Meanwhile { http: HttpTransport::new().expect("a client"), deed: Mutex::default() });
    let core = Companion::open(Setup { transport: line.clone(), ..setup }).expect("it opens");
    let core = Arc::new(core);
    let writer = core.clone();
    *line.deed.lock().expect("nobody panicked") = Some((before, Box::new(move || deed(&writer))));
    (folder, core)
}

async fn assert_same(core: &Companion) {
    core.synchronise(LONG).await.expect("it syncs");
    assert_eq!(core.verify(LONG).await.expect("it compares").repaired, 0, "phone and server hold the same");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_was_signed_on_another_phone_is_no_draft_any_more() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let draft = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(draft, "Tea and cake.").unwrap();
    phone.core.save_note(draft).unwrap();
    phone.sync().await;
    let second = service.phone(wren).await;
    second.sync().await;
    phone.core.sign_note(draft).unwrap();
    phone.sync().await;

    // The second has lost how far it had read, and signs the same words.
    let second = second.tampered("UPDATE device SET cursor = NULL");
    let (_folder, second) = meanwhile(second, 0, move |core| {
        core.sign_note(draft).expect("it is signed");
    });
    assert_same(&second).await;
    assert_eq!(second.drafts().unwrap().len(), 0);
    let notes = second.notes(case).unwrap();
    assert_eq!(notes.into_iter().map(|note| note.note.body).collect::<Vec<_>>(), ["Tea and cake."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_restored_server_lost_and_somebody_edits_is_offered_and_the_edit_waits() {
    // Whichever reply it is: of those that have it read again, or the last.
    let mut written = 0;
    for before in 0..4 {
        written += usize::from(edit_what_was_lost(before).await);
    }
    assert!(written > 1, "{written}");
}

/// Says whether the edit was made: in the end the goal is not there any more to be edited.
async fn edit_what_was_lost(before: usize) -> bool {
    let mut service = service().await;
    let (_, phone, case) = worker(&service).await;
    let idris = service.person(Role::LinkWorker, "Idris Bell");
    assign(&*service.store, &service.ports, case, idris).expect("he is put on it");
    let his = service.phone(idris).await;
    his.sync().await;
    let backup = service.backup("backup.db");
    let lost = goal(&phone, case, "walk");
    phone.sync().await;
    his.sync().await;
    assert_eq!(wordings(&his, case), ["walk"]);

    // Wren's phone is gone.
    service.restore(&backup).await;
    let written = Arc::new(AtomicBool::new(false));
    let writes = written.clone();
    let (_folder, his) = meanwhile(his, before, move |core| {
        let ended = core.reword_goal(lost, "walk to the river", WordingBy::Client);
        writes.store(ended.is_ok(), Ordering::SeqCst);
    });
    assert_same(&his).await;
    assert_eq!(goals_of(&his, case), [] as [&str; 0], "the restored server has no such goal");
    let written = written.load(Ordering::SeqCst);
    assert_eq!(
        his.remarks().expect("they are read").len(),
        usize::from(written),
        "what he wrote waits for a person"
    );
    let left = list_salvage(&*service.store, service.organisation, 100).expect("it can be listed");
    assert_eq!(left.iter().map(|left| left.count).collect::<Vec<_>>(), [1], "and what Wren wrote, too");
    written
}
