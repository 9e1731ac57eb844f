//! A proxy in front of the server that finds requests too large.

use alongside_core::model::{Outcome, Why};

use crate::support::{at_rest, goal, service, wordings, worker};

/// Words that do not pack well, others for each seed.
fn long(bytes: usize, seed: u64) -> String {
    let mut state = seed;
    let mut letter = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'a' + u8::try_from((state >> 33) % 26).unwrap_or(0))
    };
    (0..bytes).map(|_| letter()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_is_too_large_is_halved_until_it_goes_through() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    let words: Vec<String> = (0..24).map(|n| format!("{n:02} {}", long(600, n))).collect();
    for words in &words {
        goal(&phone, case, words);
    }
    phone.network.set_narrow(6_000);
    let report = phone.sync().await;
    assert!(report.requests > 2, "{report:?}");
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), words);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_operation_that_is_too_large_alone_is_set_aside_to_be_seen_and_the_rest_goes_on() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    goal(&phone, case, "sing");
    let words = long(60_000, 7);
    let draft = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(draft, &words).unwrap();
    phone.core.save_note(draft).unwrap();
    let walk = goal(&phone, case, "walk");
    crate::support::reword(&phone, walk, "walk to the shop");
    phone.network.set_narrow(8_000);
    phone.sync().await;
    assert_eq!(phone.unsent(), 0);
    let aside = phone.core.remarks().unwrap();
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert_eq!((aside[0].outcome, aside[0].why), (Outcome::Quarantined, Some(Why::TooLarge)));
    assert_eq!(phone.core.pending_decisions().unwrap().len(), 1, "it is asked about");
    assert_eq!(aside[0].fields["body"], words.as_str(), "and every letter of it can be read");
    let other = service.phone(wren).await;
    other.sync().await;
    at_rest(&other);
    assert_eq!(wordings(&other, case), ["sing", "walk to the shop"]);
    goal(&phone, case, "knit");
    phone.sync().await;
    other.sync().await;
    assert_eq!(wordings(&other, case), ["knit", "sing", "walk to the shop"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_finds_everything_too_large_sets_nothing_aside() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    for words in ["sing", "walk"] {
        goal(&phone, case, words);
    }
    phone.network.set_narrow(10);
    assert_eq!(phone.try_sync().await, Err("refused".into()));
    assert_eq!((phone.unsent(), phone.core.remarks().unwrap().len()), (2, 0));
    phone.network.set_narrow(usize::MAX);
    phone.sync().await;
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["sing", "walk"]);
}
