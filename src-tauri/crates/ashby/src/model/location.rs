//! Places of work.

use serde_json::{Map, Value};

use super::{
    LocationId,
    record::{part, record},
};

record! {
    /// A location, or a region of locations; from `location.list`.
    Location {
        /// Ashby's id of the location.
        id: LocationId,
        /// Name inside the organisation.
        name: Option<String>,
        /// Name on job boards.
        external_name: Option<String>,
        /// Whether it is archived.
        is_archived: Option<bool>,
        /// Where it is.
        address: Option<Address>,
        /// Whether work is remote. Deprecated by Ashby in favour of `workplace_type`.
        is_remote: Option<bool>,
        /// `OnSite`, `Hybrid`, `Remote` or another value.
        workplace_type: Option<String>,
        /// The region this location belongs to.
        parent_location_id: Option<LocationId>,
        /// `Location`, `LocationHierarchy` or another value.
        r#type: Option<String>,
        /// Text values set by integrations.
        extra_data: Option<Map<String, Value>>,
    }
}

part! {
    /// An address as Ashby wraps it.
    Address {
        /// The address itself.
        postal_address: Option<PostalAddress>,
    }
}

part! {
    /// An address in the words of schema.org.
    PostalAddress {
        /// Country, name or code.
        address_country: Option<String>,
        /// State or region.
        address_region: Option<String>,
        /// City.
        address_locality: Option<String>,
        /// Postal code.
        postal_code: Option<String>,
        /// Street and number.
        street_address: Option<String>,
    }
}
