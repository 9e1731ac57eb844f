//! What a client may not see cannot be noticed: not in a byte, not in a count, not in a length.

use alongside_tests::sim::pairs::compare;

/// Pairs in a test; `simulate --pairs 1000` compares more in less time.
const PAIRS: u64 = 60;

#[test]
fn a_clients_traffic_is_the_same_with_and_without_entries_hidden_from_them() {
    let found: Vec<String> = (0..PAIRS).filter_map(|seed| compare(seed).err()).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
