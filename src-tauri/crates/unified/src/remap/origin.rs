//! Where unified fields come from: what has to leave a payload when they are not kept.

/// The payload fields one unified field is mapped from.
pub(super) struct Origin {
    table: &'static str,
    pub(super) field: &'static str,
    pub(super) paths: &'static [&'static str],
    /// Private columns that hold the same.
    private: &'static [&'static str],
}

macro_rules! origins {
    ($($table:literal { $($field:literal: [$($path:literal),*] $([$($private:literal),*])?;)* })*) => {
        const ORIGINS: &[Origin] = &[$($(Origin {
            table: $table,
            field: $field,
            paths: &[$($path),*],
            private: &[$($($private),*)?],
        },)*)*];
    };
}

origins! {
    "ats_users" {
        "first_name": ["/firstName"] ["_name"];
        "last_name": ["/lastName"] ["_name"];
        "email": ["/email"];
        "status": ["/isEnabled"];
    }
    "ats_jobs" {
        "name": ["/title"];
        "job_code": ["/customRequisitionId"];
        "description": ["/descriptionHtml", "/descriptionPlain", "/descriptionSocial", "/descriptionParts", "/linkedData"];
        "confidential": ["/confidential"];
        "employment_type": ["/employmentType"];
        "status": ["/status"];
        "department": ["/departmentId", "/departmentName", "/teamName", "/teamNameHierarchy"] ["_department_remote_id"];
        "post_url": ["/externalLink"];
        "remote_work_status": ["/workplaceType", "/isRemote"];
        "salary_amount_from": ["/compensation"];
        "salary_amount_to": ["/compensation"];
        "salary_currency": ["/compensation"];
        "salary_period": ["/compensation"];
        "location": ["/location", "/locationId", "/locationIds", "/locationName", "/address"] ["_location", "_location_remote_id"];
        "opened_at": ["/openedAt"];
        "closed_at": ["/closedAt", "/applicationDeadline"];
        "remote_created_at": ["/createdAt"];
        "remote_updated_at": ["/updatedAt"];
    }
    "ats_candidates" {
        "first_name": ["/name"];
        "last_name": ["/name"];
        "company": ["/company"];
        "title": ["/position"];
        "source": ["/source"];
        "phone_numbers": ["/primaryPhoneNumber", "/phoneNumbers"];
        "email_addresses": ["/primaryEmailAddress", "/emailAddresses"] ["_primary_email"];
        "social_media": ["/socialLinks"];
        "location": ["/location", "/timezone"] ["_location"];
        "remote_url": ["/profileUrl"];
        "remote_created_at": ["/createdAt"];
        "remote_updated_at": ["/updatedAt"];
    }
    "ats_application_stages" { "name": ["/title"]; }
    "ats_applications" {
        "outcome": ["/status"];
        "rejection_reason_name": ["/archiveReason"] ["_archive_reason_type"];
        "rejected_at": ["/archivedAt"];
        "screening_question_answers": ["/applicationFormSubmissions"];
        "remote_created_at": ["/createdAt"];
        "remote_updated_at": ["/updatedAt"];
    }
    "ats_tags" { "name": ["/title"]; }
    "ats_interviews" {
        "title": ["/interviewEvents/*/interview"];
        "starting_at": ["/interviewEvents/*/startTime"];
        "ending_at": ["/interviewEvents/*/endTime"];
        "video_conferencing_url": ["/interviewEvents/*/meetingLink"];
        "remote_created_at": ["/interviewEvents/*/createdAt"];
        "remote_updated_at": ["/interviewEvents/*/updatedAt"];
    }
    "ats_offers" {
        "employment_start_date": ["/latestVersion/startDate", "/versions/*/startDate"];
        "remote_created_at": ["/latestVersion/createdAt", "/versions/*/createdAt"];
        "remote_updated_at": ["/latestVersion/createdAt", "/versions/*/createdAt", "/decidedAt"];
    }
    "ats_rejection_reasons" { "name": ["/text"]; }
}

/// The origins of a table's fields.
pub(super) fn origins(table: &str) -> impl Iterator<Item = &'static Origin> {
    ORIGINS.iter().filter(move |origin| origin.table == table)
}

/// The private columns that tell the same as a field.
pub(super) fn private_columns(table: &str, field: &str) -> &'static [&'static str] {
    origins(table).find(|origin| origin.field == field).map_or(&[], |origin| origin.private)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables;

    #[test]
    fn origins_are_of_fields_and_columns_there_are() {
        for origin in ORIGINS {
            let info = tables().iter().find(|info| info.table == origin.table).unwrap();
            assert!(info.fields.iter().any(|field| field.name == origin.field), "{}", origin.field);
            for column in origin.private {
                assert!(info.private.iter().any(|field| field.name == *column), "{column}");
            }
        }
    }
}
