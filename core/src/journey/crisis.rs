//! Who to turn to in a crisis, without a network: the same list for everybody, so that it says nothing about its reader.
//!
//! Alongside is not watched around the clock, and says so wherever a client writes.

/// Somebody who answers in a crisis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrisisContact {
    /// What they are for, in plain words.
    pub when: &'static str,
    /// Who answers.
    pub name: &'static str,
    /// The number to call, as it is dialled in the United Kingdom.
    pub call: Option<&'static str>,
    /// The number to text, with the word to send in [`CrisisContact::text_word`].
    pub text: Option<&'static str>,
    /// The word to send.
    pub text_word: Option<&'static str>,
    /// When they answer.
    pub hours: &'static str,
}

/// What stands above every field in which a client writes to their link worker.
pub const NOT_WATCHED: &str = "Nobody reads this at once. If you need help now, call one of the numbers under \u{201c}Help now\u{201d}.";

/// The list, most urgent first. Numbers as published by the organisations themselves, looked at in November 2026.
pub const CRISIS_CONTACTS: [CrisisContact; 6] = [
    CrisisContact {
        when: "Somebody is in danger now",
        name: "Emergency services",
        call: Some("999"),
        text: None,
        text_word: None,
        hours: "always",
    },
    CrisisContact {
        when: "You need medical help or urgent mental health help",
        name: "NHS 111 (choose option 2 for mental health)",
        call: Some("111"),
        text: None,
        text_word: None,
        hours: "always",
    },
    CrisisContact {
        when: "You want somebody to listen, whatever it is",
        name: "Samaritans",
        call: Some("116 123"),
        text: None,
        text_word: None,
        hours: "always",
    },
    CrisisContact {
        when: "You would rather write than talk",
        name: "Shout",
        call: None,
        text: Some("85258"),
        text_word: Some("SHOUT"),
        hours: "always",
    },
    CrisisContact {
        when: "Somebody at home frightens or controls you",
        name: "National Domestic Abuse Helpline",
        call: Some("0808 2000 247"),
        text: None,
        text_word: None,
        hours: "always",
    },
    CrisisContact {
        when: "You have nowhere to sleep tonight",
        name: "Shelter",
        call: Some("0808 800 4444"),
        text: None,
        text_word: None,
        hours: "weekdays 8am to 6pm; your council answers at night",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_can_be_reached_without_a_network() {
        for contact in CRISIS_CONTACTS {
            let number = contact.call.or(contact.text).unwrap_or_default();
            assert!(
                number.len() >= 3 && number.chars().all(|c| c.is_ascii_digit() || c == ' '),
                "{contact:?}"
            );
            assert_eq!(contact.text.is_some(), contact.text_word.is_some(), "{contact:?}");
        }
    }
}
