//! Phone and server of different ages: a file of a newer app, a server that knows less, a server that knows more.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use alongside_core::companion::{Companion, CompanionError, Setup};
use alongside_core::store::StoreError;
use alongside_tests::service::{Phone, Rewriting, Version};
use serde_json::{Value, json};

use crate::support::{at_rest, goal, goals_of, note, notes, reword, service, wordings, worker};

const LONG: Duration = Duration::from_secs(60);

/// The files of a folder that hold anything, by how long they are and a hash of every byte; the lock table beside the log is
/// rewritten at every open.
fn files(folder: &Path) -> BTreeMap<String, (usize, u64)> {
    let files = std::fs::read_dir(folder).expect("the folder can be read").map(|file| file.expect("it is"));
    let named = files.map(|file| (file.file_name().to_string_lossy().into_owned(), file.path()));
    named
        .filter(|(name, _)| !name.ends_with("-shm"))
        .map(|(name, path)| (name, std::fs::read(path).expect("a file can be read")))
        .filter(|(_, bytes)| !bytes.is_empty())
        .map(|(name, bytes)| {
            let mut hasher = DefaultHasher::new();
            bytes.hash(&mut hasher);
            (name, (bytes.len(), hasher.finish()))
        })
        .collect()
}

/// The same phone with somebody of another version at the other end.
fn reconnected(phone: Phone, version: Box<dyn Version>) -> (tempfile::TempDir, Companion, Arc<Rewriting>) {
    let (folder, setup) = phone.close();
    let network = Arc::new(Rewriting::to(version));
    let core = Companion::open(Setup { transport: network.clone(), ..setup }).expect("the phone opens");
    (folder, core, network)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_app_leaves_the_file_of_a_newer_one_as_it_is_and_the_newer_one_goes_on_with_it() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    phone.network.set_aeroplane(true);
    goal(&phone, case, "sing");
    let open = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(open, "Half a sentence").unwrap();
    phone.network.set_aeroplane(false);
    let (folder, setup) = phone.close();
    let schema = |version: &str| {
        let file = rusqlite::Connection::open(folder.path().join("alongside.db")).expect("the file opens");
        file.pragma_update(None, "key", format!("x'{}'", "01".repeat(32))).expect("the key fits");
        let now: i64 = file.pragma_query_value(None, "user_version", |row| row.get(0)).expect("it has one");
        file.execute_batch(&format!("PRAGMA user_version = {}", version.replace("now", &now.to_string())))
            .expect("it is written");
        now
    };
    // What a newer app would have made of the file.
    let known = schema("now");
    schema(&(known + 1).to_string());
    let before = files(folder.path());
    for _ in 0..3 {
        let refused = Companion::open(setup.clone());
        assert!(matches!(refused, Err(CompanionError::Store(StoreError::Newer))));
    }
    assert_eq!(files(folder.path()), before, "not a byte was changed");

    schema(&known.to_string());
    let core = Companion::open(setup).expect("the newer app opens it");
    assert_eq!(core.note(open).unwrap().note.body, "Half a sentence");
    assert_eq!(core.sync_state().unwrap().unsent, 1);
    core.synchronise(LONG).await.unwrap();
    assert_eq!((core.sync_state().unwrap().unsent, goals_of(&core, case)), (0, vec!["sing".to_owned()]));
}

/// The server of the first release: no epochs, digests, directives, backups or decisions, and no paths but two.
struct FirstRelease;

impl Version for FirstRelease {
    fn has(&self, path: &str) -> bool {
        matches!(path, "/sync/v1" | "/enrol/v1")
    }

    fn knows(&self, _: &str, key: &str) -> bool {
        !["epoch", "safe", "audit", "again", "before"].contains(&key)
    }

    fn answers(&self, _: &str, answer: &mut Value) {
        let answer = answer.as_object_mut().expect("an answer is an object");
        for key in ["epoch", "durable", "audit", "again", "directives", "settled", "known"] {
            answer.remove(key);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_of_today_loses_nothing_at_a_server_of_the_first_release_and_goes_on_after_its_upgrade() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let second = service.phone(wren).await;
    let (_folder, core, network) = reconnected(phone, Box::new(FirstRelease));
    let new = |words: &str| alongside_core::companion::NewGoal {
        wording: words.into(),
        wording_by: alongside_core::model::kinds::WordingBy::Client,
        category: None,
    };
    let sing = core.agree_goal(case, &new("sing")).unwrap();
    core.synchronise(LONG).await.expect("the old server is spoken with as it is");
    second.sync().await;
    assert_eq!(wordings(&second, case), ["sing"]);
    reword(&second, sing, "sing in a choir");
    second.sync().await;
    core.synchronise(LONG).await.unwrap();
    assert_eq!(goals_of(&core, case), ["sing in a choir"]);
    assert_eq!(core.sync_state().unwrap().unsent, 0);
    // What it has no path for costs nothing but itself.
    assert!(core.wait_for_news(Duration::from_secs(1)).await.is_err());

    network.upgrade();
    core.agree_goal(case, &new("walk")).unwrap();
    core.synchronise(LONG).await.unwrap();
    let report = core.verify(LONG).await.unwrap();
    assert_eq!((report.repaired, core.sync_state().unwrap().unsent), (0, 0), "both hold the same");
    second.sync().await;
    at_rest(&second);
    assert_eq!(wordings(&second, case), ["sing in a choir", "walk"]);
}

/// A server of a later release: it says more in every answer and every row, has kinds nobody here knows, and wants things.
struct LaterRelease;

impl Version for LaterRelease {
    fn has(&self, _: &str) -> bool {
        true
    }

    fn knows(&self, _: &str, _: &str) -> bool {
        true
    }

    fn answers(&self, path: &str, answer: &mut Value) {
        answer["weather"] = json!({"rain": [1, 2, 3]});
        if path != "/sync/v1" {
            return;
        }
        answer["directives"] = match answer["directives"].take() {
            Value::Array(mut told) => {
                told.push(json!({"d": "sing", "song": "la"}));
                Value::Array(told)
            }
            _ => json!([{"d": "sing", "song": "la"}]),
        };
        for page in answer.get_mut("pages").and_then(Value::as_array_mut).into_iter().flatten() {
            page["mood"] = json!("calm");
            let rows = page["rows"].as_array_mut().expect("a page has rows");
            for row in rows.iter_mut() {
                row["colour"] = json!("green");
                if row["t"] == "goal" {
                    row["f"]["mood"] = json!("hopeful");
                }
            }
            let shared = page["s"].as_str().is_some_and(|stream| stream.starts_with("shared"));
            if shared {
                let by = 0;
                let dream = json!({"e": "00000000-0000-4000-8000-0000000000d1", "t": "dream", "r": 1, "by": by,
                    "f": {"words": "To sail"}});
                page["rows"].as_array_mut().expect("a page has rows").push(dream);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_a_newer_server_knows_is_kept_on_an_older_phone_and_its_edit_does_not_touch_it() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let sing = goal(&phone, case, "sing");
    note(&phone, case, "Tea.");
    phone.sync().await;
    let fresh = service.phone(wren).await;
    let (folder, core, network) = reconnected(fresh, Box::new(LaterRelease));
    core.synchronise(LONG).await.expect("what it does not know it passes over");
    assert_eq!(goals_of(&core, case), ["sing"]);
    assert_eq!(core.notes(case).unwrap().len(), 1);
    let kept = |core: &Companion| {
        let mut kept = BTreeMap::new();
        core.visit_records(&mut |row: alongside_core::store::RecordRow| {
            kept.entry(row.kind.clone()).or_insert_with(|| row.fields.clone());
        })
        .expect("they are read");
        kept
    };
    assert_eq!(kept(&core)["goal"]["mood"], json!("hopeful"));
    assert_eq!(kept(&core)["dream"]["words"], json!("To sail"));

    core.reword_goal(sing, "sing in a choir", alongside_core::model::kinds::WordingBy::Client).unwrap();
    assert_eq!(kept(&core)["goal"]["mood"], json!("hopeful"), "an edit leaves it where it is");
    core.synchronise(LONG).await.unwrap();
    let ops: Vec<Value> =
        network.sent().iter().flat_map(|sent| sent["ops"].as_array().cloned().unwrap_or_default()).collect();
    assert!(ops.iter().any(|op| op["f"]["wording"] == "sing in a choir"), "{ops:?}");
    assert!(ops.iter().all(|op| op["f"].get("mood").is_none()), "it writes only what was edited: {ops:?}");
    assert_eq!((core.sync_state().unwrap().unsent, core.remarks().unwrap().len()), (0, 0));
    drop((core, folder));
    phone.sync().await;
    assert_eq!(wordings(&phone, case), ["sing in a choir"]);
    assert_eq!(notes(&phone, case), ["Tea."]);
}
