//! How far a phone has read, as a token that only this server can make or read.
//!
//! Inside it holds commit numbers, which count what everybody in the organisation does; outside it tells nobody anything,
//! and it opens for the person it was made for alone. It has one of two lengths: that of a phone that has read everything,
//! which goes over the wire with every idle sync, and that of one to which the same answer says that there is more.

use aes_siv::KeyInit;
use aes_siv::siv::Aes128Siv;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::refused::Refused;
use super::session::Session;
use crate::store::{EntityNo, Lane, Position, Seq, StreamNo};

/// The layout's version, one byte; a cursor of another layout is read again from the start.
const LAYOUT: u8 = 2;
/// The layout of the first release: it held the epoch where the run is now.
const FIRST_LAYOUT: u8 = 1;
/// Where the lane stands in the number of the stream.
const LANE_SHIFT: u32 = 48;
const NUMBERS: usize = 6;
const LENGTH: usize = 1 + 8 * NUMBERS;
/// A cursor behind which nothing is left to fetch holds the number of the run in two bytes, its salt in four, the commit in
/// four, and is known by its length.
const REST_LENGTH: usize = 10;
const COMMIT_BITS: u32 = 32;
/// Before, the run had three bytes and the commit five.
const FORMER_REST_LENGTH: usize = 12;
const FORMER_COMMIT_BITS: u32 = 40;
const SALT_BITS: u32 = 32;

/// How far somebody has read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cursor {
    /// Everything up to this commit has been read.
    pub(super) from: Seq,
    /// The commit being caught up to; equal to `from` when nothing is under way.
    pub(super) head: Seq,
    /// The lane the catching up stands in.
    pub(super) lane: Lane,
    /// The stream it stands in; 0 before the first.
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

/// The run of the server in which a cursor was made: its number and salt.
pub(super) type MadeIn = (u32, u32);

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
        let Cursor { from, head, lane, stream, position } = *cursor;
        let run = i64::from(session.run.0) << 32 | i64::from(session.run.1);
        let place = i64::from(lane.0) << LANE_SHIFT | stream.0;
        let numbers: [i64; NUMBERS] = [run, from.0, head.0, place, position.seq.0, position.no.0];
        let plain = at_rest(cursor, session.run).unwrap_or_else(|| {
            let bytes = numbers.iter().flat_map(|number| number.to_be_bytes());
            std::iter::once(LAYOUT).chain(bytes).collect()
        });
        let sealed = self.cipher().encrypt(bound_to(session).iter().chain([&epoch(session)]), &plain);
        URL_SAFE_NO_PAD.encode(sealed.expect("a few bytes and two headers are within what SIV takes"))
    }

    /// The cursor in a token, if it is one of ours, for this person, of this epoch, and not from the future; with the run it
    /// was made in.
    pub(super) fn open(&self, token: &str, session: &Session) -> Result<(Cursor, MadeIn), Refused> {
        let (run, [from, head, place, seq, no]) =
            self.numbers(token, session).ok_or(Refused::CursorUnknown)?;
        if head > session.seq.0 {
            return Err(Refused::CursorUnknown);
        }
        let position = Position { seq: Seq(seq), no: EntityNo(no) };
        let lane = Lane(u16::try_from(place >> LANE_SHIFT).map_err(|_| Refused::CursorUnknown)?);
        let stream = StreamNo(place & ((1 << LANE_SHIFT) - 1));
        Ok((Cursor { from: Seq(from), head: Seq(head), lane, stream, position }, run))
    }

    fn numbers(&self, token: &str, session: &Session) -> Option<(MadeIn, [i64; NUMBERS - 1])> {
        let sealed = URL_SAFE_NO_PAD.decode(token).ok()?;
        let headers = bound_to(session);
        if let Ok(plain) = self.cipher().decrypt(headers.iter().chain([&epoch(session)]), &sealed) {
            return opened_at_rest(&plain).or_else(|| {
                let [run, rest @ ..] = numbers(&plain, LAYOUT)?;
                let salt = u32::try_from(run & i64::from(u32::MAX)).ok()?;
                Some(((u32::try_from(run >> 32).ok()?, salt), rest))
            });
        }
        let plain = self.cipher().decrypt(headers, &sealed).ok()?;
        let [epoch, rest @ ..] = numbers(&plain, FIRST_LAYOUT)?;
        (epoch == i64::from(session.epoch)).then_some(((0, 0), rest))
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

fn epoch(session: &Session) -> [u8; 16] {
    u128::from(session.epoch).to_be_bytes()
}

/// A cursor at rest, unless it holds a number beyond what an organisation comes to.
fn at_rest(cursor: &Cursor, (run, salt): MadeIn) -> Option<Vec<u8>> {
    let head = u32::try_from(cursor.head.0).ok()?;
    let run = u16::try_from(run).ok().filter(|_| *cursor == Cursor::at(cursor.head))?;
    let packed = (u128::from(run) << SALT_BITS | u128::from(salt)) << COMMIT_BITS | u128::from(head);
    packed.to_be_bytes().get(16 - REST_LENGTH..).map(<[u8]>::to_vec)
}

fn opened_at_rest(plain: &[u8]) -> Option<(MadeIn, [i64; NUMBERS - 1])> {
    let commit_bits = match plain.len() {
        REST_LENGTH => COMMIT_BITS,
        FORMER_REST_LENGTH => FORMER_COMMIT_BITS,
        _ => return None,
    };
    let packed = plain.iter().fold(0_u128, |packed, byte| packed << 8 | u128::from(*byte));
    let head = i64::try_from(packed & ((1 << commit_bits) - 1)).ok()?;
    let salt = u32::try_from(packed >> commit_bits & u128::from(u32::MAX)).ok()?;
    Some(((u32::try_from(packed >> commit_bits >> SALT_BITS).ok()?, salt), [head, head, 0, 0, 0]))
}

fn numbers(plain: &[u8], layout: u8) -> Option<[i64; NUMBERS]> {
    if plain.len() != LENGTH || plain[0] != layout {
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
            durable: 0,
        };
        let (device, org, organisation) = (DeviceNo(1), OrgNo(1), Uuid::from_u128(9));
        let (gc_floor, run) = (Seq(0), (7, u32::MAX));
        let (last_seen, seq) = (time, Seq(1 << 40));
        Session { device, last_seen, person, org, organisation, epoch, seq, gc_floor, run, replica }
    }

    fn cursor(head: i64) -> Cursor {
        let position = Position { seq: Seq(head - 1), no: EntityNo(head * 3) };
        Cursor { from: Seq(1), head: Seq(head), lane: Lane::ENDED, stream: StreamNo(4), position }
    }

    #[test]
    fn a_cursor_comes_back_and_its_length_says_only_whether_there_is_more() {
        let (key, session) = (CursorKey::new([1; 32]), session(1, 1));
        let length = |cursor: Cursor| {
            let token = key.seal(&cursor, &session);
            assert_eq!(key.open(&token, &session).unwrap(), (cursor, session.run));
            token.len()
        };
        let at_rest = [Seq(0), Seq(1), Seq(1 << 31)].map(|seq| length(Cursor::at(seq)));
        assert_eq!(at_rest, [35; 3]);
        assert_eq!([cursor(9), cursor(1 << 39)].map(length), [87; 2]);
    }

    #[test]
    fn a_number_that_does_not_fit_a_cursor_at_rest_is_not_cut_off() {
        let key = CursorKey::new([1; 32]);
        let late = Cursor::at(Seq(1 << 32));
        let many_runs = Session { run: (1 << 16, 5), ..session(1, 1) };
        for (cursor, session) in [(late, session(1, 1)), (Cursor::at(Seq(9)), many_runs)] {
            let token = key.seal(&cursor, &session);
            assert_eq!(key.open(&token, &session).unwrap(), (cursor, session.run));
        }
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
    fn a_cursor_of_the_first_release_is_read_in_its_epoch() {
        let (key, session) = (CursorKey::new([1; 32]), session(1, 3));
        let plain = |epoch: i64| {
            let numbers = [epoch, 5, 9, 4, 7, 2_i64];
            let mut plain = vec![FIRST_LAYOUT];
            plain.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
            URL_SAFE_NO_PAD.encode(key.cipher().encrypt(bound_to(&session), &plain).unwrap())
        };
        let position = Position { seq: Seq(7), no: EntityNo(2) };
        let read =
            Cursor { from: Seq(5), head: Seq(9), lane: Lane::default(), stream: StreamNo(4), position };
        assert_eq!(key.open(&plain(3), &session).unwrap(), (read, (0, 0)));
        assert!(key.open(&plain(2), &session).is_err());
    }

    #[test]
    fn a_cursor_at_rest_in_the_longer_layout_is_read() {
        let (key, session) = (CursorKey::new([1; 32]), session(1, 3));
        let mut plain = vec![1, 0, 7];
        plain.extend(5_u32.to_be_bytes());
        plain.extend([0, 0, 0, 0, 9]);
        let headers = bound_to(&session);
        let sealed = key.cipher().encrypt(headers.iter().chain([&epoch(&session)]), &plain).unwrap();
        let read = key.open(&URL_SAFE_NO_PAD.encode(sealed), &session).unwrap();
        assert_eq!(read, (Cursor::at(Seq(9)), (1 << 16 | 7, 5)));
    }

    #[test]
    fn no_changed_character_goes_unnoticed() {
        let (key, session) = (CursorKey::new([1; 32]), session(1, 1));
        for token in [cursor(9), Cursor::at(Seq(9))].map(|cursor| key.seal(&cursor, &session)) {
            for place in 0..token.len() {
                let mut forged = token.clone().into_bytes();
                forged[place] = if forged[place] == b'A' { b'B' } else { b'A' };
                let forged = String::from_utf8(forged).unwrap();
                assert!(key.open(&forged, &session).is_err(), "{place}");
            }
        }
        for nonsense in ["", "!", "AAAA", &"A".repeat(100_000)] {
            assert!(key.open(nonsense, &session).is_err());
        }
    }
}
