//! People in SQL.

use alongside_core::model::{Choice, PersonId, Timestamp};

use super::connection::Connection;
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{get, id, maybe_id, maybe_time, role};
use crate::store::{
    CaseNo, NewPerson, OrgNo, Person, PersonNo, PersonReads, PersonWrites, Seq, SignIn, StoreError,
};

/// A person's columns as `p`, with their own case as `c`; read by [`person`].
pub(super) const PERSON: &str =
    "p.no, p.id, p.org, p.role, p.name, p.login, c.id, p.dirty_seq, p.disabled_at";
/// Where those columns come from, after the table that leads to `p`.
pub(super) const OWN_CASE: &str = "LEFT JOIN case_ c ON c.no = p.case_no";

/// A person out of [`PERSON`] that begin at `first`.
pub(super) fn person(row: &dyn Row, first: usize) -> Result<Person, StoreError> {
    Ok(Person {
        no: PersonNo(get(row, first)?),
        id: id(row, first + 1)?,
        org: OrgNo(get(row, first + 2)?),
        role: role(row, first + 3)?,
        name: get(row, first + 4)?,
        login: get(row, first + 5)?,
        case: maybe_id(row, first + 6)?,
        dirty_seq: Seq(get(row, first + 7)?),
        disabled_at: maybe_time(row, first + 8)?,
    })
}

impl<C: Connection> PersonReads for SqlTxn<C> {
    fn find_person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        let sql = format!("SELECT {PERSON} FROM person p {OWN_CASE} WHERE p.id = ?1");
        self.find(&sql, [id.0.as_bytes()], |row| person(row, 0))
    }

    fn find_sign_in(&self, login: &str) -> Result<Option<SignIn>, StoreError> {
        let sql = format!("SELECT p.password_hash, {PERSON} FROM person p {OWN_CASE} WHERE p.login = ?1");
        let found = self.find(&sql, [login], |row| {
            let hash: Option<String> = get(row, 0)?;
            Ok(hash.map(|password_hash| (password_hash, person(row, 1))))
        })?;
        let Some((password_hash, person)) = found.flatten() else { return Ok(None) };
        Ok(Some(SignIn { person: person?, password_hash }))
    }

    fn list_people(&self, org: OrgNo) -> Result<Vec<Person>, StoreError> {
        let sql = format!("SELECT {PERSON} FROM person p {OWN_CASE} WHERE p.org = ?1 ORDER BY p.no");
        self.list(&sql, [org.0], |row| person(row, 0))
    }
}

impl<C: Connection> PersonWrites for SqlTxn<C> {
    fn add_person(&mut self, new: &NewPerson<'_>) -> Result<PersonNo, StoreError> {
        let sql = "INSERT INTO person (id, org, role, name, login, password_hash, created_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let (login, hash) = new.sign_in.unzip();
        let params = (new.id.0.as_bytes(), new.org.0, new.role.name(), new.name, login, hash, new.at.0);
        self.insert(sql, params).map(PersonNo)
    }

    fn set_own_case(&mut self, person: PersonNo, case: CaseNo) -> Result<(), StoreError> {
        self.run("UPDATE person SET case_no = ?2 WHERE no = ?1", (person.0, case.0)).map(drop)
    }

    fn disable_person(&mut self, person: PersonNo, at: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE person SET disabled_at = ?2 WHERE no = ?1 AND disabled_at IS NULL";
        self.run(sql, (person.0, at.0)).map(drop)
    }
}
