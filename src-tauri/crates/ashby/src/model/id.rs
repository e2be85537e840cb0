//! Names of records and places in a listing: text to everybody but Ashby, and never mixed up.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! text {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The text as Ashby sent it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Whether there is no text at all, which Ashby never sends as a name.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            /// The text, owned.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)*) => {$(
        text!($(#[$meta])* $name);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.0).finish()
            }
        }
    )*};
}

macro_rules! secrets {
    ($($(#[$meta:meta])* $name:ident,)*) => {$(
        text!($(#[$meta])* $name);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )*};
}

ids! {
    /// A person.
    CandidateId,
    /// A person on one job.
    ApplicationId,
    /// A job.
    JobId,
    /// The public face of a job.
    JobPostingId,
    /// A place where postings appear.
    JobBoardId,
    /// A step of an interview plan.
    StageId,
    /// The group a stage is reported under.
    StageGroupId,
    /// An interview plan.
    InterviewPlanId,
    /// A member of the organisation.
    UserId,
    /// A tag for candidates.
    TagId,
    /// A reason for archiving an application.
    ArchiveReasonId,
    /// Where a candidate or an application came from.
    SourceId,
    /// A kind of source.
    SourceTypeId,
    /// A department or team.
    DepartmentId,
    /// A location or region.
    LocationId,
    /// The place a candidate lives at.
    CandidateLocationId,
    /// The definition of a custom field.
    CustomFieldId,
    /// A form as it was filled in.
    FormInstanceId,
    /// A field of a form.
    FormFieldId,
    /// The definition of a survey form.
    SurveyFormDefinitionId,
    /// A note on a candidate.
    NoteId,
    /// A file of a candidate.
    FileId,
    /// An opening of a job.
    OpeningId,
    /// A version of an opening.
    OpeningVersionId,
    /// One stay of an application in a stage.
    HistoryItemId,
    /// A role in hiring teams.
    HiringTeamRoleId,
    /// A brand of the organisation.
    BrandId,
    /// A tier of compensation.
    CompensationTierId,
    /// A part of a tier of compensation.
    CompensationComponentId,
    /// A kind of interview.
    InterviewId,
    /// What is arranged for one application in one stage.
    InterviewScheduleId,
    /// One interview that takes place.
    InterviewEventId,
    /// A pool of interviewers.
    InterviewerPoolId,
    /// Interviews that are arranged together.
    ActivityId,
    /// An offer.
    OfferId,
    /// A version of an offer.
    OfferVersionId,
    /// Feedback as it was given.
    FeedbackId,
    /// A form for feedback.
    FeedbackFormDefinitionId,
    /// A talent pool.
    ProjectId,
    /// A template of a mail.
    CommunicationTemplateId,
}

secrets! {
    /// The state of a complete listing, to ask for what changed since. Opaque; `Debug` does not show it.
    SyncToken,
    /// The place in a listing where the next page starts. Opaque; `Debug` does not show it.
    Cursor,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_text_in_json() {
        let id: CandidateId = serde_json::from_str(r#""c1""#).unwrap();
        assert_eq!(id, CandidateId::from("c1"));
        assert_eq!(serde_json::to_string(&id).unwrap(), r#""c1""#);
        assert_eq!(format!("{id} {id:?}"), r#"c1 CandidateId("c1")"#);
    }

    #[test]
    fn tokens_and_cursors_do_not_show_themselves() {
        assert_eq!(
            format!("{:?} {:?}", SyncToken::from("t0p"), Cursor::from("t0p")),
            "SyncToken(…) Cursor(…)"
        );
    }
}
