//! When a paged feed has been read whole. Pure: what a page said in, what to do next out.
//!
//! What a feed says of its own size is often wrong, in both directions. So one page more than it says is asked for, and only
//! a page with nothing new ends the reading.

use super::fault::FeedFault;

/// What has been seen of a feed so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// Pages that had something new.
    pub(super) pages: u32,
    /// How many the feed said it has, in its first page that said so.
    pub(super) said: Option<u32>,
    /// Whether a page said that it is the last, or as many as were said have been read.
    pub(super) claimed_end: bool,
}

/// What a page was like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// Its number, from 1.
    pub(super) page: u32,
    /// Its entries.
    pub(super) entries: usize,
    /// Whether any of them is new.
    pub(super) fresh: bool,
    /// What it says of how many pages there are.
    pub(super) total_pages: Option<u32>,
    /// Whether it says that it is the last.
    pub(super) last: Option<bool>,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Ask for this page.
    Page(u32),
    /// The feed was read whole.
    End,
    /// It was not, and there is no going on.
    Stop(FeedFault),
}

impl Reading {
    /// Takes note of a page; at most `most` are believed.
    pub(super) fn take(&mut self, seen: Seen, most: u32) -> Next {
        if seen.entries == 0 {
            return Next::End;
        }
        self.said = self.said.or(seen.total_pages);
        if !seen.fresh {
            let silent = self.said.is_none() && seen.last.is_none();
            let end = self.claimed_end || (silent && self.pages > 0);
            return if end { Next::End } else { Next::Stop(FeedFault::PageRepeats) };
        }
        self.pages += 1;
        self.claimed_end |=
            seen.last == Some(true) || seen.total_pages.is_some_and(|total| total <= seen.page);
        if seen.page >= most { Next::Stop(FeedFault::Endless) } else { Next::Page(seen.page + 1) }
    }

    /// What a page that could not be had means: beyond the end that was claimed it is the end, as is "no such page" from a
    /// feed that never said how many it has.
    pub(super) fn miss(&self, fault: FeedFault) -> Next {
        let no_such_page = matches!(fault, FeedFault::HttpStatus(400 | 404 | 410 | 416));
        let end = self.claimed_end || (no_such_page && self.pages > 0 && self.said.is_none());
        if end { Next::End } else { Next::Stop(fault) }
    }

    /// The number of pages the feed spoke of, when it has another.
    pub(super) fn wrong_count(&self) -> Option<u32> {
        self.said.filter(|said| *said != self.pages && !(self.pages == 0 && *said == 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: u32 = 50;

    fn page(page: u32, fresh: bool, total_pages: Option<u32>, last: Option<bool>) -> Seen {
        Seen { page, entries: 10, fresh, total_pages, last }
    }

    /// Reads a feed of `pages` real pages that says what `said` says, and answers pages beyond its end with `beyond`.
    fn read(pages: u32, said: Option<u32>, beyond: fn(u32) -> Result<Seen, FeedFault>) -> (Next, Reading) {
        let mut reading = Reading::default();
        let mut number = 1;
        loop {
            let next = if number <= pages {
                reading.take(page(number, true, said, said.map(|said| number >= said)), MOST)
            } else {
                match beyond(number) {
                    Ok(seen) => reading.take(Seen { total_pages: said, ..seen }, MOST),
                    Err(fault) => reading.miss(fault),
                }
            };
            match next {
                Next::Page(next) => number = next,
                ended => return (ended, reading),
            }
        }
    }

    fn empty(number: u32) -> Result<Seen, FeedFault> {
        Ok(Seen { entries: 0, ..page(number, false, None, None) })
    }

    fn repeats(number: u32) -> Result<Seen, FeedFault> {
        Ok(page(number, false, None, None))
    }

    fn missing(_: u32) -> Result<Seen, FeedFault> {
        Err(FeedFault::HttpStatus(404))
    }

    #[test]
    fn a_feed_is_read_whole_whatever_it_says_of_its_size() {
        for said in [Some(3), Some(2), Some(1), None] {
            for beyond in [empty, repeats, missing] {
                let (next, reading) = read(3, said, beyond);
                assert_eq!((next, reading.pages), (Next::End, 3), "{said:?}");
                assert_eq!(reading.wrong_count(), said.filter(|said| *said != 3));
            }
        }
    }

    #[test]
    fn fewer_pages_than_were_said_is_an_end_only_when_the_feed_has_an_empty_page() {
        assert_eq!(read(3, Some(9), empty).0, Next::End);
        assert_eq!(read(3, Some(9), repeats).0, Next::Stop(FeedFault::PageRepeats));
        assert_eq!(read(3, Some(9), missing).0, Next::Stop(FeedFault::HttpStatus(404)));
    }

    #[test]
    fn a_feed_without_end_is_left() {
        let (next, reading) = read(u32::MAX, None, empty);
        assert_eq!((next, reading.pages), (Next::Stop(FeedFault::Endless), MOST));
    }

    #[test]
    fn an_error_in_the_middle_is_no_end() {
        let mut reading = Reading::default();
        reading.take(page(1, true, Some(4), Some(false)), MOST);
        assert_eq!(reading.miss(FeedFault::HttpStatus(500)), Next::Stop(FeedFault::HttpStatus(500)));
        assert_eq!(
            Reading::default().miss(FeedFault::HttpStatus(404)),
            Next::Stop(FeedFault::HttpStatus(404))
        );
    }
}
