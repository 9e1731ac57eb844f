//! The demonstration is killed a hundred times between "saved" and a sync. Nothing that was acknowledged is missing: not on the
//! phone, and, after the sync in the end, not on another phone of the same person.
//! The helpers are marked as tests too, so that the lints know that failing loudly is their job.

#[cfg(test)]
mod heard;
#[cfg(test)]
mod writer;

use alongside_core::ports::{Entropy, SeededEntropy};
use alongside_demo::service::Service;

use heard::Heard;
use writer::{enrol, enrol_with_a_client, kill_after, switched_on};

const KILLS: usize = 100;
/// A kill comes at the latest after this many lines: in the middle of the second or third note.
const LATEST: u64 = 500;

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_kills_lose_nothing_that_was_saved() {
    let home = tempfile::tempdir().unwrap();
    let service = Service::start(&home.path().join("server")).await.unwrap();
    let folder = home.path().join("phone");
    enrol_with_a_client(&folder, &service).await;

    let (moments, mut all) = (SeededEntropy::new(7), Heard::default());
    for _ in 0..KILLS {
        let heard = kill_after(moment(&moments), &folder);
        heard.check(switched_on(&folder).companion());
        all.extend(heard);
    }
    assert!(all.saved.len() > KILLS / 2 && all.signed.len() > 10, "hardly anything was written");

    let phone = switched_on(&folder);
    all.check(phone.companion());
    phone.sync_now().await.unwrap();
    assert_eq!(phone.companion().sync_state().unwrap().unsent, 0);
    let other = switched_on(&home.path().join("other-phone"));
    enrol(&other, &service).await;
    other.sync_now().await.unwrap();
    all.without_what_nobody_saved().check(other.companion());
    service.stop().await.unwrap();
}

/// The same in every run; the moments of the kills still differ, since the writer runs on meanwhile.
#[cfg(test)]
fn moment(moments: &SeededEntropy) -> u64 {
    let mut bytes = [0; 8];
    moments.fill(&mut bytes).unwrap();
    1 + u64::from_le_bytes(bytes) % LATEST
}
