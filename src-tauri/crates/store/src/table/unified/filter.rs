//! The filters of unified reads. Different filters must all let a row through; of the values listed in one, any.

use rusqlite::types::Value as SqlValue;
use samara_unified::{TableInfo, Timestamp};

/// What a filter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Values separated by commas.
    List,
    /// The same, compared without regard to case.
    ListAnyCase,
    /// One text.
    Text,
    /// One text, compared without regard to case.
    TextAnyCase,
    /// A date or time, of which the day counts.
    Day,
}

/// A filter of a model.
#[derive(Debug)]
pub struct Filter {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// The unified field it looks at.
    pub field: &'static str,
    /// `?` is what was chosen: a JSON array for lists.
    sql: &'static str,
}

/// A filter with what was chosen.
#[derive(Debug, Clone)]
pub struct Chosen {
    filter: Option<&'static Filter>,
    value: String,
}

impl Filter {
    /// The filter for a text as it was given; `None` if it must be a date and is none.
    #[must_use]
    pub fn choose(&'static self, text: &str) -> Option<Chosen> {
        let list = |text: &str| {
            let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
            serde_json::Value::from(parts).to_string()
        };
        let value = match self.takes {
            Takes::List => list(text),
            Takes::ListAnyCase => list(&text.to_lowercase()),
            Takes::Text => text.trim().to_owned(),
            Takes::TextAnyCase => text.trim().to_lowercase(),
            Takes::Day => Timestamp::parse(text)?.as_str().get(..10)?.to_owned(),
        };
        Some(Chosen { filter: Some(self), value })
    }
}

impl Chosen {
    /// What a filter on a field that nobody fills lets through: nothing.
    #[must_use]
    pub fn nothing() -> Self {
        Self { filter: None, value: String::new() }
    }

    pub(super) fn bound(&self) -> SqlValue {
        SqlValue::Text(self.value.clone())
    }

    /// The condition, its value in parameter `number`.
    pub(super) fn sql(&self, number: usize) -> String {
        match self.filter {
            Some(filter) => format!("({})", filter.sql.replace('?', &format!("?{number}"))),
            None => format!("?{number} IS NULL"),
        }
    }
}

const IDS: Filter =
    Filter { name: "ids", takes: Takes::List, field: "id", sql: "t.id IN (SELECT value FROM json_each(?))" };
const REMOTE_IDS: Filter = Filter {
    name: "remote_ids",
    takes: Takes::List,
    field: "remote_id",
    sql: "t.remote_id IN (SELECT value FROM json_each(?))",
};
const CREATED: Filter = Filter {
    name: "remote_created_after",
    takes: Takes::Day,
    field: "remote_created_at",
    sql: "t.remote_created_at >= ?",
};

const JOBS: &[Filter] = &[
    Filter {
        name: "job_codes",
        takes: Takes::List,
        field: "job_code",
        sql: "t.job_code IN (SELECT value FROM json_each(?))",
    },
    Filter { name: "post_url", takes: Takes::Text, field: "post_url", sql: "t.post_url = ?" },
    Filter {
        name: "statuses",
        takes: Takes::List,
        field: "status",
        sql: "t.status IN (SELECT value FROM json_each(?))",
    },
    Filter {
        name: "employment_types",
        takes: Takes::List,
        field: "employment_type",
        sql: "t.employment_type IN (SELECT value FROM json_each(?))",
    },
    Filter {
        name: "visibilities",
        takes: Takes::List,
        field: "visibility",
        sql: "t.visibility IN (SELECT value FROM json_each(?))",
    },
    CREATED,
    Filter {
        name: "name_contains",
        takes: Takes::TextAnyCase,
        field: "name",
        sql: "instr(lowered(t.name), ?) > 0",
    },
];

const APPLICATIONS: &[Filter] = &[
    Filter {
        name: "outcomes",
        takes: Takes::List,
        field: "outcome",
        sql: "t.outcome IN (SELECT value FROM json_each(?))",
    },
    Filter {
        name: "job_ids",
        takes: Takes::List,
        field: "job_id",
        sql: "t.job_id IN (SELECT value FROM json_each(?))",
    },
    Filter {
        name: "job_remote_ids",
        takes: Takes::List,
        field: "job_id",
        sql: "t.job_id IN (SELECT id FROM ats_jobs WHERE remote_id IN (SELECT value FROM json_each(?)))",
    },
    Filter {
        name: "current_stage_ids",
        takes: Takes::List,
        field: "current_stage_id",
        sql: "t.current_stage_id IN (SELECT value FROM json_each(?))",
    },
    CREATED,
];

/// A person is looked up by the words of name or address first, then compared exactly.
const CANDIDATES: &[Filter] = &[
    Filter {
        name: "email",
        takes: Takes::TextAnyCase,
        field: "email_addresses",
        sql: "t._row IN (SELECT rowid FROM search WHERE search MATCH search_phrase('contact', ?))
              AND EXISTS (SELECT 1 FROM json_each(t.email_addresses) m WHERE lowered(m.value ->> 'email_address') = ?)",
    },
    Filter {
        name: "job_ids",
        takes: Takes::List,
        field: "applications",
        sql: "t.id IN (SELECT a.candidate_id FROM ats_applications a
              WHERE a.job_id IN (SELECT value FROM json_each(?)) AND a.remote_deleted_at IS NULL)",
    },
    Filter {
        name: "first_name",
        takes: Takes::TextAnyCase,
        field: "first_name",
        sql: "t._row IN (SELECT rowid FROM search WHERE search MATCH search_phrase('name', ?))
              AND lowered(t.first_name) = ?",
    },
    Filter {
        name: "last_name",
        takes: Takes::TextAnyCase,
        field: "last_name",
        sql: "t._row IN (SELECT rowid FROM search WHERE search MATCH search_phrase('name', ?))
              AND lowered(t.last_name) = ?",
    },
];

const USERS: &[Filter] = &[Filter {
    name: "emails",
    takes: Takes::ListAnyCase,
    field: "email",
    sql: "lowered(t.email) IN (SELECT value FROM json_each(?))",
}];

const INTERVIEWS: &[Filter] = &[Filter {
    name: "job_ids",
    takes: Takes::List,
    field: "application_id",
    sql: "t.application_id IN (SELECT a.id FROM ats_applications a
          WHERE a.job_id IN (SELECT value FROM json_each(?)) AND a.remote_deleted_at IS NULL)",
}];

const ROLES: &[Filter] = &[Filter {
    name: "scopes",
    takes: Takes::List,
    field: "scope",
    sql: "t.scope IN (SELECT value FROM json_each(?))",
}];

pub(super) fn of(info: &TableInfo) -> impl Iterator<Item = &'static Filter> {
    const BOTH: &[Filter] = &[IDS, REMOTE_IDS];
    const ID: &[Filter] = &[IDS];
    let own = match info.table {
        "ats_jobs" => JOBS,
        "ats_applications" => APPLICATIONS,
        "ats_candidates" => CANDIDATES,
        "ats_users" => USERS,
        "ats_interviews" => INTERVIEWS,
        "ats_roles" => ROLES,
        _ => &[],
    };
    (if info.has_remote_id { BOTH } else { ID }).iter().chain(own)
}
