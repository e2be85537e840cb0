use serde_json::json;

use super::*;

#[test]
fn a_job_is_mapped_field_by_field() {
    let rows = Organisation::read().job(0);
    assert_eq!(
        shown(&rows.job),
        json!({
            "name": "Rust Engineer", "job_code": "ENG-7", "description": "<p>Write Rust.</p>",
            "confidential": false, "employment_type": "FULL_TIME", "status": "OPEN", "visibility": "PUBLIC",
            "department": "Platform", "post_url": "https://jobs.example/201", "remote_work_status": "REMOTE",
            "salary_amount_from": 65000.0, "salary_amount_to": 80000.0, "salary_currency": "EUR",
            "salary_period": "YEAR",
            "location": { "city": "Berlin", "country": "DE", "raw": "Berlin HQ", "state": "Berlin",
                "street_1": "Eschenweg 1", "street_2": null, "zip_code": "10115" },
            "remote_url": format!("https://app.ashbyhq.com/jobs/{}", remote(100)),
            "opened_at": "2026-01-05T08:00:00.000Z", "closed_at": "2026-12-31T00:00:00.000Z",
            "remote_created_at": "2026-01-01T00:00:00.000Z", "remote_updated_at": "2026-03-01T00:00:00.000Z",
        })
    );
    let private = &rows.job.model.private;
    assert_eq!(private.openings, 2);
    assert_eq!(private.plan_remote_ids, [remote(50), remote(51)]);
    assert_eq!(private.hiring_team.len(), 3);
    assert_eq!(private.hiring_team[0].name.as_deref(), Some("Ada Byron"));
    assert_eq!(rows.primary_posting, Some(remote(201).as_str().into()));
    assert_eq!(rows.users.len(), 2);
    let shown = shown_fields(&rows.job.integration_fields, private.display.as_ref());
    assert_eq!(shown, [("Level", "Senior"), ("Budget", "90,000 EUR")].map(|(a, b)| (a.into(), b.into())));
}

#[test]
fn every_word_of_ashbys_has_its_value_and_others_pass_through() {
    let organisation = Organisation::read();
    let column = |name: &str| (0..6).map(|index| shown(&organisation.job(index).job)[name].clone()).collect();
    let status: Json = column("status");
    assert_eq!(status, json!(["OPEN", "CLOSED", "DRAFT", "ARCHIVED", "OPEN", "Paused"]));
    let employment: Json = column("employment_type");
    assert_eq!(
        employment,
        json!(["FULL_TIME", "PART_TIME", "INTERNSHIP", "CONTRACT", "Temporary", "Apprentice"])
    );
    let visibility: Json = column("visibility");
    assert_eq!(visibility, json!(["PUBLIC", "INTERNAL", null, "CONFIDENTIAL", "UNLISTED", null]));
    let remote: Json = column("remote_work_status");
    assert_eq!(remote, json!(["REMOTE", "ON_SITE", "REMOTE", null, "HYBRID", "Orbit"]));
    let url: Json = column("post_url");
    let (first, fifth) = ("https://jobs.example/201", "https://jobs.example/204");
    assert_eq!(url, json!([first, null, null, null, fifth, null]));
}

#[test]
fn what_the_job_does_not_say_the_primary_posting_does() {
    let organisation = Organisation::read();
    let job = organisation.job(4).job.model;
    assert_eq!(job.description.as_deref(), Some("<p>Seasonal.</p>"));
    assert_eq!((job.salary_amount_from, job.salary_amount_to), (Some(20.0), Some(25.0)));
    assert_eq!(job.salary_period, Some(SalaryPeriod::Hour));
    assert_eq!(job.closed_at.as_ref().map(Timestamp::as_str), Some("2026-05-01T00:00:00.000Z"));
    assert_eq!(organisation.job(1).job.model.department.as_deref(), Some("Platform"));
}

#[test]
fn the_department_falls_back_to_the_postings_when_it_has_no_team() {
    let organisation = Organisation::read();
    let mut context = organisation.context();
    for posting in context.postings.values_mut().flatten() {
        posting.item.team_name = None;
        posting.info = None;
    }
    let record = &organisation.list::<ashby::Job>("/job.list")[1];
    let rows = job(&connection(), record, &context);
    assert_eq!(rows.job.model.department.as_deref(), Some("Engineering"));
}

#[test]
fn an_expanded_location_holds_over_the_list() {
    let organisation = Organisation::read();
    let mut record = organisation.list::<ashby::Job>("/job.list").remove(0);
    record.location =
        Some(ashby::Location { name: Some("Elsewhere".to_owned()), ..ashby::Location::default() });
    let rows = job(&connection(), &record, &organisation.context());
    assert_eq!(rows.job.model.location.unwrap().raw.as_deref(), Some("Elsewhere"));
}

#[test]
fn the_page_of_a_job_follows_the_setting() {
    let organisation = Organisation::read();
    let record = &organisation.list::<ashby::Job>("/job.list")[0];
    let mut context = organisation.context();
    context.job_url = Some("http://localhost/{id}/view".to_owned());
    let url = job(&connection(), record, &context).job.model.remote_url;
    assert_eq!(url, Some(format!("http://localhost/{}/view", remote(100))));
    context.job_url = None;
    assert_eq!(job(&connection(), record, &context).job.model.remote_url, None);
}

#[test]
fn stages_come_in_order_default_plan_first() {
    let rows = Organisation::read().job(0);
    let expected = [60, 61, 62, 63, 64, 66, 70, 71];
    assert_eq!(rows.stages.len(), expected.len());
    for (index, (row, number)) in rows.stages.iter().zip(expected).enumerate() {
        let stage = Id::of(&connection(), "ats_application_stages", &remote(number));
        assert_eq!(row.model.index, i64::try_from(index).ok());
        assert_eq!(row.model.stage_id.as_ref(), Some(&stage), "{number}");
        assert_eq!(row.model.job_id.as_ref(), Some(&rows.job.id));
        assert_eq!(row.model.private.is_default_plan, index < 6);
    }
}

#[test]
fn without_a_default_plan_there_is_none_first() {
    let organisation = Organisation::read();
    let mut record = organisation.list::<ashby::Job>("/job.list").remove(0);
    record.default_interview_plan_id = None;
    let stages = job_stages(&connection(), &record, &organisation.context().plans);
    assert_eq!(stages[0].model.private.plan_remote_id, Some(remote(51)));
    assert!(stages.iter().all(|row| !row.model.private.is_default_plan));
    assert!(organisation.job(3).stages.is_empty());
}
