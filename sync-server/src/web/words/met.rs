//! How a link worker and a client met, as the end of a sentence.

use alongside_core::model::kinds::Mode;

/// "at the client's home"; nothing for a way to meet that this version does not know.
pub(in crate::web) fn how_they_met(mode: Mode) -> Option<&'static str> {
    match mode {
        Mode::Home => Some("at the client’s home"),
        Mode::Community => Some("out in the community"),
        Mode::Practice => Some("at the GP practice"),
        Mode::Accompanied => Some("while going along to a service"),
        Mode::Phone => Some("by telephone"),
        Mode::Video => Some("by video"),
        Mode::Message => Some("by message"),
        Mode::Letter => Some("by letter"),
        Mode::Unknown => None,
    }
}
