//! One organisation, three workers on one case, three processes, and what is looked at when the day is over.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use alongside_core::model::{CaseId, OrganisationId, PersonId, Role};
use alongside_server::Ports;
use alongside_server::admin::{NewPerson, assign, make_code, make_organisation, make_person, open_case};
use alongside_server::store::Store;
use alongside_tests::engine::{Engine, Place, Session};
use alongside_tests::fleet::Fleet;

use super::phones::Phone;
use super::{PROCESSES, WORKERS};

/// What was wrong at the end of a day. Nothing, by default.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Phones that could not hand everything over, or never heard the last of it.
    unsettled: usize,
    /// Phones that show something else than a phone that was enrolled when all was over.
    astray: usize,
    /// Words that were written and are nowhere, or there more than once.
    miscounted: usize,
    /// Replicas in whose history an operation is missing or there twice.
    gaps: usize,
}

pub(crate) struct Stage {
    place: Place,
    session: std::sync::Mutex<Session>,
    store: Arc<dyn Store>,
    fleet: Arc<Fleet>,
    workers: Vec<PersonId>,
    case: CaseId,
    refused: AtomicUsize,
    /// Everybody has enrolled; a code is good once, so nothing is killed before.
    at_work: AtomicBool,
}

impl Stage {
    pub(crate) fn find(name: &str) -> Option<Self> {
        let place = Engine::Postgres.find_place(name)?;
        let (store, ports) = (place.open(), Ports::system());
        let organisation: OrganisationId = make_organisation(&*store, &ports, "Riverside").unwrap();
        let case = open_case(&*store, &ports, organisation, None, None).unwrap();
        let workers: Vec<_> = ["Wren Okafor", "Idris Bell", "Marta Lindqvist"]
            .into_iter()
            .cycle()
            .take(WORKERS)
            .map(|name| {
                let new = NewPerson { role: Role::LinkWorker, name, sign_in: None };
                let worker = make_person(&*store, &ports, organisation, new).unwrap();
                assign(&*store, &ports, case, worker).unwrap();
                worker
            })
            .collect();
        let url = place.url().unwrap();
        let program = Path::new(env!("CARGO_BIN_EXE_service-process"));
        let fleet = Arc::new(Fleet::start(program, url, PROCESSES));
        let session = std::sync::Mutex::new(Session::open(url));
        let (refused, at_work) = (AtomicUsize::new(0), AtomicBool::new(false));
        Some(Self { place, session, store, fleet, workers, case, refused, at_work })
    }

    /// A phone of the worker at `place`.
    pub(crate) async fn phone(&self, place: usize) -> Phone {
        let worker = self.workers[place % self.workers.len()];
        let code = make_code(&*self.store, &Ports::system(), worker, 60).unwrap();
        Phone::enrolled(&self.fleet, place, &code, self.case).await
    }

    /// Lets every commit of a push take up to 20 milliseconds, each another time: late ones are overtaken if they can be.
    pub(crate) fn pause_commits(&self) {
        self.run(
            "CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS
             $$ BEGIN PERFORM pg_sleep(random() * 0.02); RETURN NULL; END $$;
             CREATE CONSTRAINT TRIGGER pause AFTER INSERT ON history DEFERRABLE INITIALLY DEFERRED
             FOR EACH ROW EXECUTE FUNCTION pause()",
        );
    }

    pub(crate) fn plant_plain_sequence(&self) {
        self.run(include_str!("../engines/plain_sequence.sql"));
    }

    /// Two phones of each worker write and sync at the same time, so many rounds and for as long as `more` says; one of each
    /// reads all the while.
    pub(crate) async fn busy_day(&self, rounds: usize, more: Arc<AtomicBool>) -> Verdict {
        let writing = Arc::new(AtomicBool::new(true));
        let (mut writers, mut readers) = (Vec::new(), Vec::new());
        for place in 0..2 * WORKERS {
            writers.push(self.phone(place).await);
        }
        for place in 0..WORKERS {
            readers.push(self.phone(place).await);
        }
        self.at_work.store(true, Ordering::SeqCst);
        let reading = readers.into_iter().map(|phone| tokio::spawn(read_all_day(phone, writing.clone())));
        let reading: Vec<_> = reading.collect();
        let work = |(place, phone)| tokio::spawn(write_all_day(phone, place, rounds, more.clone()));
        let writers: Vec<_> = writers.into_iter().enumerate().map(work).collect();
        let mut phones = Vec::new();
        for writer in writers {
            phones.push(writer.await.unwrap());
        }
        writing.store(false, Ordering::SeqCst);
        for reader in reading {
            phones.push(reader.await.unwrap());
        }
        self.judge(&phones).await
    }

    async fn judge(&self, phones: &[Phone]) -> Verdict {
        let mut verdict = Verdict::default();
        // Twice: what the last to settle sent is news for the first.
        for phone in phones.iter().chain(phones) {
            verdict.unsettled += usize::from(!phone.settle().await);
        }
        let witness = self.phone(0).await;
        verdict.unsettled += usize::from(!witness.settle().await);
        let shown = witness.shown();
        verdict.astray = phones.iter().filter(|phone| phone.shown() != shown).count();
        let written: usize = phones.iter().map(Phone::written).sum();
        verdict.miscounted = written.abs_diff(self.goals(&witness));
        verdict.gaps = self.gaps();
        let refused = phones.iter().map(|phone| phone.network.refused()).sum();
        self.refused.store(refused, Ordering::SeqCst);
        verdict
    }

    /// How many goals were written, each once. One of them was reworded by everybody.
    fn goals(&self, witness: &Phone) -> usize {
        let goals = witness.core.goals(self.case).unwrap_or_default();
        let words: std::collections::BTreeSet<_> = goals.iter().map(|goal| &goal.goal.wording).collect();
        if words.len() == goals.len() { goals.len() } else { 0 }
    }

    /// Replicas whose operations are not all there, each once and in order.
    fn gaps(&self) -> usize {
        let sql = "SELECT 1 FROM history JOIN replica r ON r.org = history.org AND r.number = replica
                   GROUP BY r.org, r.number, r.last_n
                   HAVING sum(history.last_n - first_n + 1) <> r.last_n OR max(history.last_n) <> r.last_n";
        self.rows(sql).len()
    }

    /// Kills processes one after the other, each while it is at work on a push: `times` in its commit, and `times` between two
    /// statements. Answers how often.
    pub(crate) fn kill_at_work(&self, times: usize) -> [usize; 2] {
        let moments = ["query = 'COMMIT' AND state = 'active'", "state = 'idle in transaction'"];
        while !self.at_work.load(Ordering::SeqCst) {
            std::thread::yield_now();
        }
        let mut done = [0, 0];
        while done.iter().sum::<usize>() < 2 * times {
            let moment = usize::from(done[0] > done[1]);
            let sql = format!(
                "SELECT right(application_name, 1) FROM pg_stat_activity
                 WHERE application_name LIKE '{}_%' AND {} LIMIT 1",
                self.name(),
                moments[moment]
            );
            if let Some(place) = self.rows(&sql).first() {
                self.fleet.replace(place.parse().unwrap());
                done[moment] += 1;
            }
        }
        done
    }

    /// How many requests of the day's phones had no answer, or one that says to try again.
    pub(crate) fn refused(&self) -> usize {
        self.refused.load(Ordering::SeqCst)
    }

    pub(crate) fn hold_organisation(&self) {
        self.run("BEGIN; SELECT no FROM organisation FOR NO KEY UPDATE");
    }

    pub(crate) fn let_go(&self) {
        self.run("COMMIT");
    }

    pub(crate) fn until_somebody_waits(&self) {
        let look = Session::open(self.place.url().unwrap());
        let sql = format!(
            "SELECT 1 FROM pg_stat_activity WHERE application_name LIKE '{}_%' AND wait_event_type = 'Lock'",
            self.name()
        );
        while look.rows(&sql).is_empty() {
            std::thread::yield_now();
        }
    }

    fn name(&self) -> &str {
        self.place.name().unwrap()
    }

    fn run(&self, sql: &str) {
        self.session.lock().unwrap().run(sql);
    }

    fn rows(&self, sql: &str) -> Vec<String> {
        self.session.lock().unwrap().rows(sql)
    }
}

async fn write_all_day(phone: Phone, place: usize, rounds: usize, more: Arc<AtomicBool>) -> Phone {
    for round in 0.. {
        if round >= rounds && !more.load(Ordering::SeqCst) {
            break;
        }
        phone.write(&format!("phone {place}, round {round}"));
        // What does not go through now goes with the next.
        phone.synchronise().await;
    }
    phone
}

async fn read_all_day(phone: Phone, writing: Arc<AtomicBool>) -> Phone {
    while writing.load(Ordering::SeqCst) {
        phone.synchronise().await;
    }
    phone
}
