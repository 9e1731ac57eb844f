//! The catalogue: every kind, every field, its number, its type and its merge class.
//!
//! Append-only. A kind's or field's name and number are never re-used and never change type; `catalogue.snap` beside the
//! tests holds that. The server treats a kind that is not here as opaque and parks it.

mod check;

pub use check::{FieldError, check_field, check_fields};

use super::{KindEntry, Record, kinds};

/// Raised whenever a kind or field is added; a phone tells the server which one it was built with.
pub const CATALOGUE_VERSION: u32 = 6;

/// Every kind this version knows, by number.
pub const KINDS: [&KindEntry; 38] = [
    kinds::Client::ENTRY,
    kinds::Contact::ENTRY,
    kinds::VisitNote::ENTRY,
    kinds::Need::ENTRY,
    kinds::Goal::ENTRY,
    kinds::Step::ENTRY,
    kinds::CheckIn::ENTRY,
    kinds::Assessment::ENTRY,
    kinds::OnwardReferral::ENTRY,
    kinds::ReferralStatus::ENTRY,
    kinds::NextContact::ENTRY,
    kinds::LinkWorkerCard::ENTRY,
    kinds::WhatMatters::ENTRY,
    kinds::Episode::ENTRY,
    kinds::ReferralIn::ENTRY,
    kinds::Assignment::ENTRY,
    kinds::Worklog::ENTRY,
    kinds::Duty::ENTRY,
    kinds::Sharing::ENTRY,
    kinds::AccessNeed::ENTRY,
    kinds::SafeContact::ENTRY,
    kinds::Carer::ENTRY,
    kinds::ClosureCheck::ENTRY,
    kinds::HandoverPack::ENTRY,
    kinds::AccessDenied::ENTRY,
    kinds::ChangeNotice::ENTRY,
    kinds::ReferralNews::ENTRY,
    kinds::ContactWish::ENTRY,
    kinds::Recognition::ENTRY,
    kinds::AssessmentCopy::ENTRY,
    kinds::Attachment::ENTRY,
    kinds::PassageMark::ENTRY,
    kinds::Service::ENTRY,
    kinds::LocalKnowledge::ENTRY,
    kinds::UnmetNeed::ENTRY,
    kinds::Reflection::ENTRY,
    kinds::NameCard::ENTRY,
    kinds::Colleague::ENTRY,
];

/// The kind called `name`.
pub fn find_kind(name: &str) -> Option<&'static KindEntry> {
    KINDS.into_iter().find(|kind| kind.name == name)
}

/// The kind with this number.
pub fn find_kind_number(number: u16) -> Option<&'static KindEntry> {
    KINDS.into_iter().find(|kind| kind.number == number)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_catalogue_only_ever_grows() {
        let lines: Vec<String> = KINDS.iter().flat_map(|kind| kind.describe()).collect();
        insta::assert_snapshot!("catalogue", lines.join("\n"));
    }

    #[test]
    fn no_name_or_number_is_used_twice() {
        let names: BTreeSet<_> = KINDS.iter().map(|kind| kind.name).collect();
        let numbers: BTreeSet<_> = KINDS.iter().map(|kind| kind.number).collect();
        assert_eq!((names.len(), numbers.len()), (KINDS.len(), KINDS.len()));
        for kind in KINDS {
            let names: BTreeSet<_> = kind.fields.iter().map(|field| field.name).collect();
            let numbers: BTreeSet<_> = kind.fields.iter().map(|field| field.number).collect();
            assert_eq!((names.len(), numbers.len()), (kind.fields.len(), kind.fields.len()), "{}", kind.name);
        }
    }

    #[test]
    fn the_fields_that_place_a_record_exist() {
        for kind in KINDS {
            for name in [kind.parent, kind.time].into_iter().flatten() {
                assert!(kind.find_field(name).is_some(), "{} has no {name}", kind.name);
            }
        }
    }
}
