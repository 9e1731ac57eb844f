//! What this process has taken from the machine so far, as Linux counts it.

use serde_json::{Value, json};

/// Adds `peak_mb`, the most memory this process has held at a time, to what a command tells. Nothing on other systems.
pub(super) fn with_peak(mut told: Value) -> Value {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(kilobytes) = peak_kilobytes(&status) {
        told["peak_mb"] = json!((kilobytes as f64 / 102.4).round() / 10.0);
    }
    told
}

fn peak_kilobytes(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_is_read_from_what_the_system_says() {
        assert_eq!(peak_kilobytes("VmPeak:\t  99 kB\nVmHWM:\t   26624 kB\n"), Some(26_624));
        assert_eq!(peak_kilobytes("VmPeak:\t  99 kB\n"), None);
    }
}
