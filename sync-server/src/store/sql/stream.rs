//! Streams and grants in SQL.

use std::collections::BTreeSet;

use alongside_core::model::{CaseId, StreamRef};

use super::connection::Connection;
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{audience_number, get, stream_name};
use crate::store::{
    Grant, Lane, News, OrgNo, PersonNo, Seq, StoreError, StreamNo, StreamReads, StreamWrites,
};

fn grant(row: &dyn Row) -> Result<Grant, StoreError> {
    let revoked: Option<i64> = get(row, 2)?;
    Ok(Grant { stream: StreamNo(get(row, 0)?), granted: Seq(get(row, 1)?), revoked: revoked.map(Seq) })
}

impl<C: Connection> StreamReads for SqlTxn<C> {
    fn find_stream(&self, org: OrgNo, name: StreamRef) -> Result<Option<StreamNo>, StoreError> {
        self.hold(org)?;
        let sql = "SELECT no FROM stream WHERE org = ?1 AND owner = ?2 AND audience = ?3";
        let params = (org.0, name.owner.as_bytes(), audience_number(name.audience));
        self.find(sql, params, |row| Ok(StreamNo(get(row, 0)?)))
    }

    fn list_streams(&self, org: OrgNo) -> Result<Vec<StreamNo>, StoreError> {
        let sql = "SELECT no FROM stream WHERE org = ?1 ORDER BY no";
        self.list(sql, [org.0], |row| Ok(StreamNo(get(row, 0)?)))
    }

    fn find_grant(&self, org: OrgNo, person: PersonNo, name: StreamRef) -> Result<Option<Grant>, StoreError> {
        let sql = "SELECT g.stream, g.g_seq, g.r_seq FROM stream s JOIN grant_ g ON g.stream = s.no AND g.person = ?4
                   WHERE s.org = ?1 AND s.owner = ?2 AND s.audience = ?3";
        let params = (org.0, name.owner.as_bytes(), audience_number(name.audience), person.0);
        self.find(sql, params, grant)
    }

    fn list_news(&self, person: PersonNo, from: Seq) -> Result<Vec<News>, StoreError> {
        let sql = "SELECT g.stream, g.g_seq, g.r_seq, s.head_seq, s.audience, s.owner, s.lane, s.lane_seq
                   FROM grant_ g INDEXED BY grant_news JOIN stream s ON s.no = g.stream
                   WHERE g.person = ?1 AND g.dirty_seq > ?2 ORDER BY g.stream";
        self.list(sql, (person.0, from.0), |row| {
            Ok(News {
                grant: grant(row)?,
                head: Seq(get(row, 3)?),
                name: stream_name(row, 4, 5)?,
                lane: Lane(get(row, 6)?),
                lane_since: Seq(get(row, 7)?),
            })
        })
    }
}

impl<C: Connection> StreamWrites for SqlTxn<C> {
    fn add_stream(&mut self, org: OrgNo, name: StreamRef) -> Result<StreamNo, StoreError> {
        let sql = "INSERT INTO stream (org, audience, owner) VALUES (?1, ?2, ?3)";
        let params = (org.0, audience_number(name.audience), name.owner.as_bytes());
        self.insert(sql, params).map(StreamNo)
    }

    fn grant(&mut self, person: PersonNo, stream: StreamNo, seq: Seq) -> Result<(), StoreError> {
        let sql = "INSERT INTO grant_ (person, stream, g_seq, dirty_seq) VALUES (?1, ?2, ?3, ?3)
                   ON CONFLICT (person, stream) DO UPDATE SET g_seq = ?3, r_seq = NULL, dirty_seq = ?3
                   WHERE grant_.r_seq IS NOT NULL";
        if self.run(sql, (person.0, stream.0, seq.0))? == 0 {
            return Ok(());
        }
        note_person(self, person, seq)
    }

    fn revoke_grant(&mut self, person: PersonNo, stream: StreamNo, seq: Seq) -> Result<(), StoreError> {
        let sql = "UPDATE grant_ SET r_seq = ?3, dirty_seq = ?3
                   WHERE person = ?1 AND stream = ?2 AND r_seq IS NULL";
        if self.run(sql, (person.0, stream.0, seq.0))? == 0 {
            return Ok(());
        }
        note_person(self, person, seq)
    }

    fn set_lane(&mut self, org: OrgNo, case: CaseId, lane: Lane, seq: Seq) -> Result<(), StoreError> {
        let sql = "UPDATE stream SET lane = ?3, lane_seq = ?4 WHERE org = ?1 AND owner = ?2 AND lane <> ?3";
        self.run(sql, (org.0, case.0.as_bytes(), lane.0, seq.0)).map(drop)
    }

    fn note_written(&mut self, streams: &[StreamNo], seq: Seq) -> Result<(), StoreError> {
        let mut readers = BTreeSet::new();
        for stream in streams {
            self.run("UPDATE stream SET head_seq = ?2 WHERE no = ?1", (stream.0, seq.0))?;
            let grants =
                "UPDATE grant_ SET dirty_seq = ?2 WHERE stream = ?1 AND r_seq IS NULL RETURNING person";
            let params = (stream.0, seq.0);
            readers.extend(self.run_returning(grants, params, |row| Ok(PersonNo(get(row, 0)?)))?);
        }
        readers.into_iter().try_for_each(|person| note_person(self, person, seq))
    }
}

/// Notes that there is something new for somebody.
pub(super) fn note_person<C: Connection>(
    txn: &mut SqlTxn<C>,
    person: PersonNo,
    seq: Seq,
) -> Result<(), StoreError> {
    txn.run("UPDATE person SET dirty_seq = ?2 WHERE no = ?1", (person.0, seq.0)).map(drop)
}
