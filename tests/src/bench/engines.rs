//! `engines`: the same load on SQLite, on PostgreSQL with one process and on PostgreSQL with three, one after the other in one run.

use alongside_core::model::Role;
use alongside_server::admin::{NewPerson, make_code, make_organisation, make_person};
use alongside_server::settings::{DatabaseUrl, Settings};
use alongside_server::{Ports, open_store};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::light_phone::LightPhone;
use super::{BenchError, Stopwatch};
use crate::engine::schema_url;
use crate::fleet::Process;

/// Phones, each of a worker of its own.
const PHONES: usize = 24;
/// Pushes of each phone, and operations in each.
const PUSHES: usize = 12;
const OPS: usize = 12;
/// Syncs with nothing to say of each phone.
const IDLE: usize = 60;
/// More organisations than one, to see which of them wait for each other.
const ORGANISATIONS: usize = 8;

/// Measures every engine with the PostgreSQL at `url`, in schemas of their own that stay there. Each figure is the whole
/// service's: phones and servers share this machine's processors.
///
/// # Errors
/// When a database or a process cannot be had, or the server does not simply apply what is pushed.
pub async fn engines(url: &str) -> Result<Value, BenchError> {
    let mut told = serde_json::Map::new();
    for (name, processes, on_postgres) in
        [("sqlite", 1, false), ("postgres_1", 1, true), ("postgres_3", 3, true)]
    {
        let one = measure(on_postgres.then_some(url), processes, 1).await?;
        let many = measure(on_postgres.then_some(url), processes, ORGANISATIONS).await?;
        told.insert(name.to_owned(), json!({ "one_organisation": one, "eight_organisations": many }));
    }
    let sqlite = told["sqlite"].clone();
    for name in ["postgres_1", "postgres_3"] {
        for size in ["one_organisation", "eight_organisations"] {
            for figure in ["pushes_per_s", "idle_per_s"] {
                let ratio = |told: &Value| told[size][figure].as_f64().unwrap_or_default();
                let ratio = ratio(&told[name]) / ratio(&sqlite);
                told[name][size][format!("{figure}_to_sqlite")] = json!((ratio * 100.0).round() / 100.0);
            }
        }
    }
    Ok(Value::Object(told))
}

/// Pushes and idle syncs a second, of `processes` that share a new database.
async fn measure(url: Option<&str>, processes: usize, organisations: usize) -> Result<Value, BenchError> {
    let folder = tempfile::tempdir()?;
    let mut settings = Settings::default();
    settings.store.path = folder.path().join("server.db");
    settings.store.url = url.map(|url| DatabaseUrl(schema_url(url)));
    let codes = provision(&settings, organisations)?;
    let program = std::env::current_exe()?.with_file_name("service-process");
    let path = settings.store.path.display().to_string();
    let mut variables = vec![("ALONGSIDE_STORE_PATH", path)];
    variables.extend(settings.store.url.map(|DatabaseUrl(url)| ("ALONGSIDE_STORE_URL", url)));
    let running: Vec<_> = (0..processes).map(|_| Process::start(&program, &variables)).collect();
    let mut phones = Vec::new();
    for (place, code) in codes.into_iter().enumerate() {
        let address = running[place % processes].address().to_owned();
        let mut phone = LightPhone::enrol(&address, code).await?;
        phone.open_case(&address).await?;
        phones.push((address, phone));
    }
    let (pushing, phones) = all(phones, Load::Pushes).await?;
    let (idling, _) = all(phones, Load::Idle).await?;
    Ok(json!({ "pushes_per_s": rate(PHONES * PUSHES, pushing), "idle_per_s": rate(PHONES * IDLE, idling) }))
}

/// Organisations with workers, and a code for each worker.
fn provision(settings: &Settings, organisations: usize) -> Result<Vec<String>, BenchError> {
    let (store, ports) = (open_store(settings)?, Ports::system());
    let made = (0..organisations).map(|_| make_organisation(&*store, &ports, "Benchmark"));
    let made = made.collect::<Result<Vec<_>, _>>()?;
    let code = |place: usize| {
        let new = NewPerson { role: Role::LinkWorker, name: "Worker", sign_in: None };
        let worker = make_person(&*store, &ports, made[place % organisations], new)?;
        Ok(make_code(&*store, &ports, worker, 60)?)
    };
    (0..PHONES).map(code).collect()
}

#[derive(Clone, Copy)]
enum Load {
    Pushes,
    Idle,
}

/// All phones at once; answers the milliseconds it took.
async fn all(
    phones: Vec<(String, LightPhone)>,
    load: Load,
) -> Result<(f64, Vec<(String, LightPhone)>), BenchError> {
    let watch = Stopwatch::start();
    let mut running = JoinSet::new();
    for (address, mut phone) in phones {
        running.spawn(async move {
            match load {
                Load::Pushes => {
                    for _ in 0..PUSHES {
                        phone.push(&address, OPS).await?;
                    }
                }
                Load::Idle => {
                    for _ in 0..IDLE {
                        phone.idle(&address).await?;
                    }
                }
            }
            Ok::<_, BenchError>((address, phone))
        });
    }
    let mut done = Vec::new();
    while let Some(phone) = running.join_next().await {
        done.push(phone.map_err(std::io::Error::other)??);
    }
    Ok((watch.ms(), done))
}

fn rate(count: usize, ms: f64) -> f64 {
    (count as f64 / ms * 1e3).round()
}
