//! What counts as having been in touch.

use crate::model::kinds::{Contact, Mode, Outcome};

/// Whether the two were in touch: an exchange in both directions, with the client or a carer they agreed to, of at least
/// one message or one minute.
pub fn was_in_touch(contact: &Contact) -> bool {
    contact.outcome == Outcome::TwoWay && contact.minutes.is_none_or(|minutes| minutes >= 1)
}

/// Whether somebody tried and did not reach the client.
pub fn was_attempt(contact: &Contact) -> bool {
    matches!(contact.outcome, Outcome::NoAnswer | Outcome::MessageLeft | Outcome::NotHome)
}

/// Whether the two saw each other in person.
pub fn is_face_to_face(mode: Mode) -> bool {
    matches!(mode, Mode::Home | Mode::Community | Mode::Practice | Mode::Accompanied)
}

/// A way of contact in the middle of a sentence.
pub fn mode_in_words(mode: Mode) -> &'static str {
    match mode {
        Mode::Home => "a home visit",
        Mode::Community => "a meeting in the community",
        Mode::Practice => "a meeting at the practice",
        Mode::Accompanied => "going along together",
        Mode::Phone => "a phone call",
        Mode::Video => "a video call",
        Mode::Message => "a message",
        Mode::Letter => "a letter",
        Mode::Unknown => "a way this app does not know yet",
    }
}
