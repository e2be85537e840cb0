//! What the terms of a search mean in the mirror: names become ids, terms become conditions on a person.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::Value as SqlValue;
use samara_unified::fold;

use super::language::{Query, Span, Status, Term, Thing, What};
use super::pending::{NOTED, tagged};
use super::{cut, words};
use crate::{Reading, Result};

/// A condition on a person `c`, its values in the order of its `?`.
#[derive(Debug, Clone, Default)]
pub(super) struct Condition {
    pub(super) sql: String,
    pub(super) bound: Vec<SqlValue>,
}

impl Condition {
    pub(super) fn new(sql: impl Into<String>, bound: Vec<SqlValue>) -> Self {
        Self { sql: sql.into(), bound }
    }

    fn negated(self, negated: bool) -> Self {
        if negated { Self { sql: format!("NOT ({})", self.sql), bound: self.bound } } else { self }
    }

    /// All of these together.
    pub(super) fn all(conditions: &[Self]) -> Self {
        if conditions.is_empty() {
            return Self::new("1", Vec::new());
        }
        let sql: Vec<String> = conditions.iter().map(|one| format!("({})", one.sql)).collect();
        Self { sql: sql.join(" AND "), bound: conditions.iter().flat_map(|one| one.bound.clone()).collect() }
    }
}

/// Which applications are meant: of these jobs, at these stages.
#[derive(Debug, Clone, Default)]
pub(super) struct Applied {
    pub(super) jobs: Option<Vec<String>>,
    pub(super) stages: Option<Vec<String>>,
}

/// A search, resolved against the mirror.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    /// What must hold of a person, the free words aside.
    pub(super) conditions: Vec<Condition>,
    /// Expressions for the search index that every match fulfils.
    pub(super) expressions: Vec<String>,
    /// Every match has one of these applications.
    pub(super) applied: Option<Applied>,
    /// Whether whoever has one of these is a match, as far as applications go.
    applied_alone: bool,
    /// Every match has one of these sources, or places.
    pub(super) facets: Vec<(&'static str, Vec<String>)>,
    /// Every match was made, or changed, in these days: column and days.
    pub(super) spans: Vec<(&'static str, Span)>,
}

impl Terms {
    /// Whether all that is asked for is one source, place or span of days, or where people stand.
    pub(super) fn is_one_list(&self) -> bool {
        let lists = self.facets.len() + self.spans.len() + usize::from(self.applied_alone);
        self.conditions.len() == 1 && lists == 1
    }
}

/// The words of a text as one, for `has_phrase`.
pub(super) fn phrase(text: &str) -> SqlValue {
    SqlValue::Text(words(text).join(" "))
}

/// Whether the words of `phrase` stand in `text` one after the other, the last perhaps only begun.
fn has_phrase(text: &str, phrase: &[&str]) -> bool {
    let Some((last, first)) = phrase.split_last() else { return false };
    let folded = fold(text);
    if first.is_empty() {
        return cut(&folded).any(|word| word.starts_with(last));
    }
    let text: Vec<&str> = cut(&folded).collect();
    text.windows(phrase.len())
        .any(|window| window.split_last().is_some_and(|(end, begin)| end.starts_with(last) && begin == first))
}

/// Teaches a connection `has_phrase(text, phrase)`, `lowered(text)` and `plain(html)`.
pub(crate) fn teach(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("has_phrase", 2, flags, |context| {
        let Some(text) = context.get_raw(0).as_str_or_null()? else { return Ok(false) };
        let phrase: Vec<&str> = context.get_raw(1).as_str()?.split(' ').collect();
        Ok(has_phrase(text, &phrase))
    })?;
    super::pending::teach(connection)
}

/// The names some text stands for, by id.
fn named(rows: &[(String, Vec<String>)], text: &str) -> Vec<String> {
    let wanted = words(text);
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    let fits = |texts: &[String]| texts.iter().any(|text| has_phrase(text, &wanted));
    rows.iter().filter(|(id, texts)| id == text || fits(texts)).map(|(id, _)| id.clone()).collect()
}

fn list(ids: &[String]) -> SqlValue {
    SqlValue::Text(serde_json::Value::from(ids).to_string())
}

/// Where an application is shown: where somebody here has moved it to, until Ashby says so too.
const STAGE: &str = "coalesce((SELECT o.stage_id FROM local.overlay_stage o WHERE o.application_id = a.id
    ORDER BY o.seq DESC LIMIT 1), a.current_stage_id)";

/// The job an application is shown on.
const JOB: &str = "coalesce((SELECT o.job_id FROM local.overlay_stage o WHERE o.application_id = a.id
    ORDER BY o.seq DESC LIMIT 1), a.job_id)";

const JOBS: &str = "SELECT id, name, job_code FROM ats_jobs";

/// Whether an application is shown as in process.
const LIVE: &str = "coalesce((SELECT s._type NOT IN ('Hired', 'Archived') FROM ats_application_stages s WHERE s.id =
    (SELECT o.stage_id FROM local.overlay_stage o WHERE o.application_id = a.id ORDER BY o.seq DESC LIMIT 1)), a._is_live)";

impl Reading<'_> {
    /// Unified ids of the jobs a query asks for; `None` when it asks for none.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn jobs_asked_for(&self, query: &Query) -> Result<Option<Vec<String>>> {
        let mut asked = None;
        for term in query.terms.iter().filter(|term| !term.negated) {
            if let What::Job(text) = &term.what {
                narrow(&mut asked, named(&self.names(JOBS)?, text));
            }
        }
        Ok(asked)
    }

    /// Resolves a query, and its free words as conditions for when they are not what people are found by.
    pub(super) fn terms(&self, query: &Query) -> Result<Terms> {
        let mut terms = Terms::default();
        let mut applications = Vec::new();
        for term in &query.terms {
            match &term.what {
                What::Job(_) | What::Stage(_) | What::Status(_) => applications.push(term),
                What::Tag(text) => self.tag(&mut terms, term.negated, text)?,
                What::Source(text) => self.facet(&mut terms, term.negated, "source", text)?,
                What::Location(text) => self.facet(&mut terms, term.negated, "_location", text)?,
                What::Company(text) => work(&mut terms, term.negated, "company", text),
                What::Title(text) => work(&mut terms, term.negated, "title", text),
                What::Words(text) => {
                    if !term.negated {
                        terms.expressions.push(format!("\"{}\" *", words(text).join(" ")));
                    }
                    terms.conditions.push(anywhere(text).negated(term.negated));
                }
                What::Has(thing) => terms.conditions.push(has(*thing).negated(term.negated)),
                What::Created(span) => days(&mut terms, term.negated, "remote_created_at", *span),
                What::Updated(span) => days(&mut terms, term.negated, "remote_updated_at", *span),
            }
        }
        self.applications(&mut terms, &applications)?;
        Ok(terms)
    }

    fn tag(&self, terms: &mut Terms, negated: bool, text: &str) -> Result<()> {
        let tags =
            named(&self.names("SELECT id, name, NULL FROM ats_tags WHERE remote_deleted_at IS NULL")?, text);
        if !negated {
            terms.expressions.push(format!("{{tags}} : \"{}\" *", words(text).join(" ")));
        }
        let sql = tagged("j.tag_id IN (SELECT value FROM json_each(?))", "has_phrase(o.value, ?)");
        terms.conditions.push(Condition::new(sql, vec![list(&tags), phrase(text)]).negated(negated));
        Ok(())
    }

    fn facet(&self, terms: &mut Terms, negated: bool, column: &'static str, text: &str) -> Result<()> {
        terms
            .conditions
            .push(Condition::new(format!("has_phrase(c.{column}, ?)"), vec![phrase(text)]).negated(negated));
        if !negated {
            let mut statement = self
                .connection
                .prepare_cached("SELECT value FROM candidate_facet WHERE kind = ?1 AND live > 0")?;
            let values = statement.query_map([column], |row| Ok((row.get::<_, String>(0)?, ())))?;
            let values: Vec<(String, Vec<String>)> = values
                .map(|value| value.map(|(value, ())| (value.clone(), vec![value])))
                .collect::<rusqlite::Result<_>>()?;
            terms.facets.push((column, named(&values, text)));
        }
        Ok(())
    }

    /// All that is said of applications is said of the same one; when it is only said what is not wanted, nobody with
    /// such an application is.
    fn applications(&self, terms: &mut Terms, said: &[&Term]) -> Result<()> {
        let mut applied = Applied::default();
        let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
        for term in said {
            let condition = match &term.what {
                What::Job(text) => {
                    let jobs = named(&self.names(JOBS)?, text);
                    let sql = format!("{JOB} IN (SELECT value FROM json_each(?))");
                    let condition = Condition::new(sql, vec![list(&jobs)]);
                    if !term.negated {
                        narrow(&mut applied.jobs, jobs);
                    }
                    condition
                }
                What::Stage(text) => {
                    let stages =
                        named(&self.names("SELECT id, name, NULL FROM ats_application_stages")?, text);
                    self.at(&mut applied, term.negated, stages)
                }
                What::Status(Status::Hired) => {
                    let stages = self.stages_of("Hired")?;
                    self.at(&mut applied, term.negated, stages)
                }
                What::Status(status) => self.standing(*status)?,
                _ => continue,
            };
            if term.negated { unwanted.push(condition) } else { wanted.push(condition) }
        }
        let of = |condition: Condition| {
            let sql = format!(
                "EXISTS (SELECT 1 FROM ats_applications a WHERE a.candidate_id = c.id
                 AND a.remote_deleted_at IS NULL AND {})",
                condition.sql
            );
            Condition { sql, bound: condition.bound }
        };
        if wanted.is_empty() {
            terms.conditions.extend(unwanted.into_iter().map(|condition| of(condition).negated(true)));
        } else {
            wanted.extend(unwanted.into_iter().map(|condition| condition.negated(true)));
            terms.conditions.push(of(Condition::all(&wanted)));
            if applied.jobs.is_some() || applied.stages.is_some() {
                terms.applied = Some(applied);
                terms.applied_alone = said.iter().all(|term| says_where(term)) && !self.is_any_moving()?;
            }
        }
        Ok(())
    }

    /// Whether a move is on its way: whom it concerns is shown elsewhere than the mirror has them.
    fn is_any_moving(&self) -> Result<bool> {
        Ok(self.connection.prepare_cached("SELECT 1 FROM local.overlay_stage LIMIT 1")?.exists([])?)
    }

    fn at(&self, applied: &mut Applied, negated: bool, stages: Vec<String>) -> Condition {
        let sql = format!("{STAGE} IN (SELECT value FROM json_each(?))");
        let condition = Condition::new(sql, vec![list(&stages)]);
        if !negated {
            narrow(&mut applied.stages, stages);
        }
        condition
    }

    fn standing(&self, status: Status) -> Result<Condition> {
        let is = "IN (SELECT value FROM json_each(?))";
        Ok(match status {
            Status::Live | Status::Hired => Condition::new(format!("{LIVE} = 1"), Vec::new()),
            Status::Lead => {
                Condition::new(format!("{LIVE} = 1 AND {STAGE} {is}"), vec![list(&self.stages_of("Lead")?)])
            }
            Status::Active => Condition::new(
                format!("{LIVE} = 1 AND {STAGE} NOT {is}"),
                vec![list(&self.stages_of("Lead")?)],
            ),
            Status::Archived => Condition::new(
                format!("{LIVE} = 0 AND {STAGE} NOT {is}"),
                vec![list(&self.stages_of("Hired")?)],
            ),
        })
    }

    fn stages_of(&self, kind: &str) -> Result<Vec<String>> {
        let mut statement =
            self.connection.prepare_cached("SELECT id FROM ats_application_stages WHERE _type = ?1")?;
        let ids = statement.query_map([kind], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Ids with their names.
    fn names(&self, sql: &str) -> Result<Vec<(String, Vec<String>)>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            let names: [Option<String>; 2] = [row.get(1)?, row.get(2)?];
            Ok((row.get(0)?, names.into_iter().flatten().collect()))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// Whether the term says nothing but where an application stands.
fn says_where(term: &Term) -> bool {
    !term.negated && matches!(term.what, What::Job(_) | What::Stage(_) | What::Status(Status::Hired))
}

/// What is in both; everything at first.
fn narrow(kept: &mut Option<Vec<String>>, ids: Vec<String>) {
    *kept = Some(match kept.take() {
        None => ids,
        Some(kept) => kept.into_iter().filter(|id| ids.contains(id)).collect(),
    });
}

fn work(terms: &mut Terms, negated: bool, column: &str, text: &str) {
    if !negated {
        terms.expressions.push(format!("{{work}} : \"{}\" *", words(text).join(" ")));
    }
    terms
        .conditions
        .push(Condition::new(format!("has_phrase(c.{column}, ?)"), vec![phrase(text)]).negated(negated));
}

/// The words stand in name, contact, work or tags: what the search index holds, read from the rows themselves.
pub(super) fn anywhere(text: &str) -> Condition {
    let sql = format!(
        "has_phrase(c._full_name, ?) OR has_phrase(c.title, ?) OR has_phrase(c.company, ?)
        OR EXISTS (SELECT 1 FROM json_each(c.email_addresses) m WHERE has_phrase(m.value ->> 'email_address', ?))
        OR EXISTS (SELECT 1 FROM json_each(c.social_media) m WHERE has_phrase(m.value ->> 'username', ?))
        OR {}",
        tagged("has_phrase((SELECT t.name FROM ats_tags t WHERE t.id = j.tag_id), ?)", "has_phrase(o.value, ?)")
    );
    Condition::new(sql, vec![phrase(text); 7])
}

fn has(thing: Thing) -> Condition {
    let sql = match thing {
        Thing::Resume => "c._resume IS NOT NULL",
        Thing::File => "coalesce(json_array_length(c._files), 0) > 0",
        Thing::Email => "c._primary_email IS NOT NULL",
        Thing::Phone => "coalesce(json_array_length(c.phone_numbers), 0) > 0",
        Thing::Tag => return Condition::new(tagged("1", "1"), Vec::new()),
        Thing::Application => {
            "EXISTS (SELECT 1 FROM ats_applications a WHERE a.candidate_id = c.id AND a.remote_deleted_at IS NULL)"
        }
        Thing::Note => NOTED,
    };
    Condition::new(sql, Vec::new())
}

fn days(terms: &mut Terms, negated: bool, column: &'static str, span: Span) {
    let (sql, bound) = within(column, span);
    // Somebody without a date was made in no days that are named.
    terms.conditions.push(Condition::new(format!("coalesce({sql}, 0)"), bound).negated(negated));
    if !negated {
        terms.spans.push((column, span));
    }
}

/// The condition that a time lies in these days.
pub(super) fn within(column: &str, span: Span) -> (String, Vec<SqlValue>) {
    let ends = [(span.from, ">="), (span.to, "<")];
    let ends = ends.into_iter().filter_map(|(day, sign)| day.map(|day| (sign, day)));
    let (sql, bound): (Vec<String>, Vec<SqlValue>) = ends
        .map(|(sign, day)| (format!("{column} {sign} ?"), SqlValue::Text(day.format("%Y-%m-%d").to_string())))
        .unzip();
    (if sql.is_empty() { format!("{column} IS NOT NULL") } else { sql.join(" AND ") }, bound)
}
