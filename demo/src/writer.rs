//! Somebody who writes note after note on a phone, until the process is killed, and says of each step when it is done.
//!
//! The test that kills the demonstration reads what was said, opens the phone's file again, and compares. A text follows from
//! its note's id, so that the reader knows it without being told.

use std::io::{Write, stdout};
use std::path::Path;
use std::sync::Arc;

use alongside_core::model::EntityId;
use alongside_core::sync::{HttpTransport, SyncError};

use crate::error::DemoError;
use crate::instruments;
use crate::phone::Phone;

/// The words of the note with this id.
pub fn text_of(note: EntityId) -> String {
    format!(
        "{note}: the back door sticks, the café on the corner is shut till Monday, and the letter from the clinic is behind the \
         clock. We agreed to ring together, ½ an hour before the queue gets long. {note}"
    )
}

/// Writes on the enrolled phone in `folder`, about the first case on it. Says on standard output, a line each and only after
/// the core has said it: `begun ID`, `typed ID CHARACTERS`, `saved ID`, `signed ID SEALED`.
///
/// # Errors
/// [`DemoError`] when the phone cannot be opened or written, or nobody listens any more.
pub fn write_until_killed(folder: &Path) -> Result<(), DemoError> {
    let network = HttpTransport::new().map_err(SyncError::from)?;
    let phone = Phone::switch_on(folder, Arc::new(network), instruments::known(), Arc::new(|| ()))?;
    let case = phone.companion().caseload()?.first().map(|case| case.case);
    let case = case.ok_or_else(|| DemoError::Claim("the phone has a case".to_owned()))?;
    loop {
        let note = phone.companion().start_note(case, None)?;
        say(&format!("begun {note}"))?;
        type_all(&phone, note)?;
        phone.companion().save_note(note)?;
        say(&format!("saved {note}"))?;
        // Every other note is signed.
        if note.0.as_bytes()[15] % 2 == 0 {
            let sealed = phone.companion().sign_note(note)?;
            say(&format!("signed {note} {sealed}"))?;
        }
    }
}

fn type_all(phone: &Phone, note: EntityId) -> Result<(), DemoError> {
    let text = text_of(note);
    for (typed, (begins, letter)) in text.char_indices().enumerate() {
        phone.companion().type_note(note, &text[..begins + letter.len_utf8()])?;
        say(&format!("typed {note} {}", typed + 1))?;
    }
    Ok(phone.companion().keep_note(note, &text)?)
}

/// One line, gone before this returns.
fn say(line: &str) -> Result<(), DemoError> {
    let mut out = stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}
