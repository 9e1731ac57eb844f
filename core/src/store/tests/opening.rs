//! Four ways in which a file cannot be opened, told apart, and none of them changes a byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::*;

fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let named = files
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()));
    // The shared-memory file is a lock table that SQLite rewrites at every open; it holds no content.
    named.filter(|(name, _)| !name.ends_with("-shm")).collect()
}

fn used_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    commit(&store, &goal_op(1, "walk to the allotment"));
    folder
}

fn refusal(folder: &Path, key: [u8; 32]) -> StoreError {
    let before = bytes(folder);
    let error = open_with(folder, key).expect_err("the store must not open");
    assert_eq!(bytes(folder), before, "opening changed a file");
    error
}

#[test]
fn a_store_opens_again_with_what_was_saved() {
    let folder = used_folder();
    let found = open(folder.path())
        .read(|connection| record::find(connection, EntityId(Uuid::from_u128(1))))
        .unwrap();
    assert_eq!(found.unwrap().fields["wording"], json!("walk to the allotment"));
}

#[test]
fn a_wrong_key_is_told_apart() {
    let folder = used_folder();
    assert!(matches!(refusal(folder.path(), [8; 32]), StoreError::WrongKey));
}

#[test]
fn a_key_store_that_lost_the_key_is_told_apart() {
    let folder = used_folder();
    let lost = Store::open(folder.path(), &FixedKey::default(), &SeededEntropy::new(1), &SeededIds::new(1));
    assert!(matches!(lost, Err(StoreError::WrongKey)));
}

#[test]
fn a_damaged_file_is_told_apart() {
    let folder = used_folder();
    let path = folder.path().join("alongside.db");
    for suffix in ["-wal", "-shm"] {
        let _ = fs::remove_file(folder.path().join(format!("alongside.db{suffix}")));
    }
    fs::write(&path, vec![0x5a; 8192]).unwrap();
    assert!(matches!(refusal(folder.path(), KEY), StoreError::Damaged));
}

#[test]
fn a_missing_or_empty_file_of_a_used_phone_is_told_apart_and_not_made_anew() {
    let folder = used_folder();
    for suffix in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(folder.path().join(format!("alongside.db{suffix}")));
    }
    assert!(matches!(refusal(folder.path(), KEY), StoreError::Missing));
    fs::write(folder.path().join("alongside.db"), b"").unwrap();
    assert!(matches!(refusal(folder.path(), KEY), StoreError::Missing));
}

#[test]
fn a_file_of_a_newer_version_is_told_apart() {
    let folder = used_folder();
    let store = open(folder.path());
    store.write(|transaction| Ok(transaction.pragma_update(None, "user_version", 99)?)).unwrap();
    drop(store);
    assert!(matches!(refusal(folder.path(), KEY), StoreError::Newer));
}

#[test]
fn a_first_start_that_was_cut_off_begins_again() {
    let folder = tempfile::tempdir().unwrap();
    let canary = canary::Canary { stage: canary::Stage::Making, key_check: DatabaseKey::new(KEY).check() };
    canary.write(folder.path()).unwrap();
    fs::write(folder.path().join("alongside.db"), b"half a page").unwrap();
    assert!(matches!(open_with(folder.path(), [8; 32]), Err(StoreError::WrongKey)));
    open(folder.path());
}

#[test]
fn a_phone_that_lost_the_small_file_goes_on_with_its_key() {
    let folder = used_folder();
    fs::remove_file(folder.path().join("alongside.device")).unwrap();
    assert!(matches!(open_with(folder.path(), [8; 32]), Err(StoreError::WrongKey)));
    open(folder.path());
    assert!(folder.path().join("alongside.device").exists());
}

#[test]
fn nothing_written_can_be_read_in_any_file_of_the_folder() {
    let folder = used_folder();
    let store = open(folder.path());
    store.write(|transaction| index::catch_up(transaction, 99)).unwrap();
    for (name, bytes) in bytes(folder.path()) {
        for word in ["allotment", "Wren", "wording", "goal", "SQLite format"] {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{word} stands in {name}");
        }
    }
}

#[test]
fn a_page_that_is_damaged_later_is_told_when_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    for id in 1..200 {
        commit(&store, &goal_op(id, &"a long wording ".repeat(40)));
    }
    store.write(|transaction| Ok(transaction.execute_batch("SELECT 1")?)).unwrap();
    store.lock().unwrap().query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(store);
    let path = folder.path().join("alongside.db");
    let mut file = fs::read(&path).unwrap();
    let pages = file.len() / 4096;
    for page in pages / 3..pages {
        file[page * 4096 + 100] ^= 1;
    }
    fs::write(&path, &file).unwrap();
    let mut seen = 0;
    let read = open(folder.path()).read(|connection| record::visit_all(connection, &mut |_| seen += 1));
    assert!(matches!(read, Err(StoreError::Damaged)), "{read:?} after {seen}");
}

#[test]
fn an_app_and_its_background_job_can_make_the_file_together() {
    for _ in 0..20 {
        let (folder, keys) = (tempfile::tempdir().unwrap(), FixedKey::default());
        let together = std::sync::Barrier::new(4);
        let begin = |seed: u64| {
            let (folder, keys, together) = (folder.path(), &keys, &together);
            move || {
                together.wait();
                Store::open(folder, keys, &SeededEntropy::new(seed), &SeededIds::new(seed))
            }
        };
        let opened = std::thread::scope(|scope| {
            let openings = [1, 2, 3, 4].map(|seed| scope.spawn(begin(seed)));
            openings.map(|opening| opening.join().unwrap().unwrap())
        });
        for (n, store) in opened.iter().enumerate() {
            let last = Identity { name: n.to_string(), ..who() };
            store.write(|transaction| identity::keep_identity(transaction, &last)).unwrap();
        }
        drop(opened);
        let kept = Store::open(folder.path(), &keys, &SeededEntropy::new(5), &SeededIds::new(5)).unwrap();
        assert_eq!(kept.read(identity::load_identity).unwrap().name, "3");
    }
}
