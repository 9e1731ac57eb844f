//! What a handover pack says before its worker has edited it: drawn from the record, in the client's words where there are any.
//!
//! The worker goes over it before it is given; nothing here decides what another person should know of somebody.

use crate::model::Timestamp;
use crate::model::kinds::{Duty, HandoverPack, ReferralState, ReferralStatus};

/// What the record holds of a case, as far as a handover speaks of it. Lists are in the order in which they are to be said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseRecord {
    /// What matters to the client: their own words, then their goals and needs.
    pub what_matters: Vec<String>,
    /// What was promised in signed notes and in steps the worker takes, and is not done.
    pub promises: Vec<String>,
    /// How it is safe to reach them.
    pub safe_contact: Vec<String>,
    /// What is owed to them.
    pub duties: Vec<Duty>,
    /// Each open referral with where it stands.
    pub referrals: Vec<String>,
}

/// The pack as it is drawn from the record. What only the worker knows is left for them to write.
pub fn assemble(record: &CaseRecord, from_name: &str, at: Timestamp) -> HandoverPack {
    HandoverPack {
        from_name: Some(from_name.to_owned()),
        what_matters: lines(&record.what_matters),
        promises: lines(&record.promises),
        safe_contact: lines(&record.safe_contact),
        open_duties: lines(&record.duties.iter().map(duty_line).collect::<Vec<_>>()),
        referrals: lines(&record.referrals),
        ..HandoverPack::new(at)
    }
}

/// Where a referral stands, for the next worker; nothing for one that is complete.
pub fn referral_line(to: &str, last: Option<&ReferralStatus>) -> Option<String> {
    let Some(last) = last else { return Some(format!("{to}: begun, nothing sent yet")) };
    let stands = match last.status {
        ReferralState::Drafted => "being written",
        ReferralState::Sent | ReferralState::Received => "sent, no answer yet",
        ReferralState::Accepted => "they said yes",
        ReferralState::Waiting => "waiting for a place",
        ReferralState::Rejected => "they said no",
        ReferralState::Failed => "it could not go ahead",
        ReferralState::Cancelled => "called off",
        ReferralState::OnHold => "held",
        ReferralState::Started | ReferralState::Attended => "going there",
        ReferralState::Unknown => "see the referral",
        ReferralState::Finished => return None,
    };
    let reason = last.reason.as_ref().map_or_else(String::new, |reason| format!(" ({reason})"));
    Some(format!("{to}: {stands}{reason}"))
}

fn duty_line(duty: &Duty) -> String {
    let day = duty.due.to_utc().map_or_else(String::new, |due| due.format(" (by %-d %B %Y)").to_string());
    format!("{}{day}", duty.what)
}

/// One line each; nothing at all when there is nothing to say.
fn lines(texts: &[String]) -> Option<String> {
    let said: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    (!said.is_empty())
        .then(|| said.iter().map(|text| format!("\u{2022} {text}")).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kinds::DutyOrigin;

    const DAY: i64 = 86_400_000;

    #[test]
    fn a_pack_says_what_is_owed_and_until_when() {
        let duty = Duty::new(
            DutyOrigin::Bounce,
            "find another class after the gym said no".into(),
            Timestamp(20_000 * DAY),
            Timestamp(0),
        );
        let record = CaseRecord { duties: vec![duty], ..CaseRecord::default() };
        let pack = assemble(&record, "Wren Okafor", Timestamp(5));
        assert_eq!(
            pack.open_duties.as_deref(),
            Some("\u{2022} find another class after the gym said no (by 4 October 2024)")
        );
        assert_eq!(pack.from_name.as_deref(), Some("Wren Okafor"));
    }

    #[test]
    fn the_next_worker_hears_of_every_referral_that_is_not_complete() {
        let status =
            |state| ReferralStatus::new(crate::model::EntityId(uuid::Uuid::nil()), state, Timestamp(0));
        let bounced =
            ReferralStatus { reason: Some("blood pressure".into()), ..status(ReferralState::Rejected) };
        assert_eq!(
            referral_line("the gym", Some(&bounced)).as_deref(),
            Some("the gym: they said no (blood pressure)")
        );
        assert_eq!(referral_line("choir", Some(&status(ReferralState::Finished))), None);
        assert!(referral_line("choir", None).is_some());
    }

    #[test]
    fn what_the_record_does_not_say_stays_empty_for_the_worker() {
        let record =
            CaseRecord { what_matters: vec!["to sing again".into(), "  ".into()], ..CaseRecord::default() };
        let pack = assemble(&record, "Wren Okafor", Timestamp(5));
        assert_eq!(pack.what_matters.as_deref(), Some("\u{2022} to sing again"));
        assert_eq!((pack.promises, pack.relationship, pack.do_and_do_not), (None, None, None));
    }
}
