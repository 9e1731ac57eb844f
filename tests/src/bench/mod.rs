//! What the benchmarks are made of: the real core and the real server at a workload of JSON lines, and the floors beside them.
//!
//! `load`, `sync`, `first`, `save`, `swarm`, `serve` and `engines` are the commands of `alongside-bench`; `raw` and `echo` are the least
//! work that keeps the same promise. Nothing here decides whether a figure is good.

mod codes;
mod count;
mod day;
mod day_player;
mod device;
mod echo;
mod engines;
mod error;
mod first;
mod light_phone;
mod line;
mod load;
mod mapping;
mod meter;
mod new_record;
mod packs;
mod process;
mod quantiles;
mod raw;
mod raw_screen;
mod save;
mod serve;
mod sheet;
mod stopwatch;
mod swarm;
mod sync;
mod tap;

pub use codes::{code, entropy_of};
pub use count::{Cost, cost};
pub use day::Day;
pub use day_player::DayPlayer;
pub use device::{DATABASE, KEY, enrol_store, open_companion, open_store, synchronise_store};
pub use echo::Echo;
pub use engines::engines;
pub use error::BenchError;
pub use first::first;
pub use line::{Line, read_lines};
pub use load::{load, write_caseload};
pub use mapping::list_clients;
pub use meter::Meter;
pub use new_record::NewRecord;
pub use quantiles::{median, quantiles};
pub use raw::{RawRow, RawStore};
pub use raw_screen::read_first_screen;
pub use save::save;
pub use serve::{SWARM_WORKERS, provision, serve};
pub use stopwatch::Stopwatch;
pub use swarm::swarm;
pub use sync::sync;
pub use tap::Tap;
