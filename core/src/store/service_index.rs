//! The index a picker looks through: a narrow row a service, kept with the record it is made from, so that it is always whole.

use rusqlite::{Connection, Row, Transaction, params};
use serde_json::Value;
use uuid::Uuid;

use super::StoreError;
use super::query::{MOST_WEIGHED, expression};
use crate::model::kinds::{NeedCategory, Service, ServiceStatus};
use crate::model::{Audience, Choice, EntityId, Fields, Record, Timestamp};

/// A service by what it is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRow {
    /// The record.
    pub id: EntityId,
    /// Whether it can be used.
    pub status: ServiceStatus,
    /// The need it serves first.
    pub category: NeedCategory,
    /// A bit a day, Monday the lowest; 0 when nobody said.
    pub days: u8,
    /// The youngest it takes, in years.
    pub minimum_age: Option<i64>,
    /// The oldest it takes, in years.
    pub maximum_age: Option<i64>,
    /// Latitude and longitude in millionths of a degree.
    pub point: Option<(i64, i64)>,
    /// Whether it is free of charge.
    pub free: Option<bool>,
    /// The longest wait it speaks of, in days.
    pub expected_days: Option<i64>,
    /// The languages spoken there, in small letters, a line each.
    pub languages: String,
    /// When anybody last checked it.
    pub confirmed_at: Option<Timestamp>,
}

const COLUMNS: &str =
    "SELECT i.id, i.status, i.category, i.days, i.minimum_age, i.maximum_age, i.latitude, i.longitude,
    i.free, i.expected_days, i.languages, i.confirmed_at FROM service_index i";

/// Every service, or those of one category; none while the directory is not whole or not ours.
pub fn list_services(
    connection: &Connection,
    category: Option<NeedCategory>,
) -> Result<Vec<ServiceRow>, StoreError> {
    if !is_ready(connection)? {
        return Ok(Vec::new());
    }
    let Some(category) = category else { return list(connection, COLUMNS, params![]) };
    list(connection, &format!("{COLUMNS} WHERE i.category = ?1"), params![category.name()])
}

/// The services that hold every word of `query`, at most `limit`; best first, unless the words are all over the phone.
pub fn find_services(
    connection: &Connection,
    query: &str,
    limit: usize,
) -> Result<Vec<ServiceRow>, StoreError> {
    let expression = expression(query);
    if expression.is_empty() || !is_ready(connection)? {
        return Ok(Vec::new());
    }
    let common = "SELECT count(*) > ?2 FROM (SELECT 1 FROM search WHERE search MATCH ?1 LIMIT ?2 + 1)";
    let weighed = i64::try_from(MOST_WEIGHED).unwrap_or(i64::MAX);
    let common: bool =
        connection.prepare_cached(common)?.query_row(params![expression, weighed], |row| row.get(0))?;
    let order = if common { "" } else { "ORDER BY search.rank" };
    let from = format!("JOIN search ON search.rowid = i.no WHERE search MATCH ?1 {order} LIMIT ?2");
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    list(connection, &format!("{COLUMNS} {from}"), params![expression, limit])
}

/// The middle of the services in a postcode's district, by latitude and longitude in millionths of a degree: where a postcode
/// is, as well as a phone without a map can tell.
pub fn find_district(connection: &Connection, postcode: &str) -> Result<Option<(i64, i64)>, StoreError> {
    let sql = "SELECT avg(latitude), avg(longitude) FROM service_index WHERE district = ?1 AND latitude IS NOT NULL";
    let Some(district) = district(postcode) else { return Ok(None) };
    let middle: (Option<f64>, Option<f64>) =
        connection.prepare_cached(sql)?.query_row(params![district], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(middle.0.zip(middle.1).map(|(latitude, longitude)| (latitude as i64, longitude as i64)))
}

/// The first half of a postcode: what is before its last three characters when it is written whole.
pub(super) fn district(postcode: &str) -> Option<String> {
    let bare: String = postcode.chars().filter(char::is_ascii_alphanumeric).collect();
    let bare = bare.to_ascii_uppercase();
    let half = if bare.len() >= 5 { &bare[..bare.len() - 3] } else { bare.as_str() };
    (!half.is_empty()).then(|| half.to_owned())
}

fn is_ready(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM stream WHERE audience = ?1 AND ready = 1)";
    Ok(connection.prepare_cached(sql)?.query_row(params![Audience::Directory.name()], |row| row.get(0))?)
}

fn list(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
) -> Result<Vec<ServiceRow>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(parameters, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<ServiceRow> {
    let latitude: Option<i64> = row.get(6)?;
    Ok(ServiceRow {
        id: EntityId(Uuid::from_bytes(row.get(0)?)),
        status: ServiceStatus::find(row.get_ref(1)?.as_str()?).unwrap_or(ServiceStatus::Unknown),
        category: NeedCategory::find(row.get_ref(2)?.as_str()?).unwrap_or(NeedCategory::Unknown),
        days: row.get(3)?,
        minimum_age: row.get(4)?,
        maximum_age: row.get(5)?,
        point: latitude.zip(row.get(7)?),
        free: row.get(8)?,
        expected_days: row.get(9)?,
        languages: row.get(10)?,
        confirmed_at: row.get::<_, Option<i64>>(11)?.map(Timestamp),
    })
}

/// Keeps the row of a service, in the transaction that writes its record. Records of other kinds have none.
pub(super) fn keep(
    transaction: &Transaction<'_>,
    no: i64,
    id: [u8; 16],
    kind: &str,
    fields: &Fields,
) -> Result<(), StoreError> {
    if kind != Service::ENTRY.name {
        return Ok(());
    }
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    let number = |name: &str| fields.get(name).and_then(Value::as_i64);
    let words = |name: &str| {
        let words = fields.get(name).and_then(Value::as_array).into_iter().flatten();
        words.filter_map(Value::as_str).map(str::to_lowercase).collect::<Vec<_>>()
    };
    let checked = number("last_confirmed_at").max(number("assured_at"));
    let sql = "INSERT OR REPLACE INTO service_index (no, id, status, category, days, minimum_age, maximum_age, latitude,
               longitude, district, free, expected_days, languages, confirmed_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
    transaction.prepare_cached(sql)?.execute(params![
        no,
        id,
        text("status").unwrap_or_default(),
        text("category").unwrap_or_default(),
        day_bits(&words("days")),
        number("minimum_age"),
        number("maximum_age"),
        number("latitude"),
        number("longitude"),
        text("postcode").and_then(district),
        fields.get("free").and_then(Value::as_bool),
        number("expected_days"),
        words("languages").join("\n"),
        checked,
    ])?;
    Ok(())
}

/// Takes a record's row out, if it has one.
pub(super) fn forget(transaction: &Transaction<'_>, no: i64) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM service_index WHERE no = ?1")?.execute(params![no])?;
    Ok(())
}

fn day_bits(days: &[String]) -> u8 {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    DAYS.iter()
        .enumerate()
        .filter(|(_, day)| days.iter().any(|open| open == *day))
        .fold(0, |bits, (place, _)| bits | 1 << place)
}

#[cfg(test)]
mod tests {
    use super::district;

    #[test]
    fn a_district_is_the_first_half_of_a_postcode() {
        for (postcode, half) in [
            ("HM4 2QT", Some("HM4")),
            ("hm42qt", Some("HM4")),
            ("HM42", Some("HM42")),
            ("HM4", Some("HM4")),
            (" ", None),
        ] {
            assert_eq!(district(postcode).as_deref(), half, "{postcode}");
        }
    }
}
