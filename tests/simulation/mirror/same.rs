//! Two mirrors side by side: the one that lived through everything, and one just filled.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use samara_store::{Key, table_info};
use samara_unified::tables;

use crate::life::Life;
use crate::promise::{Broken, Checked, broken, sane};

/// What depends on when a row was read, or names rows of this one file.
const APART: [&str; 5] = ["_row", "changed_at", "_hash", "_quiet_hash", "remote_deleted_at"];

/// Where the older mirror may rightly know more than a new one can learn: table, column, and when.
const KNOWS_MORE: [(&str, &str, &str); 8] = [
    // Answers and moments are read while an application is live, and stay when it is not any more.
    ("ats_applications", "screening_question_answers", "o.screening_question_answers IS NULL"),
    ("ats_applications", "_entered_stage_at", NOT_READ),
    // Only who has seen a posting published knows that a draft is one that was withdrawn.
    ("ats_job_postings", "status", WITHDRAWN),
    ("ats_job_postings", "_was_published", WITHDRAWN),
    // Only who has seen a kind of interview knows its title when Ashby lists it no more.
    ("ats_interviews", "title", UNLISTED),
    // A department that somebody decided to keep is told of still.
    ("ats_jobs", "department", KEPT_DEPARTMENT),
    // Versions are read once for each offer.
    ("ats_offers", "_versions", "m._versions IS NOT NULL AND o._versions IS NOT NULL"),
    ("ats_offers", "remote_created_at", "m.remote_created_at <= o.remote_created_at"),
];
const NOT_READ: &str =
    "NOT EXISTS (SELECT 1 FROM other.freshness f WHERE f.kind = 'application' AND f.id = o.id)";
const KEPT_DEPARTMENT: &str = "EXISTS (SELECT 1 FROM excused e JOIN main.reference r ON r.remote_id = e.key
    WHERE r.kind = 'department' AND r.name = m.department)";
const UNLISTED: &str = "o.title IS NULL AND NOT EXISTS (SELECT 1 FROM other.reference r
    WHERE r.kind = 'interview' AND r.remote_id = o._interview_remote_id)";
const WITHDRAWN: &str = "m._was_published = 1 AND m.status = 'INACTIVE' AND o.status = 'DRAFT'";

/// Tables beside the unified ones: name, columns, and whose rows both have read.
const BESIDE: [(&str, &str, &str); 6] = [
    (
        "note",
        "candidate_id, remote_id, created_at, author, is_private, html",
        "candidate_id IN (SELECT id FROM other.freshness WHERE kind = 'notes')
         AND candidate_id IN (SELECT id FROM main.ats_candidates WHERE remote_deleted_at IS NULL)",
    ),
    (
        "stage_history",
        "application_id, position, stage_id, title, entered_at, left_at",
        "application_id IN (SELECT id FROM other.freshness WHERE kind = 'history')",
    ),
    (
        "project_candidate",
        "candidate_id, project_id",
        // Ashby does not tell who is in a project that the key may see again.
        "candidate_id IN (SELECT id FROM other.freshness WHERE kind = 'projects')
         AND project_id IN (SELECT remote_id FROM main.reference WHERE kind = 'project'
                            AND json_extract(json, '$.confidential') IS NOT 1)",
    ),
    (
        "feedback",
        "application_id, remote_id, interview_id, submitted_at, author",
        "remote_id IN (SELECT remote_id FROM other.feedback)",
    ),
    ("reference", "kind, remote_id, name, is_archived, json", KEPT_REFERENCE),
    ("posting_board", "posting, board", "1"),
];
const KEPT_REFERENCE: &str = "remote_id NOT IN (SELECT key FROM excused) AND kind != 'job_posting_info'";

/// Opens the mirror of the life with the other one beside it.
fn beside(life: &Life, other: &Path) -> Result<Connection, Broken> {
    let (ours, theirs) = (sane(life.mirror_key(&life.folder()))?, sane(life.mirror_key(other))?);
    let open = |path: &Path, key: &Key| -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.pragma_update(None, "key", format!("x'{}'", *key.to_hex()))?;
        connection.pragma_update(None, "cipher_hmac_algorithm", "HMAC_SHA256")?;
        connection.pragma_update(None, "temp_store", "memory")?;
        Ok(connection)
    };
    let connection = sane(open(&life.folder().join("mirror.db"), &ours))?;
    let attach = format!(
        "ATTACH DATABASE '{}' AS other KEY \"x'{}'\"",
        other.join("mirror.db").display(),
        *theirs.to_hex()
    );
    // What is attached is read by the default of the process, which no other attaching may change meanwhile.
    static ONE: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let one = ONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    sane(connection.pragma_update(None, "cipher_default_hmac_algorithm", "HMAC_SHA256"))?;
    let attached = connection.execute_batch(&attach);
    sane(connection.pragma_update(None, "cipher_default_hmac_algorithm", "HMAC_SHA512"))?;
    drop(one);
    sane(attached)?;
    Ok(connection)
}

/// What is there for as long as somebody has it or asks it, with who does.
const HELD: [(&str, &str, &str); 3] = [
    ("ats_roles", "ats_join_user_job_role_assignments", "role_id"),
    ("ats_roles", "ats_join_users_roles", "role_id"),
    ("ats_screening_questions", "ats_join_jobs_screening_questions", "question_id"),
];

/// What nobody has but those who are kept by decision is kept with them.
fn excuse_held(connection: &Connection) -> rusqlite::Result<()> {
    for (table, holder, column) in HELD {
        let holders =
            format!("SELECT 1 FROM main.{holder} h WHERE h.{column} = m.id AND h.remote_deleted_at IS NULL");
        connection.execute_batch(&format!(
            "INSERT OR IGNORE INTO excused SELECT m.id FROM main.{table} m
             WHERE EXISTS ({holders}) AND NOT EXISTS ({holders} AND h.id NOT IN (SELECT key FROM excused))"
        ))?;
    }
    Ok(())
}

/// What somebody decided to keep though Ashby has it no more, and what hangs on it.
fn excuse(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "CREATE TEMP TABLE excused (key TEXT PRIMARY KEY);
         INSERT INTO excused SELECT DISTINCT r.key FROM quality_row r
           JOIN quality_check c ON c.id = r.quality_check WHERE c.kept_at IS NOT NULL;
         INSERT OR IGNORE INTO excused SELECT j.id FROM ats_jobs j JOIN excused e ON e.key = j.remote_id;",
    )?;
    let mut before = -1;
    loop {
        let now: i64 = connection.query_row("SELECT count(*) FROM excused", [], |row| row.get(0))?;
        if now == before || now == 0 {
            return excuse_held(connection);
        }
        before = now;
        for info in tables() {
            let columns = columns(connection, info.table)?;
            let names = columns.iter().filter(|name| name.ends_with("_id") && *name != "remote_id");
            for name in names {
                connection.execute_batch(&format!(
                    "INSERT OR IGNORE INTO excused SELECT id FROM main.{} WHERE \"{name}\" IN (SELECT key FROM excused)",
                    info.table
                ))?;
            }
        }
    }
}

fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))?;
    let names = statement.query_map([], |row| row.get(0))?;
    names.collect()
}

/// The life's mirror holds what the other does.
pub fn check(life: &Life, other: &Path, after: &str) -> Checked {
    let connection = beside(life, other)?;
    sane(excuse(&connection))?;
    for info in tables() {
        if let Some(words) = sane(differing(&connection, info.table))? {
            return broken("mirror", format!("{} after {after}: {words}", info.table));
        }
    }
    if let Some(words) = sane(payloads(&connection))? {
        return broken("mirror", format!("payload after {after}: {words}"));
    }
    for (table, columns, which) in BESIDE {
        if let Some(words) = sane(aside(&connection, table, columns, which))? {
            return broken("mirror", format!("{table} after {after}: {words}"));
        }
    }
    Ok(())
}

fn first(connection: &Connection, sql: &str) -> rusqlite::Result<Option<String>> {
    use rusqlite::OptionalExtension as _;
    connection.prepare(sql)?.query_row([], |row| row.get(0)).optional()
}

/// The first difference of a unified table.
fn differing(connection: &Connection, table: &str) -> rusqlite::Result<Option<String>> {
    let (listed_here, listed_there) = (listed(table, "main", "m"), listed(table, "other", "o"));
    let lacking = first(
        connection,
        &format!(
            "SELECT o.id FROM other.{table} o WHERE o.remote_deleted_at IS NULL AND {listed_there} AND NOT EXISTS (
               SELECT 1 FROM main.{table} m WHERE m.id = o.id AND m.remote_deleted_at IS NULL)"
        ),
    )?;
    if let Some(id) = lacking {
        return Ok(Some(format!("{id} is missing")));
    }
    let extra = first(
        connection,
        &format!(
            "SELECT m.id FROM main.{table} m WHERE m.remote_deleted_at IS NULL AND {listed_here}
               AND m.id NOT IN (SELECT key FROM excused) AND NOT EXISTS (
               SELECT 1 FROM other.{table} o WHERE o.id = m.id AND o.remote_deleted_at IS NULL)"
        ),
    )?;
    if let Some(id) = extra {
        return Ok(Some(format!("{id} is not in Ashby")));
    }
    let names = columns(connection, table)?;
    let names = names.iter().filter(|name| !APART.contains(&name.as_str()));
    let clauses: Vec<String> = names
        .map(|name| {
            let known = KNOWS_MORE.iter().filter(|(of, column, _)| *of == table && column == name);
            let unless: String = known.map(|(.., when)| format!(" AND NOT ({when})")).collect();
            format!("WHEN m.\"{name}\" IS NOT o.\"{name}\"{unless} THEN '{name}'")
        })
        .collect();
    let sql = format!(
        "SELECT id || ' differs in ' || what FROM (
           SELECT m.id, CASE {} END AS what FROM main.{table} m JOIN other.{table} o ON o.id = m.id
           WHERE m.remote_deleted_at IS NULL AND o.remote_deleted_at IS NULL AND {listed_there}
             AND m.id NOT IN (SELECT key FROM excused)) WHERE what IS NOT NULL",
        clauses.join(" ")
    );
    first(connection, &sql)
}

/// Whether a row is of those that Ashby lists: whom it only mentions is known by who mentions them, and when.
fn listed(table: &str, schema: &str, row: &str) -> String {
    if table != "ats_users" {
        return "1".to_owned();
    }
    format!(
        "EXISTS (SELECT 1 FROM {schema}.remote_payload WHERE place = {})",
        place(schema, table, "user.list", row)
    )
}

/// Where the record lies that a row was read from.
fn place(schema: &str, model: &str, endpoint: &str, row: &str) -> String {
    format!(
        "(SELECT kind FROM {schema}.payload_kind WHERE model = '{model}' AND endpoint = '{endpoint}') * 1099511627776 + {row}._row"
    )
}

/// What rows were read from: the newest of each listing.
fn payloads(connection: &Connection) -> rusqlite::Result<Option<String>> {
    let mut statement =
        connection.prepare("SELECT model, endpoint FROM other.payload_kind WHERE endpoint LIKE '%.list'")?;
    let kinds = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let kinds: Vec<(String, String)> = kinds.collect::<rusqlite::Result<_>>()?;
    for (model, endpoint) in kinds.into_iter().filter(|(model, _)| table_info(model).is_some()) {
        let sql = format!(
            "SELECT '{endpoint} of ' || m.id FROM main.{model} m JOIN other.{model} o ON o.id = m.id
             LEFT JOIN main.remote_payload a ON a.place = {}
             LEFT JOIN other.remote_payload b ON b.place = {}
             WHERE m.remote_deleted_at IS NULL AND o.remote_deleted_at IS NULL AND b.packed IS NOT NULL
               AND a.packed IS NOT b.packed",
            place("main", &model, &endpoint, "m"),
            place("other", &model, &endpoint, "o")
        );
        if let Some(words) = first(connection, &sql)? {
            return Ok(Some(words));
        }
    }
    Ok(None)
}

fn aside(
    connection: &Connection,
    table: &str,
    columns: &str,
    which: &str,
) -> rusqlite::Result<Option<String>> {
    let key = columns.split(", ").take(2).collect::<Vec<_>>().join(" || ' ' || ");
    let rest = |one: &str, two: &str| {
        format!(
            "SELECT {key} FROM (SELECT {columns} FROM {one}.{table} WHERE {which}
             EXCEPT SELECT {columns} FROM {two}.{table})"
        )
    };
    if let Some(key) = first(connection, &rest("other", "main"))? {
        return Ok(Some(format!("{key} is missing or differs")));
    }
    Ok(first(connection, &rest("main", "other"))?.map(|key| format!("{key} is not in Ashby")))
}

/// What a commit that was not whole would leave: a row that is not what its page brought.
pub fn tear(life: &Life) -> Checked {
    spoil(
        life,
        "UPDATE ats_candidates SET company = 'torn' WHERE _row = (SELECT min(_row) FROM ats_candidates WHERE remote_deleted_at IS NULL)",
    )
}

/// One row more than there is.
pub fn miscount(life: &Life) -> Checked {
    spoil(life, "UPDATE table_count SET live = live + 1 WHERE model = 'ats_candidates'")
}

fn spoil(life: &Life, sql: &str) -> Checked {
    let connection = beside(life, &life.folder())?;
    sane(connection.execute_batch("DETACH other"))?;
    sane(connection.execute_batch(sql))
}
