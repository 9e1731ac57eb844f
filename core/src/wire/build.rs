//! Builds of the app, compared.

/// Whether `build` comes before `wanted`: number by number; what is no number counts as nought.
pub fn is_older_build(build: &str, wanted: &str) -> bool {
    numbers(build) < numbers(wanted)
}

/// The first three numbers.
fn numbers(build: &str) -> [u64; 3] {
    let mut all = build.split('.').map(|part| {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(0)
    });
    std::array::from_fn(|_| all.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builds_are_compared_by_their_numbers() {
        for (build, wanted, older) in [
            ("0.1.0", "0.1.0", false),
            ("0.1.0", "0.1.1", true),
            ("0.9.0", "0.10.0", true),
            ("1.0", "0.10.7", false),
            ("1", "1.0.0", false),
            ("1.2.3-beta", "1.2.3", false),
            ("test", "0.0.1", true),
            ("", "", false),
        ] {
            assert_eq!(is_older_build(build, wanted), older, "{build} {wanted}");
        }
    }
}
