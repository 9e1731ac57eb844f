//! Ids, times and counts: plain text and numbers in other languages, types of their own in the core.

use std::str::FromStr;

use alongside_core::model::{CaseId, EntityId, PersonId, Timestamp};

use crate::{AlongsideError, InvalidReason};

/// How the core counts what it holds in memory.
type Count = usize;

uniffi::custom_type!(
    /// The id of a record: a UUID as text.
    EntityId, String, { remote, lower: |id| id.to_string(), try_lift: |text| Ok(parse(&text, "id")?) }
);

uniffi::custom_type!(
    /// The id of a case, one client's journey: a UUID as text.
    CaseId, String, { remote, lower: |id| id.to_string(), try_lift: |text| Ok(parse(&text, "case")?) }
);

uniffi::custom_type!(
    /// The id of a person: a UUID as text.
    PersonId, String, { remote, lower: |id| id.to_string(), try_lift: |text| Ok(parse(&text, "person")?) }
);

uniffi::custom_type!(
    /// A point in time: milliseconds since 1970-01-01T00:00:00Z.
    Timestamp, i64, { remote, lower: |time| time.0, try_lift: |milliseconds| Ok(Timestamp(milliseconds)) }
);

uniffi::custom_type!(
    /// How many.
    Count, u64, { remote, lower: |count| count as u64, try_lift: |number| Ok(usize::try_from(number)?) }
);

/// Text that is no id is refused as such, so that a screen never crashes on one.
fn parse<T: FromStr>(text: &str, field: &str) -> Result<T, AlongsideError> {
    text.parse().map_err(|_| AlongsideError::invalid(field, InvalidReason::WrongType))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_no_id_is_refused_by_the_field_it_was_meant_for() {
        for text in ["", "1", "not-an-id", "00000000-0000-0000-0000-00000000000g"] {
            let refused = parse::<CaseId>(text, "case");
            assert_eq!(refused, Err(AlongsideError::invalid("case", InvalidReason::WrongType)), "{text}");
        }
    }
}
