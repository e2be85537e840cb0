//! Every field is filled, and the same records give the same rows.

use std::collections::BTreeMap;

use serde_json::json;

use super::*;

/// Collects which columns were ever filled.
#[derive(Default)]
struct Filled(BTreeMap<(&'static str, &'static str), bool>);

impl Filled {
    fn add<M: Model>(&mut self, row: &Row<M>) {
        let values = row.model.fields().into_iter().chain(row.model.private());
        for (field, value) in M::FIELDS.iter().chain(M::PRIVATE).zip(values) {
            *self.0.entry((M::TABLE, field.name)).or_default() |=
                value != Value::Null && value != Value::Json(json!([]));
        }
        if M::HAS_CUSTOM_FIELDS {
            let custom = row.custom_fields.as_object().unwrap().len();
            let integration = row.integration_fields.as_array().unwrap().len();
            assert_eq!(custom, integration);
            *self.0.entry((M::TABLE, "custom_fields")).or_default() |= custom > 0;
        }
        assert_eq!(row.remote_id.is_some(), M::HAS_REMOTE_ID);
    }
}

#[test]
fn every_field_of_every_model_is_filled_from_one_organisation() {
    let organisation = Organisation::read();
    let connection = connection();
    let mut filled = Filled::default();
    organisation.list("/user.list").iter().for_each(|record| filled.add(&user(&connection, record)));
    organisation.list("/candidateTag.list").iter().for_each(|record| filled.add(&tag(&connection, record)));
    for record in &organisation.list("/archiveReason.list") {
        filled.add(&rejection_reason(&connection, record));
    }
    organisation.postings().iter().for_each(|record| filled.add(&posting(&connection, record, &now())));
    for record in &organisation.list("/candidate.list") {
        let rows = candidate(&connection, record);
        filled.add(&rows.candidate);
        rows.tags.iter().for_each(|row| filled.add(row));
    }
    for index in 0..6 {
        let rows = organisation.job(index);
        filled.add(&rows.job);
        rows.stages.iter().for_each(|row| filled.add(row));
    }
    for index in 0..5 {
        let rows = organisation.application(index);
        filled.add(&rows.application);
        rows.stage.iter().for_each(|row| filled.add(row));
    }
    add_joined(&organisation, &mut filled);
    let tables: std::collections::BTreeSet<_> = filled.0.keys().map(|(table, _)| *table).collect();
    assert_eq!(tables.len(), super::tables().len());
    let empty: Vec<_> = filled.0.iter().filter(|(_, filled)| !**filled).map(|(column, _)| column).collect();
    // Ashby's forms have no conditions.
    let table = "ats_join_jobs_screening_questions";
    assert_eq!(empty, [&(table, "precondition_options"), &(table, "precondition_question_id")]);
}

/// What belongs to jobs, users, schedules and offers.
fn add_joined(organisation: &Organisation, filled: &mut Filled) {
    let (connection, context) = (connection(), organisation.context());
    for record in &organisation.list("/user.list") {
        let (join, role) = user_role(&connection, record).unwrap();
        filled.add(&join);
        filled.add(&role);
    }
    for record in &organisation.list::<ashby::Job>("/job.list") {
        let team = job_team(&connection, record, &TeamRoles::default());
        team.members.iter().for_each(|row| filled.add(row));
        team.assignments.iter().for_each(|row| filled.add(row));
        let postings = context.postings.get(&record.id).map(Vec::as_slice).unwrap_or_default();
        let asked = job_questions(&connection, &record.id, postings, &std::collections::HashMap::new());
        asked.joins.iter().for_each(|row| filled.add(row));
        asked.questions.iter().for_each(|row| filled.add(row));
    }
    for record in &organisation.list("/interviewSchedule.list") {
        for rows in interviews(&connection, record, |_| None).interviews {
            filled.add(&rows.interview);
            rows.team.iter().for_each(|row| filled.add(row));
        }
    }
    organisation.list("/offer.list").iter().for_each(|record| filled.add(&offer(&connection, record).offer));
}

#[test]
fn the_same_records_give_the_same_rows() {
    let (one, other) = (Organisation::read(), Organisation::read());
    for index in 0..6 {
        assert_eq!(one.job(index), other.job(index));
    }
    for index in 0..5 {
        assert_eq!(one.application(index), other.application(index));
    }
    let people = |organisation: &Organisation| {
        let records = organisation.list::<ashby::Candidate>("/candidate.list");
        records.iter().map(|record| candidate(&connection(), record)).collect::<Vec<_>>()
    };
    assert_eq!(people(&one), people(&other));
}

#[test]
fn users_are_active_or_not_and_lose_a_false_address() {
    let organisation = Organisation::read();
    let rows: Vec<_> =
        organisation.list("/user.list").iter().map(|record| user(&connection(), record)).collect();
    assert_eq!(
        shown(&rows[0]),
        json!({ "first_name": "Ada", "last_name": "Byron", "email": "ada@seed.example", "status": "ACTIVE" })
    );
    assert_eq!(rows[0].model.private.name.as_deref(), Some("Ada Byron"));
    assert_eq!(
        shown(&rows[1]),
        json!({ "first_name": "Bea", "last_name": null, "email": null, "status": "INACTIVE" })
    );
    assert_eq!(rows[1].model.private.name.as_deref(), Some("Bea"));
}

#[test]
fn a_candidate_is_mapped_field_by_field() {
    let organisation = Organisation::read();
    let records: Vec<ashby::Candidate> = organisation.list("/candidate.list");
    let rows = candidate(&connection(), &records[0]);
    assert_eq!(
        shown(&rows.candidate),
        json!({
            "first_name": "Łucja", "last_name": "van der Berg", "company": "Acme", "title": "Engineer",
            "source": "LinkedIn",
            "phone_numbers": [
                { "phone_number": "+49 30 555 0100", "type": "WORK" },
                { "phone_number": "030 5550101", "type": "PERSONAL" },
            ],
            "email_addresses": [
                { "email_address": "Lucja@home.example", "type": "PERSONAL" },
                { "email_address": "l@work.example", "type": "WORK" },
                { "email_address": "x@other.example", "type": "OTHER" },
            ],
            "social_media": [
                { "link": "https://www.linkedin.com/in/lucja", "type": "LINKEDIN", "username": "lucja" },
                { "link": "https://github.com/lucja", "type": "GITHUB", "username": "lucja" },
                { "link": "https://x.com/lucja", "type": "TWITTER", "username": "lucja" },
                { "link": "https://medium.com/@lucja", "type": "MEDIUM", "username": "lucja" },
                { "link": "https://stackoverflow.com/users/1/lucja", "type": "STACKOVERFLOW", "username": null },
                { "link": "https://youtube.com/@lucja", "type": "YOUTUBE", "username": null },
                { "link": "https://codepen.io/lucja", "type": "CODEPEN", "username": "lucja" },
                { "link": "https://lucja.example", "type": "WEBSITE", "username": null },
            ],
            "location": { "city": "Berlin", "country": "DE", "raw": "Berlin, Germany", "state": "Berlin",
                "street_1": null, "street_2": null, "zip_code": null },
            "remote_url": format!("https://app.ashbyhq.com/candidate/{}", remote(400)),
            "remote_created_at": "2026-01-01T08:00:00.000Z", "remote_updated_at": "2026-02-01T08:00:00.000Z",
        })
    );
    let private = &rows.candidate.model.private;
    assert_eq!(private.full_name.as_deref(), Some("Łucja  van der Berg"));
    assert_eq!(private.sort_name.as_deref(), Some("lucja van der berg"));
    assert_eq!(private.primary_email.as_deref(), Some("Lucja@home.example"));
    assert_eq!(private.credited_to.as_deref(), Some("Cy Tree"));
    assert_eq!(private.application_ids, [remote(500), remote(501)]);
    assert_eq!(private.resume.as_ref().unwrap().handle.as_deref(), Some("h-1"));
    assert_eq!(private.files.len(), 2);
    assert_eq!(rows.candidate.custom_fields, json!({ "notice_period": "n3", "visa": true }));
    let shown = shown_fields(&rows.candidate.integration_fields, private.display.as_ref());
    assert_eq!(shown, [("Notice period", "3 months"), ("Visa", "Yes")].map(|(a, b)| (a.into(), b.into())));
}

#[test]
fn a_candidate_with_little_has_lists_and_no_place() {
    let organisation = Organisation::read();
    let records: Vec<ashby::Candidate> = organisation.list("/candidate.list");
    let rows = candidate(&connection(), &records[1]);
    let shown = shown(&rows.candidate);
    assert_eq!((&shown["first_name"], &shown["last_name"]), (&json!("Plato"), &Json::Null));
    for list in ["phone_numbers", "email_addresses", "social_media"] {
        assert_eq!(shown[list], json!([]), "{list}");
    }
    assert_eq!(shown["location"], Json::Null);
    assert!(rows.tags.is_empty() && rows.users.is_empty());
}

#[test]
fn tags_join_each_candidate_once() {
    let organisation = Organisation::read();
    let record = &organisation.list::<ashby::Candidate>("/candidate.list")[0];
    let rows = candidate(&connection(), record);
    let tags: Vec<_> =
        organisation.list("/candidateTag.list").iter().map(|t| tag(&connection(), t)).collect();
    assert_eq!(rows.tags.len(), 2);
    for (join, tag) in rows.tags.iter().zip(&tags) {
        assert_eq!(join.model.tag_id.as_ref(), Some(&tag.id));
        assert_eq!(join.model.candidate_id.as_ref(), Some(&rows.candidate.id));
        assert_eq!(join.remote_id, None);
    }
    assert_eq!(tags[1].model.private.is_archived, Some(true));
}

#[test]
fn users_met_elsewhere_are_the_users_of_the_list_without_status() {
    let organisation = Organisation::read();
    let listed = user(&connection(), &organisation.list("/user.list")[0]);
    let met = &organisation.application(0).users;
    assert_eq!(met.len(), 2);
    assert_eq!(met[1].id, listed.id);
    assert_eq!(met[1].model.status, None);
    assert_eq!(met[0].model.private.name.as_deref(), Some("Cy Tree"));
}
