//! Which state may follow which, for every field that is a state machine: one table, used by the phone before it writes and
//! by the server when two steps were taken without knowledge of each other.
//!
//! Pure data. A word of a newer version, which no table here knows, is always allowed: the newer version has its own table.

/// The steps of one field.
#[derive(Clone, Copy, Debug)]
pub struct Transitions {
    /// The kind of record, by catalogue name.
    pub kind: &'static str,
    /// The field.
    pub field: &'static str,
    /// Where a record may begin.
    pub first: &'static [&'static str],
    /// From where to where it may go.
    pub pairs: &'static [(&'static str, &'static str)],
}

impl Transitions {
    /// Whether the field may become `to` when it is `from`; nothing was written yet when that is absent. Staying where it is
    /// is no step and allowed.
    pub fn allows(&self, from: Option<&str>, to: &str) -> bool {
        match from {
            _ if !self.knows(to) => true,
            None => self.first.contains(&to),
            Some(from) => from == to || !self.knows(from) || self.pairs.contains(&(from, to)),
        }
    }

    /// The states that may follow this one, in the order of the table.
    pub fn list_next(&self, from: &str) -> Vec<&'static str> {
        self.pairs.iter().filter(|(before, _)| *before == from).map(|(_, after)| *after).collect()
    }

    fn knows(&self, word: &str) -> bool {
        self.first.contains(&word) || self.pairs.iter().any(|(from, to)| *from == word || *to == word)
    }
}

/// A stretch of support. It does not go on after its end: a person who comes back begins another.
pub const EPISODE_TRANSITIONS: Transitions = Transitions {
    kind: "episode",
    field: "status",
    first: &["active"],
    pairs: &[
        ("active", "paused_by_client"),
        ("active", "paused_by_service"),
        ("active", "ended"),
        ("paused_by_client", "active"),
        ("paused_by_client", "paused_by_service"),
        ("paused_by_client", "ended"),
        ("paused_by_service", "active"),
        ("paused_by_service", "paused_by_client"),
        ("paused_by_service", "ended"),
    ],
};

/// A client's journey as the caseload shows it. It may begin again.
pub const CLIENT_TRANSITIONS: Transitions = Transitions {
    kind: "client",
    field: "status",
    first: &["active", "paused", "ended"],
    pairs: &[
        ("active", "paused"),
        ("active", "ended"),
        ("paused", "active"),
        ("paused", "ended"),
        ("ended", "active"),
    ],
};

/// A goal. Reached and let go are not for ever; one that became another goal goes on as that one.
pub const GOAL_TRANSITIONS: Transitions = Transitions {
    kind: "goal",
    field: "status",
    first: &["proposed", "active"],
    pairs: &[
        ("proposed", "active"),
        ("proposed", "parked"),
        ("proposed", "dropped"),
        ("proposed", "changed"),
        ("active", "parked"),
        ("active", "reached"),
        ("active", "partly"),
        ("active", "dropped"),
        ("active", "changed"),
        ("parked", "active"),
        ("parked", "reached"),
        ("parked", "partly"),
        ("parked", "dropped"),
        ("parked", "changed"),
        ("partly", "active"),
        ("partly", "reached"),
        ("partly", "dropped"),
        ("partly", "changed"),
        ("reached", "active"),
        ("dropped", "active"),
    ],
};

/// A duty. What was done or released can turn out to be owed after all.
pub const DUTY_TRANSITIONS: Transitions = Transitions {
    kind: "duty",
    field: "status",
    first: &["open", "done"],
    pairs: &[("open", "done"), ("open", "released"), ("done", "open"), ("released", "open")],
};

/// What a person said to the offer of support. A yes that was given is not taken back here: the episode ends instead.
pub const REFERRAL_IN_TRANSITIONS: Transitions = Transitions {
    kind: "referral_in",
    field: "answer",
    first: &["offered", "accepted", "declined"],
    pairs: &[
        ("offered", "accepted"),
        ("offered", "declined"),
        ("declined", "accepted"),
        ("declined", "offered"),
    ],
};

/// An onward referral, after the referral task of HL7 Gravity's SDOH clinical care guide. Its states are records of their own
/// and are only ever added; the pairs say which may follow the latest. A service may still turn somebody away at the door
/// after it said yes. What has come back is not sent again: another referral is made.
pub const REFERRAL_TRANSITIONS: Transitions = Transitions {
    kind: "referral_status",
    field: "status",
    first: &["drafted", "sent", "cancelled"],
    pairs: &[
        ("drafted", "sent"),
        ("drafted", "cancelled"),
        ("sent", "received"),
        ("sent", "accepted"),
        ("sent", "waiting"),
        ("sent", "rejected"),
        ("sent", "failed"),
        ("sent", "cancelled"),
        ("sent", "on_hold"),
        ("received", "accepted"),
        ("received", "waiting"),
        ("received", "rejected"),
        ("received", "failed"),
        ("received", "cancelled"),
        ("received", "on_hold"),
        ("accepted", "waiting"),
        ("accepted", "started"),
        ("accepted", "attended"),
        ("accepted", "rejected"),
        ("accepted", "failed"),
        ("accepted", "cancelled"),
        ("accepted", "on_hold"),
        ("waiting", "accepted"),
        ("waiting", "started"),
        ("waiting", "attended"),
        ("waiting", "rejected"),
        ("waiting", "failed"),
        ("waiting", "cancelled"),
        ("waiting", "on_hold"),
        ("on_hold", "received"),
        ("on_hold", "accepted"),
        ("on_hold", "waiting"),
        ("on_hold", "started"),
        ("on_hold", "attended"),
        ("on_hold", "rejected"),
        ("on_hold", "failed"),
        ("on_hold", "cancelled"),
        ("started", "attended"),
        ("started", "finished"),
        ("started", "rejected"),
        ("started", "failed"),
        ("started", "cancelled"),
        ("started", "on_hold"),
        ("attended", "started"),
        ("attended", "finished"),
        ("attended", "failed"),
        ("attended", "cancelled"),
        ("attended", "on_hold"),
    ],
};

/// Every state machine.
pub const TRANSITIONS: [Transitions; 6] = [
    CLIENT_TRANSITIONS,
    DUTY_TRANSITIONS,
    EPISODE_TRANSITIONS,
    GOAL_TRANSITIONS,
    REFERRAL_IN_TRANSITIONS,
    REFERRAL_TRANSITIONS,
];

/// The steps of the field `field` of records of `kind`; nothing when it is no state machine.
pub fn find_transitions(kind: &str, field: &str) -> Option<&'static Transitions> {
    TRANSITIONS.iter().find(|table| table.kind == kind && table.field == field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FieldType;
    use crate::model::catalogue::find_kind;

    #[test]
    fn every_word_of_a_table_is_in_the_catalogue_and_every_state_can_be_reached() {
        for table in TRANSITIONS {
            let field = find_kind(table.kind).unwrap().find_field(table.field).unwrap();
            let FieldType::Choice(names) = field.holds else { panic!("{} is no choice", table.kind) };
            let words = table.pairs.iter().flat_map(|(from, to)| [from, to]).chain(table.first);
            for word in words {
                assert!(names.contains(word), "{} {word}", table.kind);
            }
            let mut reached = table.first.to_vec();
            for _ in 0..names.len() {
                reached.extend(
                    table
                        .pairs
                        .iter()
                        .filter(|(from, _)| reached.contains(from))
                        .map(|(_, to)| *to)
                        .collect::<Vec<_>>(),
                );
                reached.sort_unstable();
                reached.dedup();
            }
            assert_eq!(reached.len(), names.len(), "{}: {reached:?}", table.kind);
        }
    }

    #[test]
    fn no_step_is_listed_twice_and_none_stays_where_it_is() {
        for table in TRANSITIONS {
            let mut pairs = table.pairs.to_vec();
            pairs.sort_unstable();
            pairs.dedup();
            assert_eq!(pairs.len(), table.pairs.len(), "{}", table.kind);
            assert!(pairs.iter().all(|(from, to)| from != to), "{}", table.kind);
        }
    }

    #[test]
    fn what_has_ended_or_come_back_does_not_go_on() {
        for (table, last) in [
            (EPISODE_TRANSITIONS, "ended"),
            (GOAL_TRANSITIONS, "changed"),
            (REFERRAL_IN_TRANSITIONS, "accepted"),
            (REFERRAL_TRANSITIONS, "rejected"),
            (REFERRAL_TRANSITIONS, "failed"),
            (REFERRAL_TRANSITIONS, "cancelled"),
            (REFERRAL_TRANSITIONS, "finished"),
        ] {
            assert_eq!(table.list_next(last), Vec::<&str>::new(), "{} {last}", table.kind);
        }
    }

    #[test]
    fn a_word_of_a_newer_version_is_let_through() {
        assert!(DUTY_TRANSITIONS.allows(Some("open"), "delegated"));
        assert!(DUTY_TRANSITIONS.allows(Some("delegated"), "done"));
        assert!(!DUTY_TRANSITIONS.allows(Some("done"), "released"));
        assert!(!EPISODE_TRANSITIONS.allows(None, "ended"));
    }
}
