//! Application forms: what they make, and what they refuse.

use serde_json::{Value, json};

use crate::common::{control, refusal, results, world};
use crate::uploads::{PDF, Part, handle, multipart, post, upload};
use crate::writes::{UNKNOWN, made};
use samara_sandbox::World;

pub fn filled(form: &Value, email: &str, file: &str) -> Vec<Value> {
    let sections = form["sections"].as_array().unwrap();
    let fields = sections.iter().flat_map(|section| section["fields"].as_array().unwrap());
    fields
        .map(|wrapped| &wrapped["field"])
        .map(|field| {
            let value = match (field["path"].as_str().unwrap(), field["type"].as_str().unwrap()) {
                ("_systemfield_email", _) => json!(email),
                (_, "Email") => json!("ref@work.example"),
                (_, "File") => json!(file),
                (_, "Url" | "SocialLink") => json!("https://a.example"),
                (_, "RichText") => json!({ "type": "PlainText", "value": "Text" }),
                (_, "Number") => json!(4),
                (_, "Score") => json!({ "score": 3 }),
                (_, "Boolean") => json!(true),
                (_, "Date") => json!("2027-01-15"),
                (_, "ValueSelect") => field["selectableValues"][0]["value"].clone(),
                (_, "MultiValueSelect") => json!([field["selectableValues"][1]["value"]]),
                (_, "Location") => json!({ "city": "Oslo", "country": "Norway" }),
                (_, "EducationHistory") => json!([]),
                (_, "Currency") => json!({ "value": 5, "currencyCode": "EUR" }),
                (_, "NumberRange") => json!({ "type": "number-range", "minValue": 1, "maxValue": 2 }),
                (_, "CompensationRange") => json!({
                    "type": "compensation-range", "minValue": 1, "maxValue": 2, "currencyCode": "EUR", "interval": "1 YEAR",
                }),
                (_, "UUID") => json!(UNKNOWN),
                _ => json!("Kim Berg"),
            };
            json!({ "path": field["path"], "value": value })
        })
        .filter(|it| it["value"] != json!([]))
        .collect()
}

fn posting(world: &World) -> Value {
    let id = results(world, "jobPosting.list", &json!({}))[0]["id"].clone();
    results(world, "jobPosting.info", &json!({ "jobPostingId": id }))
}

#[test]
fn a_form_makes_a_candidate_an_application_and_files() {
    let world = world(100);
    let posting = posting(&world);
    let room = handle(&world, "ApplicationForm", PDF.len());
    upload(&world, &room, PDF, 0);
    let form = &posting["applicationFormDefinition"];
    let mut fields = filled(form, "kim@berg.example", room["handle"].as_str().unwrap());
    let body = |fields: &[Value]| json!({ "jobPostingId": posting["id"], "applicationForm": { "fieldSubmissions": fields } });
    let sent = results(&world, "applicationForm.submit", &body(&fields));
    assert_eq!(sent["formMessages"]["blocked"], json!(false));
    let find = json!({
        "submittedFormInstanceId": sent["submittedFormInstance"]["id"], "expand": ["applicationFormSubmissions"],
    });
    let it = results(&world, "application.info", &find);
    assert_eq!(it["applicationFormSubmissions"], json!([sent["submittedFormInstance"]]));
    assert_eq!(it["appliedViaJobPostingId"], posting["id"]);
    assert_eq!(it["resumeFileHandle"]["name"], json!("Ada.pdf"));
    let person = results(&world, "candidate.search", &json!({ "email": "kim@berg.example" }))[0].clone();
    assert_eq!((&person["id"], &person["name"]), (&it["candidate"]["id"], &json!("Kim Berg")));
    results(&world, "applicationForm.submit", &body(&fields));
    assert_eq!((&made(&world)["candidates"], &made(&world)["applications"]), (&json!(1), &json!(2)));

    fields.retain(|it| it["path"] != json!("_systemfield_name"));
    assert_eq!(refusal(&world, "applicationForm.submit", &body(&fields)), "invalid_input");
    fields.push(json!({ "path": "_systemfield_name", "value": 7 }));
    assert_eq!(refusal(&world, "applicationForm.submit", &body(&fields)), "invalid_input");
    fields.pop();
    fields.push(json!({ "path": "nowhere", "value": "x" }));
    assert_eq!(refusal(&world, "applicationForm.submit", &body(&fields)), "invalid_input");
    let failing = filled(form, "testing-fail-validation@example.com", room["handle"].as_str().unwrap());
    assert_eq!(refusal(&world, "applicationForm.submit", &body(&failing)), "invalid_input");
    assert_eq!(made(&world)["applications"], json!(2));
}

#[test]
fn a_blocked_form_makes_nothing_and_a_draft_can_be_shut() {
    let world = world(100);
    let posting = posting(&world);
    let room = handle(&world, "ApplicationForm", PDF.len());
    upload(&world, &room, PDF, 0);
    let fields =
        filled(&posting["applicationFormDefinition"], "kim@berg.example", room["handle"].as_str().unwrap());
    let mut body =
        json!({ "jobPostingId": posting["id"], "applicationForm": { "fieldSubmissions": fields } });
    control(&world, &json!({ "op": "block_forms", "on": true }));
    let sent = results(&world, "applicationForm.submit", &body);
    assert_eq!(sent["formMessages"]["blocked"], json!(true));
    let find = json!({ "submittedFormInstanceId": sent["submittedFormInstance"]["id"] });
    assert_eq!(refusal(&world, "application.info", &find), "application_blocked");
    assert_eq!((&made(&world)["candidates"], &made(&world)["files"]), (&json!(0), &json!(0)));
    control(
        &world,
        &json!({ "op": "edit", "kind": "posting", "id": posting["id"], "fields": { "status": "Draft" } }),
    );
    body["allowSubmissionForUnpublishedJobPosting"] = json!(false);
    assert_eq!(refusal(&world, "applicationForm.submit", &body), "job_posting_not_published");
}

#[test]
fn a_form_also_comes_in_several_parts_with_its_files() {
    let world = world(100);
    let posting = posting(&world);
    let fields = filled(&posting["applicationFormDefinition"], "kim@berg.example", "resume_part");
    let form = json!({ "fieldSubmissions": fields }).to_string();
    let id = posting["id"].as_str().unwrap().as_bytes();
    let send = |file: &[u8]| {
        let parts: [Part; 3] = [
            ("jobPostingId", None, id),
            ("applicationForm", None, form.as_bytes()),
            ("resume_part", Some("Kim.pdf"), file),
        ];
        let authorization = Some(crate::common::AUTHORIZATION);
        let reply = post(&world, "/applicationForm.submit", authorization, &multipart(&parts), 0);
        crate::common::json_of(&reply)
    };
    assert_eq!(send(b"")["errorInfo"]["code"], json!("invalid_input"), "an empty file");
    assert_eq!(made(&world)["candidates"], json!(0));
    let answer = send(PDF);
    assert_eq!(answer["success"], json!(true), "{answer}");
    let find = json!({ "submittedFormInstanceId": answer["results"]["submittedFormInstance"]["id"] });
    let it = results(&world, "application.info", &find);
    assert_eq!(it["resumeFileHandle"]["name"], json!("Kim.pdf"));
    assert_eq!(it["candidate"]["primaryEmailAddress"]["value"], json!("kim@berg.example"));
}
