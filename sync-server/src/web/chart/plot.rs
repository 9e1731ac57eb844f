//! Where each answer goes in the picture. Times stand at equal distances, in order; the table beside it has the dates.

use alongside_core::model::Timestamp;

use super::drawing::{Chart, Mark, Rule, Shape};
use crate::web::words::{day_in_words, short_day};

const WIDTH: i64 = 320;
const HEIGHT: i64 = 190;
const LEFT: i64 = 44;
const RIGHT: i64 = 296;
const TOP: i64 = 30;
const FOOT: i64 = 136;
/// Below the scale: no number is not nought.
const BELOW: i64 = 153;
/// More would not be legible on a phone; the table has them all.
const MOST_MARKS: usize = 6;

/// What is drawn.
pub(in crate::web) struct Subject<'a> {
    /// Unique on the page.
    pub(in crate::web) id: String,
    /// What the question asks about: "anxiety".
    pub(in crate::web) name: &'a str,
    /// The lowest and the highest number of its scale; the first is below the second.
    pub(in crate::web) bounds: (i64, i64),
}

/// One time the question was put.
#[derive(Clone, Copy)]
pub(in crate::web) struct Moment {
    /// When.
    pub(in crate::web) at: Timestamp,
    /// The number; nothing when there was none. Never nought for a question that was not answered.
    pub(in crate::web) number: Option<i64>,
}

/// Draws the latest moments, given from the earliest to the one on the page. Nothing is drawn without at least two
/// numbers to compare.
pub(in crate::web) fn draw(subject: &Subject<'_>, moments: &[Moment]) -> Option<Chart> {
    let latest = &moments[moments.len().saturating_sub(MOST_MARKS)..];
    if latest.iter().filter(|moment| moment.number.is_some()).count() < 2 {
        return None;
    }
    let (lowest, highest) = subject.bounds;
    let marks = marks(latest, subject.bounds);
    Some(Chart {
        title: format!(
            "{}: the latest {} times, on a scale from {lowest} to {highest}",
            subject.name,
            latest.len()
        ),
        description: describe(latest),
        id: subject.id.clone(),
        width: WIDTH,
        height: HEIGHT,
        rules: rules(subject.bounds),
        lines: lines(&marks),
        marks,
    })
}

fn describe(moments: &[Moment]) -> String {
    let said = |moment: &Moment| match moment.number {
        Some(number) => format!("{}: {number}", day_in_words(moment.at)),
        None => format!("{}: no number", day_in_words(moment.at)),
    };
    let all: Vec<String> = moments.iter().map(said).collect();
    format!("{}.", all.join("; "))
}

fn rules((lowest, highest): (i64, i64)) -> Vec<Rule> {
    let middle = lowest + (highest - lowest) / 2;
    let mut numbers = vec![lowest, middle, highest];
    numbers.dedup();
    let rule =
        |number| Rule { left: LEFT - 14, right: RIGHT + 14, y: height_of(number, (lowest, highest)), number };
    numbers.into_iter().map(rule).collect()
}

fn marks(moments: &[Moment], bounds: (i64, i64)) -> Vec<Mark> {
    let last = moments.len().saturating_sub(1);
    let mark = |(place, moment): (usize, &Moment)| {
        let (day, year) = short_day(moment.at);
        Mark {
            x: across(place, last),
            y: moment.number.map_or(BELOW, |number| height_of(number, bounds)),
            shape: match moment.number {
                None => Shape::Cross,
                Some(_) if place == last => Shape::Diamond,
                Some(_) => Shape::Ring,
            },
            figure: moment.number,
            day,
            year,
        }
    };
    moments.iter().enumerate().map(mark).collect()
}

fn across(place: usize, last: usize) -> i64 {
    let (place, last) = (i64::try_from(place).unwrap_or(0), i64::try_from(last).unwrap_or(1).max(1));
    LEFT + (RIGHT - LEFT) * place / last
}

fn height_of(number: i64, (lowest, highest): (i64, i64)) -> i64 {
    let within = number.clamp(lowest, highest);
    FOOT - (FOOT - TOP) * (within - lowest) / (highest - lowest).max(1)
}

/// A line breaks where there was no number: nothing is guessed between.
fn lines(marks: &[Mark]) -> Vec<String> {
    let runs = marks.split(|mark| mark.figure.is_none()).filter(|run| run.len() > 1);
    let points =
        |run: &[Mark]| run.iter().map(|mark| format!("{},{}", mark.x, mark.y)).collect::<Vec<_>>().join(" ");
    runs.map(points).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_MS: i64 = 86_400_000;

    fn chart(numbers: &[Option<i64>]) -> Option<Chart> {
        let start = Timestamp::parse_iso("2026-03-03T10:00:00Z").expect("a time");
        let at = |day| start.plus_ms(i64::try_from(day).unwrap_or(0) * DAY_MS);
        let moments: Vec<Moment> =
            numbers.iter().enumerate().map(|(day, &number)| Moment { at: at(day), number }).collect();
        draw(&Subject { id: "c1".into(), name: "anxiety", bounds: (0, 10) }, &moments)
    }

    #[test]
    fn higher_numbers_stand_higher_and_later_times_further_right() {
        let chart = chart(&[Some(0), Some(10), Some(5)]).unwrap();
        let places: Vec<(i64, i64)> = chart.marks.iter().map(|mark| (mark.x, mark.y)).collect();
        assert_eq!(places, [(LEFT, FOOT), (170, TOP), (RIGHT, 83)]);
        assert_eq!(chart.lines, ["44,136 170,30 296,83"]);
    }

    #[test]
    fn a_time_without_a_number_breaks_the_line_and_is_a_cross() {
        let chart = chart(&[Some(2), Some(3), None, Some(4)]).unwrap();
        let shapes: Vec<Shape> = chart.marks.iter().map(|mark| mark.shape).collect();
        assert_eq!(shapes, [Shape::Ring, Shape::Ring, Shape::Cross, Shape::Diamond]);
        assert_eq!(chart.lines.len(), 1);
        assert_eq!(chart.marks[2].figure, None);
        assert!(chart.marks[2].y > FOOT, "no number is not nought");
        assert!(chart.description.contains("5 March 2026: no number; 6 March 2026: 4."));
    }

    #[test]
    fn fewer_than_two_numbers_draw_nothing() {
        assert!(chart(&[]).is_none());
        assert!(chart(&[Some(4)]).is_none());
        assert!(chart(&[None, Some(4), None]).is_none());
    }

    #[test]
    fn only_the_latest_are_drawn_and_the_title_says_so() {
        let chart = chart(&(0..9).map(Some).collect::<Vec<_>>()).unwrap();
        assert_eq!(chart.marks.len(), MOST_MARKS);
        assert_eq!(chart.marks.last().unwrap().figure, Some(8));
        assert_eq!(chart.title, "anxiety: the latest 6 times, on a scale from 0 to 10");
    }

    #[test]
    fn every_mark_is_inside_the_picture() {
        let numbers: Vec<Option<i64>> = (0..=10).map(Some).collect();
        for pair in numbers.windows(2) {
            for mark in chart(pair).unwrap().marks {
                assert!((LEFT..=RIGHT).contains(&mark.x) && (TOP..=FOOT).contains(&mark.y));
            }
        }
    }

    #[test]
    fn a_number_outside_the_scale_stays_inside_the_picture() {
        let chart = chart(&[Some(i64::MAX), Some(-3)]).unwrap();
        assert_eq!(chart.marks[0].y, TOP);
        assert_eq!(chart.marks[1].y, FOOT);
    }
}
