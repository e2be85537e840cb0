//! What clients write: the effects, the refusals, and what exists afterwards.

use serde_json::{Value, json};

use crate::common::{call, control, ids, listing, now, refusal, results, world};
use crate::forms::filled;
use samara_sandbox::{Outcome, Request, World};

pub const UNKNOWN: &str = "3ae2b801-19f6-41ef-ad28-214bd731948f";

pub fn made(world: &World) -> Value {
    control(world, &json!({ "op": "made" }))["counts"].clone()
}

pub fn newcomer(world: &World) -> Value {
    results(world, "candidate.create", &json!({ "name": "Ada Quist", "email": "ada@quist.example" }))
}

fn open_job(world: &World) -> Value {
    results(world, "job.list", &json!({ "status": ["Open"] }))[0].clone()
}

#[test]
fn a_candidate_is_created_as_described_and_found_at_once() {
    let world = world(100);
    let (sources, users) =
        (results(&world, "source.list", &json!({})), results(&world, "user.list", &json!({})));
    let (_, token) = listing(&world, "candidate.list", &json!({}));
    let body = json!({
        "name": "Ada Quist", "email": "ada@quist.example", "phoneNumber": "+47 22 22 22 22",
        "linkedInUrl": "https://www.linkedin.com/in/adaq", "website": "https://quist.example",
        "alternateEmailAddresses": ["a.quist@work.example"], "sourceId": sources[1]["id"],
        "creditedToUserId": users[3]["id"], "location": { "city": "Oslo", "country": "Norway" },
    });
    let it = results(&world, "candidate.create", &body);
    assert_eq!(
        it["primaryEmailAddress"],
        json!({ "value": "ada@quist.example", "type": "Personal", "isPrimary": true })
    );
    assert_eq!(it["emailAddresses"].as_array().unwrap().len(), 2);
    assert_eq!(it["source"], sources[1]);
    assert_eq!(it["creditedToUser"], users[3]);
    assert_eq!(it["location"]["locationSummary"], json!("Oslo, Norway"));
    assert_eq!(it["socialLinks"].as_array().unwrap().len(), 2);
    assert_eq!((&it["applicationIds"], &it["tags"]), (&json!([]), &json!([])));
    assert_eq!(results(&world, "candidate.info", &json!({ "id": it["id"] })), it);
    for email in ["ADA@quist.example", "a.quist@work.example"] {
        assert_eq!(results(&world, "candidate.search", &json!({ "email": email })), json!([it]));
    }
    assert_eq!(
        listing(&world, "candidate.list", &json!({ "syncToken": token })).0,
        std::slice::from_ref(&it)
    );
    // Nothing keeps a client from creating the same person twice.
    assert_ne!(results(&world, "candidate.create", &body)["id"], it["id"]);
    assert_eq!(made(&world)["candidates"], json!(2));
    for (body, code) in [
        (json!({}), "invalid_input"),
        (json!({ "name": " " }), "invalid_input"),
        (json!({ "name": "A", "email": "no address" }), "invalid_input"),
        (json!({ "name": "A", "sourceId": UNKNOWN }), "source_not_found"),
        (json!({ "name": "A", "creditedToUserId": UNKNOWN }), "user_not_found"),
        (json!({ "name": "A", "location": {} }), "invalid_input"),
    ] {
        assert_eq!(refusal(&world, "candidate.create", &body), code, "{body}");
    }
    assert_eq!(made(&world)["candidates"], json!(2));
}

#[test]
fn an_update_changes_what_it_names() {
    let world = world(100);
    let before = newcomer(&world);
    let update = |fields: Value| {
        let mut body = fields;
        body["candidateId"] = before["id"].clone();
        results(&world, "candidate.update", &body)
    };
    let it = update(json!({ "name": "Ada Vik", "githubUrl": "https://github.com/adav" }));
    assert_eq!((&it["name"], &it["emailAddresses"]), (&json!("Ada Vik"), &before["emailAddresses"]));
    let it = update(json!({ "email": "new@quist.example", "alternateEmail": "third@quist.example" }));
    assert_eq!(it["primaryEmailAddress"]["value"], json!("new@quist.example"));
    let primary =
        it["emailAddresses"].as_array().unwrap().iter().filter(|it| it["isPrimary"] == json!(true)).count();
    assert_eq!((it["emailAddresses"].as_array().unwrap().len(), primary), (3, 1));
    let links = json!([{ "type": "Medium", "url": "https://medium.com/@ada" }]);
    let it = update(json!({ "socialLinks": links, "githubUrl": "https://github.com/other" }));
    assert_eq!(it["socialLinks"], links, "the whole set replaces, single links are passed over");
    let found = results(&world, "candidate.search", &json!({ "name": "ada vik" }));
    assert_eq!(ids(found.as_array().unwrap()), ids(std::slice::from_ref(&it)));
    assert_eq!(
        refusal(&world, "candidate.update", &json!({ "candidateId": UNKNOWN })),
        "candidate_not_found"
    );
}

#[test]
fn tags_and_projects_are_put_on_once_and_taken_off() {
    let world = world(100);
    let person = newcomer(&world);
    let tag = results(&world, "candidateTag.create", &json!({ "title": "From the fair" }));
    assert_eq!(results(&world, "candidateTag.create", &json!({ "title": "From the fair" })), tag);
    assert_eq!(made(&world)["tags"], json!(1));
    assert_eq!(listing(&world, "candidateTag.list", &json!({})).0.last(), Some(&tag));
    let body = json!({ "candidateId": person["id"], "tagId": tag["id"] });
    for _ in 0..2 {
        assert_eq!(results(&world, "candidate.addTag", &body)["tags"], json!([tag]));
    }
    assert_eq!(results(&world, "candidate.removeTag", &body)["tags"], json!([]));
    let unknown = json!({ "candidateId": person["id"], "tagId": UNKNOWN });
    assert_eq!(refusal(&world, "candidate.addTag", &unknown), "candidate_tag_not_found");
    let project = results(&world, "project.list", &json!({}))[0].clone();
    let body = json!({ "candidateId": person["id"], "projectId": project["id"] });
    results(&world, "candidate.addProject", &body);
    let of = || results(&world, "candidate.listProjects", &json!({ "candidateId": person["id"] }));
    assert_eq!(of(), json!([project]));
    results(&world, "candidate.removeProject", &body);
    assert_eq!(of(), json!([]));
}

#[test]
fn a_note_is_written_each_time_it_is_sent() {
    let world = world(100);
    let person = newcomer(&world);
    let html = json!({ "type": "text/html", "value": "<p><b>Good</b> talk</p>" });
    let note = results(&world, "candidate.createNote", &json!({ "candidateId": person["id"], "note": html }));
    assert_eq!(note["content"], json!("<b>Good</b> talk"));
    let plain = json!({ "candidateId": person["id"], "note": "1 < 2" });
    results(&world, "candidate.createNote", &plain);
    results(&world, "candidate.createNote", &plain);
    let (notes, _) = listing(&world, "candidate.listNotes", &json!({ "candidateId": person["id"] }));
    assert_eq!(notes.iter().filter(|it| it["content"] == json!("1 < 2")).count(), 2);
    assert_eq!(made(&world)["notes"], json!(3));
    let empty = json!({ "candidateId": person["id"], "note": " " });
    assert_eq!(refusal(&world, "candidate.createNote", &empty), "invalid_input");
}

#[test]
fn an_application_begins_where_it_is_asked_to() {
    let world = world(100);
    let (person, job) = (newcomer(&world), open_job(&world));
    let body = json!({ "candidateId": person["id"], "jobId": job["id"] });
    let lead = results(&world, "application.create", &body);
    assert_eq!((&lead["status"], &lead["job"]["id"]), (&json!("Lead"), &job["id"]));
    let mut screened = body.clone();
    screened["interviewStageId"] = json!("FirstPreInterviewScreen");
    let it = results(&world, "application.create", &screened);
    assert_eq!(it["currentInterviewStage"]["type"], json!("PreInterviewScreen"));
    let after = results(&world, "candidate.info", &json!({ "id": person["id"] }));
    assert_eq!(after["applicationIds"], json!([lead["id"], it["id"]]));
    assert_eq!(made(&world)["applications"], json!(2));
    let closed = results(&world, "job.list", &json!({ "status": ["Closed"] }))[0].clone();
    let plan = &job["defaultInterviewPlanId"];
    let stages = results(&world, "interviewStage.list", &json!({ "interviewPlanId": plan }));
    let archived = stages.as_array().unwrap().last().unwrap();
    for (field, value, code) in [
        ("candidateId", json!(UNKNOWN), "candidate_not_found"),
        ("jobId", json!(UNKNOWN), "job_not_found"),
        ("jobId", closed["id"].clone(), "invalid_input"),
        ("interviewPlanId", json!(UNKNOWN), "interview_plan_not_found"),
        ("interviewStageId", json!(UNKNOWN), "interview_stage_not_found"),
        ("interviewStageId", archived["id"].clone(), "invalid_input"),
        ("interviewStageId", json!("SomeStage"), "invalid_input"),
        ("sourceId", json!(UNKNOWN), "source_not_found"),
    ] {
        let mut body = body.clone();
        body[field] = value;
        assert_eq!(refusal(&world, "application.create", &body), code, "{field}");
    }
    assert_eq!(made(&world)["applications"], json!(2));
}

#[test]
fn source_credit_job_and_team_of_an_application_change() {
    let world = world(100);
    let (person, jobs) = (newcomer(&world), results(&world, "job.list", &json!({ "status": ["Open"] })));
    let body = json!({ "candidateId": person["id"], "jobId": jobs[0]["id"] });
    let id = results(&world, "application.create", &body)["id"].clone();
    let sources = results(&world, "source.list", &json!({}));
    let users = results(&world, "user.list", &json!({}));
    let body =
        json!({ "applicationId": id, "sourceId": sources[2]["id"], "creditedToUserId": users[1]["id"] });
    let it = results(&world, "application.update", &body);
    assert_eq!((&it["source"], &it["creditedToUser"]), (&sources[2], &users[1]));
    let none = json!({ "applicationId": id, "sourceId": null });
    assert_eq!(results(&world, "application.changeSource", &none)["source"], Value::Null);
    assert_eq!(refusal(&world, "application.changeSource", &json!({ "applicationId": id })), "invalid_input");

    let plan = &jobs[1]["defaultInterviewPlanId"];
    let stages = results(&world, "interviewStage.list", &json!({ "interviewPlanId": plan }));
    let body = json!({
        "applicationId": id, "jobId": jobs[1]["id"], "interviewPlanId": plan, "interviewStageId": stages[2]["id"],
    });
    let it = results(&world, "application.transfer", &body);
    assert_eq!((&it["job"]["id"], &it["currentInterviewStage"]), (&jobs[1]["id"], &stages[2]));
    assert_eq!(refusal(&world, "application.transfer", &json!({ "applicationId": id })), "invalid_input");

    let roles = results(&world, "applicationHiringTeamRole.list", &json!({}));
    let body = json!({ "applicationId": id, "teamMemberId": users[5]["id"], "roleId": roles[2]["id"] });
    let member = results(&world, "application.addHiringTeamMember", &body);
    let team = || results(&world, "application.info", &json!({ "applicationId": id }))["hiringTeam"].clone();
    assert!(team().as_array().unwrap().contains(&member));
    results(&world, "application.removeHiringTeamMember", &body);
    assert!(!team().as_array().unwrap().contains(&member));
}

#[test]
fn survey_answers_are_counted_and_those_on_diversity_never_told() {
    let world = world(100);
    let (applications, _) = listing(&world, "application.list", &json!({}));
    let (forms, _) = listing(&world, "surveyFormDefinition.list", &json!({}));
    let submit = |kind: &str| {
        let form = forms.iter().find(|form| form["surveyType"] == json!(kind)).unwrap();
        let field = &form["formDefinition"]["sections"][0]["fields"][0]["field"];
        let value = if field["type"] == json!("ValueSelect") {
            field["selectableValues"][0]["value"].clone()
        } else {
            json!("More time, please")
        };
        let body = json!({
            "candidateId": applications[0]["candidate"]["id"], "applicationId": applications[0]["id"],
            "surveyFormDefinitionId": form["id"], "submittedValues": { field["path"].as_str().unwrap(): value },
        });
        results(&world, "surveySubmission.create", &body)
    };
    let eeo = submit("EEOC");
    assert_eq!((&eeo["surveyType"], eeo.get("submittedValues")), (&json!("EEOC"), None));
    let questionnaire = submit("Questionnaire");
    let body = json!({ "surveyType": "Questionnaire" });
    assert_eq!(listing(&world, "surveySubmission.list", &body).0, [questionnaire]);
    assert_eq!(refusal(&world, "surveySubmission.list", &json!({ "surveyType": "EEOC" })), "invalid_input");
    assert_eq!(made(&world)["surveys"], json!(2));
}

#[test]
fn custom_fields_are_defined_set_and_cleared() {
    let world = world(100);
    let person = newcomer(&world);
    let body = json!({
        "title": "Acme: Level", "fieldType": "ValueSelect", "objectType": "Candidate",
        "selectableValues": [{ "label": "High", "value": "high" }],
    });
    let field = results(&world, "customField.create", &body);
    assert_eq!(listing(&world, "customField.list", &json!({})).0.last(), Some(&field));
    let set = |value: Value| json!({ "objectId": person["id"], "objectType": "Candidate", "fieldId": field["id"], "fieldValue": value });
    assert_eq!(refusal(&world, "customField.setValue", &set(json!("low"))), "invalid_input");
    let value = results(&world, "customField.setValue", &set(json!("high")));
    assert_eq!(value["valueLabel"], json!("High"));
    let values = || results(&world, "candidate.info", &json!({ "id": person["id"] }))["customFields"].clone();
    assert_eq!(values(), json!([value]));
    results(&world, "customField.setValue", &set(Value::Null));
    assert_eq!(values(), json!([]));
    let other = results(
        &world,
        "customField.create",
        &json!({ "title": "N", "fieldType": "Number", "objectType": "Candidate" }),
    );
    let both = json!({ "objectId": person["id"], "objectType": "Candidate", "values": [
        { "fieldId": field["id"], "fieldValue": "high" }, { "fieldId": other["id"], "fieldValue": "not a number" },
    ] });
    assert_eq!(refusal(&world, "customField.setValues", &both), "invalid_input");
    assert_eq!(values(), json!([]), "all or nothing");
    let foreign = json!({ "title": "F", "fieldType": "String", "objectType": "Application" });
    let foreign = results(&world, "customField.create", &foreign);
    let body = json!({ "objectId": person["id"], "objectType": "Candidate", "fieldId": foreign["id"], "fieldValue": "x" });
    assert_eq!(refusal(&world, "customField.setValue", &body), "invalid_input");
}

#[test]
fn feedback_is_sent_by_whoever_was_there() {
    let world = world(300);
    let (schedules, _) = listing(&world, "interviewSchedule.list", &json!({}));
    let schedule = schedules.iter().find(|it| it["status"] == json!("WaitingOnFeedback")).unwrap();
    let event = &schedule["interviewEvents"][0];
    let interview = results(&world, "interview.info", &json!({ "id": event["interviewId"] }));
    let body = json!({ "feedbackFormDefinitionId": interview["feedbackFormDefinitionId"] });
    let form = results(&world, "feedbackFormDefinition.info", &body);
    let fields: Vec<Value> = filled(&form["formDefinition"], "", "");
    let mut body = json!({
        "applicationId": schedule["applicationId"], "formDefinitionId": form["id"],
        "userId": event["interviewers"][0]["id"], "interviewEventId": event["id"],
        "feedbackForm": { "fieldSubmissions": fields },
    });
    let of = json!({ "applicationId": schedule["applicationId"] });
    let (before, token) = listing(&world, "applicationFeedback.list", &of);
    let sent = results(&world, "applicationFeedback.submit", &body);
    let (after, _) = listing(&world, "applicationFeedback.list", &of);
    assert_eq!(after.len(), before.len() + 1);
    let mut later = of.clone();
    later["syncToken"] = json!(token);
    let (told, _) = listing(&world, "applicationFeedback.list", &later);
    assert_eq!(ids(&told), ids(std::slice::from_ref(&sent["submittedFormInstance"])));
    assert_eq!(told[0]["interviewEventId"], event["id"]);
    let users = results(&world, "user.list", &json!({}));
    let absent = users
        .as_array()
        .unwrap()
        .iter()
        .find(|user| event["interviewers"].as_array().unwrap().iter().all(|it| it["id"] != user["id"]));
    body["userId"] = absent.unwrap()["id"].clone();
    assert_eq!(refusal(&world, "applicationFeedback.submit", &body), "invalid_input");
    body["feedbackForm"] = json!({ "fieldSubmissions": [] });
    assert_eq!(refusal(&world, "applicationFeedback.submit", &body), "invalid_input");
    assert_eq!(made(&world)["feedback"], json!(1));
}

#[test]
fn a_rejection_is_mailed_once_with_a_template_for_mail() {
    let world = world(200);
    let (applications, _) = listing(&world, "application.list", &json!({}));
    let it = applications
        .iter()
        .find(|it| it["status"] == json!("Active") && it["candidate"]["primaryEmailAddress"].is_object())
        .unwrap();
    let plan = &it["currentInterviewStage"]["interviewPlanId"];
    let stages = results(&world, "interviewStage.list", &json!({ "interviewPlanId": plan }));
    let reason = results(&world, "archiveReason.list", &json!({}))[0]["id"].clone();
    let templates = results(&world, "communicationTemplate.list", &json!({}));
    let body = |template: &Value| {
        json!({
            "applicationId": it["id"], "interviewStageId": stages.as_array().unwrap().last().unwrap()["id"],
            "archiveReasonId": reason, "archiveEmail": { "communicationTemplateId": template },
        })
    };
    let unfit = templates
        .as_array()
        .unwrap()
        .iter()
        .find(|it| !it["intendedTypes"].as_array().unwrap().contains(&json!("email")));
    let endpoint = "application.changeStage";
    assert_eq!(refusal(&world, endpoint, &body(&unfit.unwrap()["id"])), "communication_template_not_allowed");
    assert_eq!(refusal(&world, endpoint, &body(&json!(UNKNOWN))), "communication_template_not_found");
    for _ in 0..2 {
        assert_eq!(results(&world, endpoint, &body(&templates[0]["id"]))["status"], json!("Archived"));
    }
    let mails = control(&world, &json!({ "op": "made" }))["made"]["mails"].clone();
    assert_eq!(mails.as_array().unwrap().len(), 1);
    assert_eq!(mails[0]["sendAt"], json!("2026-11-24T09:32:00.000Z"));
}

#[test]
fn a_write_without_its_permission_does_nothing() {
    let world = world(50);
    control(&world, &json!({ "op": "scopes", "withdraw": ["candidates:write"] }));
    let Outcome::Reply(reply) =
        crate::common::send(&world, "candidate.create", &json!({ "name": "A" }), now())
    else {
        panic!("no reply")
    };
    assert_eq!(reply.status, 403);
    assert_eq!(made(&world)["candidates"], json!(0));
    control(&world, &json!({ "op": "scopes" }));
    call(&world, "candidate.create", &json!({ "name": "A" }));
    let report = control(&world, &json!({ "op": "requests" }));
    assert_eq!((&report["written"], &report["writes"][0]["committed"]), (&json!(1), &json!(true)));
}

#[test]
fn a_call_on_behalf_of_someone_is_theirs_where_the_key_may() {
    let world = world(100);
    let person = newcomer(&world);
    let users = results(&world, "user.list", &json!({}));
    let body = json!({ "candidateId": person["id"], "note": "From me." }).to_string();
    let write = |user: &str| {
        let request = Request {
            method: "POST",
            path: "/candidate.createNote",
            authorization: Some(crate::common::AUTHORIZATION),
            acting_user: Some(user),
            body: body.as_bytes(),
            now: now(),
        };
        let Outcome::Reply(reply) = world.handle(&request) else { panic!("no reply") };
        (reply.status, crate::common::json_of(&reply))
    };
    let (_, note) = write(users[4]["id"].as_str().unwrap());
    assert_eq!(note["results"]["author"]["id"], users[4]["id"]);
    assert_eq!(write(UNKNOWN).1["errorInfo"]["code"], json!("invalid_input"));
    control(&world, &json!({ "op": "acting", "allowed": false }));
    let (status, answer) = write(users[4]["id"].as_str().unwrap());
    assert_eq!((status, &answer["errorInfo"]["code"]), (403, &json!("missing_endpoint_permission")));
    assert_eq!(made(&world)["notes"], json!(1));
}
