use serde_json::{Value, json};

use super::{Office, text};

fn view(name: &str) -> Value {
    json!({ "id": null, "name": name, "query": "tag:rust", "sort": "name", "desc": false, "columns": ["name", "stage"] })
}

impl Office {
    async fn view_names(&self) -> Vec<String> {
        let views = self.call("list_views", json!({})).await;
        views.as_array().unwrap().iter().map(|view| text(view, "name")).collect()
    }
}

#[tokio::test(start_paused = true)]
async fn a_view_is_kept_changed_put_in_order_and_given_up() {
    let office = Office::connected();
    let mut ids = Vec::new();
    for name in ["Onsite", "New", " Stale "] {
        ids.push(text(&office.call("save_view", view(name)).await, "id"));
    }
    assert_eq!(office.view_names().await, ["Onsite", "New", "Stale"]);
    office.call("reorder_views", json!({ "ids": [ids[2], "unknown", ids[0]] })).await;
    assert_eq!(office.view_names().await, ["Stale", "Onsite", "New"]);

    let mut changed = view("Newest");
    changed["id"] = json!(ids[1]);
    changed["sort"] = json!("created");
    office.call("save_view", changed).await;
    assert_eq!(office.view_names().await, ["Stale", "Onsite", "Newest"], "in its place");
    let one = office.call("view", json!({ "id": ids[1] })).await;
    assert_eq!((&one["sort"], &one["columns"]), (&json!("created"), &json!(["name", "stage"])));

    office.call("delete_view", json!({ "id": ids[2] })).await;
    assert_eq!(office.view_names().await, ["Onsite", "Newest"]);
    for (command, input) in [
        ("delete_view", json!({ "id": ids[2] })),
        ("view", json!({ "id": ids[2] })),
        ("save_view", view("  ")),
        ("save_view", view("ONSITE")),
        ("save_view", view(&"x".repeat(101))),
    ] {
        let refused = office.try_call(command, input).await.unwrap_err();
        assert_eq!(refused.code, crate::Code::InputInvalid, "{command}");
    }
    assert_eq!(office.view_names().await, ["Onsite", "Newest"]);
}
