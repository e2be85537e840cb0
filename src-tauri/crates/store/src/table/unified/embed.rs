//! The related rows a unified read can tell with each row, as JSON made by the database.

use samara_unified::{Field, Kind, TableInfo};

use super::mirrored;
use crate::payload;
use crate::upsert::table_info;

/// Rows told with each row of a model.
#[derive(Debug)]
pub struct Embed {
    /// Its name, which is also the name it is told under.
    pub name: &'static str,
    needs: &'static [&'static str],
    make: fn() -> String,
}

impl Embed {
    /// An expression over the row `t` that gives the JSON.
    pub(super) fn sql(&self) -> String {
        (self.make)()
    }
}

pub(super) fn of(info: &TableInfo) -> impl Iterator<Item = &'static Embed> {
    let own: &'static [Embed] = match info.table {
        "ats_jobs" => JOBS,
        "ats_applications" => APPLICATIONS,
        "ats_candidates" => CANDIDATES,
        "ats_users" => USERS,
        "ats_interviews" => INTERVIEWS,
        "ats_offers" => OFFERS,
        _ => &[],
    };
    own.iter().filter(|embed| embed.needs.iter().all(|table| mirrored(table)))
}

const JOBS: &[Embed] = &[
    Embed {
        name: "stages",
        needs: &["ats_join_jobs_application_stages", "ats_application_stages"],
        make: stages,
    },
    Embed {
        name: "screening_questions",
        needs: &["ats_join_jobs_screening_questions", "ats_screening_questions"],
        make: screening_questions,
    },
    Embed { name: "job_postings", needs: &["ats_job_postings"], make: job_postings },
    Embed {
        name: "hiring_team",
        needs: &["ats_join_jobs_users", "ats_users", "ats_join_user_job_role_assignments", "ats_roles"],
        make: hiring_team,
    },
];

const APPLICATIONS: &[Embed] = &[
    Embed {
        name: "candidate",
        needs: &["ats_candidates", "ats_join_candidates_tags", "ats_tags"],
        make: candidate,
    },
    Embed {
        name: "current_stage",
        needs: &["ats_application_stages", "ats_join_jobs_application_stages"],
        make: || stage_of("t"),
    },
    Embed { name: "job", needs: &["ats_jobs"], make: || job_of("t") },
    Embed { name: "interviews", needs: &["ats_interviews"], make: interviews },
    Embed { name: "offers", needs: &["ats_offers"], make: offers },
];

const CANDIDATES: &[Embed] = &[
    Embed {
        name: "applications",
        needs: &[
            "ats_applications",
            "ats_application_stages",
            "ats_join_jobs_application_stages",
            "ats_jobs",
        ],
        make: applications,
    },
    Embed { name: "tags", needs: &["ats_join_candidates_tags", "ats_tags"], make: || tags_of("t") },
];

const USERS: &[Embed] =
    &[Embed { name: "system_roles", needs: &["ats_join_users_roles", "ats_roles"], make: system_roles }];

const INTERVIEWS: &[Embed] = &[
    Embed { name: "users", needs: &["ats_join_interviews_users", "ats_users"], make: interviewers },
    Embed {
        name: "application",
        needs: &["ats_applications", "ats_candidates", "ats_jobs"],
        make: application,
    },
];

const OFFERS: &[Embed] = &[Embed {
    name: "application",
    needs: &["ats_applications", "ats_candidates", "ats_jobs"],
    make: application,
}];

/// The members of an object: the named columns of the row `alias` of a table.
fn members(table: &str, alias: &str, names: &[&str]) -> String {
    let info = table_info(table);
    let kind = |name: &str| {
        let of = |field: &&Field| field.name == name;
        info.and_then(|info| info.fields.iter().find(of)).map_or(Kind::Text, |field| field.kind)
    };
    let member = |name: &&str| match kind(name) {
        Kind::Json => format!("'{name}', json({alias}.\"{name}\")"),
        Kind::Bool => format!(
            "'{name}', json(iif({alias}.\"{name}\" IS NULL, NULL, iif({alias}.\"{name}\", 'true', 'false')))"
        ),
        _ => format!("'{name}', {alias}.\"{name}\""),
    };
    names.iter().map(member).collect::<Vec<_>>().join(", ")
}

/// An array of objects, in an order.
fn array(members: &str, from: &str, order: &str) -> String {
    format!("json((SELECT json_group_array(json_object({members}) ORDER BY {order}) FROM {from}))")
}

/// One object, or NULL.
fn one(members: &str, from: &str) -> String {
    format!("json((SELECT json_object({members}) FROM {from} LIMIT 1))")
}

const STAGE: &[&str] = &["id", "remote_id", "name"];
const JOB: &[&str] = &["id", "remote_id", "name"];
const USER: &[&str] = &["id", "remote_id", "first_name", "last_name", "email"];
const ROLE: &[&str] = &["remote_id", "remote_label", "scope", "unified_type"];

fn stages() -> String {
    let members = format!(
        "{}, 'remote_data', json({}), 'index', j.\"index\"",
        members("ats_application_stages", "s", STAGE),
        payload::remote_data("ats_application_stages", "s")
    );
    let from = "ats_join_jobs_application_stages j JOIN ats_application_stages s ON s.id = j.stage_id
        WHERE j.job_id = t.id AND j.remote_deleted_at IS NULL AND s.remote_deleted_at IS NULL";
    array(&members, from, "j.\"index\", s.id")
}

fn screening_questions() -> String {
    let question = ["id", "remote_id", "title", "description", "category", "format"];
    let asked = ["index", "required", "precondition_question_id", "precondition_options"];
    let members = format!(
        "{}, {}",
        members("ats_screening_questions", "q", &question),
        members("ats_join_jobs_screening_questions", "j", &asked)
    );
    let from = "ats_join_jobs_screening_questions j JOIN ats_screening_questions q ON q.id = j.question_id
        WHERE j.job_id = t.id AND j.remote_deleted_at IS NULL AND q.remote_deleted_at IS NULL";
    array(&members, from, "j.\"index\", q.id")
}

fn job_postings() -> String {
    let posting = ["id", "remote_id", "title", "description_html", "status", "visibility", "url"];
    let from = "ats_job_postings p WHERE p.job_id = t.id AND p.remote_deleted_at IS NULL";
    array(&members("ats_job_postings", "p", &posting), from, "p.id")
}

fn hiring_team() -> String {
    let roles = array(
        &members("ats_roles", "r", ROLE),
        "ats_join_user_job_role_assignments a JOIN ats_roles r ON r.id = a.role_id
         WHERE a.job_user_id = j.id AND a.remote_deleted_at IS NULL AND r.remote_deleted_at IS NULL",
        "r.remote_label, r.id",
    );
    let members = format!(
        "{}, 'hiring_team_roles', json(coalesce(j.roles, '[]')), 'job_roles', {roles}",
        members("ats_users", "u", USER)
    );
    let from = "ats_join_jobs_users j JOIN ats_users u ON u.id = j.user_id
        WHERE j.job_id = t.id AND j.remote_deleted_at IS NULL AND u.remote_deleted_at IS NULL";
    array(&members, from, "u.id")
}

fn tags_of(candidate: &str) -> String {
    let from = format!(
        "ats_join_candidates_tags j JOIN ats_tags g ON g.id = j.tag_id
         WHERE j.candidate_id = {candidate}.id AND j.remote_deleted_at IS NULL AND g.remote_deleted_at IS NULL"
    );
    array(&members("ats_tags", "g", &["id", "remote_id", "name"]), &from, "g.name, g.id")
}

fn candidate() -> String {
    let person = [
        "id",
        "remote_id",
        "first_name",
        "last_name",
        "email_addresses",
        "phone_numbers",
        "social_media",
        "source",
        "remote_url",
    ];
    let members = format!("{}, 'tags', {}", members("ats_candidates", "c", &person), tags_of("c"));
    one(&members, "ats_candidates c WHERE c.id = t.candidate_id AND c.remote_deleted_at IS NULL")
}

/// The stage of an application, with its place in the plan of the job.
fn stage_of(application: &str) -> String {
    let members = format!(
        "{}, 'index', (SELECT j.\"index\" FROM ats_join_jobs_application_stages j
          WHERE j.job_id = {application}.job_id AND j.stage_id = s.id AND j.remote_deleted_at IS NULL)",
        members("ats_application_stages", "s", STAGE)
    );
    let from = format!(
        "ats_application_stages s WHERE s.id = {application}.current_stage_id AND s.remote_deleted_at IS NULL"
    );
    one(&members, &from)
}

fn job_of(application: &str) -> String {
    let from = format!("ats_jobs b WHERE b.id = {application}.job_id AND b.remote_deleted_at IS NULL");
    one(&members("ats_jobs", "b", JOB), &from)
}

fn interviews() -> String {
    let interview = ["id", "remote_id", "title", "starting_at", "ending_at"];
    let from = "ats_interviews i WHERE i.application_id = t.id AND i.remote_deleted_at IS NULL";
    array(&members("ats_interviews", "i", &interview), from, "i.starting_at, i.id")
}

fn offers() -> String {
    let from = "ats_offers o WHERE o.application_id = t.id AND o.remote_deleted_at IS NULL";
    array(&members("ats_offers", "o", &["id", "remote_id", "status"]), from, "o.remote_created_at, o.id")
}

fn applications() -> String {
    let application = [
        "id",
        "remote_id",
        "outcome",
        "rejection_reason_name",
        "rejected_at",
        "changed_at",
        "remote_created_at",
        "remote_updated_at",
    ];
    let members = format!(
        "{}, 'remote_url', coalesce(a.remote_url, t.remote_url), 'current_stage', {}, 'job', {}",
        members("ats_applications", "a", &application),
        stage_of("a"),
        job_of("a")
    );
    let from = "ats_applications a WHERE a.candidate_id = t.id AND a.remote_deleted_at IS NULL";
    array(&members, from, "a.remote_created_at, a.id")
}

fn system_roles() -> String {
    let from = "ats_join_users_roles j JOIN ats_roles r ON r.id = j.role_id
        WHERE j.user_id = t.id AND j.remote_deleted_at IS NULL AND r.remote_deleted_at IS NULL";
    array(&members("ats_roles", "r", ROLE), from, "r.remote_label, r.id")
}

fn interviewers() -> String {
    let from = "ats_join_interviews_users j JOIN ats_users u ON u.id = j.user_id
        WHERE j.interview_id = t.id AND j.remote_deleted_at IS NULL AND u.remote_deleted_at IS NULL";
    array(&members("ats_users", "u", USER), from, "u.id")
}

/// The application of an interview or offer.
fn application() -> String {
    let person = ["id", "remote_id", "first_name", "last_name", "email_addresses"];
    let candidate = one(
        &members("ats_candidates", "c", &person),
        "ats_candidates c WHERE c.id = a.candidate_id AND c.remote_deleted_at IS NULL",
    );
    let members = format!(
        "{}, 'candidate', {candidate}, 'job', {}",
        members("ats_applications", "a", &["id", "remote_id", "outcome", "rejection_reason_name"]),
        job_of("a")
    );
    one(&members, "ats_applications a WHERE a.id = t.application_id AND a.remote_deleted_at IS NULL")
}
