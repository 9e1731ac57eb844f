//! Who sees a photo, and what of it.

use alongside_core::companion::{CompanionError, NewPhoto, Reason};
use alongside_core::model::Role;
use alongside_server::admin::reassign;

use crate::support::{LONG, PLACE, Pair, bare, fetch, holds, photo, photos_of, send, shown, taken, unsent};

const BYTES: usize = 700_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_check_in_can_be_a_photo_alone_and_the_worker_sees_it_small_at_once_and_large_when_it_has_come() {
    let pair = Pair::new().await;
    let photo = pair.checks_in(1, BYTES);
    assert_eq!((photo.unsent, unsent(&pair.client)), (true, 1));
    pair.client.sync().await;
    pair.worker.sync().await;
    let seen = shown(&pair.worker, pair.case).remove(0);
    assert_eq!(
        (seen.id, seen.preview.as_slice(), seen.by_name.as_str()),
        (photo.id, &*bare(1, 900), "Ada Nowak")
    );
    assert_eq!(seen.caption.as_deref(), Some("The bench in the rhubarb garden, number 1"));
    assert_eq!(fetch(&pair.worker, photo.id).await, Ok(None), "it is still on its way");

    let sent = send(&pair.client).await.unwrap();
    assert_eq!((sent.whole, sent.waiting, unsent(&pair.client)), (1, 0, 0));
    assert!(!shown(&pair.client, pair.case)[0].unsent);
    assert_eq!(fetch(&pair.worker, photo.id).await, Ok(Some(bare(1, BYTES))));
    assert_eq!(pair.client.core.photo(photo.id).unwrap(), Some(bare(1, BYTES)));
    let before = pair.worker.network.traffic().0;
    assert_eq!(fetch(&pair.worker, photo.id).await, Ok(Some(bare(1, BYTES))));
    assert_eq!(pair.worker.network.traffic().0, before, "what is here is not asked for");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_photo_was_taken_leaves_nobodys_hand() {
    let pair = Pair::new().await;
    pair.checks_in(1, 5_000);
    assert!(holds(&taken(1, 5_000), PLACE.as_bytes()));
    assert!(!holds(&pair.client.decrypted(), PLACE.as_bytes()));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_does_not_share_the_case_is_told_what_they_would_be_told_of_a_photo_that_is_not_there() {
    let pair = Pair::new().await;
    let photo = pair.sends(1, BYTES).await;
    let idris = pair.service.phone(pair.service.person(Role::LinkWorker, "Idris Bell")).await;
    let marta = pair.service.phone(pair.service.person(Role::Supervisor, "Marta Lind")).await;
    for stranger in [&idris, &marta] {
        stranger.sync().await;
        assert!(matches!(stranger.core.fetch_photo(photo.id, LONG).await, Err(CompanionError::NotFound)));
        for about in [photo.id, pair.goal] {
            let told = crate::travelling::download(&pair.service, stranger, about).await;
            let nothing = crate::travelling::download(&pair.service, stranger, stranger_id()).await;
            assert_eq!((told.0, told.1), (404, nothing.1), "not even that there is something");
        }
    }
}

fn stranger_id() -> alongside_core::model::EntityId {
    "00000000-0000-4000-8000-00000000dead".parse().expect("it is an id")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_who_loses_the_case_loses_its_photos_and_the_next_one_has_them() {
    let pair = Pair::new().await;
    let photo = pair.sends(1, BYTES).await;
    pair.worker.sync().await;
    fetch(&pair.worker, photo.id).await.unwrap();
    let inside = &bare(1, BYTES)[1_000..1_040];
    assert!(holds(&pair.worker.decrypted(), inside));

    let idris_id = pair.service.person(Role::LinkWorker, "Idris Bell");
    reassign(&*pair.service.store, &pair.service.ports, pair.case, pair.wren, idris_id, None).unwrap();
    pair.worker.sync().await;
    assert!(matches!(pair.worker.core.photo(photo.id), Err(CompanionError::NotFound)));
    assert!(!holds(&pair.worker.decrypted(), inside));
    assert_eq!(crate::travelling::download(&pair.service, &pair.worker, photo.id).await.0, 404);
    let idris = pair.service.phone(idris_id).await;
    idris.sync().await;
    assert_eq!(fetch(&idris, photo.id).await, Ok(Some(bare(1, BYTES))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_a_worker_took_before_they_lost_the_case_is_still_sent_and_then_goes() {
    let pair = Pair::new().await;
    let photo = pair.worker.core.add_photo(pair.goal, &photo(2, BYTES)).unwrap();
    pair.worker.sync().await;
    let idris_id = pair.service.person(Role::LinkWorker, "Idris Bell");
    reassign(&*pair.service.store, &pair.service.ports, pair.case, pair.wren, idris_id, None).unwrap();
    pair.worker.sync().await;
    assert_eq!(unsent(&pair.worker), 1);
    send(&pair.worker).await.unwrap();
    assert_eq!(unsent(&pair.worker), 0);
    assert!(!holds(&pair.worker.decrypted(), &bare(2, BYTES)[1_000..1_040]));
    pair.client.sync().await;
    assert_eq!(fetch(&pair.client, photo).await, Ok(Some(bare(2, BYTES))));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_photo_or_too_large_or_beside_nothing_shared_is_refused_and_nothing_is_kept() {
    let pair = Pair::new().await;
    let core = &pair.client.core;
    let refused = |new: &NewPhoto, field: &str, why| {
        let error = core.add_photo(pair.goal, new).unwrap_err();
        assert!(
            matches!(&error, CompanionError::Invalid { field: f, reason, .. } if f == field && *reason == why),
            "{error:?}"
        );
    };
    let good = photo(1, 1_000);
    let png = NewPhoto { jpeg: b"\x89PNG\r\n\x1a\n".to_vec(), ..good.clone() };
    refused(&png, "photo", Reason::WrongType);
    let cut = NewPhoto { jpeg: good.jpeg[..500].to_vec(), ..good.clone() };
    refused(&cut, "photo", Reason::WrongType);
    refused(&photo(1, 6_000_000), "photo", Reason::TooLong);
    let preview = NewPhoto { preview: taken(1, 9_000), ..good.clone() };
    refused(&preview, "preview", Reason::TooLong);
    let contact = pair.worker.core.start_note(pair.case, None).unwrap();
    pair.worker.core.keep_note(contact, "Half a sentence").unwrap();
    assert!(pair.worker.core.add_photo(contact, &good).is_err());
    assert_eq!((unsent(&pair.client), unsent(&pair.worker)), (0, 0));
    assert!(photos_of(&pair.client, pair.goal).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caption_is_words_like_any_other_and_a_photo_is_put_away() {
    let pair = Pair::new().await;
    let photo = pair.checks_in(1, 2_000);
    pair.client.sync().await;
    pair.worker.sync().await;
    pair.client.core.caption_photo(photo.id, "My bench").unwrap();
    pair.worker.core.caption_photo(photo.id, "A bench in the sun").unwrap();
    pair.client.sync().await;
    pair.worker.sync().await;
    let seen = shown(&pair.worker, pair.case).remove(0);
    let mut captions = [seen.other_captions, seen.caption.into_iter().collect()].concat();
    captions.sort();
    assert_eq!(captions, ["A bench in the sun", "My bench"]);
    pair.client.core.put_photo_away(photo.id).unwrap();
    assert!(shown(&pair.client, pair.case).is_empty());
}
