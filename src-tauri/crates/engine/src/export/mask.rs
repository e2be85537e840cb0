//! Leaving out who people are: names, addresses, numbers, links and whatever was written freely.
//!
//! The same value has the same mask throughout one file, so that rows can still be told apart and counted, and another
//! one in the next, so that two files cannot be laid side by side.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// The masks of one file.
#[derive(Debug, Clone)]
pub(crate) struct Mask {
    salt: [u8; 16],
}

#[derive(Clone, Copy)]
enum Kind {
    Name,
    Mail,
    Phone,
    Link,
    Written,
    Left,
}

/// How a member is masked, wherever in a row it stands; `None`: it tells nobody's identity.
fn kind(key: &str) -> Option<Kind> {
    Some(match key {
        "first_name" | "last_name" | "full_name" | "username" => Kind::Name,
        "email" | "email_address" => Kind::Mail,
        "phone_number" => Kind::Phone,
        "link" | "remote_url" | "video_conferencing_url" => Kind::Link,
        "street_1" | "street_2" | "zip_code" => Kind::Left,
        "answer" | "custom_fields" | "integration_fields" => Kind::Written,
        "remote_data" => Kind::Left,
        _ => return None,
    })
}

impl Mask {
    /// Masks that begin from chance.
    pub(crate) fn new(chance: [u64; 2]) -> Self {
        let mut salt = [0; 16];
        for (slot, byte) in salt.iter_mut().zip(chance.iter().flat_map(|part| part.to_le_bytes())) {
            *slot = byte;
        }
        Self { salt }
    }

    /// Masks a row of a model, or of the list of people (whose `name` is a person's).
    pub(super) fn apply(&self, row: &mut Value) {
        let Some(object) = row.as_object_mut() else { return };
        // A person in a list has a mail address; what is named without one is a job, a stage or a tag.
        if object.contains_key("email")
            && let Some(name) = object.get_mut("name")
        {
            self.hide(name, Kind::Name);
        }
        for (key, value) in object.iter_mut() {
            self.member(key, value);
        }
    }

    fn member(&self, key: &str, value: &mut Value) {
        if let Some(kind) = kind(key) {
            return self.hide(value, kind);
        }
        match value {
            Value::Object(object) => object.iter_mut().for_each(|(key, value)| self.member(key, value)),
            Value::Array(items) => items.iter_mut().for_each(|item| self.member("", item)),
            _ => {}
        }
    }

    fn hide(&self, value: &mut Value, kind: Kind) {
        match (value, kind) {
            (Value::Null, _) => {}
            (value, Kind::Left) => *value = Value::Null,
            (Value::Object(object), Kind::Written) => {
                object.iter_mut().filter(|(key, _)| !TOLD.contains(&key.as_str())).for_each(|(_, value)| {
                    self.hide(value, kind);
                });
            }
            (Value::Array(items), _) => items.iter_mut().for_each(|item| self.hide(item, kind)),
            (value, _) => *value = Value::String(self.masked(value, kind)),
        }
    }

    fn masked(&self, value: &Value, kind: Kind) -> String {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_lowercase);
        let hash = Sha256::new().chain_update(self.salt).chain_update(text.as_bytes()).finalize();
        let mark: String = hash.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
        match kind {
            Kind::Name => format!("name-{mark}"),
            Kind::Mail => format!("{mark}@masked.invalid"),
            Kind::Phone => format!("phone-{mark}"),
            Kind::Link => format!("https://masked.invalid/{mark}"),
            Kind::Written | Kind::Left => format!("masked-{mark}"),
        }
    }
}

/// What describes an added field rather than a person.
const TOLD: [&str; 5] = ["id", "key", "type", "label", "question"];
