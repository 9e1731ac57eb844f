//! Which other assessments of the same client and instrument an assessment is compared with.
//!
//! Only those that count are compared: not one that waits for a decision, is void, or is corrected by a later one. In another
//! version of the instrument, only the questions that are declared the same.

use alongside_core::model::{EntityId, Timestamp};

use super::{Reading, Submission, end, read};

/// An assessment of the same client with the same instrument.
#[derive(Clone)]
pub(in crate::web) struct Earlier {
    /// Its id.
    pub(in crate::web) id: EntityId,
    /// When it was submitted.
    pub(in crate::web) submitted: Timestamp,
    /// Its answers.
    pub(in crate::web) reading: Reading,
}

/// What there is to compare with, and what there is that is not compared.
#[derive(Default)]
pub(in crate::web) struct Before {
    /// Those compared with, from the earliest.
    pub(in crate::web) compared: Vec<Earlier>,
    /// Earlier ones in another version of the questions, from the earliest.
    pub(in crate::web) other_version: Vec<Earlier>,
    /// Those submitted after this one, from the earliest.
    pub(in crate::web) later: Vec<Earlier>,
    /// The one that corrects this one, if one does.
    pub(in crate::web) corrected_by: Option<EntityId>,
}

/// Sorts what is held of the same client and instrument around the assessment `this`, which reads as `reading`.
pub(in crate::web) fn before(this: &Submission, reading: &Reading, held: &[Submission]) -> Before {
    let counted: Vec<Earlier> = held.iter().filter(|one| one.id != this.id).filter_map(counted).collect();
    let corrected: Vec<EntityId> = counted.iter().filter_map(|one| one.reading.record.amends).collect();
    let mut before = Before { corrected_by: corrected_by(this.id, &counted), ..Before::default() };
    for one in counted.into_iter().filter(|one| !corrected.contains(&one.id)) {
        if reading.record.amends != Some(one.id) {
            before.room_for(&one, place_in_time(this, reading), reading.record.version).push(one);
        }
    }
    for list in [&mut before.compared, &mut before.other_version, &mut before.later] {
        list.sort_by_key(Earlier::place_in_time);
    }
    before
}

/// Records brought in together can say one time of submission; then the time they were begun tells them apart.
pub(super) type PlaceInTime = (Timestamp, Timestamp, EntityId);

fn place_in_time(this: &Submission, reading: &Reading) -> PlaceInTime {
    (this.submitted, reading.record.at, this.id)
}

impl Earlier {
    pub(super) fn place_in_time(&self) -> PlaceInTime {
        (self.submitted, self.reading.record.at, self.id)
    }
}

fn counted(held: &Submission) -> Option<Earlier> {
    if !held.counts() {
        return None;
    }
    let reading = read(&held.fields).ok().filter(|reading| end(&reading.record).is_none())?;
    Some(Earlier { id: held.id, submitted: held.submitted, reading })
}

fn corrected_by(this: EntityId, counted: &[Earlier]) -> Option<EntityId> {
    counted.iter().find(|one| one.reading.record.amends == Some(this)).map(|one| one.id)
}

impl Before {
    fn room_for(&mut self, one: &Earlier, this: PlaceInTime, version: u32) -> &mut Vec<Earlier> {
        if one.place_in_time() > this {
            &mut self.later
        } else if one.reading.record.version == version {
            &mut self.compared
        } else {
            &mut self.other_version
        }
    }
}
