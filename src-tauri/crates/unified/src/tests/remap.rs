use proptest::prelude::*;
use serde_json::json;

use super::*;

fn payload() -> Json {
    json!({ "id": "c", "name": "Ada Byron", "position": " ", "company": "Analytical", "school": "Home",
        "emailAddresses": [{ "value": "ada@seed.example" }],
        "customFields": [{ "id": "f1", "title": "Level", "value": "senior" }] })
}

fn info() -> &'static TableInfo {
    tables().iter().find(|info| info.table == "ats_candidates").unwrap()
}

struct Applied {
    fields: Vec<Value>,
    private: Vec<Value>,
    custom: Json,
    integration: Json,
}

fn applied(remapping: &Json) -> Applied {
    let remapping: Remapping = parse(remapping);
    assert_eq!(remapping.faults(tables()), []);
    let row = candidate(&connection(), &parse(&payload())).candidate;
    let mut applied = Applied {
        fields: row.model.fields(),
        private: row.model.private(),
        custom: row.custom_fields,
        integration: row.integration_fields,
    };
    let mut values = Values {
        fields: &mut applied.fields,
        private: &mut applied.private,
        custom_fields: &mut applied.custom,
        integration_fields: &mut applied.integration,
    };
    let of = |endpoint: Option<&str>| match endpoint {
        None | Some("candidate.list") => Some(payload()),
        Some("candidate.info") => Some(json!({ "position": "Countess" })),
        Some(_) => None,
    };
    remapping.apply(&connection(), info(), &mut values, of);
    applied
}

impl Applied {
    fn field(&self, name: &str) -> &Value {
        &self.fields[info().fields.iter().position(|field| field.name == name).unwrap()]
    }

    fn column(&self, name: &str) -> &Value {
        &self.private[info().private.iter().position(|field| field.name == name).unwrap()]
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

#[test]
fn a_field_is_filled_from_another_place_with_its_value_mapped() {
    let title = |rule: Json| {
        let mut rule = rule;
        rule["model"] = "ats_candidates".into();
        rule["field"] = "title".into();
        applied(&json!({ "rules": [rule] })).field("title").clone()
    };
    assert_eq!(title(json!({ "source": "/company" })), text("Analytical"));
    assert_eq!(title(json!({ "source": "candidate.info:/position" })), text("Countess"));
    assert_eq!(
        title(json!({ "source": "/customFields/f1/value", "values": { "senior": "Senior" } })),
        text("Senior")
    );
    assert_eq!(
        title(json!({ "source": "/position", "fallbacks": ["/none", "/company"] })),
        text("Analytical")
    );
    assert_eq!(title(json!({ "source": "other.info:/x", "default": "Unknown" })), text("Unknown"));
    assert_eq!(title(json!({ "source": "/position" })), Value::Null);
    assert_eq!(title(json!({ "source": "/emailAddresses/0/value" })), text("ada@seed.example"));
    let company = json!({ "rules": [{ "model": "ats_candidates", "field": "company", "values": { "Analytical": "AE" } }] });
    assert_eq!(applied(&company).field("company"), &text("AE"));
}

#[test]
fn a_value_that_does_not_fit_its_column_is_nothing() {
    let created = |source: &str| {
        let rule = json!({ "model": "ats_candidates", "field": "remote_created_at", "source": source });
        applied(&json!({ "rules": [rule] })).field("remote_created_at").clone()
    };
    assert_eq!(created("/company"), Value::Null);
}

#[test]
fn a_field_that_is_switched_off_is_neither_projected_nor_kept() {
    let off = json!({ "fields": { "ats_candidates.email_addresses": "DISABLED", "ats_candidates.first_name": "DISABLED" } });
    let applied = applied(&off);
    assert_eq!(applied.field("email_addresses"), &Value::Null);
    assert_eq!(applied.column("_primary_email"), &Value::Null);
    let remapping: Remapping = parse(&off);
    let kept: Json = serde_json::from_str(&remapping.kept("ats_candidates", &payload().to_string())).unwrap();
    assert_eq!(kept.get("emailAddresses"), None);
    assert_eq!(kept["name"], "Ada Byron", "the last name comes from it, too");
    assert_eq!(remapping.kept("ats_tags", "{}"), "{}");
}

#[test]
fn integration_fields_are_shown_as_told() {
    let applied = applied(&json!({
        "custom_fields": [{ "model": "ats_candidates", "key": "grade", "integration_field": "f1" },
            { "model": "ats_candidates", "key": "school", "integration_field": "/school" }],
        "passthrough": { "ats_candidates.f1": false, "ats_candidates./school": true },
    }));
    assert_eq!(applied.custom, json!({ "level": "senior", "grade": "senior", "school": "Home" }));
    assert_eq!(applied.integration.as_array().unwrap().len(), 1);
    assert_eq!(applied.integration[0]["type"], "DEFAULT");
    assert_eq!(applied.integration[0]["value"], "Home");
}

#[test]
fn what_can_not_be_applied_is_named() {
    let remapping: Remapping = parse(&json!({
        "rules": [{ "model": "ats_candidates", "field": "shoe_size", "source": "position" },
            { "model": "ats_applications", "field": "job_id", "source": "/x" }],
        "models": { "ats_ships": "DISABLED" },
        "fields": { "ats_users.shoe_size": "DISABLED", "nothing": "OPTIONAL" },
        "custom_fields": [{ "model": "ats_users", "key": "a", "integration_field": "f" },
            { "model": "ats_jobs", "key": " ", "integration_field": "f" }],
        "passthrough": { "ats_ships.f": true },
    }));
    let places: Vec<String> = remapping.faults(tables()).into_iter().map(|fault| fault.place).collect();
    assert_eq!(
        places,
        [
            "ats_candidates.shoe_size",
            "position",
            "ats_applications.job_id",
            "ats_ships",
            "ats_users.shoe_size",
            "nothing",
            "ats_users.a",
            "ats_jobs. ",
            "ats_ships.f"
        ]
    );
    assert!(Remapping::default().is_plain() && !remapping.is_plain());
    assert!(!remapping.keeps_model("ats_ships") && remapping.keeps_model("ats_users"));
}

proptest! {
    #[test]
    fn no_path_or_value_breaks_a_row(source in ".{0,20}", value in ".{0,10}", field in 0_usize..12) {
        let name = info().fields[field].name;
        let rule = FieldRule {
            model: "ats_candidates".to_owned(),
            field: name.to_owned(),
            source: Some(source),
            default: Some(Json::String(value)),
            ..FieldRule::default()
        };
        let remapping = Remapping { rules: vec![rule], ..Remapping::default() };
        let row = candidate(&connection(), &parse(&payload())).candidate;
        let (mut fields, mut private) = (row.model.fields(), row.model.private());
        let (mut custom, mut integration) = (row.custom_fields, row.integration_fields);
        let mut values = Values { fields: &mut fields, private: &mut private, custom_fields: &mut custom,
            integration_fields: &mut integration };
        remapping.apply(&connection(), info(), &mut values, |_| Some(payload()));
        if let (Kind::Time, Value::Text(at)) = (info().fields[field].kind, &fields[field]) {
            prop_assert!(Timestamp::parse(at).is_some());
        }
    }
}
