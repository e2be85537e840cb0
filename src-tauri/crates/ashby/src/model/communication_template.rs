//! Templates of what is sent to candidates.

use super::{CommunicationTemplateId, record::record};

record! {
    /// A template, from `communicationTemplate.list`. Ashby does not tell its text.
    CommunicationTemplate {
        /// Ashby's id of the template.
        id: CommunicationTemplateId,
        /// Its name.
        title: Option<String>,
        /// `email`, `inMail`, `linkedInConnection` or other values.
        intended_types: Vec<String>,
        /// Made at, ISO 8601.
        created_at: Option<String>,
        /// Last changed at, ISO 8601.
        updated_at: Option<String>,
    }
}
