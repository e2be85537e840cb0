//! The related data whose change counts as a change of a row, for reads of what changed since.

use samara_unified::TableInfo;

use super::mirrored;

/// Rows of a model, by what changed of others.
struct Related {
    /// Tables it looks at, beside the model's own.
    needs: &'static [&'static str],
    /// Ids of the model's rows that are touched by what changed at or after `?`.
    ids: &'static str,
}

const JOBS: &[Related] = &[
    Related {
        needs: &["ats_join_jobs_application_stages"],
        ids: "SELECT job_id FROM ats_join_jobs_application_stages WHERE changed_at >= ?",
    },
    Related {
        needs: &["ats_join_jobs_screening_questions"],
        ids: "SELECT job_id FROM ats_join_jobs_screening_questions WHERE changed_at >= ?",
    },
    Related {
        needs: &["ats_join_jobs_users"],
        ids: "SELECT job_id FROM ats_join_jobs_users WHERE changed_at >= ?",
    },
    Related {
        needs: &["ats_join_jobs_users", "ats_join_user_job_role_assignments"],
        ids: "SELECT u.job_id FROM ats_join_user_job_role_assignments a
              JOIN ats_join_jobs_users u ON u.id = a.job_user_id WHERE a.changed_at >= ?",
    },
    Related {
        needs: &["ats_job_postings"],
        ids: "SELECT job_id FROM ats_job_postings WHERE changed_at >= ?",
    },
];

const APPLICATIONS: &[Related] = &[
    Related {
        needs: &["ats_candidates"],
        ids: "SELECT a.id FROM ats_candidates c CROSS JOIN ats_applications a
              ON a.candidate_id = c.id AND a.remote_deleted_at IS NULL WHERE c.changed_at >= ?",
    },
    // Through the jobs, because that is how applications can be found by their stage.
    Related {
        needs: &["ats_application_stages", "ats_jobs"],
        ids: "SELECT a.id FROM ats_application_stages s CROSS JOIN ats_jobs j CROSS JOIN ats_applications a
              ON a.job_id = j.id AND a.current_stage_id = s.id AND a.remote_deleted_at IS NULL
              WHERE s.changed_at >= ?",
    },
    Related {
        needs: &["ats_interviews"],
        ids: "SELECT application_id FROM ats_interviews WHERE changed_at >= ?",
    },
    Related { needs: &["ats_offers"], ids: "SELECT application_id FROM ats_offers WHERE changed_at >= ?" },
];

const CANDIDATES: &[Related] = &[
    Related {
        needs: &["ats_applications"],
        ids: "SELECT candidate_id FROM ats_applications WHERE changed_at >= ?",
    },
    Related {
        needs: &["ats_join_candidates_tags"],
        ids: "SELECT candidate_id FROM ats_join_candidates_tags WHERE changed_at >= ?",
    },
];

const USERS: &[Related] = &[Related {
    needs: &["ats_join_users_roles"],
    ids: "SELECT user_id FROM ats_join_users_roles WHERE changed_at >= ?",
}];

const INTERVIEWS: &[Related] = &[
    Related {
        needs: &["ats_join_interviews_users"],
        ids: "SELECT interview_id FROM ats_join_interviews_users WHERE changed_at >= ?",
    },
    Related {
        needs: &["ats_applications"],
        ids: "SELECT i.id FROM ats_interviews i
              WHERE i.application_id IN (SELECT id FROM ats_applications WHERE changed_at >= ?)",
    },
];

const OFFERS: &[Related] = &[Related {
    needs: &["ats_applications"],
    ids: "SELECT o.id FROM ats_offers o
          WHERE o.application_id IN (SELECT id FROM ats_applications WHERE changed_at >= ?)",
}];

/// The condition that a row `t` changed at or after the time in parameter `number`, itself or in its related data.
///
/// Few changed rows are found by their own indexes; many are met anyway as the table is walked, and then the related
/// data is looked up only at the first row that did not change itself.
pub(super) fn changed(info: &TableInfo, number: usize, few: bool) -> String {
    let related = match info.table {
        "ats_jobs" => JOBS,
        "ats_applications" => APPLICATIONS,
        "ats_candidates" => CANDIDATES,
        "ats_users" => USERS,
        "ats_interviews" => INTERVIEWS,
        "ats_offers" => OFFERS,
        _ => &[],
    };
    let known = related.iter().filter(|related| related.needs.iter().all(|table| mirrored(table)));
    let ids: Vec<String> = known.map(|related| related.ids.replace('?', &format!("?{number}"))).collect();
    if few {
        let own = format!("SELECT id FROM {} WHERE changed_at >= ?{number}", info.table);
        let all: Vec<String> = std::iter::once(own).chain(ids).collect();
        return format!("t.id IN ({})", all.join(" UNION ALL "));
    }
    let own = format!("t.changed_at >= ?{number}");
    let related = ids.iter().map(|ids| format!("t.id IN ({ids})"));
    format!("({})", std::iter::once(own).chain(related).collect::<Vec<_>>().join(" OR "))
}
