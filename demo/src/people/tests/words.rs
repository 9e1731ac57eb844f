//! What is written reads as people write: whole, varied, kind, in many hands and scripts.

use std::collections::{BTreeMap, BTreeSet};

use super::{CASELOAD, notes, text_of};
use crate::people::line::Line;

/// The sentences of a text, short ones ("We ticked it.") left out: those anybody may say twice.
fn long_sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!'])
        .map(str::trim)
        .filter(|sentence| sentence.split_whitespace().count() >= 8)
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[test]
fn a_note_has_80_to_200_words() {
    let lengths: Vec<usize> = notes().map(|note| note.split_whitespace().count()).collect();
    assert!(
        lengths.iter().all(|words| (80..=200).contains(words)),
        "{:?}",
        (lengths.iter().min(), lengths.iter().max())
    );
    assert!((120..170).contains(&(lengths.iter().sum::<usize>() / lengths.len())));
}

#[test]
fn no_two_notes_are_the_same() {
    assert_eq!(notes().collect::<BTreeSet<_>>().len(), notes().count());
}

#[test]
fn few_sentences_are_word_for_word_the_same() {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for sentence in notes().flat_map(long_sentences) {
        *times.entry(sentence).or_default() += 1;
    }
    let all: usize = times.values().sum();
    let repeated: usize = times.values().filter(|times| **times > 1).sum();
    assert!(all > 8_000, "{all} sentences");
    assert!(share(repeated, all) < 0.15, "{repeated} of {all} sentences are said more than once");
    assert!(times.values().all(|times| *times <= 25), "{:?}", times.iter().max_by_key(|(_, times)| **times));
}

#[test]
fn one_story_hardly_repeats_itself() {
    let mut said: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for line in CASELOAD.iter().filter(|line| matches!(line, Line::Note(_))) {
        said.entry(line.head().c).or_default().extend(text_of(line).into_iter().flat_map(long_sentences));
    }
    for (client, sentences) in said {
        let distinct = sentences.iter().collect::<BTreeSet<_>>().len();
        assert!(share(distinct, sentences.len()) > 0.93, "{client}: {distinct} of {}", sentences.len());
    }
}

#[test]
fn a_note_speaks_of_its_own_client_by_name() {
    let mut given: BTreeMap<_, Vec<String>> = BTreeMap::new();
    let mut named = 0;
    for line in CASELOAD.iter() {
        match line {
            Line::Client(entry) => {
                given.insert(entry.head.id, entry.fields.name.split(' ').map(str::to_owned).collect());
            }
            Line::Note(entry) => {
                named += usize::from(
                    given[&entry.head.c].iter().any(|name| entry.fields.body.contains(name.as_str())),
                );
            }
            _ => {}
        }
    }
    assert!(share(named, notes().count()) > 0.9, "{named} notes");
}

#[test]
fn every_pattern_was_filled_in() {
    for line in CASELOAD.iter() {
        let text = text_of(line).unwrap_or_default();
        assert!(!text.contains(['{', '}', '[', ']', '|']), "{text}");
        assert!(!text.contains("  ") && !text.contains(" .") && !text.contains(" ,"), "{text}");
    }
}

#[test]
fn nobody_is_blamed() {
    for text in CASELOAD.iter().filter_map(text_of) {
        let words: Vec<String> =
            text.split(|mark: char| !mark.is_alphanumeric() && mark != '-').map(str::to_owned).collect();
        for word in ["failed", "Failed", "non-compliant", "noncompliant", "DNA", "DNAd"] {
            assert!(!words.iter().any(|said| said == word), "{word} in: {text}");
        }
        assert!(!text.to_lowercase().contains("refused to engage"), "{text}");
    }
}

#[test]
fn names_and_goals_are_written_in_many_scripts() {
    let names: String = CASELOAD
        .iter()
        .filter_map(
            |line| if let Line::Client(client) = line { Some(client.fields.name.as_str()) } else { None },
        )
        .collect();
    assert!(names.chars().filter(|mark| mark.is_alphabetic() && !mark.is_ascii()).count() >= 8, "{names}");
    let goals: String =
        CASELOAD.iter().filter(|line| matches!(line, Line::Goal(_))).filter_map(text_of).collect();
    let blocks = [
        ('\u{0600}', '\u{06FF}'),
        ('\u{0980}', '\u{09FF}'),
        ('\u{0A00}', '\u{0A7F}'),
        ('\u{1200}', '\u{137F}'),
        ('\u{4E00}', '\u{9FFF}'),
    ];
    let met = blocks
        .iter()
        .filter(|(first, last)| goals.chars().any(|mark| (*first..=*last).contains(&mark)))
        .count();
    assert!(met >= 3, "{met} of {} scripts", blocks.len());
}

#[test]
fn notes_speak_of_what_the_record_holds() {
    let mut services: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    let mut told: BTreeMap<_, String> = BTreeMap::new();
    for line in CASELOAD.iter() {
        match line {
            Line::Referral(entry) => {
                services.entry(entry.head.c).or_default().insert(&entry.fields.to);
            }
            Line::Note(entry) => told.entry(entry.head.c).or_default().push_str(&entry.fields.body),
            _ => {}
        }
    }
    let pairs: Vec<bool> = services
        .iter()
        .flat_map(|(client, to)| to.iter().map(|service| told[client].contains(service)))
        .collect();
    let spoken_of = pairs.iter().filter(|spoken| **spoken).count();
    assert!(share(spoken_of, pairs.len()) > 0.9, "{spoken_of} of {} referrals", pairs.len());
}
