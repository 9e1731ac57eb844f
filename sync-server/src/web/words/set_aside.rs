//! Why something was set aside, what it is and what it does, in plain words. Words about work, never about a person.

use alongside_core::model::{Outcome, Why};

use crate::engine::DonationStanding;

/// Why, as a supervisor reads it.
pub(in crate::web) fn why_in_words(outcome: Outcome, why: Option<Why>) -> &'static str {
    match (outcome, why) {
        (Outcome::Late, _) => {
            "It was written before the phone heard that the case had been handed on. It has been taken in and marked late."
        }
        (Outcome::Parked, _) => {
            "The phone has a newer version of the app than this server. It waits until the server is brought up to date, and is then done by itself."
        }
        (_, Some(Why::NotAllowed)) => {
            "When it was written, the phone had been told that this record is no longer its person’s to write, or it never was."
        }
        (_, Some(Why::CaseMovedOn)) => {
            "It would have changed or removed something on a case that had been handed on. The phone had not heard of that yet."
        }
        (_, Some(Why::NoSuchRecord)) => {
            "It is about a record that this server does not have, or that its author may not see."
        }
        (_, Some(Why::IdTaken)) => "A record of another kind already has this place.",
        (_, Some(Why::WrittenOnce)) => "It would have changed something that is written once and then stays.",
        (_, Some(Why::BadValue)) => "One of the values does not fit its field.",
        (_, Some(Why::BadAnswer)) => "One of the answers is outside its question’s scale.",
        (_, Some(Why::HashDiffers)) => "What it says is not what was sealed.",
        (_, Some(Why::TooLarge)) => "It is larger than what can be kept in one record.",
        (_, Some(Why::GroupRefused)) => "It belongs together with something else that was set aside.",
        (_, Some(Why::Malformed)) => {
            "It could not be read. An app that is out of order can cause this; tell whoever runs Alongside."
        }
        _ => "It could not be taken in as it was written.",
    }
}

/// How a record that a phone still had stands to what is here.
pub(in crate::web) fn standing_in_words(standing: DonationStanding) -> &'static str {
    match standing {
        DonationStanding::Missing => "This server no longer has it",
        DonationStanding::Other => "Something else stands here now",
        DonationStanding::Here => "It is here",
    }
}

/// Whether a supervisor may have it taken in late, or take note of it.
pub(in crate::web) fn may_be_taken(outcome: Outcome, why: Option<Why>) -> bool {
    outcome == Outcome::Late
        || outcome == Outcome::Quarantined && matches!(why, Some(Why::NotAllowed | Why::GroupRefused))
}

/// What an operation of this act does to a record of this kind: "A change to a goal".
pub(in crate::web) fn deed_in_words(act: &str, kind: Option<&str>) -> String {
    let kind = kind.map(|kind| kind.replace('_', " "));
    let kind = kind.as_deref().unwrap_or("record");
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    match act {
        "create" => format!("A new {kind}"),
        "set" => format!("A change to {article} {kind}"),
        "publish" => format!("A signed or submitted {kind}"),
        "archive" => format!("Putting {article} {kind} away"),
        "unarchive" => format!("Taking {article} {kind} out again"),
        "resolve" => format!("A choice between texts of {article} {kind}"),
        "donate" => format!("{} {kind} as a phone had it", if article == "an" { "An" } else { "A" }),
        "void" => format!("Declaring {article} {kind} void"),
        _ => format!("Something about {article} {kind} that this server does not know"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_reads_as_a_sentence_begins() {
        assert_eq!(deed_in_words("set", Some("goal")), "A change to a goal");
        assert_eq!(deed_in_words("archive", Some("onward_referral")), "Putting an onward referral away");
        assert_eq!(
            deed_in_words("bequeath", None),
            "Something about a record that this server does not know"
        );
    }

    #[test]
    fn only_what_nothing_but_a_handover_stands_against_may_be_taken() {
        assert!(may_be_taken(Outcome::Late, None));
        assert!(may_be_taken(Outcome::Quarantined, Some(Why::NotAllowed)));
        assert!(!may_be_taken(Outcome::Quarantined, Some(Why::BadValue)));
        assert!(!may_be_taken(Outcome::Parked, Some(Why::UnknownKind)));
    }
}
