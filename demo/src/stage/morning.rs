//! What the link worker did before the demonstration begins, through the phone's own core: who they are, when they come
//! next and why, and what was promised last time. A caseload file knows none of these.

use alongside_core::companion::{Companion, CompanionError};
use alongside_core::model::kinds::{Mode, NeedCategory};
use alongside_core::model::{CaseId, Timestamp};

const HOUR: i64 = 60 * 60 * 1000;
const DAY: i64 = 24 * HOUR;

/// When after today's midnight the next contacts are, how, and what for.
const PLANNED: [(i64, Mode, &str); 6] = [
    (DAY + 10 * HOUR, Mode::Home, "To see how the week went, and to fill in the council form together"),
    (DAY + 11 * HOUR + HOUR / 2, Mode::Phone, "You asked for a call after the appointment at the clinic"),
    (DAY + 14 * HOUR, Mode::Community, "To go to the first morning at the allotment together"),
    (2 * DAY + 9 * HOUR + HOUR / 2, Mode::Home, "To look at the letter about the rent"),
    (3 * DAY + 13 * HOUR, Mode::Practice, "To meet at the practice, as you wished"),
    (6 * DAY + 10 * HOUR, Mode::Phone, "To hear how the class was"),
];

const WHAT_THEY_DO: &str = "I am here to listen, to find out with you what matters, and to go along to things when that \
                            helps. I am not a nurse or a doctor, and nothing you tell me changes your treatment.";
const REACH: &str = "Ring or text 01632 960 147, weekdays 9 to 5. If I am driving I ring back the same day.";

/// Writes the morning's work for the first cases; `first` is the client who carries a phone.
pub(super) fn work(phone: &Companion, cases: &[CaseId], now: Timestamp) -> Result<(), CompanionError> {
    let midnight = now.plus_ms(-now.0.rem_euclid(DAY));
    for (case, (after, mode, why)) in cases.iter().zip(PLANNED) {
        phone.plan_next_contact(*case, midnight.plus_ms(after), mode, why)?;
    }
    let Some(first) = cases.first() else { return Ok(()) };
    phone.introduce_link_worker(*first, WHAT_THEY_DO, REACH)?;
    phone.raise_need(
        *first,
        NeedCategory::Housing,
        "It is the damp in the back room that gets me down the most",
    )?;
    let note = phone.start_note(*first, None)?;
    phone.keep_note(
        note,
        "A short call to hear how things are. Sounded brighter than last week. The letter from the council has come and is \
         on the kitchen table, not opened yet. We said we would open it together.",
    )?;
    phone.promise(note, "To bring the form for the damp, and to ring the council before Friday")?;
    phone.sign_note(note)?;
    Ok(())
}
