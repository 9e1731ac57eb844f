//! Distance between two points of one region, in whole numbers, the same on every phone.

/// A point on the earth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Millionths of a degree, north positive.
    pub latitude: i64,
    /// Millionths of a degree, east positive.
    pub longitude: i64,
}

/// Metres in a degree of latitude, on a sphere of the earth's mean radius of 6,371 km.
const METRES_IN_A_DEGREE: i64 = 111_195;

impl Point {
    /// Metres as the crow flies. Equirectangular: within one in a thousand up to 100 km, which is what a directory of a region
    /// asks for.
    pub const fn metres_to(self, other: Self) -> i64 {
        let north = (self.latitude - other.latitude) * METRES_IN_A_DEGREE / 1_000_000;
        let around = (self.longitude - other.longitude) * METRES_IN_A_DEGREE / 1_000_000;
        let east = around * cosine((self.latitude + other.latitude) / 2) / 1_000_000;
        (north * north + east * east).isqrt()
    }
}

/// The cosine of an angle in millionths of a degree, in millionths: the first terms of its series, good to 0.0003 up to 70
/// degrees.
const fn cosine(angle: i64) -> i64 {
    let radians = angle * 17_453 / 1_000_000;
    let square = radians * radians / 1_000_000;
    let fourth = square * square / 1_000_000;
    let sixth = fourth * square / 1_000_000;
    1_000_000 - square / 2 + fourth / 24 - sixth / 720
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: f64, longitude: f64) -> Point {
        Point { latitude: (latitude * 1e6) as i64, longitude: (longitude * 1e6) as i64 }
    }

    /// The haversine formula, as an independent second opinion.
    fn haversine(a: (f64, f64), b: (f64, f64)) -> f64 {
        let (north, east) = ((b.0 - a.0).to_radians(), (b.1 - a.1).to_radians());
        let half = (north / 2.0).sin().powi(2)
            + a.0.to_radians().cos() * b.0.to_radians().cos() * (east / 2.0).sin().powi(2);
        2.0 * 6_371_000.0 * half.sqrt().asin()
    }

    #[test]
    fn distances_agree_with_the_haversine_formula() {
        for (a, b) in [
            ((53.5, -1.25), (53.5, -1.25)),
            ((53.5, -1.25), (53.51, -1.25)),
            ((53.5, -1.25), (53.5, -1.2)),
            ((50.1, -5.5), (50.9, -4.8)),
            ((60.1, -1.2), (60.3, -1.6)),
        ] {
            let ours = at(a.0, a.1).metres_to(at(b.0, b.1)) as f64;
            let theirs = haversine(a, b);
            assert!((ours - theirs).abs() <= 5.0 + theirs / 500.0, "{a:?} {b:?}: {ours} and {theirs}");
        }
    }
}
