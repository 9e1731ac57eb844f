//! What a server asks of a phone beside its answer.

use serde::{Deserialize, Serialize};

use super::Tail;

/// A wish of the server. One that a phone does not know is passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "d", rename_all = "snake_case")]
pub enum Directive {
    /// The phone's database is an older copy of one that has gone on: it asks for a new replica.
    Rekey,
    /// The server was restored and has the phone's chain up to here: the phone hands over again what comes after, as it was,
    /// and reads everything again.
    Resume {
        /// The last operation this server has of the replica, and the chain there.
        tail: Tail,
    },
    /// What follows is everything from the start. What the phone had and is not listed again is no longer this phone's.
    /// Its own work is untouched.
    Resnapshot,
    /// Come back after this long at the earliest, unless a person asks.
    Backoff {
        /// Milliseconds.
        ms: u64,
    },
    /// Send at most this much in one request.
    Limits {
        /// Operations.
        ops: usize,
        /// Bytes of operations.
        bytes: usize,
    },
    /// A build of the app from this one on is wanted: the person is told, and nothing else changes.
    MinBuild {
        /// The build, numbers with points between them.
        build: String,
    },
    /// Something a newer server says.
    #[serde(other)]
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directive_survives_its_text_and_a_newer_one_is_passed_over() {
        let resume = Directive::Resume { tail: Tail(7, super::super::ChainHash([1; 8])) };
        let newer = Directive::MinBuild { build: "0.2.0".into() };
        for directive in
            [Directive::Rekey, resume, Directive::Resnapshot, Directive::Backoff { ms: 5 }, newer]
        {
            let text = serde_json::to_string(&directive).unwrap();
            assert_eq!(serde_json::from_str::<Directive>(&text).unwrap(), directive, "{text}");
        }
        let newer: Directive = serde_json::from_str(r#"{"d":"sing","song":"la"}"#).unwrap();
        assert_eq!(newer, Directive::Unknown);
        assert_eq!(serde_json::to_string(&Directive::Rekey).unwrap(), r#"{"d":"rekey"}"#);
    }
}
