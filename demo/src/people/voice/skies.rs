//! The weather outside, by the month. Patterns only.

/// What the sky may do in this month, from 1 to 12, to follow “in”.
#[rustfmt::skip]
pub(crate) fn skies(month: u32) -> &'static [&'static str] {
    match month {
        12 | 1 | 2 => &["sleet", "a hard frost", "fog off the water", "bright, bitter cold", "hail, briefly", "low cloud", "a thaw", "snow that would not settle", "wind enough to take the bins", "dark at four", "freezing drizzle", "pale sun"],
        3..=5 => &["drizzle", "the first warm sun", "sun and showers by turns", "a cold east wind", "mist till noon", "blossom and rain", "a rainbow, and the rain for it", "a mackerel sky", "a late frost", "soft rain", "clean, washed light", "April whatever the calendar says"],
        6..=8 => &["heat", "a heavy, thundery air", "a hard blue sky", "rain like rods", "haze", "a warm wind off the quay", "drizzle, for once welcome", "full sun", "the tail of a storm", "a clear evening light", "close, grey heat", "a proper downpour"],
        _ => &["drizzle", "fog", "leaves and wind", "a low gold sun", "steady rain", "the tail of a gale", "mist off the dyke", "a cold snap", "grey that never lifted", "a bright, blowy morning", "rain on and off", "an early dusk"],
    }
}
