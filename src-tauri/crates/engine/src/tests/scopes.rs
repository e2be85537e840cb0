use serde_json::{Value, json};

use super::{Office, text};

impl Office {
    async fn scopes(&self, rerun: bool) -> Value {
        self.call("scope_report", json!({ "rerun": rerun })).await
    }
}

fn model<'a>(report: &'a Value, name: &str) -> &'a Value {
    report["models"].as_array().unwrap().iter().find(|model| model["model"] == name).unwrap()
}

fn field<'a>(report: &'a Value, of: &str, name: &str) -> &'a Value {
    model(report, of)["fields"].as_array().unwrap().iter().find(|field| field["field"] == name).unwrap()
}

#[tokio::test(start_paused = true)]
async fn every_model_and_field_has_a_verdict_before_and_after_the_first_sync() {
    let office = Office::connected();
    let before = office.scopes(false).await;
    assert_eq!((&before["key"], &before["asked_at"]), (&Value::Null, &Value::Null), "nobody was asked yet");
    assert_eq!(before["models"].as_array().unwrap().len(), 19);
    for model in before["models"].as_array().unwrap() {
        assert_eq!(
            (&model["state"], &model["rows"]),
            (&json!("not_fetched"), &json!(0)),
            "{}",
            model["model"]
        );
        assert!(!model["permissions"].as_array().unwrap().is_empty());
    }
    office.sync().await;
    let after = office.scopes(true).await;
    assert_eq!(after["key"]["introspected"], true);
    for model in after["models"].as_array().unwrap() {
        assert!(["ok", "empty"].contains(&text(model, "state").as_str()), "{model}");
        assert!(model["synced_at"].is_string(), "{}", model["model"]);
    }
    let rows = office.rows("ats_candidates").await.len();
    assert_eq!(
        (&model(&after, "ats_candidates")["state"], &model(&after, "ats_candidates")["rows"]),
        (&json!("ok"), &json!(rows))
    );
    let name = field(&after, "ats_candidates", "first_name");
    assert_eq!((&name["state"], &name["filled"], &name["of"]), (&json!("filled"), &json!(100), &json!(100)));
    assert_eq!(field(&after, "ats_candidates", "location.street_1")["state"], "ashby_has_none");
    assert_eq!(
        field(&after, "ats_join_jobs_screening_questions", "precondition_options")["state"],
        "ashby_has_none"
    );
    assert!(after.to_string().len() < 64_000, "{}", after.to_string().len());
    assert_eq!(office.scopes(false).await["asked_at"], after["asked_at"], "kept");
}

#[tokio::test(start_paused = true)]
async fn what_a_permission_hides_is_told_with_its_name_whether_the_key_tells_or_not() {
    for withdrawn in [&["offers:read"][..], &["offers:read", "apiKeys:read"]] {
        let office = Office::connected();
        office.control(&json!({ "op": "scopes", "withdraw": withdrawn }));
        office.sync().await;
        let report = office.scopes(true).await;
        assert_eq!(report["key"]["introspected"], withdrawn.len() == 1);
        let offers = model(&report, "ats_offers");
        assert_eq!(offers["state"], "no_permission");
        assert!(text(&offers["failure"], "message").contains("offersRead"), "{offers}");
        let status = field(&report, "ats_offers", "status");
        assert_eq!(
            (&status["state"], &status["permission"]),
            (&json!("needs_permission"), &json!("offersRead"))
        );
        assert_eq!(model(&report, "ats_candidates")["state"], "ok");
        assert_eq!(office.carried_out(), 0, "nothing is written to find out");

        office.control(&json!({ "op": "scopes", "grant": withdrawn }));
        office.sync().await;
        assert_eq!(model(&office.scopes(true).await, "ats_offers")["state"], "ok");
    }
}

#[tokio::test(start_paused = true)]
async fn what_failed_is_told_with_the_number_of_the_call() {
    let office = Office::open().await;
    office.control(&json!({ "op": "faults", "faults": ["server-error"], "endpoints": ["offer.list"] }));
    office.sync().await;
    let offers = office.scopes(false).await;
    let offers = model(&offers, "ats_offers");
    assert_eq!(
        (&offers["state"], &offers["failure"]["code"]),
        (&json!("failed"), &json!("REMOTE.SERVICE_UNAVAILABLE"))
    );
    assert!(offers["rows"].as_u64().unwrap() > 0, "its rows are left alone");
}

#[tokio::test(start_paused = true)]
async fn what_somebody_switched_off_is_told_from_what_is_missing() {
    let office = Office::open().await;
    let off =
        json!({ "models": { "ats_offers": "DISABLED" }, "fields": { "ats_candidates.company": "DISABLED" } });
    office.call("set_remapping", json!({ "remapping": off })).await;
    office.sync().await;
    let report = office.scopes(true).await;
    let offers = model(&report, "ats_offers");
    assert_eq!((&offers["state"], &offers["failure"]), (&json!("switched_off"), &Value::Null));
    assert!(offers["fields"].as_array().unwrap().iter().all(|field| field["state"] == "switched_off"));
    assert_eq!(field(&report, "ats_candidates", "company")["state"], "switched_off");
    assert_eq!(field(&report, "ats_candidates", "title")["state"], "filled");
    let asked = office.control(&json!({ "op": "requests", "last": 0 }))["total"].clone();
    let tested = office.call("test_model", json!({ "model": "ats_offers" })).await;
    assert_eq!(tested["state"], "switched_off");
    assert_eq!(office.control(&json!({ "op": "requests", "last": 0 }))["total"], asked, "nothing is asked");
}

#[tokio::test(start_paused = true)]
async fn one_model_is_tested_anew_and_the_newest_word_counts() {
    let office = Office::open().await;
    let pause = async || tokio::time::sleep(std::time::Duration::from_secs(5)).await;
    let test = async || office.call("test_model", json!({ "model": "ats_offers" })).await;
    pause().await;
    office.control(&json!({ "op": "scopes", "withdraw": ["offers:read"] }));
    let before = office.control(&json!({ "op": "requests", "last": 0 }))["total"].as_u64().unwrap();
    let lacking = test().await;
    let after = office.control(&json!({ "op": "requests", "last": 0 }))["total"].as_u64().unwrap();
    assert_eq!((&lacking["state"], after - before), (&json!("no_permission"), 1));
    assert!(text(&lacking["failure"], "message").contains("offersRead"), "{lacking}");
    let kept = office.scopes(false).await;
    assert_eq!(model(&kept, "ats_offers")["state"], "no_permission", "it is remembered");
    assert_eq!(model(&kept, "ats_candidates")["state"], "ok");

    pause().await;
    office.control(&json!({ "op": "scopes", "grant": ["offers:read"] }));
    let works = test().await;
    assert_eq!((&works["state"], &works["failure"]), (&json!("ok"), &Value::Null));
    assert!(text(&works, "asked_at") > text(&lacking, "asked_at"));

    pause().await;
    office.control(&json!({ "op": "faults", "faults": ["server-error"], "endpoints": ["offer.list"] }));
    office.sync().await;
    let failed = office.scopes(false).await;
    let failed = model(&failed, "ats_offers");
    assert_eq!(failed["state"], "failed", "the sync that came after the test knows better");
    assert!(text(failed, "asked_at") > text(&works, "asked_at"));

    pause().await;
    office.control(&json!({ "op": "faults", "faults": [] }));
    assert_eq!(test().await["state"], "ok");
    let refused = office.try_call("test_model", json!({ "model": "ats_ships" })).await.unwrap_err();
    assert_eq!(refused.code.as_str(), "INTEGRATION.MODEL_NOT_AVAILABLE");
}

#[tokio::test(start_paused = true)]
async fn a_sync_that_works_again_overrules_what_the_key_said_before() {
    let office = Office::open().await;
    let pause = async || tokio::time::sleep(std::time::Duration::from_secs(5)).await;
    pause().await;
    office.control(&json!({ "op": "scopes", "withdraw": ["organization:read"] }));
    let lacking = office.scopes(true).await;
    assert_eq!(model(&lacking, "ats_users")["state"], "no_permission");
    pause().await;
    office.control(&json!({ "op": "scopes", "grant": ["organization:read"] }));
    office.sync().await;
    assert_eq!(model(&office.scopes(false).await, "ats_users")["state"], "ok");
}
