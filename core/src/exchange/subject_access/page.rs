//! The copy for the person to read: every record under its kind, oldest first, with who wrote it and where it stands.

use super::passage::PassageDecision;
use super::value;
use crate::exchange::held::{HeldRecord, PersonRecord, SetAside};
use crate::exchange::html::Page;
use crate::exchange::inventory::{INVENTORY, find_line};
use crate::exchange::words::{day, moment};
use crate::model::{State, sort_by_key};

/// The page.
pub(super) fn page(record: &PersonRecord, decisions: &[PassageDecision]) -> String {
    let mut page = Page::new("Everything held about you");
    about(&mut page, record, decisions);
    inventory(&mut page, record);
    for line in INVENTORY {
        kind(&mut page, line.label, &of_kind(record, line.kind));
    }
    let newer: Vec<&HeldRecord> =
        record.records.iter().filter(|held| find_line(&held.kind).is_none()).collect();
    kind(&mut page, "Records of a newer version", &newer);
    set_aside(&mut page, &record.set_aside);
    page.finish()
}

fn of_kind<'a>(record: &'a PersonRecord, kind: &str) -> Vec<&'a HeldRecord> {
    let mut held: Vec<&HeldRecord> = record.records.iter().filter(|held| held.kind == kind).collect();
    sort_by_key(&mut held, |held| (held.at(), held.id));
    held
}

fn about(page: &mut Page, record: &PersonRecord, decisions: &[PassageDecision]) {
    page.section("About this copy");
    page.paragraph(&format!("Put together by {} on {}.", record.organisation, moment(record.made_at)));
    page.paragraph(
        "It is a copy of what the phone it was made on holds about you: signed records, unfinished drafts of whoever made this \
         copy, records that were put away, and changes that could not simply be applied. The service's own log of who read your \
         record, and drafts on other phones, are added by the service. Times are in UTC.",
    );
    let withheld = decisions.iter().filter(|decision| !decision.disclose).count();
    page.paragraph(&format!(
        "Passages about somebody else, or that could bring harm: {} were looked at by a person, {withheld} are left out. Where one \
         is left out, its place says so. You may ask why, and you may complain to the Information Commissioner.",
        decisions.len()
    ));
}

/// Every kind there is, also those of which nothing is held: so that "nothing" can be told from "forgotten".
fn inventory(page: &mut Page, record: &PersonRecord) {
    page.section("What there is");
    let rows: Vec<Vec<String>> = INVENTORY
        .iter()
        .map(|line| vec![line.label.to_owned(), of_kind(record, line.kind).len().to_string()])
        .collect();
    page.table("Kinds of record and how many are held", &["Kind", "Records"], &rows, "");
}

fn kind(page: &mut Page, label: &str, records: &[&HeldRecord]) {
    if records.is_empty() {
        return;
    }
    page.section(label);
    for held in records {
        let when = held.at().map_or_else(|| "no date".to_owned(), day);
        page.heading(&format!("{label}, {when}"));
        page.pairs(&pairs(held));
    }
}

fn pairs(held: &HeldRecord) -> Vec<(String, String)> {
    let mut pairs =
        vec![("Written by".to_owned(), held.author_name.clone()), ("Standing".to_owned(), standing(held))];
    for (field, said) in &held.fields {
        pairs.extend(value::words(held.entry(), field, said).map(|said| (value::name(field), said)));
        for other in held.others.get(field).into_iter().flatten() {
            let said = value::words(held.entry(), field, &other.value).unwrap_or_default();
            pairs
                .push((format!("{} (another text, written {})", value::name(field), moment(other.at)), said));
        }
    }
    pairs.extend(
        held.seal
            .as_ref()
            .map(|seal| ("Signed".to_owned(), format!("{}, hash {}", moment(seal.at), seal.hash))),
    );
    pairs
}

fn standing(held: &HeldRecord) -> String {
    let stands = match held.state {
        _ if held.is_draft() => "A draft: unfinished, not signed, and counted nowhere",
        State::Active => "In use",
        State::Archived => "Put away",
        State::Published => "A draft whose signed copy is here too",
        State::Sealed => "Signed; it cannot be changed any more",
        State::Voided => "Signed and later declared void; it counts nowhere",
        State::Erased => "Erased; nothing of its content is left",
        State::NeedsConfirmation => "A second, different submission that waits for a person to confirm it",
    };
    let unsent = if held.unsent { "; on this phone only, so far" } else { "" };
    format!("{stands}{unsent}")
}

fn set_aside(page: &mut Page, changes: &[SetAside]) {
    if changes.is_empty() {
        return;
    }
    page.section("Changes that were set aside");
    for change in changes {
        page.heading(&format!("Change of {}", moment(change.at)));
        let fields = change.fields.iter();
        let fields =
            fields.filter_map(|(field, said)| Some((value::name(field), value::words(None, field, said)?)));
        page.pairs(&fields.collect::<Vec<_>>());
    }
}
