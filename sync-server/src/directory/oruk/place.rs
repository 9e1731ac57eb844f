//! Where a service is: its places in words, and the first of them as a point.

use super::value::{Object, decimal, first_text, list, object, text, within_limit};
use crate::directory::fault::EntryFault;

/// Where a service is.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Place {
    pub(super) address: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) latitude: Option<i64>,
    pub(super) longitude: Option<i64>,
    pub(super) accessibility: Option<String>,
}

/// Reads the places of a service. The first that has a postcode or a point stands for distance.
pub(super) fn read_place(service: &Object) -> Result<Place, EntryFault> {
    let (mut place, mut lines, mut access) = (Place::default(), Vec::new(), Vec::new());
    for at in list(service, "service_at_locations")? {
        let Some(location) = object(at, "location")? else { continue };
        read_address(location, &mut place, &mut lines)?;
        if place.latitude.is_none() {
            (place.latitude, place.longitude) = point(location)?;
        }
        for means in list(location, "accessibility")? {
            access.extend(
                first_text(means, &["description", "details"])?.filter(|words| !access.contains(words)),
            );
        }
    }
    access.extend(text(service, "interpretation_services")?.map(|words| format!("Interpreting: {words}")));
    place.address = joined(&lines, "addresses")?;
    place.accessibility = joined(&access, "accessibility")?;
    Ok(place)
}

fn read_address(location: &Object, place: &mut Place, lines: &mut Vec<String>) -> Result<(), EntryFault> {
    let named = text(location, "name")?;
    let mut addresses = list(location, "addresses")?;
    addresses.extend(list(location, "physical_addresses")?);
    for address in &addresses {
        let parts = ["address_1", "address_2", "city", "postal_code"];
        let parts = parts.into_iter().map(|part| text(address, part)).collect::<Result<Vec<_>, _>>()?;
        let mut parts: Vec<String> = parts.into_iter().flatten().collect();
        if let Some(name) = named.clone().filter(|name| !parts.contains(name)) {
            parts.insert(0, name);
        }
        lines.extend(Some(parts.join(", ")).filter(|line| !line.is_empty() && !lines.contains(line)));
        if place.postcode.is_none() {
            place.postcode = text(address, "postal_code")?.as_deref().map(postcode);
        }
    }
    if addresses.is_empty() {
        lines.extend(named.filter(|name| !lines.contains(name)));
    }
    Ok(())
}

/// A postcode in capitals with one space, as `HM4 2QT`.
fn postcode(written: &str) -> String {
    let bare: String =
        written.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    match bare.len() {
        5..=7 => format!("{} {}", &bare[..bare.len() - 3], &bare[bare.len() - 3..]),
        _ => bare,
    }
}

/// Millionths of a degree. A point outside the world, or in the sea off Africa where missing coordinates end up, is none.
fn point(location: &Object) -> Result<(Option<i64>, Option<i64>), EntryFault> {
    let (latitude, longitude) = (decimal(location, "latitude")?, decimal(location, "longitude")?);
    let (Some(latitude), Some(longitude)) = (latitude, longitude) else { return Ok((None, None)) };
    let nowhere = latitude.abs() > 90.0 || longitude.abs() > 180.0 || (latitude == 0.0 && longitude == 0.0);
    let millionths = |degrees: f64| (degrees * 1e6).round() as i64;
    Ok(if nowhere { (None, None) } else { (Some(millionths(latitude)), Some(millionths(longitude))) })
}

fn joined(lines: &[String], key: &'static str) -> Result<Option<String>, EntryFault> {
    let lines = within_limit(lines.join("\n"), key)?;
    Ok(Some(lines).filter(|lines| !lines.is_empty()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_place_is_named_and_the_first_stands_for_distance() {
        let service = json!({"service_at_locations": [
            {"location": null},
            {"location": {"name": "The Ropery Hall", "latitude": "53.5001234", "longitude": -1.25,
                "addresses": [{"address_1": "2 Hawser Street", "city": "Harrowmouth", "postal_code": "hm42qt"}],
                "accessibility": [{"description": "Step-free"}]}},
            {"location": {"name": "Hadderley Library", "latitude": 0, "longitude": 0}},
        ]});
        let place = read_place(service.as_object().unwrap()).unwrap();
        assert_eq!(
            place.address.as_deref(),
            Some("The Ropery Hall, 2 Hawser Street, Harrowmouth, hm42qt\nHadderley Library")
        );
        assert_eq!(place.postcode.as_deref(), Some("HM4 2QT"));
        assert_eq!((place.latitude, place.longitude), (Some(53_500_123), Some(-1_250_000)));
        assert_eq!(place.accessibility.as_deref(), Some("Step-free"));
    }

    #[test]
    fn a_point_that_cannot_be_is_none() {
        for (latitude, longitude) in
            [(json!(0), json!(0)), (json!(153.5), json!(-1)), (json!(53.5), json!(null))]
        {
            let location = json!({"latitude": latitude, "longitude": longitude});
            assert_eq!(point(location.as_object().unwrap()), Ok((None, None)), "{location}");
        }
    }
}
