//! What a key says about itself.

use super::record::part;

part! {
    /// Result of `apiKey.info`.
    ApiKeyInfo {
        /// The name the administrator gave the key.
        title: Option<String>,
        /// When the key was made, ISO 8601.
        created_at: Option<String>,
        /// What the key may do, as `<module>:read` or `<module>:write`.
        scopes: Vec<String>,
    }
}
