//! Which streams to read, in which order, and from where; and which to drop.

use alongside_core::model::{Audience, StreamRef};

#[cfg(feature = "planted")]
use alongside_core::ports::planted;

use crate::engine::cursor::Cursor;
use crate::engine::push::Echo;
use crate::store::{EntityNo, Lane, News, Position, Seq, StreamNo};

/// What an answer is made from.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Plan {
    pub(super) drops: Vec<StreamRef>,
    pub(super) reads: Vec<StreamRead>,
}

/// One stream to read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct StreamRead {
    pub(super) lane: Lane,
    pub(super) stream: StreamNo,
    pub(super) name: StreamRef,
    pub(super) start: Position,
    /// It was granted since the cursor, so it is sent whole.
    pub(super) full: bool,
    /// The phone waits to be told that it is complete, even when it is empty.
    pub(super) announce: bool,
}

/// Plans from what is new, in the order in which phones want it: the cases somebody needs first, drafts after that.
///
/// The order must not change while somebody is catching up, or a stream could slip past the place they stand at. A stream
/// that was moved since they began is therefore read last and from its start, whether they had met it before or not.
pub(super) fn plan(news: &[News], cursor: &Cursor, echo: Option<&Echo>) -> Plan {
    let begins = cursor.stream == StreamNo::default();
    let dropped = news.iter().filter(|news| begins && news.grant.revoked.is_some());
    let drops = dropped.map(|news| news.name).collect();
    let mut reads: Vec<StreamRead> =
        news.iter().filter(|news| is_to_read(news, cursor)).map(|news| read(news, cursor, echo)).collect();
    reads.sort_by_key(place);
    if !begins {
        // What comes before the place it stands at was read; the stream it stood in may have been taken away meanwhile.
        reads.retain(|read| place(read) >= (cursor.lane, cursor.stream));
        if let Some(stands) = reads.first_mut().filter(|read| place(read) == (cursor.lane, cursor.stream)) {
            stands.start = cursor.position;
            stands.announce = true;
        }
    }
    Plan { drops, reads }
}

/// Grants newer than what is being caught up with wait for the next time, when they are sent whole from the start.
fn is_to_read(news: &News, cursor: &Cursor) -> bool {
    news.grant.revoked.is_none() && news.grant.granted <= cursor.head
}

fn read(news: &News, cursor: &Cursor, echo: Option<&Echo>) -> StreamRead {
    let granted = news.grant.granted > cursor.from;
    #[cfg(feature = "planted")]
    let granted = granted && !(planted::is(planted::Bug::GrantWithoutBackfill) && cursor.from > Seq(0));
    // A phone that reads everything from the start may have had the case before this server was restored, and what others wrote in
    // it, or may have been taken off it since: only a whole listing tells it what is here.
    let goes_on = cursor.from > Seq(0);
    let own = goes_on && news.name.case().is_some_and(|case| echo.is_some_and(|echo| echo.opened(case)));
    let full = granted && !own;
    let start = match full {
        true => Position::default(),
        false => after(cursor.from),
    };
    let lane = lane(news, cursor);
    StreamRead { lane, stream: news.grant.stream, name: news.name, start, full, announce: granted }
}

/// Behind everything of a commit.
fn after(seq: Seq) -> Position {
    Position { seq, no: EntityNo(i64::MAX) }
}

fn lane(news: &News, cursor: &Cursor) -> Lane {
    if news.name.audience == Audience::Directory {
        Lane::DIRECTORY
    } else if !news.name.audience.is_of_case() {
        Lane::OTHERS
    } else if news.lane_since > cursor.head {
        Lane::MOVED
    } else {
        news.lane
    }
}

/// The streams of a case have numbers in a row, so within a lane the order of numbers is the order of cases.
fn place(read: &StreamRead) -> (Lane, StreamNo) {
    (read.lane, read.stream)
}

#[cfg(test)]
mod tests {
    use alongside_core::model::{Audience, CaseId, PersonId};
    use uuid::Uuid;

    use super::*;
    use crate::store::Grant;

    fn news(stream: i64, audience: Audience, granted: i64, revoked: Option<i64>, head: i64) -> News {
        let owner = Uuid::from_u128(7);
        let grant = Grant { stream: StreamNo(stream), granted: Seq(granted), revoked: revoked.map(Seq) };
        let name = StreamRef { audience, owner };
        News { name, grant, head: Seq(head), lane: Lane::UNPLANNED, lane_since: Seq(0) }
    }

    fn up_to(from: i64, head: i64) -> Cursor {
        Cursor { head: Seq(head), ..Cursor::at(Seq(from)) }
    }

    #[test]
    fn cases_come_before_drafts_and_the_directory_last() {
        let all = [
            news(3, Audience::Directory, 1, None, 3),
            news(1, Audience::Private, 1, None, 3),
            news(5, Audience::Core, 1, None, 3),
            news(9, Audience::Core, 2, None, 3),
        ];
        let order: Vec<i64> = plan(&all, &up_to(0, 3), None).reads.iter().map(|read| read.stream.0).collect();
        assert_eq!(order, [5, 9, 1, 3]);
    }

    #[test]
    fn a_stream_granted_since_is_sent_whole_and_another_from_where_it_was() {
        let all = [news(1, Audience::Core, 2, None, 9), news(2, Audience::Work, 6, None, 9)];
        let reads = plan(&all, &up_to(4, 9), None).reads;
        assert_eq!((reads[0].full, reads[0].start), (false, after(Seq(4))));
        assert_eq!((reads[1].full, reads[1].start), (true, Position::default()));
    }

    #[test]
    fn a_stream_taken_away_is_dropped_once() {
        let all = [news(1, Audience::Core, 2, Some(8), 9)];
        let first = plan(&all, &up_to(4, 9), None);
        assert_eq!((first.drops.len(), first.reads.len()), (1, 0));
        let under_way = Cursor { lane: Lane::UNPLANNED, stream: StreamNo(3), ..up_to(4, 9) };
        assert_eq!(plan(&all, &under_way, None), Plan::default());
    }

    #[test]
    fn what_is_granted_while_catching_up_waits_for_the_next_time() {
        let all = [news(1, Audience::Core, 12, None, 12)];
        assert_eq!(plan(&all, &up_to(4, 9), None), Plan::default());
    }

    #[test]
    fn what_somebody_needs_today_comes_first_and_what_has_ended_last() {
        let planned = |stream, lane| News { lane, ..news(stream, Audience::Core, 1, None, 3) };
        let all = [
            planned(4, Lane::ENDED),
            planned(8, Lane::UNPLANNED),
            planned(12, Lane(20_500)),
            planned(16, Lane(20_400)),
        ];
        let order: Vec<i64> = plan(&all, &up_to(0, 3), None).reads.iter().map(|read| read.stream.0).collect();
        assert_eq!(order, [16, 12, 8, 4]);
    }

    #[test]
    fn a_stream_moved_while_somebody_catches_up_is_read_last_and_never_missed() {
        let planned = |stream, lane, since| News {
            lane,
            lane_since: Seq(since),
            ..news(stream, Audience::Core, 1, None, 3)
        };
        let stands = Cursor { lane: Lane(20), stream: StreamNo(8), ..up_to(0, 3) };
        // It stood behind and was moved in front of the place that was reached.
        let reads = plan(&[planned(4, Lane(10), 5), planned(8, Lane(20), 1)], &stands, None).reads;
        assert_eq!(reads.iter().map(|read| read.stream.0).collect::<Vec<_>>(), [8, 4]);
        assert_eq!(reads[1].start, Position::default());
        // The one it stands in was moved: what comes after it is not lost, and it comes again.
        let reads = plan(&[planned(8, Lane(10), 5), planned(12, Lane(30), 1)], &stands, None).reads;
        assert_eq!(reads.iter().map(|read| read.stream.0).collect::<Vec<_>>(), [12, 8]);
    }

    #[test]
    fn catching_up_goes_on_where_it_stood_and_behind_it_when_that_is_gone() {
        let all = [news(1, Audience::Core, 1, None, 9), news(2, Audience::Work, 1, None, 9)];
        let position = Position { seq: Seq(6), no: EntityNo(3) };
        let lane = Lane::UNPLANNED;
        let at = |stream| Cursor { lane, stream: StreamNo(stream), position, ..up_to(4, 9) };
        let reads = plan(&all, &at(2), None).reads;
        assert_eq!((reads.len(), reads[0].stream, reads[0].start), (1, StreamNo(2), position));
        assert_eq!(plan(&all, &at(3), None).reads.len(), 0);
        assert_eq!(plan(&all[1..], &at(1), None).reads[0].start, after(Seq(4)));
    }

    #[test]
    fn names_are_of_cases_and_people() {
        assert!(StreamRef::of_case(CaseId(Uuid::nil()), Audience::Core).case().is_some());
        assert!(StreamRef::private(PersonId(Uuid::nil())).case().is_none());
    }
}
