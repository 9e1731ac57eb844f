//! How far a phone has read, as a token of constant length that only this server can make or read.
//!
//! Inside it holds commit numbers, which count what everybody in the organisation does; outside it tells nobody anything,
//! and it opens for the person it was made for alone.

use aes_siv::KeyInit;
use aes_siv::siv::Aes128Siv;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::refused::Refused;
use super::session::Session;
use crate::store::{EntityNo, Position, Seq, StreamNo};

/// The layout's version, one byte; a cursor of another layout is read again from the start.
const LAYOUT: u8 = 1;
const NUMBERS: usize = 6;
const LENGTH: usize = 1 + 8 * NUMBERS;

/// How far somebody has read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cursor {
    /// Everything up to this commit has been read.
    pub(super) from: Seq,
    /// The commit being caught up to; equal to `from` when nothing is under way.
    pub(super) head: Seq,
    /// The stream the catching up stands in; 0 before the first.
    pub(super) stream: StreamNo,
    /// How far in that stream.
    pub(super) position: Position,
}

impl Cursor {
    /// Everything up to `seq` has been read.
    pub(super) fn at(seq: Seq) -> Self {
        Self { from: seq, head: seq, ..Self::default() }
    }

    /// Whether pages of an earlier request are still to be fetched.
    pub(super) fn is_under_way(&self) -> bool {
        self.head > self.from
    }
}

/// Seals and opens cursors.
#[derive(Clone)]
pub struct CursorKey([u8; 32]);

impl CursorKey {
    /// Uses these bytes, which nothing else may use.
    pub const fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    /// The token a phone keeps.
    pub(super) fn seal(&self, cursor: &Cursor, session: &Session) -> String {
        let Cursor { from, head, stream, position } = *cursor;
        let numbers: [i64; NUMBERS] =
            [i64::from(session.epoch), from.0, head.0, stream.0, position.seq.0, position.no.0];
        let mut plain = vec![LAYOUT];
        plain.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
        let sealed = self.cipher().encrypt(bound_to(session), &plain);
        URL_SAFE_NO_PAD.encode(sealed.expect("a few bytes and two headers are within what SIV takes"))
    }

    /// The cursor in a token, if it is one of ours, for this person, of this epoch, and not from the future.
    pub(super) fn open(&self, token: &str, session: &Session) -> Result<Cursor, Refused> {
        let sealed = URL_SAFE_NO_PAD.decode(token).map_err(|_| Refused::CursorUnknown)?;
        let plain = self.cipher().decrypt(bound_to(session), &sealed).map_err(|_| Refused::CursorUnknown)?;
        let [epoch, from, head, stream, seq, no] = numbers(&plain).ok_or(Refused::CursorUnknown)?;
        if epoch != i64::from(session.epoch) || head > session.seq.0 {
            return Err(Refused::CursorUnknown);
        }
        let position = Position { seq: Seq(seq), no: EntityNo(no) };
        Ok(Cursor { from: Seq(from), head: Seq(head), stream: StreamNo(stream), position })
    }

    fn cipher(&self) -> Aes128Siv {
        Aes128Siv::new(&self.0.into())
    }
}

impl std::fmt::Debug for CursorKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CursorKey(..)")
    }
}

fn bound_to(session: &Session) -> [[u8; 16]; 2] {
    [session.person.id.0.into_bytes(), session.organisation.into_bytes()]
}

fn numbers(plain: &[u8]) -> Option<[i64; NUMBERS]> {
    if plain.len() != LENGTH || plain[0] != LAYOUT {
        return None;
    }
    let mut numbers = [0; NUMBERS];
    for (number, bytes) in numbers.iter_mut().zip(plain[1..].chunks_exact(8)) {
        *number = i64::from_be_bytes(bytes.try_into().ok()?);
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use alongside_core::model::{PersonId, Role, Timestamp};
    use uuid::Uuid;

    use super::*;
    use crate::store::{DeviceNo, OrgNo, Person, PersonNo, Replica};

    fn session(person: u128, epoch: u32) -> Session {
        let person = Person {
            no: PersonNo(1),
            id: PersonId(Uuid::from_u128(person)),
            org: OrgNo(1),
            role: Role::LinkWorker,
            name: String::new(),
            login: None,
            case: None,
            dirty_seq: Seq(0),
            disabled_at: None,
        };
        let time = Timestamp(0);
        let replica = Replica {
            number: 1,
            last_n: 0,
            last_hash: Default::default(),
            last_eff: time,
            last_answer: time,
        };
        let (device, org, organisation) = (DeviceNo(1), OrgNo(1), Uuid::from_u128(9));
        Session { device, last_seen: time, person, org, organisation, epoch, seq: Seq(1 << 40), replica }
    }

    fn cursor(head: i64) -> Cursor {
        let position = Position { seq: Seq(head - 1), no: EntityNo(head * 3) };
        Cursor { from: Seq(1), head: Seq(head), stream: StreamNo(4), position }
    }

    #[test]
    fn a_cursor_comes_back_and_is_always_as_long() {
        let (key, session) = (CursorKey::new([1; 32]), session(1, 1));
        let tokens = [Cursor::at(Seq(0)), cursor(9), cursor(1 << 39)].map(|cursor| {
            let token = key.seal(&cursor, &session);
            assert_eq!(key.open(&token, &session).unwrap(), cursor);
            token.len()
        });
        assert_eq!(tokens, [tokens[0]; 3]);
    }

    #[test]
    fn a_cursor_opens_for_nobody_else_and_in_no_other_epoch() {
        let key = CursorKey::new([1; 32]);
        let token = key.seal(&cursor(9), &session(1, 1));
        for other in [session(2, 1), session(1, 2), Session { seq: Seq(8), ..session(1, 1) }] {
            assert!(matches!(key.open(&token, &other), Err(Refused::CursorUnknown)));
        }
        assert!(CursorKey::new([2; 32]).open(&token, &session(1, 1)).is_err());
    }

    #[test]
    fn no_changed_character_goes_unnoticed() {
        let (key, session) = (CursorKey::new([1; 32]), session(1, 1));
        let token = key.seal(&cursor(9), &session);
        for place in 0..token.len() {
            let mut forged = token.clone().into_bytes();
            forged[place] = if forged[place] == b'A' { b'B' } else { b'A' };
            let forged = String::from_utf8(forged).unwrap();
            assert!(key.open(&forged, &session).is_err(), "{place}");
        }
        for nonsense in ["", "!", "AAAA", &"A".repeat(100_000)] {
            assert!(key.open(nonsense, &session).is_err());
        }
    }
}
