//! What recruiters do beyond the unified actions: other jobs, sources, fields, projects, feedback, mails.

use samara_ashby::{Lane, endpoint as api, model as ashby};
use samara_store::table::intent::State;
use samara_store::table::reference::Kind;
use serde_json::{Value, json};

use super::action::pdf;
use super::{Movable, Office, text};

impl Office {
    async fn references(&self, kind: Kind) -> Vec<Value> {
        let texts = self.workspace().read(move |reading| reading.references(kind)).await.unwrap();
        texts.iter().map(|text| serde_json::from_str(text).unwrap()).collect()
    }

    async fn one(&self, kind: Kind, fits: impl Fn(&Value) -> bool) -> Value {
        self.references(kind).await.into_iter().find(|record| fits(record)).unwrap()
    }

    pub(super) async fn template(&self) -> String {
        let mail = |it: &Value| it["intendedTypes"].as_array().unwrap().contains(&json!("email"));
        text(&self.one(Kind::Template, mail).await, "id")
    }

    /// An open job the card is not on.
    pub(super) async fn other_job(&self, card: &Movable) -> String {
        let jobs = self.rows("ats_jobs").await;
        text(jobs.iter().find(|job| job["id"] != *card.job && job["status"] == "OPEN").unwrap(), "id")
    }

    /// A source that is not the card's, by Ashby's id.
    pub(super) async fn other_source(&self, card: &Movable) -> String {
        let source = self.view(card).await["source"].clone();
        let other = self.one(Kind::Source, |it| it["title"] != source && it["isArchived"] != true).await;
        text(&other, "id")
    }

    pub(super) async fn text_field(&self, object: &str) -> String {
        let field = self.one(Kind::CustomField, |it| {
            it["objectType"] == *object && it["fieldType"] == "String" && it["isArchived"] != true
        });
        text(&field.await, "id")
    }

    /// A project the person is not in.
    pub(super) async fn project(&self, card: &Movable) -> String {
        self.call("candidate_refresh", json!({ "id": card.candidate })).await;
        let mine = self.call("candidate_projects", json!({ "id": card.candidate })).await;
        let mine: Vec<String> = mine.as_array().unwrap().iter().map(|project| text(project, "id")).collect();
        let other = self.one(Kind::Project, |it| {
            it["isArchived"] != true && !mine.contains(&it["id"].as_str().unwrap().to_owned())
        });
        text(&other.await, "id")
    }

    /// Feedback that answers every question of a form.
    pub(super) async fn scorecard(&self, card: &Movable) -> Value {
        let form = self.one(Kind::FeedbackForm, |it| it["isArchived"] != true).await;
        let sections = form["formDefinition"]["sections"].as_array().unwrap().iter();
        let fields = sections.flat_map(|section| section["fields"].as_array().unwrap());
        let answers: serde_json::Map<String, Value> = fields
            .map(|place| {
                let field = &place["field"];
                let answer = match field["type"].as_str().unwrap() {
                    "Boolean" => json!(true),
                    "Number" => json!(3),
                    "Score" => json!({ "score": 4 }),
                    "RichText" => json!({ "type": "PlainText", "value": "Strong." }),
                    "ValueSelect" => field["selectableValues"][0]["value"].clone(),
                    "MultiValueSelect" => json!([field["selectableValues"][0]["value"]]),
                    "Date" => json!("2026-05-01"),
                    "Url" => json!("https://scores.example/1"),
                    _ => json!("Strong."),
                };
                (text(field, "path"), answer)
            })
            .collect();
        json!({ "application_id": card.id, "form_id": form["id"], "answers": answers })
    }

    /// The card's application as its page shows it.
    async fn view(&self, card: &Movable) -> Value {
        let page = self.page(card).await;
        let mut views = page["applications"].as_array().unwrap().iter();
        views.find(|view| view["id"] == *card.id).unwrap().clone()
    }

    async fn on_board(&self, card: &Movable, job: &str) -> bool {
        let board = self.call("board", json!({ "job_id": job })).await;
        for column in board["columns"].as_array().unwrap() {
            let stage = &column["stage"]["id"];
            let input = json!({ "job_id": job, "stage_id": stage, "offset": 0, "limit": 100 });
            let page = self.call("board_cards", input).await;
            assert_eq!(page["total"], column["count"], "{column}");
            if page["rows"].as_array().unwrap().iter().any(|row| row["application_id"] == *card.id) {
                return true;
            }
        }
        false
    }
}

#[tokio::test(start_paused = true)]
async fn an_application_goes_to_another_job_and_back() {
    let office = Office::open().await;
    let card = office.movable().await;
    let job = office.other_job(&card).await;
    let input = json!({ "application_id": card.id, "job_id": job });
    let intent = office.ask("transfer_application_to_job", &input).await;
    for sent in [false, true] {
        assert_eq!(office.view(&card).await["job_id"], *job, "sent: {sent}");
        assert!(
            office.on_board(&card, &job).await && !office.on_board(&card, &card.job).await,
            "sent: {sent}"
        );
        office.send(60).await;
    }
    assert_eq!(office.effects("application.transfer"), 1);
    // What follows is asked of the new plan.
    let targets = office.call("move_targets", json!({ "application_id": card.id })).await;
    let stage = targets.as_array().unwrap().iter().find(|target| target["refusal"].is_null()).unwrap();
    let moved = office.start_move(&card.id, stage["stage"]["id"].as_str().unwrap()).await;
    let refused = office.try_call("undo", json!({ "intent_id": intent })).await.unwrap_err();
    assert_eq!(refused.code, crate::Code::InputInvalid, "it was moved on since");
    office.call("undo", json!({ "intent_id": moved })).await;
    office.call("undo", json!({ "intent_id": intent })).await;
    assert!(office.on_board(&card, &card.job).await);
    office.send(60).await;
    let view = office.view(&card).await;
    assert_eq!((&view["job_id"], &view["stage"]["id"]), (&json!(card.job), &json!(card.from)));
    let closed = office.rows("ats_jobs").await.into_iter().find(|job| job["status"] == "CLOSED").unwrap();
    for job in [&card.job, &text(&closed, "id"), &"nobody".to_owned()] {
        let input = json!({ "application_id": card.id, "job_id": job });
        let refused = office.try_call("transfer_application_to_job", input).await.unwrap_err();
        assert_eq!(refused.code, crate::Code::InputInvalid, "{refused}");
    }
}

#[tokio::test(start_paused = true)]
async fn out_of_the_archive_an_application_is_where_it_was_before() {
    let office = Office::open().await;
    let card = office.movable().await;
    let unarchive = json!({ "application_id": card.id });
    let refused = office.try_call("unarchive_application", unarchive.clone()).await.unwrap_err();
    assert_eq!(refused.code, crate::Code::AlreadySo);
    let reject = json!({ "application_id": card.id, "rejection_reason_id": office.reason().await });
    office.act("reject_application", &reject).await;
    assert_eq!(office.view(&card).await["outcome"], "DECLINED");
    let intent = office.act("unarchive_application", &unarchive).await;
    let view = office.view(&card).await;
    assert_eq!((&intent["state"], &view["outcome"]), (&json!("done"), &json!("PENDING")));
    assert_eq!((&view["stage"]["id"], &view["reason"]), (&json!(card.from), &Value::Null));
}

#[tokio::test(start_paused = true)]
async fn a_source_is_changed_unless_a_colleague_did_so_meanwhile() {
    let office = Office::open().await;
    let card = office.movable().await;
    let before = office.view(&card).await["source"].clone();
    let source = office.other_source(&card).await;
    let input = json!({ "application_id": card.id, "source_id": source });
    let named = office.one(Kind::Source, |it| it["id"] == *source).await["title"].clone();
    let intent = office.ask("change_application_source", &input).await;
    for _ in 0..2 {
        assert_eq!(office.view(&card).await["source"], named);
        office.send(60).await;
    }
    office.call("undo", json!({ "intent_id": intent })).await;
    office.send(60).await;
    assert_eq!(office.view(&card).await["source"], before);

    let theirs = office
        .one(Kind::Source, |it| it["title"] != before && it["title"] != named && it["isArchived"] != true)
        .await;
    let params = api::ChangeSourceParams {
        application_id: ashby::ApplicationId::from(card.remote_id.as_str()),
        source_id: theirs["id"].as_str().map(ashby::SourceId::from),
    };
    office.workspace().client.call::<api::ApplicationChangeSource>(Lane::Write, &params).await.unwrap();
    let sent = office.effects("application.changeSource");
    let asked = office.act("change_application_source", &input).await;
    assert_eq!((&asked["state"], office.effects("application.changeSource")), (&json!("conflict"), sent));
    let conflict = &asked["conflict"];
    assert_eq!((&conflict["theirs"]["name"], &conflict["yours"]["name"]), (&theirs["title"], &named));
    office.call("decide", json!({ "intent_id": asked["id"], "choice": "mine" })).await;
    office.send(60).await;
    assert_eq!(office.view(&card).await["source"], named);
}

#[tokio::test(start_paused = true)]
async fn a_conflict_about_a_stage_tells_who_moved_it_and_when() {
    let office = Office::open().await;
    let card = office.movable().await;
    let intent = office.start_move(&card.id, &card.to[0]).await;
    office.colleague_moves(&card, &card.to[1]).await;
    office.send(60).await;
    let conflict = office.intent(&intent).await["conflict"].clone();
    assert_eq!(conflict["theirs"]["id"], *card.to[1]);
    assert!(
        conflict["at"].is_string() && conflict["by"].as_str().is_some_and(|name| name.contains(' ')),
        "{conflict}"
    );
}

#[tokio::test(start_paused = true)]
async fn fields_are_edited_in_their_shape_and_back() {
    let office = Office::open().await;
    let card = office.movable().await;
    let field = office.one(Kind::CustomField, |it| {
        it["objectType"] == "Candidate" && it["fieldType"] == "String" && it["isArchived"] != true
    });
    let label = field.await["title"].clone();
    let shown = |page: &Value| {
        let mut fields = page["fields"].as_array().unwrap().iter();
        fields.find(|field| field["label"] == label).map(|field| field["value"].clone())
    };
    let before = shown(&office.page(&card).await);
    let input = json!({ "candidate_id": card.candidate, "fields": [{ "field": label, "value": "Quartz" }] });
    let intent = office.ask("set_candidate_fields", &input).await;
    for _ in 0..2 {
        assert_eq!(shown(&office.page(&card).await), Some(json!("Quartz")));
        office.send(60).await;
    }
    let again = office.try_call("set_candidate_fields", input).await.unwrap_err();
    assert_eq!(again.code, crate::Code::AlreadySo);
    let field = office.text_field("Application").await;
    let own = json!({ "model": "ats_applications", "id": card.id });
    let input = json!({ "application_id": card.id, "fields": [{ "field": field, "value": "Basalt" }] });
    let of_application = office.ask("set_application_fields", &input).await;
    for pending in [json!("waiting"), Value::Null] {
        let fields = office.call("record_fields", own.clone()).await;
        let set = fields.as_array().unwrap().iter().find(|field| field["value"] == "Basalt");
        assert_eq!(set.unwrap_or_else(|| panic!("{fields}"))["pending"], pending);
        office.send(60).await;
    }
    office.call("undo", json!({ "intent_id": of_application })).await;
    let fields = office.call("record_fields", own).await;
    assert!(!fields.to_string().contains("Basalt"), "{fields}");
    office.call("undo", json!({ "intent_id": intent })).await;
    office.send(60).await;
    assert_eq!(shown(&office.page(&card).await), before);
    for (field, value) in [(label.clone(), json!(7)), (json!("No such field"), json!("x"))] {
        let input = json!({ "candidate_id": card.candidate, "fields": [{ "field": field, "value": value }] });
        let refused = office.try_call("set_candidate_fields", input).await.unwrap_err();
        assert_eq!(refused.code, crate::Code::InputInvalid, "{refused}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_cleared_field_stands_empty_until_ashby_has_it() {
    let office = Office::open().await;
    let card = office.movable().await;
    let field = office.text_field("Candidate").await;
    let fill = |value: Value| json!({ "candidate_id": card.candidate, "fields": [{ "field": field, "value": value }] });
    office.ask("set_candidate_fields", &fill(json!("Quartz"))).await;
    office.send(60).await;
    let page = office.page(&card).await;
    let label = |page: &Value, of: &str| {
        let all = page["fields"].as_array().unwrap().iter();
        all.filter(|field| field["value"] == of).map(|field| field["label"].clone()).collect::<Vec<_>>()
    };
    let filled = label(&page, "Quartz");
    assert_eq!(filled.len(), 1, "{page}");
    office.ask("set_candidate_fields", &fill(Value::Null)).await;
    let page = office.page(&card).await;
    let cleared = page["fields"].as_array().unwrap().iter().find(|it| it["label"] == filled[0]).unwrap();
    assert_eq!((&cleared["value"], &cleared["pending"]), (&json!(""), &json!("waiting")));
    office.send(60).await;
    let page = office.page(&card).await;
    assert!(page["fields"].as_array().unwrap().iter().all(|it| it["label"] != filled[0]), "{page}");
}

#[tokio::test(start_paused = true)]
async fn people_go_into_projects_and_out_again() {
    let office = Office::open().await;
    let card = office.movable().await;
    let project = office.project(&card).await;
    let input = json!({ "candidate_id": card.candidate, "project_id": project });
    let inside = async || {
        let people = office.call("project_people", json!({ "project_id": project })).await;
        let mine = office.call("candidate_projects", json!({ "id": card.candidate })).await;
        let is = people.as_array().unwrap().iter().any(|person| person["id"] == *card.candidate);
        assert_eq!(mine.as_array().unwrap().iter().any(|it| it["id"] == *project), is);
        let list = office.call("list_projects", json!({})).await;
        let mut rows = list["projects"].as_array().unwrap().iter();
        assert_eq!(
            rows.find(|row| row["id"] == *project).unwrap()["people"],
            people.as_array().unwrap().len()
        );
        is
    };
    let first = office.ask("add_candidate_to_project", &input).await;
    assert!(inside().await);
    office.ask("remove_candidate_from_project", &input).await;
    assert_eq!(office.intent(&first).await["state"], "cancelled", "neither was sent");
    assert!(!inside().await);
    let again = office.act("add_candidate_to_project", &input).await;
    assert!(inside().await);
    office.call("undo", json!({ "intent_id": again["id"] })).await;
    assert!(!inside().await);
    office.send(60).await;
    assert!(!inside().await);
    assert_eq!((office.effects("candidate.addProject"), office.effects("candidate.removeProject")), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn feedback_needs_the_answers_the_form_asks_for() {
    let office = Office::open().await;
    let card = office.movable().await;
    let whole = office.scorecard(&card).await;
    let count = async || {
        let list = office.call("candidate_feedback", json!({ "id": card.candidate })).await;
        list["total"].as_u64().unwrap()
    };
    office.call("candidate_refresh", json!({ "id": card.candidate })).await;
    let before = count().await;
    let mut unknown = whole.clone();
    unknown["answers"]["no_such_path"] = json!("x");
    let mut nothing = whole.clone();
    nothing["answers"] = json!({});
    let mut alone = whole.clone();
    alone["interview_event_id"] = json!("f9e52a51-a075-4116-a7b8-484deba69004");
    let mut form = whole.clone();
    form["form_id"] = json!("nobody");
    for wrong in [unknown, nothing, alone, form] {
        let refused = office.try_call("submit_feedback", wrong).await.unwrap_err();
        assert_eq!(refused.code, crate::Code::InputInvalid, "{refused}");
    }
    let given = office.act("submit_feedback", &whole).await;
    assert_eq!((&given["state"], &given["undo"], count().await), (&json!("done"), &Value::Null, before + 1));
}

#[tokio::test(start_paused = true)]
async fn a_mailed_rejection_says_when_and_that_it_cannot_be_taken_back() {
    let office = Office::open().await;
    let card = office.movable().await;
    let mut input = json!({ "application_id": card.id, "rejection_reason_id": office.reason().await,
                            "template_id": office.template().await, "send_at": "2020-01-01T09:00:00Z" });
    assert!(office.try_call("reject_application_with_mail", input.clone()).await.is_err(), "a time gone by");
    input["send_at"] = json!("2027-01-04T09:00:00+01:00");
    let unsent = office.ask("reject_application_with_mail", &input).await;
    let row = office.intent(&unsent).await;
    let detail = text(&row, "detail");
    assert!(detail.contains("2027-01-04T08:00:00") && detail.contains("Cannot be taken back"), "{detail}");
    assert_eq!(row["undo"], "cancel");
    office.call("undo", json!({ "intent_id": unsent })).await;
    let sent = office.act("reject_application_with_mail", &input).await;
    assert_eq!((&sent["state"], &sent["undo"], office.made("mails")), (&json!("done"), &Value::Null, 1));
    let refused = office.try_call("undo", json!({ "intent_id": sent["id"] })).await.unwrap_err();
    assert!(refused.message.contains("mail"), "{refused}");
    let again = office.try_call("reject_application_with_mail", input).await.unwrap_err();
    assert_eq!(again.code, crate::Code::InputInvalid, "nobody is mailed twice");
}

#[tokio::test(start_paused = true)]
async fn a_file_goes_straight_to_ashby_when_the_host_for_uploads_is_out_of_reach() {
    let office = Office::open().await;
    let card = office.movable().await;
    office.control(&json!({ "op": "upload_host", "url": "https://uploads.invalid" }));
    for lost in [false, true] {
        if lost {
            office.trouble("lost-reply", "candidate.uploadResume");
        }
        let input = json!({ "candidate_id": card.candidate, "attachment": pdf() });
        let intent = office.act("add_attachment_to_candidate", &input).await;
        assert_eq!(
            (&intent["state"], office.made("files")),
            (&json!("done"), 1 + u64::from(lost)),
            "{intent}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_was_set_back_holds_nothing_up() {
    let office = Office::open().await;
    let card = office.movable().await;
    let intent = office.start_move(&card.id, &card.to[0]).await;
    office.local.jump.store(-86_400, std::sync::atomic::Ordering::Relaxed);
    office.send(30).await;
    assert_eq!((&office.intent(&intent).await["state"], office.carried_out()), (&json!("done"), 1));
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_read_is_parked_alone() {
    let office = Office::open().await;
    let card = office.movable().await;
    let poisoned = office.start_move(&card.id, &card.to[0]).await;
    let note = json!({ "application_id": card.id, "content": "Called" });
    let next = office.ask("add_note_to_application", &note).await;
    let id = poisoned.clone();
    let spoil = move |tx: &samara_store::LocalTx<'_>| {
        let mut intent = tx.intent(&id)?.unwrap();
        intent.pre_image = "no JSON".to_owned();
        tx.advance(&intent, State::Waiting).map(drop)
    };
    office.workspace().write_local(spoil).await.unwrap();
    office.send(60).await;
    assert_eq!(office.intent(&poisoned).await["state"], "failed");
    assert_eq!(office.intent(&next).await["state"], "done");
    office.call("discard", json!({ "intent_id": poisoned })).await;
}

#[tokio::test(start_paused = true)]
async fn a_gesture_for_five_hundred_is_taken_back_by_one() {
    let office = Office::of(500).await;
    let people = office.rows("ats_candidates").await;
    let inputs: Vec<Value> = people
        .iter()
        .take(500)
        .map(|row| json!({ "candidate_id": row["id"], "tag": { "name": "Bulk" } }))
        .collect();
    assert_eq!(inputs.len(), 500);
    let queued = office.call("act_many", json!({ "action": "add_tag_to_candidate", "inputs": inputs })).await;
    let office = office.restarted();
    let undone = office.call("undo", json!({ "intent_id": queued["intent_id"] })).await;
    assert_eq!(undone["label"], "Took back 500 actions");
    office.send(60).await;
    assert_eq!(office.made("tags"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_move_and_the_move_back_that_are_both_unsent_are_none() {
    let office = Office::open().await;
    let card = office.movable().await;
    let there = office.start_move(&card.id, &card.to[0]).await;
    office.start_move(&card.id, &card.from).await;
    office.send(60).await;
    assert_eq!((&office.intent(&there).await["state"], office.carried_out()), (&json!("cancelled"), 0));
}

#[tokio::test(start_paused = true)]
async fn what_actions_choose_from_is_told_without_asking_ashby() {
    let office = Office::open().await;
    let asked = office.control(&json!({ "op": "requests" }))["total"].clone();
    for (list, field) in
        [("templates", "intendedTypes"), ("feedback_forms", "formDefinition"), ("custom_fields", "fieldType")]
    {
        let answer = office.call("reference_list", json!({ "list": list })).await;
        let records = answer["records"].as_array().unwrap();
        assert!(records.len() > 1 && records.iter().all(|record| !record[field].is_null()), "{list}");
    }
    assert_eq!(office.control(&json!({ "op": "requests" }))["total"], asked);
}
