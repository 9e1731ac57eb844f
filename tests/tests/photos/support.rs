//! Invented photos, and a client and a link worker who share a case.

use std::time::Duration;

use alongside_core::companion::{CompanionError, NewClient, NewGoal, NewPhoto, PhotoView};
use alongside_core::model::kinds::WordingBy;
use alongside_core::model::{CaseId, EntityId, PersonId, Role};
use alongside_core::sync::PhotosSent;
use alongside_server::erase;
use alongside_tests::engine::Engine;
use alongside_tests::service::{Phone, Service};

pub(crate) const LONG: Duration = Duration::from_secs(60);
/// Where an invented photo was taken: to be found in no file and in no request.
pub(crate) const PLACE: &str = "GPSLatitude 54.9783 Rhubarb Lane";

/// A JPEG of about this many bytes as a camera makes it; what a camera writes beside the picture is in it.
pub(crate) fn taken(seed: u8, bytes: usize) -> Vec<u8> {
    let exif = [b"Exif\0\0".as_slice(), PLACE.as_bytes()].concat();
    picture(seed, bytes, &segment(0xe1, &exif))
}

/// The same picture and nothing else.
pub(crate) fn bare(seed: u8, bytes: usize) -> Vec<u8> {
    picture(seed, bytes, &[])
}

fn picture(seed: u8, bytes: usize, beside: &[u8]) -> Vec<u8> {
    let mut state = u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let coded = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        // Never 0xff, which would be a marker; otherwise as hard to pack as what a camera makes.
        u8::try_from(state >> 56).unwrap_or(0).min(0xfe)
    });
    let mut picture = vec![0xff, 0xd8];
    picture.extend(beside);
    picture.extend(segment(0xdb, &[1; 65]));
    picture.extend(segment(0xc0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
    picture.extend(segment(0xda, &[1, 1, 0, 0, 63, 0]));
    picture.extend(coded.take(bytes));
    picture.extend([0xff, 0xd9]);
    picture
}

fn segment(marker: u8, says: &[u8]) -> Vec<u8> {
    let length = u16::try_from(says.len() + 2).expect("a segment is short").to_be_bytes();
    [&[0xff, marker], &length[..], says].concat()
}

/// A photo to add.
pub(crate) fn photo(seed: u8, bytes: usize) -> NewPhoto {
    NewPhoto {
        jpeg: taken(seed, bytes),
        preview: taken(seed, 900),
        caption: Some(format!("The bench in the rhubarb garden, number {seed}")),
    }
}

/// A service, and a client and their link worker with one goal on both phones.
pub(crate) struct Pair {
    pub(crate) service: Service,
    pub(crate) wren: PersonId,
    pub(crate) worker: Phone,
    pub(crate) client: Phone,
    pub(crate) case: CaseId,
    pub(crate) goal: EntityId,
}

impl Pair {
    pub(crate) async fn new() -> Self {
        Self::around(Service::start().await).await
    }

    pub(crate) async fn on_a_file() -> Self {
        Self::around(Service::start_on(Engine::Sqlite).await).await
    }

    async fn around(service: Service) -> Self {
        let wren = service.person(Role::LinkWorker, "Wren Okafor");
        let worker = service.phone(wren).await;
        let new = NewClient { name: "Ada Nowak".into(), ..NewClient::default() };
        let case = worker.core.add_client(&new).expect("it is written");
        let wording = "Sit in the rhubarb garden again".into();
        let new = NewGoal { wording, wording_by: WordingBy::Client, category: None };
        let goal = worker.core.agree_goal(case, &new).expect("it is written");
        worker.sync().await;
        let client = service.phone(service.client_of(case, "Ada Nowak")).await;
        client.sync().await;
        Self { service, wren, worker, client, case, goal }
    }

    /// The client checks in with a photo, and the service has all of it.
    pub(crate) async fn sends(&self, seed: u8, bytes: usize) -> PhotoView {
        let photo = self.checks_in(seed, bytes);
        self.client.sync().await;
        send(&self.client).await.expect("it goes through");
        photo
    }

    /// The client checks in with a photo of about `bytes` bytes and nothing else.
    pub(crate) fn checks_in(&self, seed: u8, bytes: usize) -> PhotoView {
        let check_in = self.client.core.check_in_with_photo(self.goal, None, None, &photo(seed, bytes));
        photos_of(&self.client, check_in.expect("it is written")).remove(0)
    }
}

pub(crate) fn photos_of(phone: &Phone, of: EntityId) -> Vec<PhotoView> {
    phone.core.photos(of).expect("they can be read")
}

/// Erases a record or a case at somebody's request.
pub(crate) fn erase_for_good(service: &Service, id: EntityId) {
    erase(&service.settings(), &*service.store, &service.ports, service.organisation, &[id])
        .expect("it is erased");
}

/// All photos of a case's goals and check-ins on this phone.
pub(crate) fn shown(phone: &Phone, case: CaseId) -> Vec<PhotoView> {
    let goals = phone.core.goals(case).expect("the goals can be read");
    let photos = goals
        .into_iter()
        .flat_map(|goal| goal.check_ins.into_iter().flat_map(|c| c.photos).chain(goal.photos));
    photos.collect()
}

/// Sends the photos of a phone; a failure gives its code.
pub(crate) async fn send(phone: &Phone) -> Result<PhotosSent, String> {
    phone.core.send_photos(LONG, false).await.map_err(code)
}

/// Fetches a photo and gives it, when it is there.
pub(crate) async fn fetch(phone: &Phone, photo: EntityId) -> Result<Option<Vec<u8>>, String> {
    phone.core.fetch_photo(photo, LONG).await.map_err(code)?;
    phone.core.photo(photo).map_err(code)
}

pub(crate) fn code(error: CompanionError) -> String {
    match error {
        CompanionError::Sync(error) => error.code().to_owned(),
        other => other.to_string(),
    }
}

pub(crate) fn unsent(phone: &Phone) -> u64 {
    phone.core.sync_state().expect("it can be read").photos_unsent
}

/// Whether a file or a request holds this.
pub(crate) fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}
