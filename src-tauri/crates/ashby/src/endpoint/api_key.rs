//! `apiKey.*`

use super::{NoParams, endpoint};
use crate::model::ApiKeyInfo;

endpoint! {
    /// What the key in use may do; needs a permission of its own that many keys lack.
    ApiKeyGet = "apiKey.info", Read, "apiKeysRead", NoParams => ApiKeyInfo
}
