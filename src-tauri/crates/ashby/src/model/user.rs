//! Members of the organisation.

use super::{CustomFieldValue, UserId, record::record};

record! {
    /// A member of the organisation, from `user.list` or inside other records.
    User {
        /// Ashby's id of the user.
        id: UserId,
        /// Given name.
        first_name: Option<String>,
        /// Family name.
        last_name: Option<String>,
        /// E-mail address.
        email: Option<String>,
        /// `Organization Admin`, `Elevated Access`, `Limited Access`, `External Recruiter` or another value.
        global_role: Option<String>,
        /// Whether the user can sign in.
        is_enabled: Option<bool>,
        /// Last change, ISO 8601.
        updated_at: Option<String>,
        /// The user's manager.
        manager_id: Option<UserId>,
        /// Present only where Ashby enabled them for the organisation.
        custom_fields: Vec<CustomFieldValue>,
    }
}
