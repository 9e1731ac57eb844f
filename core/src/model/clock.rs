//! What an operation and a request say of time: elapsed milliseconds and boots, so that ages can be reckoned.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// When it was done, by the device's suspend-inclusive clock: the number of the boot and the milliseconds since it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpClock(pub u32, pub u64);

/// The device's clocks when it sent its request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestClock {
    /// The number of the current boot, counted by the device.
    pub boot: u32,
    /// Milliseconds since that boot, time asleep included.
    pub elapsed: u64,
    /// What the device believes the time is, in milliseconds since 1970.
    pub wall: i64,
    /// For earlier boots that operations still come from: wall clock minus elapsed time, as last seen in that boot.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub boots: BTreeMap<u32, i64>,
}
