//! What a client's screen says between two link workers: who comes has not said yet how to reach them, and what was planned
//! with who goes is not agreed with who comes.

use crate::model::kinds::{ChangeNotice, LinkWorkerCard, NextContact};

/// What to say where the card does not say how to reach the link worker; nothing when it does.
pub fn reach_missing(card: &LinkWorkerCard) -> Option<String> {
    let LinkWorkerCard { name, .. } = card;
    card.reach.trim().is_empty().then(|| format!("{name} has not written here yet how to reach them."))
}

/// What to say of a next contact that was planned before the link worker changed and lies after it; nothing when it stands
/// as it is. `change` is the latest notice of a change.
pub fn to_be_confirmed(next: &NextContact, change: Option<&ChangeNotice>) -> Option<String> {
    let change = change.filter(|change| is_overtaken(next, change))?;
    let who = change.to_name.as_deref().unwrap_or("Your next link worker");
    Some(format!("This was planned before your link worker changed. {who} will confirm it with you."))
}

/// Whether `next` was planned by who goes, for a time at which they are gone.
pub fn is_overtaken(next: &NextContact, change: &ChangeNotice) -> bool {
    next.made_at.is_none_or(|made| made <= change.at) && next.at >= change.changes_at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Timestamp;
    use crate::model::kinds::Mode;

    fn next(made: Option<i64>, at: i64) -> NextContact {
        let plan = NextContact::new(Timestamp(at), Mode::Phone, "Wren".into(), "to talk".into());
        NextContact { made_at: made.map(Timestamp), ..plan }
    }

    fn change(at: i64, changes_at: i64) -> ChangeNotice {
        let notice = ChangeNotice::new(Timestamp(at), Timestamp(changes_at), "I move.".into());
        ChangeNotice { to_name: Some("Idris Bell".into()), ..notice }
    }

    #[test]
    fn what_who_goes_planned_for_when_they_are_gone_is_to_be_confirmed() {
        for (made, at, told, changes, expected) in [
            (Some(10), 100, 50, 50, true),
            (None, 100, 50, 50, true),
            (Some(60), 100, 50, 50, false),
            (Some(10), 70, 50, 90, false),
            (Some(10), 90, 50, 90, true),
        ] {
            let said = to_be_confirmed(&next(made, at), Some(&change(told, changes)));
            assert_eq!(said.is_some(), expected, "{made:?} {at} {told} {changes}");
            assert!(said.is_none_or(|words| words.contains("Idris Bell will confirm")));
        }
        assert_eq!(to_be_confirmed(&next(None, 100), None), None);
        let queue = ChangeNotice { to_name: None, ..change(50, 50) };
        assert!(to_be_confirmed(&next(None, 100), Some(&queue)).unwrap().contains("Your next link worker"));
    }

    #[test]
    fn a_card_without_a_way_to_reach_its_worker_says_so() {
        let card = |reach: &str| LinkWorkerCard {
            person: None,
            name: "Idris Bell".into(),
            what_they_do: String::new(),
            employer: "Riverside".into(),
            reach: reach.into(),
        };
        assert_eq!(reach_missing(&card("weekdays")), None);
        let said = reach_missing(&card("  ")).unwrap();
        assert_eq!(said, "Idris Bell has not written here yet how to reach them.");
    }
}
