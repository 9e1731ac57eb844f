//! What is told of many times: how many there are, the middle, and the slow end.

use serde_json::{Value, json};

/// Number, median, 90th and 99th percentile and the slowest of `times`, in their unit.
pub fn quantiles(mut times: Vec<f64>) -> Value {
    times.sort_by(f64::total_cmp);
    let at = |share| at(&times, share);
    json!({"n": times.len(), "p50": at(0.5), "p90": at(0.9), "p99": at(0.99), "max": at(1.0)})
}

/// The median of `times`; 0 when there are none.
pub fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    at(&times, 0.5)
}

fn at(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    sorted[(last as f64 * share).round() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_slow_end_are_told_apart() {
        let times = (1..=101).rev().map(f64::from).collect();
        assert_eq!(quantiles(times), json!({"n": 101, "p50": 51.0, "p90": 91.0, "p99": 100.0, "max": 101.0}));
    }

    #[test]
    fn no_times_have_no_middle() {
        assert_eq!(median(Vec::new()), 0.0);
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
    }
}
