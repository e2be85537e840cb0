//! The answers to everything that writes.

use serde_json::{Value, json};

use crate::witness::{Witness, now};
use samara_sandbox::{Outcome, Request};

impl Witness {
    fn done(&mut self, endpoint: &str, body: &Value) -> Value {
        let answer = self.ask(endpoint, body);
        assert_eq!(answer["success"], json!(true), "{endpoint} {body}: {answer}");
        answer["results"].clone()
    }

    /// Everything that writes, once.
    pub(super) fn writes(&mut self) {
        let person = self.candidates();
        self.labels(&person);
        self.files(&person);
        let application = self.considerations(&person);
        self.custom_fields(&person);
        self.forms(&person, &application);
        let body = json!({
            "webhookType": "offerUpdate", "requestUrl": "http://127.0.0.1:9/hook", "secretToken": "secret",
        });
        let hook = self.done("webhook.create", &body)["id"].clone();
        self.done("webhook.update", &json!({ "webhookId": hook, "enabled": false }));
        self.done("webhook.info", &json!({ "webhookId": hook }));
        self.done("webhook.delete", &json!({ "webhookId": hook }));
    }

    fn candidates(&mut self) -> Value {
        let source = self.done("source.list", &json!({}))[0]["id"].clone();
        let body = json!({
            "name": "Ada Quist", "email": "ada@quist.example", "phoneNumber": "+47 22 22 22 22",
            "linkedInUrl": "https://www.linkedin.com/in/adaq", "alternateEmailAddresses": ["a@work.example"],
            "sourceId": source, "location": { "city": "Oslo", "country": "Norway" },
        });
        let person = self.done("candidate.create", &body)["id"].clone();
        self.done(
            "candidate.update",
            &json!({ "candidateId": person, "websiteUrl": "https://quist.example" }),
        );
        let note = json!({ "type": "text/html", "value": "<b>Hello</b>" });
        self.done("candidate.createNote", &json!({ "candidateId": person, "note": note, "isPrivate": true }));
        self.list("candidate.listNotes", &json!({ "candidateId": person }));
        person
    }

    fn labels(&mut self, person: &Value) {
        let tag = self.done("candidateTag.create", &json!({ "title": "Written" }))["id"].clone();
        let project = self.done("project.list", &json!({}))[0]["id"].clone();
        for endpoint in ["candidate.addTag", "candidate.removeTag"] {
            self.done(endpoint, &json!({ "candidateId": person, "tagId": tag }));
        }
        for endpoint in ["candidate.addProject", "candidate.removeProject"] {
            self.done(endpoint, &json!({ "candidateId": person, "projectId": project }));
        }
        self.done("candidateTag.archive", &json!({ "tagId": tag }));
    }

    /// A handle with a file behind it.
    fn upload(&mut self, context: &str) -> Value {
        let body = json!({
            "fileUploadContext": context, "filename": "a.txt", "contentType": "text/plain", "contentLength": 2,
        });
        let room = self.done("file.createFileUploadHandle", &body);
        let mut form = String::new();
        for (name, value) in room["fields"].as_object().unwrap() {
            let value = value.as_str().unwrap();
            form.push_str(&format!(
                "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        form.push_str(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhi\r\n--x--\r\n",
        );
        let (path, authorization) = ("/uploads", None);
        let request = Request {
            method: "POST",
            path,
            authorization,
            acting_user: None,
            body: form.as_bytes(),
            now: now(),
        };
        let Outcome::Reply(reply) = self.world.handle(&request) else { panic!("no answer to an upload") };
        assert_eq!(reply.status, 204);
        room["handle"].clone()
    }

    fn files(&mut self, person: &Value) {
        let handle = self.upload("CandidateFiles");
        self.done("candidate.uploadFile", &json!({ "candidateId": person, "fileHandle": handle }));
        let handle = self.upload("CandidateResume");
        let it =
            self.done("candidate.uploadResume", &json!({ "candidateId": person, "resumeHandle": handle }));
        self.done("file.info", &json!({ "fileHandle": it["resumeFileHandle"]["handle"] }));
    }

    fn considerations(&mut self, person: &Value) -> Value {
        let jobs = self.done("job.list", &json!({ "status": ["Open"] }));
        let user = self.done("user.list", &json!({}))[2]["id"].clone();
        let role = self.done("applicationHiringTeamRole.list", &json!({}))[1]["id"].clone();
        let body = json!({ "candidateId": person, "jobId": jobs[0]["id"], "creditedToUserId": user });
        let id = self.done("application.create", &body)["id"].clone();
        self.done("application.update", &json!({ "applicationId": id, "creditedToUserId": user }));
        self.done("application.changeSource", &json!({ "applicationId": id, "sourceId": null }));
        let plan = &jobs[1]["defaultInterviewPlanId"];
        let stage = self.done("interviewStage.list", &json!({ "interviewPlanId": plan }))[2]["id"].clone();
        let body = json!({
            "applicationId": id, "jobId": jobs[1]["id"], "interviewPlanId": plan, "interviewStageId": stage,
        });
        self.done("application.transfer", &body);
        for endpoint in ["application.addHiringTeamMember", "application.removeHiringTeamMember"] {
            self.done(endpoint, &json!({ "applicationId": id, "teamMemberId": user, "roleId": role }));
        }
        self.done("application.info", &json!({ "applicationId": id }));
        id
    }

    fn custom_fields(&mut self, person: &Value) {
        let body = json!({ "title": "Link", "fieldType": "String", "objectType": "Candidate" });
        let field = self.done("customField.create", &body)["id"].clone();
        let mut body = json!({ "objectId": person, "objectType": "Candidate" });
        body["values"] = json!([{ "fieldId": field, "fieldValue": "https://a.example" }]);
        self.done("customField.setValues", &body);
        body["fieldId"] = field;
        body["fieldValue"] = json!("https://b.example");
        self.done("customField.setValue", &body);
        self.done("candidate.info", &json!({ "id": person }));
    }

    fn forms(&mut self, person: &Value, application: &Value) {
        let forms = self.list("surveyFormDefinition.list", &json!({}));
        for kind in ["EEOC", "Questionnaire"] {
            let form = forms.iter().find(|form| form["surveyType"] == json!(kind)).unwrap();
            let field = &form["formDefinition"]["sections"][0]["fields"][0]["field"];
            let option = field["selectableValues"][0]["value"].clone();
            let value = if option.is_string() { option } else { json!("Nothing") };
            let body = json!({
                "candidateId": person, "applicationId": application, "surveyFormDefinitionId": form["id"],
                "submittedValues": { field["path"].as_str().unwrap(): value },
            });
            self.done("surveySubmission.create", &body);
        }
        self.list("surveySubmission.list", &json!({ "surveyType": "Questionnaire" }));

        let form = self.done("feedbackFormDefinition.list", &json!({}))[0].clone();
        let verdict = &form["formDefinition"]["sections"][0]["fields"][0]["field"];
        let score = &form["formDefinition"]["sections"][0]["fields"][1]["field"];
        let fields = json!([
            { "path": verdict["path"], "value": verdict["selectableValues"][2]["value"] },
            { "path": score["path"], "value": { "score": 3 } },
        ]);
        let body = json!({
            "applicationId": application, "formDefinitionId": form["id"], "feedbackForm": { "fieldSubmissions": fields },
        });
        self.done("applicationFeedback.submit", &body);
        self.list("applicationFeedback.list", &json!({ "applicationId": application }));
        for blocked in [true, false] {
            self.world.control(&json!({ "op": "block_forms", "on": blocked }), now()).unwrap();
            self.application_form();
        }
    }

    /// Sends in a form that asks for little more than who it is.
    fn application_form(&mut self) {
        let postings = self.done("jobPosting.list", &json!({}));
        for posting in postings.as_array().unwrap() {
            let posting = self.done("jobPosting.info", &json!({ "jobPostingId": posting["id"] }));
            let resume = self.upload("ApplicationForm");
            let sections = posting["applicationFormDefinition"]["sections"].as_array().unwrap();
            let asked = sections.iter().flat_map(|section| section["fields"].as_array().unwrap());
            let needed: Vec<&Value> =
                asked.filter(|it| it["isRequired"] == json!(true)).map(|it| &it["field"]).collect();
            let answer = |field: &Value| match field["type"].as_str().unwrap() {
                "String" => Some(json!("Kim Berg")),
                "Email" => Some(json!("kim@berg.example")),
                "File" => Some(resume.clone()),
                "Location" => Some(json!({ "city": "Oslo" })),
                "LongText" => Some(json!("Because.")),
                _ => None,
            };
            let fields: Option<Vec<Value>> = needed
                .iter()
                .map(|field| answer(field).map(|value| json!({ "path": field["path"], "value": value })))
                .collect();
            if let Some(fields) = fields {
                let form = json!({ "fieldSubmissions": fields });
                self.done(
                    "applicationForm.submit",
                    &json!({ "jobPostingId": posting["id"], "applicationForm": form }),
                );
                return;
            }
        }
        panic!("every form asks for more");
    }
}
