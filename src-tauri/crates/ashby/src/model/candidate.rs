//! Candidates.

use super::{
    ApplicationId, CandidateId, CandidateLocationId, CustomFieldValue, FileHandle, Source, Tag, User,
    record::{part, record},
};

record! {
    /// A person, from `candidate.list` or `candidate.info`.
    Candidate {
        /// Ashby's id of the candidate.
        id: CandidateId,
        /// Creation, ISO 8601.
        created_at: Option<String>,
        /// Last change, ISO 8601.
        updated_at: Option<String>,
        /// The whole name; Ashby does not split it.
        name: Option<String>,
        /// The address mails go to.
        primary_email_address: Option<ContactInfo>,
        /// All e-mail addresses.
        email_addresses: Vec<ContactInfo>,
        /// The number to call.
        primary_phone_number: Option<ContactInfo>,
        /// All phone numbers.
        phone_numbers: Vec<ContactInfo>,
        /// Profiles and pages.
        social_links: Vec<SocialLink>,
        /// All tags, archived ones too.
        tags: Vec<Tag>,
        /// Present position.
        position: Option<String>,
        /// Present employer.
        company: Option<String>,
        /// School.
        school: Option<String>,
        /// The applications of this person.
        application_ids: Vec<ApplicationId>,
        /// The résumé.
        resume_file_handle: Option<FileHandle>,
        /// All files.
        file_handles: Vec<FileHandle>,
        /// Fields of the organisation.
        custom_fields: Vec<CustomFieldValue>,
        /// The person's page in Ashby; opaque.
        profile_url: Option<String>,
        /// Where the person came from.
        source: Option<Source>,
        /// Who found the person.
        credited_to_user: Option<User>,
        /// IANA time zone.
        timezone: Option<String>,
        /// Where the person lives.
        location: Option<CandidateLocation>,
        /// `Fraudulent`, `NotFraudulent`, `Unsure`, `Unreviewed`, `PassedFraudCheck` or another value.
        fraud_status: Option<String>,
    }
}

part! {
    /// An e-mail address or a phone number.
    ContactInfo {
        /// The address or number.
        value: Option<String>,
        /// `Personal`, `Work`, `Other` or another value.
        r#type: Option<String>,
        /// Whether it is the first to use.
        is_primary: Option<bool>,
    }
}

part! {
    /// A profile or page of a person.
    SocialLink {
        /// `LinkedIn`, `GitHub`, `Website`, … or another value.
        r#type: Option<String>,
        /// Its address.
        url: Option<String>,
    }
}

part! {
    /// Where a person lives.
    CandidateLocation {
        /// Ashby's id of the place.
        id: Option<CandidateLocationId>,
        /// The place in one line.
        location_summary: Option<String>,
        /// The place in parts.
        location_components: Vec<LocationComponent>,
    }
}

part! {
    /// A part of a place.
    LocationComponent {
        /// `Country`, `Region`, `City` or another value.
        r#type: Option<String>,
        /// Name of the part.
        name: Option<String>,
    }
}
