//! Every link worker writes in a hand of their own: contractions, ampersands, short dates, a paragraph for the plan. A client's
//! words, between quotation marks, stay as they were said. It must not know what a note says.

/// One worker's way of writing.
#[derive(Debug)]
pub(crate) struct Hand {
    /// First name of the worker.
    worker: &'static str,
    /// Whether the plan stands in a paragraph of its own.
    pub(crate) paragraphs: bool,
    habits: &'static [(&'static str, &'static str)],
}

const CONTRACTS: &[(&str, &str)] = &[
    ("I had ", "I’d "),
    ("I have ", "I’ve "),
    ("I will ", "I’ll "),
    ("I am ", "I’m "),
    (" did not ", " didn’t "),
    (" could not ", " couldn’t "),
    (" has not ", " hasn’t "),
    (" is not ", " isn’t "),
    (" was not ", " wasn’t "),
    (" do not ", " don’t "),
    (" that is ", " that’s "),
    (" there is ", " there’s "),
];

const SHORT_DATES: &[(&str, &str)] = &[
    ("Monday", "Mon"),
    ("Tuesday", "Tues"),
    ("Wednesday", "Weds"),
    ("Thursday", "Thurs"),
    ("Friday", "Fri"),
    (" January", " Jan"),
    (" February", " Feb"),
    (" August", " Aug"),
    (" September", " Sept"),
    (" October", " Oct"),
    (" November", " Nov"),
    (" December", " Dec"),
    (" minutes", " mins"),
    ("an hour", "1 hr"),
];

const TELEGRAPHIC: &[(&str, &str)] = &[
    (" and ", " & "),
    (" because ", " as "),
    (" number ", " no. "),
    (" afternoon", " pm"),
    ("Phone call", "Tel"),
    ("Home visit", "HV"),
    ("appointment", "appt"),
    (" without ", " w/o "),
];

const DASHES: &[(&str, &str)] = &[
    ("; ", " – "),
    (": ", " – "),
    ("Last time", "Last visit"),
    (" together", " jointly"),
    (" twice", " two times"),
];

const PLAIN: &[(&str, &str)] = &[
    ("I had not yet managed to", "I haven’t managed to"),
    (" as agreed", " as planned"),
    (" a little ", " a bit "),
    (" children", " kids"),
    (" at once", " straight off"),
    (" in the meantime", " meanwhile"),
    ("half an hour", "30 minutes"),
    ("three quarters of an hour", "45 minutes"),
    (" perhaps ", " maybe "),
];

const CAREFUL: &[(&str, &str)] = &[
    (" maybe ", " perhaps "),
    (" got ", " became "),
    ("Rang ", "Telephoned "),
    (" rang ", " telephoned "),
    (" asked ", " enquired "),
    (" nearly ", " very nearly "),
    (" tired", " weary"),
    (" home.", " home again."),
];

static HANDS: [Hand; 7] = [
    Hand { worker: "Bronwen", paragraphs: false, habits: CONTRACTS },
    Hand { worker: "Imran", paragraphs: true, habits: SHORT_DATES },
    Hand { worker: "Kasia", paragraphs: false, habits: DASHES },
    Hand { worker: "Delroy", paragraphs: true, habits: PLAIN },
    Hand { worker: "Niamh", paragraphs: false, habits: &[] },
    Hand { worker: "Tom", paragraphs: true, habits: TELEGRAPHIC },
    Hand { worker: "Farida", paragraphs: true, habits: CAREFUL },
];

/// The hand of the worker of this first name; a plain one for somebody new.
pub(crate) fn hand_of(worker: &str) -> &'static Hand {
    static NEW: Hand = Hand { worker: "", paragraphs: false, habits: &[] };
    HANDS.iter().find(|hand| hand.worker == worker).unwrap_or(&NEW)
}

impl Hand {
    /// The note as this worker writes it.
    pub(crate) fn write(&self, note: &str) -> String {
        let mut written = String::with_capacity(note.len());
        let mut rest = note;
        while let Some(open) = rest.find('“') {
            let close = rest[open..].find('”').map_or(rest.len(), |length| open + length);
            written.push_str(&self.apply(&rest[..open]));
            written.push_str(&rest[open..close]);
            rest = &rest[close..];
        }
        written.push_str(&self.apply(rest));
        written
    }

    fn apply(&self, text: &str) -> String {
        self.habits.iter().fold(text.to_owned(), |text, (usual, own)| text.replace(usual, own))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::places::WORKERS;

    #[test]
    fn every_worker_has_a_hand() {
        assert!(WORKERS.iter().all(|worker| hand_of(worker).worker == *worker));
    }

    #[test]
    fn a_habit_never_touches_the_words_of_a_client() {
        let note = "I had rung. “I had a row and I will not go,” she said. I will ring.";
        assert_eq!(
            hand_of("Bronwen").write(note),
            "I’d rung. “I had a row and I will not go,” she said. I’ll ring."
        );
    }

    #[test]
    fn a_hand_without_habits_changes_nothing() {
        let note = "Rang at ten; “no,” she said. An open “quotation is left as it is.";
        assert_eq!(hand_of("Niamh").write(note), note);
    }
}
