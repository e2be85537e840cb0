use super::*;

#[test]
fn the_nineteen_models_come_in_the_order_of_the_unified_model() {
    let names: Vec<&str> = tables().iter().map(|table| table.table).collect();
    assert_eq!(
        names,
        [
            "ats_users",
            "ats_jobs",
            "ats_job_postings",
            "ats_candidates",
            "ats_application_stages",
            "ats_applications",
            "ats_screening_questions",
            "ats_tags",
            "ats_interviews",
            "ats_offers",
            "ats_rejection_reasons",
            "ats_roles",
            "ats_join_candidates_tags",
            "ats_join_jobs_application_stages",
            "ats_join_jobs_screening_questions",
            "ats_join_user_job_role_assignments",
            "ats_join_jobs_users",
            "ats_join_users_roles",
            "ats_join_interviews_users",
        ]
    );
}

#[test]
fn common_columns_are_where_the_model_has_them() {
    for table in tables() {
        let is_connection = table.table.starts_with("ats_join_");
        assert_eq!(table.has_remote_id, !is_connection, "{}", table.table);
        assert_eq!(
            table.has_remote_data,
            !is_connection
                && !["ats_job_postings", "ats_screening_questions", "ats_roles"].contains(&table.table),
            "{}",
            table.table
        );
        let with_custom_fields = ["ats_jobs", "ats_candidates", "ats_applications", "ats_offers"];
        assert_eq!(table.has_custom_fields, with_custom_fields.contains(&table.table), "{}", table.table);
    }
}

#[test]
fn columns_have_one_name_each_and_private_ones_are_marked() {
    for table in tables() {
        let mut names: Vec<&str> = table.fields.iter().chain(table.private).map(|field| field.name).collect();
        assert!(table.fields.iter().all(|field| !field.name.starts_with('_')), "{}", table.table);
        assert!(table.private.iter().all(|field| field.name.starts_with('_') && !field.name.contains('#')));
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{}", table.table);
    }
}

#[test]
fn references_name_mirrored_tables() {
    for field in tables().iter().flat_map(|table| table.fields) {
        if let Kind::Reference(target) = field.kind {
            assert!(tables().iter().any(|table| table.table == target), "{}", field.name);
        }
    }
}

fn check<M: Model>(row: &Row<M>) {
    let (fields, private, shown) = (row.model.fields(), row.model.private(), shown(row));
    assert_eq!((fields.len(), private.len()), (M::FIELDS.len(), M::PRIVATE.len()), "{}", M::TABLE);
    assert_eq!(shown.as_object().unwrap().len(), M::FIELDS.len(), "{}", M::TABLE);
    for (field, value) in M::FIELDS.iter().zip(fields).chain(M::PRIVATE.iter().zip(private)) {
        let fits = match (field.kind, &value) {
            (_, Value::Null)
            | (Kind::Text, Value::Text(_))
            | (Kind::Integer, Value::Integer(_))
            | (Kind::Real, Value::Real(_))
            | (Kind::Bool, Value::Bool(_))
            | (Kind::Json, Value::Json(_)) => true,
            (Kind::Time, Value::Text(text)) => Timestamp::parse(text).is_some(),
            (Kind::Reference(_), Value::Text(text)) => Id::parse(text).is_some(),
            _ => false,
        };
        assert!(fits, "{}.{}: {value:?}", M::TABLE, field.name);
        if !field.name.starts_with('_') {
            let bound = match value {
                Value::Null => Json::Null,
                Value::Integer(number) => number.into(),
                Value::Real(number) => number.into(),
                Value::Text(text) => text.into(),
                Value::Bool(flag) => flag.into(),
                Value::Json(json) => json,
            };
            assert_eq!(shown[field.name], bound, "{}.{}", M::TABLE, field.name);
        }
    }
}

#[test]
fn what_is_bound_is_what_is_shown_and_of_the_declared_kind() {
    let organisation = Organisation::read();
    let connection = connection();
    for record in organisation.list::<ashby::User>("/user.list") {
        check(&user(&connection, &record));
        if let Some((join, role)) = user_role(&connection, &record) {
            check(&join);
            check(&role);
        }
    }
    for record in organisation.list::<ashby::Tag>("/candidateTag.list") {
        check(&tag(&connection, &record));
    }
    for record in organisation.list::<ashby::ArchiveReason>("/archiveReason.list") {
        check(&rejection_reason(&connection, &record));
    }
    for record in organisation.postings() {
        check(&posting(&connection, &record, &now()));
    }
    for record in organisation.list::<ashby::Candidate>("/candidate.list") {
        let rows = candidate(&connection, &record);
        check(&rows.candidate);
        rows.tags.iter().for_each(check);
    }
    for index in 0..6 {
        let rows = organisation.job(index);
        check(&rows.job);
        rows.stages.iter().for_each(check);
        let record = &organisation.list::<ashby::Job>("/job.list")[index];
        let team = job_team(&connection, record, &TeamRoles::default());
        team.members.iter().for_each(check);
        team.assignments.iter().for_each(check);
        team.roles.iter().for_each(check);
        let context = organisation.context();
        let postings = context.postings.get(&record.id).map(Vec::as_slice).unwrap_or_default();
        let asked = job_questions(&connection, &record.id, postings, &std::collections::HashMap::new());
        asked.joins.iter().for_each(check);
        asked.questions.iter().for_each(check);
    }
    for record in organisation.list::<ashby::InterviewSchedule>("/interviewSchedule.list") {
        for rows in interviews(&connection, &record, |_| None).interviews {
            check(&rows.interview);
            rows.team.iter().for_each(check);
        }
    }
    for record in organisation.list::<ashby::Offer>("/offer.list") {
        check(&offer(&connection, &record).offer);
    }
    for index in 0..5 {
        let rows = organisation.application(index);
        check(&rows.application);
        check(&rows.stage.unwrap());
    }
}
