//! What a key may do: `<module>:read` and `<module>:write`, and which of them each endpoint asks for.

use std::collections::BTreeSet;

/// Every scope a key can carry, as `apiKey.info` spells them.
pub(crate) const ALL: &[&str] = &[
    "apiKeys:read",
    "apiKeys:write",
    "approvals:read",
    "approvals:write",
    "candidates:read",
    "candidates:write",
    "hiringProcessMetadata:read",
    "hiringProcessMetadata:write",
    "interviews:read",
    "interviews:write",
    "jobs:read",
    "jobs:write",
    "offers:read",
    "offers:write",
    "organization:read",
    "organization:write",
    "reports:read",
];

/// The scopes of the key in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scopes(BTreeSet<String>);

impl Default for Scopes {
    fn default() -> Self {
        Self(ALL.iter().map(|scope| (*scope).to_owned()).collect())
    }
}

impl Scopes {
    /// A key with these scopes; a name that no key can carry is an error.
    pub fn named<'a>(names: impl Iterator<Item = &'a str>) -> Result<Self, String> {
        names
            .map(|name| {
                if ALL.contains(&name) { Ok(name.to_owned()) } else { Err(format!("no such scope: {name}")) }
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    pub fn allow(&self, scope: &str) -> bool {
        self.0.contains(scope)
    }

    pub fn withdraw(&mut self, scope: &str) {
        self.0.remove(scope);
    }

    pub fn grant(&mut self, scope: &str) {
        self.0.insert(scope.to_owned());
    }

    pub fn names(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }
}
