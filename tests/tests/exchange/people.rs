//! The invented people: twelve of the demo's caseload, and Maud Ellery, who has a record of every kind.

use alongside_core::exchange::{HeldRecord, HeldSeal, PersonRecord, read_records};
use alongside_core::model::{PersonId, State, Timestamp, content_hash};
use alongside_demo::people::{USUAL_ENDING, caseload};
use alongside_tests::bench::{Line, NewRecord, list_clients};
use uuid::Uuid;

const CLIENTS: usize = 12;
const SEED: u64 = 20_261_125;
/// 30 June 2026.
const MADE_AT: Timestamp = Timestamp(1_782_777_600_000);

/// Everybody, by the name of their file.
pub(crate) fn people() -> Vec<(String, PersonRecord)> {
    let lines = caseload(CLIENTS, SEED, USUAL_ENDING).enumerate();
    let lines: Vec<Line> =
        lines.map(|(place, line)| Line::read(place + 1, &line).expect("the demo writes lines")).collect();
    let clients = list_clients(&lines).expect("the demo's lines are records");
    let clients = clients.iter().enumerate();
    clients
        .map(|(number, records)| (format!("invented-{}", number + 1), person(records)))
        .chain([maud()])
        .collect()
}

/// The person with a record of every kind.
pub(crate) fn maud() -> (String, PersonRecord) {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/src/exchange/tests/maud.json");
    let bytes = std::fs::read(file).expect("the fixture can be read");
    ("maud".to_owned(), read_records(&bytes).expect("the fixture is a file of records"))
}

fn person(records: &[NewRecord]) -> PersonRecord {
    PersonRecord {
        case: records[0].home.case().expect("a client's records are of a case"),
        organisation: "Riverside Link Workers".to_owned(),
        made_at: MADE_AT,
        records: records.iter().map(held).collect(),
        set_aside: Vec::new(),
    }
}

/// The record as a phone holds it once everything is signed.
fn held(new: &NewRecord) -> HeldRecord {
    let author = PersonId(Uuid::from_u128(0x5eed));
    let hash = content_hash(new.kind, &new.fields);
    HeldRecord {
        id: new.id,
        kind: new.kind.to_owned(),
        stream: new.home,
        state: if new.sealed { State::Sealed } else { State::Active },
        author,
        author_name: "Wren Okafor".to_owned(),
        fields: new.fields.clone(),
        others: std::collections::BTreeMap::new(),
        seal: new.sealed.then_some(HeldSeal { hash, by: author, at: MADE_AT }),
        unsent: false,
        left_out: Vec::new(),
    }
}
