//! How people are employed and where they work.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How somebody is employed.
    pub enum EmploymentType, open {
        /// Full time.
        FullTime = "FULL_TIME" from ["FullTime"],
        /// Part time.
        PartTime = "PART_TIME" from ["PartTime"],
        /// An internship.
        Internship = "INTERNSHIP" from ["Intern"],
        /// By contract.
        Contract = "CONTRACT" from ["Contract"],
    }
}

vocabulary! {
    /// Where the work is done.
    pub enum RemoteWorkStatus, open {
        /// Anywhere.
        Remote = "REMOTE" from ["Remote"],
        /// Partly at a place of the organisation.
        Hybrid = "HYBRID" from ["Hybrid"],
        /// At a place of the organisation.
        OnSite = "ON_SITE" from ["OnSite"],
    }
}
