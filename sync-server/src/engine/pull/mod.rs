//! What a phone gets: the records that changed for it since its cursor, stream by stream.
//!
//! A stream that was granted since is sent whole; of any other only what changed. What comes while a phone is catching up
//! is either met on the way or left for the next cursor: nothing is skipped, whatever else is written meanwhile.

mod page;
mod people;
mod plan;
mod row;
mod size;

use alongside_core::model::{CaseId, PersonId, StreamRef};
use alongside_core::wire::Page;

pub(super) use size::PageSize;

use self::page::Pages;
use self::plan::{Plan, StreamRead, plan};
use super::cursor::Cursor;
use super::push::Echo;
use super::session::Session;
use crate::store::{Lane, Position, ReadTxn, Seq, StoreError, StreamNo};

/// What one answer holds.
pub(super) struct Pulled {
    pub(super) people: Vec<(PersonId, String)>,
    pub(super) drops: Vec<StreamRef>,
    pub(super) pages: Vec<Page>,
    /// How far the phone has read once it has stored this.
    pub(super) cursor: Cursor,
}

/// Reads on from `cursor`, at most `size`.
///
/// # Errors
/// When the storage cannot be read.
pub(super) fn pull(
    txn: &dyn ReadTxn,
    session: &Session,
    cursor: Cursor,
    size: PageSize,
    echo: Option<&Echo>,
) -> Result<Pulled, StoreError> {
    let cursor = begin(cursor, session.seq);
    let news = txn.list_news(session.person.no, cursor.from)?;
    let Plan { drops, reads } = plan(&news, &cursor, echo);
    let mut pages = Pages::new(txn, cursor.from, size, echo);
    let mut reached = Cursor::at(cursor.head);
    let mut begun: Option<Begun> = None;
    for read in reads {
        let case = read.name.case().filter(|_| read.full);
        if begun.map(|begun| begun.case) != case {
            begun = case.map(|case| Begun { case, pages: pages.len(), first: read });
        }
        if let Some(stopped) = pages.read(read)? {
            let (stands, position) = match begun.filter(|begun| begun.would_be_torn(read)) {
                Some(Begun { pages: before, first, .. }) => {
                    pages.cut(before);
                    (first, first.start)
                }
                None => (read, stopped),
            };
            reached = Cursor { lane: stands.lane, stream: stands.stream, position, ..cursor };
            break;
        }
    }
    let (pages, people) = pages.close();
    Ok(Pulled { people: people.name(txn)?, drops, pages, cursor: reached })
}

/// A case that an answer has begun to send whole.
#[derive(Clone, Copy)]
struct Begun {
    case: CaseId,
    /// How many pages come before it.
    pages: usize,
    /// Its first stream.
    first: StreamRead,
}

impl Begun {
    /// Whether a phone would show who the case is about without the rest of it, because the answer is full in `read`. It
    /// then waits whole for the next answer; only a case that is larger than an answer is sent in parts.
    fn would_be_torn(&self, read: StreamRead) -> bool {
        self.pages > 0 && self.first.stream != read.stream
    }
}

/// One stream read again from `start`.
pub(super) struct ReadAgain {
    pub(super) people: Vec<(PersonId, String)>,
    pub(super) pages: Vec<Page>,
    /// Where it goes on, if the answer was full before the stream was.
    pub(super) stopped: Option<Position>,
}

/// Reads one stream whole, on from `start`.
///
/// # Errors
/// When the storage cannot be read.
pub(super) fn read_again(
    txn: &dyn ReadTxn,
    (stream, name): (StreamNo, StreamRef),
    start: Position,
    size: PageSize,
) -> Result<ReadAgain, StoreError> {
    let mut pages = Pages::new(txn, Seq::default(), size, None);
    let lane = Lane::default();
    let stopped = pages.read(StreamRead { lane, stream, name, start, full: true, announce: true })?;
    let (pages, people) = pages.close();
    Ok(ReadAgain { people: people.name(txn)?, pages, stopped })
}

/// Goes on with what is under way, or begins to catch up with everything there is.
fn begin(cursor: Cursor, seq: Seq) -> Cursor {
    if cursor.is_under_way() { cursor } else { Cursor { head: seq, ..Cursor::at(cursor.from) } }
}
