//! On the way: cut off, suspended, sent twice, too much, not what was said; and never in the way of text.

use alongside_core::model::EntityId;
use alongside_core::sync::{HttpRequest, HttpTransport, Transport as _};
use alongside_core::wire::{
    DOWNLOAD_PATH, DownloadRequest, PROTOCOL, Part, UPLOAD_PATH, UploadRequest, UploadResponse, limits,
};
use alongside_tests::service::{Fault, Phone, Service};
use serde::Serialize;

use crate::support::{LONG, Pair, bare, code, fetch, photo, send, shown, unsent};

const PART: usize = limits::MAX_PART_BYTES;

/// Asks the server as somebody who writes requests by hand would.
async fn ask(service: &Service, phone: &Phone, path: &str, request: &impl Serialize) -> (u16, String) {
    let request = HttpRequest {
        url: format!("{}{path}", service.url),
        bearer: Some(phone.token()),
        body: serde_json::to_vec(request).expect("it is JSON"),
        encoding: None,
        within: LONG,
        most: 8 * 1024 * 1024,
    };
    let reply =
        HttpTransport::new().expect("a client can be made").send(request).await.expect("it is answered");
    let body = match reply.encoding.as_deref() {
        Some("zstd") => zstd::decode_all(reply.body.as_slice()).expect("it is packed"),
        _ => reply.body,
    };
    let text = String::from_utf8(body).expect("it is text");
    // The number of a request is its own.
    let told = text.split("\"request\"").next().unwrap_or_default().to_owned();
    (reply.status, told)
}

pub(crate) async fn download(service: &Service, phone: &Phone, attachment: EntityId) -> (u16, String) {
    ask(service, phone, DOWNLOAD_PATH, &DownloadRequest { v: PROTOCOL, attachment, at: 0 }).await
}

async fn upload(
    pair: &Pair,
    phone: &Phone,
    attachment: EntityId,
    at: u64,
    part: Vec<u8>,
) -> (u16, Option<u64>) {
    let request = UploadRequest { v: PROTOCOL, attachment, at, part: Part(part) };
    let (status, told) = ask(&pair.service, phone, UPLOAD_PATH, &request).await;
    (status, serde_json::from_str::<UploadResponse>(&told).ok().map(|told| told.have))
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_photos_on_one_bar_suspended_fifty_times_arrive_whole_and_no_part_travels_twice_that_arrived()
{
    let pair = Pair::new().await;
    let bytes = 2 * PART + 77_000;
    let photos: Vec<_> = (0..30).map(|seed| pair.checks_in(seed, bytes)).collect();
    pair.client.sync().await;
    let (_, before, _) = pair.client.network.traffic();
    for attempt in 0..50 {
        pair.client.network.pass_next(attempt % 4);
        pair.client.network.fail_next([Fault::Unreachable, Fault::ReplyLost, Fault::CutInHalf][attempt % 3]);
        assert!(send(&pair.client).await.is_err());
        pair.client.core.suspend();
        assert_eq!(pair.client.core.send_photos(LONG, false).await.map_err(code), Err("suspended".into()));
        pair.client.core.resume();
    }
    send(&pair.client).await.unwrap();
    assert_eq!(unsent(&pair.client), 0);
    pair.worker.sync().await;
    for (seed, photo) in (0..).zip(&photos) {
        assert_eq!(fetch(&pair.worker, photo.id).await, Ok(Some(bare(seed, bytes))));
    }
    // What was lost on the way cost itself at most, and base64 costs nothing once it is packed.
    let sent = pair.client.network.traffic().1 - before;
    let most = (30 * bytes + 50 * PART) * 103 / 100;
    assert!(sent < most, "{sent} bytes for {} of photos", 30 * bytes);
}

#[tokio::test(flavor = "multi_thread")]
async fn text_goes_out_and_comes_in_while_a_photo_is_on_its_way() {
    let pair = Pair::new().await;
    let photo = pair.checks_in(1, 3 * PART);
    pair.client.sync().await;
    // The photo's third request never ends before the text has gone.
    let held = pair.client.network.hold_after(2);
    let sending = send(&pair.client);
    let text = async {
        held.reached().await;
        pair.client.core.check_in(pair.goal, Some(7), Some("Sat there an hour")).unwrap();
        pair.client.sync().await;
        pair.worker.sync().await;
        let goals = pair.worker.core.goals(pair.case).unwrap();
        assert!(goals[0].check_ins.iter().any(|said| said.check_in.score == Some(7)));
        held.let_go();
    };
    let (sent, ()) = tokio::join!(sending, text);
    assert_eq!(sent.unwrap().whole, 1);
    assert_eq!(
        fetch(&pair.worker, photo.id).await.unwrap().map(|bytes| bytes.len()),
        Some(photo.bytes as usize)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_waits_until_its_record_is_sent_and_a_large_one_for_a_network_that_costs_nothing() {
    let pair = Pair::new().await;
    pair.checks_in(1, 3_000);
    let sent = send(&pair.client).await.unwrap();
    assert_eq!((sent.whole, sent.waiting, sent.bytes_up), (0, 1, 0));
    pair.client.core.add_photo(pair.goal, &photo(2, 1_200_000)).unwrap();
    pair.client.sync().await;
    let sent = pair.client.core.send_photos(LONG, true).await.unwrap();
    assert_eq!((sent.whole, sent.waiting, unsent(&pair.client)), (1, 1, 1));
    let sent = pair.client.core.send_photos(LONG, false).await.unwrap();
    assert_eq!((sent.whole, unsent(&pair.client)), (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_that_is_not_what_its_record_says_is_shown_to_nobody() {
    let Pair { service, worker, client, case, goal, .. } = Pair::new().await;
    let id = client.core.add_photo(goal, &photo(1, 2 * PART)).unwrap();
    client.sync().await;
    let client = client.tampered("UPDATE photo_part SET bytes = zeroblob(length(bytes)) WHERE at = 0");
    let sent = send(&client).await.unwrap();
    assert_eq!((sent.whole, sent.waiting, unsent(&client)), (0, 1, 1), "thrown away at its end, and told");
    worker.sync().await;
    assert_eq!(fetch(&worker, id).await, Ok(None));
    fetch(&client, id).await.unwrap();
    assert_eq!(unsent(&client), 1, "looking at it does not take it from whoever took it");
    assert!(!shown(&worker, case).is_empty(), "its caption and its preview are there");
    drop(service);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_whoever_took_a_photo_sends_it_and_only_what_was_said() {
    let pair = Pair::new().await;
    let id = pair.checks_in(1, PART).id;
    pair.client.sync().await;
    pair.worker.sync().await;
    let (mine, part) = (&pair.client, vec![7; 1_000]);
    assert_eq!(upload(&pair, &pair.worker, id, 0, part.clone()).await, (404, None), "not the worker's photo");
    assert_eq!(upload(&pair, mine, pair.goal, 0, part.clone()).await, (404, None), "not a photo");
    assert_eq!(upload(&pair, mine, id, 500, part.clone()).await, (200, Some(0)), "not the next part");
    assert_eq!(upload(&pair, mine, id, 0, vec![7; PART + 1]).await.0, 413);
    assert_eq!(upload(&pair, mine, id, 0, part.clone()).await, (200, Some(1_000)));
    assert_eq!(upload(&pair, mine, id, 0, part).await, (200, Some(1_000)), "sent again");
    assert_eq!(upload(&pair, mine, id, 1_000, vec![7; PART]).await.0, 400, "more than was said");
    // Whoever sent rubbish in between: at its end the whole is not what was said, and the phone's own attempt begins anew.
    let sent = send(mine).await.unwrap();
    assert_eq!((sent.whole, sent.waiting), (0, 1));
    assert_eq!(send(mine).await.unwrap().whole, 1);
    assert_eq!(fetch(&pair.worker, id).await, Ok(Some(bare(1, PART))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fetch_goes_on_where_it_was_cut_off() {
    let pair = Pair::new().await;
    let id = pair.sends(1, 3 * PART).await.id;
    pair.worker.sync().await;
    pair.worker.network.pass_next(2);
    pair.worker.network.fail_next(Fault::Unreachable);
    assert_eq!(fetch(&pair.worker, id).await, Err("unreachable".into()));
    let before = pair.worker.network.traffic().2;
    assert_eq!(fetch(&pair.worker, id).await, Ok(Some(bare(1, 3 * PART))));
    let came = pair.worker.network.traffic().2 - before;
    assert!(came < 2 * PART, "{came} bytes for the rest");
}
