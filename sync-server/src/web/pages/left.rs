//! `GET /decisions/left/{no}`: what one phone left in quarantine, with what was written in it, and the form in which it is
//! decided: unsent work of a phone that may no longer sync or whose file was damaged, or records that a restored server has
//! lost and somebody's phone still had. Reading it is written down.

use alongside_core::model::{Donation, StreamRef, Why};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Html;
use serde_json::Value;

use super::Desk;
use super::set_aside::{client, is_word};
use crate::engine::{DonationStanding, compare_left};
use crate::store::{Salvage, SalvageNote};
use crate::web::frame::{Viewer, When};
use crate::web::page_error::PageError;
use crate::web::return_to::ReturnTo;
use crate::web::visit::{Visit, visit};
use crate::web::words::{deed_in_words, standing_in_words, why_in_words};

/// What one phone left, as the list names it.
pub(super) struct LeftLine {
    pub(super) href: String,
    /// Whose phone it was.
    pub(super) whose: String,
    pub(super) received: When,
}

/// The page.
#[derive(Template)]
#[template(path = "left.html")]
pub(super) struct LeftPage {
    viewer: Option<Viewer>,
    form_token: String,
    opened: OpenedLeft,
    /// What stood in the way of what was sent.
    fault: Option<&'static str>,
    note: String,
}

/// What is shown of it.
pub(super) struct OpenedLeft {
    line: LeftLine,
    /// Whether it was lost by a restore rather than never sent.
    is_donated: bool,
    items: Vec<LeftItem>,
}

/// One record or operation of it.
struct LeftItem {
    /// "A goal as a phone had it".
    deed: String,
    client: String,
    /// How it stands to what is here; nothing for an operation.
    standing: Option<&'static str>,
    /// Why it could not be taken in just now.
    refused: Option<&'static str>,
    /// Whether its words are its author's own and not a supervisor's to read.
    is_private: bool,
    written: Vec<(String, String)>,
}

pub(in crate::web) async fn show_left(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Path(no): Path<String>,
) -> Result<Html<String>, PageError> {
    let no = read_no(&no)?;
    let read = move |visit: &mut Visit<'_>| open_left(visit, no, &[]);
    let (viewer, opened) = visit(&desk.site, &headers, ReturnTo::Decisions, read).await?;
    match opened {
        None => Err(PageError::NotFound(Some(Box::new(viewer)))),
        Some(opened) => Ok(Html(page(viewer, opened, None, String::new()).render()?)),
    }
}

/// Which bundle an address names.
pub(super) fn read_no(text: &str) -> Result<i64, PageError> {
    text.parse().map_err(|_| PageError::NotFound(None))
}

pub(super) fn page(
    viewer: Viewer,
    opened: OpenedLeft,
    fault: Option<&'static str>,
    note: String,
) -> LeftPage {
    LeftPage { form_token: viewer.form_token.clone(), viewer: Some(viewer), opened, fault, note }
}

/// What the list says of it.
pub(super) fn line(note: SalvageNote) -> LeftLine {
    LeftLine { href: format!("/decisions/left/{}", note.no), whose: note.name, received: note.at.into() }
}

/// Reads what was left and nobody has decided on; `refused` says why each of it could not be taken in just now.
pub(super) fn open_left(
    visit: &mut Visit<'_>,
    no: i64,
    refused: &[Option<Why>],
) -> Result<Option<OpenedLeft>, PageError> {
    let Some(left) = visit.txn().find_salvage(visit.org(), no)? else { return Ok(None) };
    let standings = compare_left(visit.txn(), visit.org(), &left)?;
    let refused = refused.iter().copied().chain(std::iter::repeat(None));
    let items = left.ops.iter().zip(&standings).zip(refused);
    let items = items
        .filter(|((text, _), _)| !text.is_empty())
        .map(|((text, standing), refused)| item(visit, text, *standing, refused))
        .collect::<Result<Vec<_>, _>>()?;
    let opened = OpenedLeft { line: whose(visit, no, &left)?, is_donated: is_donated(&standings), items };
    visit.note("read_left", None, Some(no.to_string()))?;
    Ok(Some(opened))
}

fn is_donated(standings: &[Option<DonationStanding>]) -> bool {
    standings.iter().any(Option::is_some)
}

fn whose(visit: &Visit<'_>, no: i64, left: &Salvage) -> Result<LeftLine, PageError> {
    let people = visit.txn().list_people(visit.org())?;
    let name = people.into_iter().find(|person| person.no == left.person).map(|person| person.name);
    Ok(LeftLine {
        href: format!("/decisions/left/{no}"),
        whose: name.unwrap_or_default(),
        received: left.at.into(),
    })
}

fn item(
    visit: &Visit<'_>,
    text: &str,
    standing: Option<DonationStanding>,
    refused: Option<Why>,
) -> Result<LeftItem, PageError> {
    let said: Value = serde_json::from_str(text).unwrap_or_default();
    let word = |key: &str| said.get(key).and_then(Value::as_str);
    let entity = word("e").and_then(|id| id.parse().ok());
    let record = entity.map(|id| visit.txn().find_record(visit.org(), id)).transpose()?.flatten();
    let stream = record.as_ref().map(|record| record.entity.stream);
    let stream = stream.or_else(|| word("s").and_then(|stream| stream.parse::<StreamRef>().ok()));
    let kind = record.as_ref().map(|record| record.entity.kind.as_str()).or_else(|| word("t"));
    let is_private = stream.is_none_or(|stream| stream.case().is_none());
    Ok(LeftItem {
        deed: deed_in_words(word("k").unwrap_or_default(), kind.filter(|kind| is_word(kind))),
        client: client(visit, stream.and_then(StreamRef::case))?,
        standing: standing.map(standing_in_words),
        refused: refused.map(|why| why_in_words(alongside_core::model::Outcome::Quarantined, Some(why))),
        is_private,
        written: if is_private { Vec::new() } else { written(text, &said) },
    })
}

/// What is said in it, field by field; of a donated record every text.
fn written(text: &str, said: &Value) -> Vec<(String, String)> {
    let shown = |name: &str, value: &Value| {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        (name.replace('_', " "), value)
    };
    if let Some(donation) = Donation::read(text) {
        return donation.said().map(|(name, value)| shown(name, value)).collect();
    }
    let fields = said.get("f").and_then(Value::as_object);
    fields.into_iter().flatten().map(|(name, value)| shown(name, value)).collect()
}
