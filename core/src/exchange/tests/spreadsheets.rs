//! Spreadsheets: nothing in them runs, and everything in them comes back.

use proptest::prelude::*;

use super::person::maud;
use crate::exchange::{CsvError, ExportForm, Table, export, read_csv, write_csv};
use crate::instrument::Registry;

#[test]
fn every_table_of_a_person_can_be_read_back() {
    for form in [
        ExportForm::Contacts,
        ExportForm::Goals,
        ExportForm::Referrals,
        ExportForm::Needs,
        ExportForm::Assessments,
    ] {
        let file = export(&maud(), &Registry::shipped(), form).unwrap();
        let rows = read_csv(&file.bytes).unwrap();
        assert!(rows.len() > 1, "{form:?}");
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{form:?}");
    }
}

#[test]
fn a_question_that_was_put_off_is_not_nought() {
    let file = export(&maud(), &Registry::shipped(), ExportForm::Assessments).unwrap();
    let rows = read_csv(&file.bytes).unwrap();
    let answers: Vec<&str> = rows[1..].iter().map(|row| row[4].as_str()).collect();
    assert!(answers.contains(&"not now") && !answers.contains(&"0"), "{answers:?}");
}

#[test]
fn what_is_no_table_says_why() {
    assert_eq!(read_csv(b"\xff"), Err(CsvError::Encoding));
    assert_eq!(read_csv(b"a,b\r\n"), Err(CsvError::Unquoted));
    assert_eq!(read_csv(b"\"a"), Err(CsvError::Unfinished));
    assert_eq!(read_csv(b"\"a\","), Err(CsvError::Unfinished));
}

proptest! {
    #[test]
    fn any_table_survives_and_no_cell_begins_like_a_formula(
        rows in proptest::collection::vec(proptest::collection::vec("[=+@'\"\t\r\n, -]{0,3}\\PC{0,12}", 3), 0..6)
    ) {
        let table = Table { header: vec!["a", "b", "c"], rows: rows.clone() };
        let bytes = write_csv(&table);
        let back = read_csv(&bytes).unwrap();
        prop_assert_eq!(&back[1..], &rows[..]);
        let text = String::from_utf8(bytes).unwrap();
        for risky in ["\"=", "\"+", "\"-", "\"@", "\"\t", "\"\r"] {
            // A quotation mark within a cell is doubled; at the beginning of a cell it stands alone, after a comma or line end.
            for before in [",", "\r\n"] {
                let cell = format!("{before}{risky}");
                prop_assert!(!text.contains(&cell) || rows.iter().flatten().any(|c| c.contains(before)));
            }
        }
    }
}
