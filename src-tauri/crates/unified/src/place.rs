//! The shared shape for where somebody lives or works.

use samara_ashby::model::{CandidateLocation, Location};
use serde::Serialize;

use crate::country::country_code;
use crate::row::{Column, Value};
use crate::text::{owned, trimmed};

/// A place; [`None`] instead of one without any part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// City.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2, or the original text if it names no known country.
    pub country: Option<String>,
    /// The line people read.
    pub raw: Option<String>,
    /// State or region.
    pub state: Option<String>,
    /// Street and number.
    pub street_1: Option<String>,
    /// Second line; Ashby has none.
    pub street_2: Option<String>,
    /// Postal code.
    pub zip_code: Option<String>,
}

impl Place {
    /// Where a candidate lives.
    pub(crate) fn of_candidate(location: &CandidateLocation) -> Option<Self> {
        let component = |kind: &str| {
            let found = location.location_components.iter().find(|c| c.r#type.as_deref() == Some(kind));
            found.and_then(|component| component.name.as_deref())
        };
        Self {
            city: owned(component("City")),
            state: owned(component("Region")),
            country: component("Country").and_then(country),
            raw: owned(location.location_summary.as_deref()),
            ..Self::default()
        }
        .known()
    }

    /// Where a job is done.
    pub(crate) fn of_job(location: &Location) -> Option<Self> {
        let address = location.address.as_ref().and_then(|address| address.postal_address.as_ref());
        let address = address.cloned().unwrap_or_default();
        Self {
            city: owned(address.address_locality.as_deref()),
            state: owned(address.address_region.as_deref()),
            country: address.address_country.as_deref().and_then(country),
            zip_code: owned(address.postal_code.as_deref()),
            street_1: owned(address.street_address.as_deref()),
            street_2: None,
            raw: owned(location.name.as_deref()),
        }
        .known()
    }

    fn known(self) -> Option<Self> {
        (self != Self::default()).then_some(self)
    }
}

fn country(text: &str) -> Option<String> {
    trimmed(text).map(|text| country_code(text).unwrap_or(text).to_owned())
}

impl Column for Place {
    fn value(&self) -> Value {
        // A struct of text always serialises.
        serde_json::to_value(self).map_or(Value::Null, Value::Json)
    }
}

#[cfg(test)]
mod tests {
    use samara_ashby::model::LocationComponent;

    use super::*;

    fn component(kind: &str, name: &str) -> LocationComponent {
        LocationComponent { r#type: Some(kind.to_owned()), name: Some(name.to_owned()) }
    }

    #[test]
    fn a_candidates_place_is_made_of_its_components() {
        let location = CandidateLocation {
            location_summary: Some("Lyon, France".to_owned()),
            location_components: vec![
                component("Country", "France"),
                component("City", "Lyon"),
                component("Region", "Auvergne-Rhône-Alpes"),
                component("Planet", "Earth"),
            ],
            ..CandidateLocation::default()
        };
        let place = Place::of_candidate(&location).unwrap();
        assert_eq!(place.city.as_deref(), Some("Lyon"));
        assert_eq!(place.state.as_deref(), Some("Auvergne-Rhône-Alpes"));
        assert_eq!(place.country.as_deref(), Some("FR"));
        assert_eq!(place.raw.as_deref(), Some("Lyon, France"));
        assert_eq!((place.street_1, place.street_2, place.zip_code), (None, None, None));
    }

    #[test]
    fn an_unknown_country_stays_as_it_is() {
        let location = CandidateLocation {
            location_components: vec![component("Country", " Atlantis ")],
            ..CandidateLocation::default()
        };
        assert_eq!(Place::of_candidate(&location).unwrap().country.as_deref(), Some("Atlantis"));
    }

    #[test]
    fn a_place_without_any_part_is_none() {
        let blank = CandidateLocation {
            location_summary: Some("  ".to_owned()),
            location_components: vec![component("City", "")],
            ..CandidateLocation::default()
        };
        assert_eq!(Place::of_candidate(&blank), None);
        assert_eq!(Place::of_job(&Location::default()), None);
    }
}
