//! How much of photos stays on a phone.

use super::*;

fn id(number: u128) -> EntityId {
    EntityId(Uuid::from_u128(number))
}

fn here(store: &Store) -> Vec<u128> {
    (1..=5).filter(|n| store.read(|connection| photos::find(connection, id(*n))).unwrap().is_some()).collect()
}

#[test]
fn of_what_was_fetched_the_oldest_goes_and_what_was_taken_here_stays() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    commit(&store, &goal_op(9, "walk to the allotment"));
    let shared = StreamRef::of_case(CASE, Audience::Shared);
    store.write(|transaction| photos::keep_own(transaction, id(1), shared, &[1; 900])).unwrap();
    for n in [4, 2, 5, 3] {
        let fetched = |transaction: &Transaction<'_>| {
            photos::begin_fetched(transaction, id(n), shared, 300)?;
            photos::add(transaction, id(n), 0, &[7; 300])
        };
        store.write(fetched).unwrap();
    }
    assert_eq!(here(&store), [1, 2, 3, 4, 5]);
    store.write(|transaction| photos::trim_fetched(transaction, 700)).unwrap();
    assert_eq!(here(&store), [1, 3, 5]);
    store.write(|transaction| photos::trim_fetched(transaction, 700)).unwrap();
    assert_eq!(here(&store), [1, 3, 5]);
}

#[test]
fn a_photo_that_is_not_all_here_is_not_here() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    commit(&store, &goal_op(9, "walk to the allotment"));
    let shared = StreamRef::of_case(CASE, Audience::Shared);
    let begun = |transaction: &Transaction<'_>| {
        photos::begin_fetched(transaction, id(1), shared, 300)?;
        photos::add(transaction, id(1), 0, &[7; 200])
    };
    store.write(begun).unwrap();
    assert_eq!(here(&store), []);
    assert_eq!(store.read(|connection| photos::here(connection, id(1))).unwrap(), 200);
    assert_eq!(store.read(|connection| photos::part(connection, id(1), 150)).unwrap(), [7; 50]);
    store.write(|transaction| photos::add(transaction, id(1), 200, &[8; 100])).unwrap();
    assert_eq!(here(&store), [1]);
}
