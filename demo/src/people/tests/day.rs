//! A working day: the same number of saves as the day of the workload, each visit for a client of the caseload.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{CASELOAD, CLIENTS, SEED};
use crate::people::line::Line;
use crate::people::{USUAL_ENDING, day_records};

fn day() -> Vec<Line> {
    day_records(CLIENTS, 6, SEED, USUAL_ENDING).collect()
}

#[test]
fn six_visits_are_258_saves_of_90_records() {
    let saves = day();
    let records: BTreeSet<Uuid> = saves.iter().map(|line| line.head().id).collect();
    assert_eq!((saves.len(), records.len()), (258, 6 * 15));
}

#[test]
fn the_clients_are_those_of_the_caseload_and_the_day_comes_after_it() {
    let clients: BTreeSet<Uuid> =
        CASELOAD.iter().filter(|line| matches!(line, Line::Client(_))).map(|line| line.head().id).collect();
    let days: BTreeSet<_> = day().iter().map(|line| line.head().at.date_naive()).collect();
    assert!(day().iter().all(|line| clients.contains(&line.head().c)));
    assert!(days.len() == 1 && days.iter().all(|day| *day > USUAL_ENDING), "{days:?}");
}

#[test]
fn a_note_grows_from_save_to_save() {
    let mut bodies: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for line in day() {
        if let Line::Note(entry) = line {
            bodies.entry(entry.head.id).or_default().push(entry.fields.body);
        }
    }
    for saves in bodies.values() {
        assert_eq!(saves.len(), 12);
        assert!(saves.windows(2).all(|pair| pair[1].starts_with(&pair[0]) && pair[1].len() > pair[0].len()));
        assert!(saves.last().is_some_and(|whole| whole.split_whitespace().count() >= 80));
    }
}

#[test]
fn an_answer_is_saved_first_without_words_and_then_with_them() {
    let mut comments: BTreeMap<Uuid, Vec<bool>> = BTreeMap::new();
    for line in day() {
        if let Line::Answer(entry) = line {
            comments.entry(entry.head.id).or_default().push(!entry.fields.comment.is_empty());
        }
    }
    assert_eq!(comments.len(), 6 * 8);
    assert!(comments.values().all(|saves| saves == &[false, true, true]));
}

#[test]
fn a_day_without_clients_is_empty() {
    assert_eq!(day_records(0, 6, SEED, USUAL_ENDING).count(), 0);
}

#[test]
fn more_visits_than_clients_go_round_again() {
    let clients: Vec<Uuid> = day_records(2, 3, SEED, USUAL_ENDING)
        .filter(|line| matches!(line, Line::Contact(_)))
        .map(|line| line.head().c)
        .collect();
    assert!(clients.len() == 3 && clients[0] == clients[2] && clients[0] != clients[1]);
}
