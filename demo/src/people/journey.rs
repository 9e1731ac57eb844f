//! When a client and their link workers meet over the months, how, and who comes. Real dates, two contacts a month. It must
//! not know what is said.

use chrono::{DateTime, NaiveDate, Utc};

use super::calendar::{
    days_after, days_between, months_after, months_before, working_day_by, working_moment,
};
use super::places::WORKERS;
use super::rng::Rng;
use super::values::Mode;

/// One contact, held or missed.
#[derive(Clone, Debug)]
pub(crate) struct Meeting {
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// How.
    pub(crate) mode: Mode,
    /// Minutes, in fives.
    pub(crate) mins: u32,
    /// Whether it took place.
    pub(crate) kept: bool,
    /// The link worker’s first name.
    pub(crate) worker: &'static str,
}

/// One client’s journey.
#[derive(Clone, Debug)]
pub(crate) struct Journey {
    /// The day the referral came in.
    pub(crate) start: NaiveDate,
    /// The last day that is on record.
    pub(crate) end: NaiveDate,
    /// Length in calendar months.
    pub(crate) months: u32,
    /// Contacts in the order they happened: two in each month.
    pub(crate) meetings: Vec<Meeting>,
    /// The first contact with a second link worker, if the first one left.
    pub(crate) handover: Option<usize>,
    /// What is planned after the last contact.
    pub(crate) upcoming: (NaiveDate, Mode),
}

/// How long a journey is and on which days it starts and ends; the end is within twelve days before `ending`.
pub(crate) fn span(number: usize, ending: NaiveDate, rng: &mut Rng) -> (u32, NaiveDate, NaiveDate) {
    let months = if number.is_multiple_of(5) { 48 } else { rng.between(6, 48) };
    let end = ending - chrono::Days::new(rng.below(12));
    (months, months_before(end, months), end)
}

impl Journey {
    /// The contacts of `months` months from `start` to `end`, where about one client in three of at least a year changes
    /// link worker once.
    pub(crate) fn plan(months: u32, start: NaiveDate, end: NaiveDate, rng: &mut Rng) -> Self {
        let first_worker = rng.index(WORKERS.len());
        let handover = (months >= 12 && rng.percent(35)).then(|| {
            let month = rng.between(months / 3, months * 2 / 3);
            usize::try_from(month).unwrap_or(0) * 2
        });
        let mut meetings: Vec<Meeting> = Vec::new();
        for month in 0..months {
            for day in two_days(start, end, month, rng) {
                let changed = handover.is_some_and(|first| meetings.len() >= first);
                let worker = WORKERS[(first_worker + usize::from(changed) * 3) % WORKERS.len()];
                meetings.push(meeting(day, worker, rng));
            }
        }
        keep_the_turning_points(&mut meetings, handover);
        let upcoming = (working_day_by(days_after(end, rng.between(9, 25))), mode(rng));
        Self { start, end, months, meetings, handover, upcoming }
    }

    /// How far along the journey a moment is, in thousandths.
    pub(crate) fn permille(&self, day: NaiveDate) -> u32 {
        let whole = days_between(self.start, self.end).max(1);
        (days_between(self.start, day) * 1000 / whole).min(1000)
    }

    /// The first contact at or after `day` that took place and was more than a text.
    pub(crate) fn met_from(&self, day: NaiveDate) -> Option<&Meeting> {
        let good = |meeting: &&Meeting| meeting.kept && meeting.mode != Mode::Text;
        let later = self.meetings.iter().find(|meeting| meeting.at.date_naive() >= day && good(meeting));
        later.or_else(|| self.meetings.iter().rfind(good))
    }
}

/// A working day in the first half of the month, and one in the second.
fn two_days(start: NaiveDate, end: NaiveDate, month: u32, rng: &mut Rng) -> [NaiveDate; 2] {
    let from = months_after(start, month);
    let to = months_after(start, month + 1).min(end);
    let half = days_between(from, to) / 2;
    // The nearest working day is never more than four days back, so five days keep the two apart.
    let first = working_day_by(days_after(from, rng.between(5, half)));
    let second = working_day_by(days_after(from, rng.between(half + 5, 2 * half)));
    [first, second]
}

fn meeting(day: NaiveDate, worker: &'static str, rng: &mut Rng) -> Meeting {
    let mode = mode(rng);
    let kept = rng.percent(85);
    let mins = 5 * match (mode, kept) {
        (_, false) => rng.between(1, 4),
        (Mode::Text, true) => rng.between(1, 4),
        (Mode::Phone, true) => rng.between(2, 9),
        (Mode::Surgery, true) => rng.between(4, 10),
        (Mode::Home | Mode::Community, true) => rng.between(6, 18),
    };
    Meeting { at: working_moment(day, rng), mode, mins, kept, worker }
}

fn mode(rng: &mut Rng) -> Mode {
    match rng.below(100) {
        0..32 => Mode::Home,
        32..60 => Mode::Phone,
        60..73 => Mode::Surgery,
        73..91 => Mode::Community,
        _ => Mode::Text,
    }
}

/// The first contact, the last two, and both sides of a change of worker are spoken, in person or by phone.
fn keep_the_turning_points(meetings: &mut [Meeting], handover: Option<usize>) {
    let last = meetings.len().saturating_sub(1);
    let turning =
        [Some(0), Some(last), last.checked_sub(1), handover, handover.and_then(|first| first.checked_sub(1))];
    for index in turning.into_iter().flatten() {
        if let Some(meeting) = meetings.get_mut(index) {
            meeting.kept = true;
            meeting.mins = meeting.mins.max(15);
            if meeting.mode == Mode::Text {
                meeting.mode = Mode::Phone;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::calendar::is_working_day;

    fn journeys() -> impl Iterator<Item = Journey> {
        let ending = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        (0..200).map(move |number| {
            let mut rng = Rng::new(number as u64);
            let (months, start, end) = span(number, ending, &mut rng);
            Journey::plan(months, start, end, &mut rng)
        })
    }

    #[test]
    fn two_contacts_a_month_in_order_on_working_days() {
        for journey in journeys() {
            assert_eq!(journey.meetings.len(), 2 * journey.months as usize);
            assert!(journey.meetings.windows(2).all(|pair| pair[0].at < pair[1].at));
            assert!(journey.meetings.iter().all(|m| is_working_day(m.at.date_naive())), "{journey:?}");
        }
    }

    #[test]
    fn every_contact_lies_between_the_first_and_the_last_day() {
        for journey in journeys() {
            let days = journey.meetings.iter().map(|meeting| meeting.at.date_naive());
            assert!(days.clone().all(|day| journey.start <= day && day <= journey.end));
        }
    }

    #[test]
    fn a_worker_who_left_does_not_come_again() {
        let changed: Vec<Journey> = journeys().filter(|journey| journey.handover.is_some()).collect();
        assert!(changed.len() > 20);
        for journey in changed {
            let (before, after) = journey.meetings.split_at(journey.handover.unwrap());
            assert!(before.iter().all(|meeting| meeting.worker == before[0].worker));
            assert!(after.iter().all(|meeting| meeting.worker != before[0].worker));
        }
    }
}
