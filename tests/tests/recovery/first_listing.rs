//! A fresh phone on a bad line: whom somebody visits today is there, whole, before the archive is.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use alongside_core::companion::{Companion, NextPlan, Setup};
use alongside_core::model::CaseId;
use alongside_core::model::kinds::Mode;
use alongside_core::ports::{Clock, SystemClock};
use alongside_core::sync::{BoxFuture, HttpReply, HttpRequest, HttpTransport, Transport, TransportError};
use alongside_tests::service::Phone;
use serde_json::{Value, json};

use crate::support::{add, goal, note, service, worker};

/// Rows in one page.
const PAGE: usize = 24;

/// A line that carries so many answers, loses the one after those, and then is gone until it is mended.
struct Line {
    http: HttpTransport,
    state: Mutex<Carried>,
}

#[derive(Default)]
struct Carried {
    answers_left: usize,
    loses_one: bool,
    /// How often each row came over the line, whether or not it arrived.
    rows: BTreeMap<String, usize>,
    largest_page: usize,
}

impl Line {
    fn state(&self) -> std::sync::MutexGuard<'_, Carried> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    async fn carry(&self, request: HttpRequest) -> Result<HttpReply, TransportError> {
        let (carries, loses) = {
            let mut state = self.state();
            let carries = state.answers_left > 0;
            state.answers_left = state.answers_left.saturating_sub(1);
            (carries, !carries && std::mem::take(&mut state.loses_one))
        };
        if !carries && !loses {
            return Err(TransportError::Unreachable);
        }
        let body = match request.encoding {
            Some(_) => zstd::decode_all(request.body.as_slice()).expect("it unpacks"),
            None => request.body.clone(),
        };
        let mut asked: Value = serde_json::from_slice(&body).expect("it is JSON");
        asked["want"] = json!({"rows": PAGE, "bytes": 1_000_000});
        let body = serde_json::to_vec(&asked).expect("it is JSON");
        let reply = self.http.send(HttpRequest { body, encoding: None, ..request }).await?;
        self.count(&reply);
        if loses { Err(TransportError::CutOff) } else { Ok(reply) }
    }

    fn count(&self, reply: &HttpReply) {
        let text = match reply.encoding {
            Some(_) => zstd::decode_all(reply.body.as_slice()).expect("it unpacks"),
            None => reply.body.clone(),
        };
        let answer: Value = serde_json::from_slice(&text).expect("it is JSON");
        let rows = answer["pages"].as_array().into_iter().flatten().flat_map(|page| {
            let rows = page["rows"].as_array().cloned().unwrap_or_default();
            rows.into_iter().map(|row| row["e"].as_str().unwrap_or_default().to_owned())
        });
        let rows: Vec<String> = rows.collect();
        let mut state = self.state();
        state.largest_page = state.largest_page.max(rows.len());
        rows.into_iter().for_each(|row| *state.rows.entry(row).or_default() += 1);
    }
}

impl Transport for Line {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        Box::pin(self.carry(request))
    }
}

fn visit(phone: &Phone, case: CaseId, in_ms: i64) {
    let plan = NextPlan {
        at: SystemClock::new().now().plus_ms(in_ms),
        mode: Mode::Home,
        why: "to see the garden".into(),
        place: None,
        agreed: true,
    };
    phone.core.agree_next_contact(case, &plan).expect("it is written");
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_somebody_visits_today_is_whole_after_the_first_page_and_at_most_one_page_comes_twice() {
    let service = service().await;
    let (wren, phone, first) = worker(&service).await;
    // Older cases come first in the database: somebody to be seen in a month, and many whose support nobody planned.
    visit(&phone, first, 30 * 86_400_000);
    let mut archive = Vec::new();
    for n in 0..12 {
        let case = add(&phone, &format!("Archive {n}"));
        for words in ["cook", "sing", "walk"] {
            goal(&phone, case, words);
        }
        archive.push(case);
    }
    let today: Vec<CaseId> = (0..2).map(|n| add(&phone, &format!("Today {n}"))).collect();
    for case in &today {
        goal(&phone, *case, "dance");
        note(&phone, *case, "She would like to dance.");
        visit(&phone, *case, 60_000);
    }
    phone.sync().await;

    let (_folder, setup) = service.phone(wren).await.close();
    let line = Arc::new(Line { http: HttpTransport::new().unwrap(), state: Mutex::default() });
    let core = Companion::open(Setup { transport: line.clone(), ..setup }).unwrap();
    *line.state() = Carried { answers_left: 1, ..Carried::default() };
    assert!(core.synchronise(Duration::from_secs(60)).await.is_err(), "the line broke after one page");
    for (n, case) in today.iter().enumerate() {
        assert_eq!(core.client(*case).expect("they are there").client.name, format!("Today {n}"));
        assert_eq!(core.goals(*case).unwrap()[0].goal.wording, "dance");
        assert_eq!(core.notes(*case).unwrap()[0].note.body, "She would like to dance.");
        assert!(core.next_contact(*case).unwrap().is_some());
    }
    let shown = core.caseload().unwrap().len();
    assert!(shown < 15, "the archive has not arrived: {shown}");
    assert!(archive.iter().filter(|case| core.client(**case).is_ok()).all(|case| {
        // Whatever else is shown is whole, too.
        core.goals(*case).unwrap().len() == 3
    }));

    {
        let mut state = line.state();
        (state.answers_left, state.loses_one) = (1, true);
    }
    assert!(core.synchronise(Duration::from_secs(60)).await.is_err(), "an answer was lost on the way");
    line.state().answers_left = 1_000;
    core.synchronise(Duration::from_secs(60)).await.unwrap();
    assert_eq!(core.caseload().unwrap().len(), 15);
    assert!(archive.iter().all(|case| core.goals(*case).unwrap().len() == 3));
    let state = line.state();
    let again: usize = state.rows.values().map(|times| times - 1).sum();
    assert!(
        again > 0 && again <= state.largest_page,
        "{again} rows came twice, {} are a page",
        state.largest_page
    );
}
