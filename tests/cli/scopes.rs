//! What the key may do, and searches kept under a name.

use serde_json::json;

use crate::program::{Samara, Sandbox, text};

#[test]
fn what_the_key_may_do_is_told_and_asked_anew_when_wanted() {
    let sandbox = Sandbox::start(34, 60);
    let samara = Samara::synced(&sandbox);
    let report =
        |more: &[&str]| samara.run(&[&["--json", "scopes"], more].concat()).well().objects().remove(0);
    let state = |report: &serde_json::Value, name: &str| {
        let models = report["models"].as_array().unwrap();
        assert_eq!(models.len(), 19);
        text(models.iter().find(|model| model["model"] == name).unwrap(), "state").to_owned()
    };
    let first = report(&[]);
    assert_eq!(
        (state(&first, "ats_candidates").as_str(), state(&first, "ats_offers").as_str()),
        ("ok", "ok")
    );
    sandbox.control(&json!({ "op": "scopes", "withdraw": ["offers:read"] }));
    assert_eq!(report(&[])["asked_at"], first["asked_at"], "what was found out last is told again");
    let second = report(&["--rerun"]);
    assert_eq!(state(&second, "ats_offers"), "no_permission");
    assert!(samara.run(&["scopes"]).well().out.contains("offersRead"));
}

#[test]
fn searches_are_kept_in_an_order_and_given_up() {
    let sandbox = Sandbox::start(35, 60);
    let samara = Samara::empty();
    samara.connect(&sandbox.url, crate::program::KEY).well();
    let save = |name: &str| {
        let saved =
            samara.run(&["--json", "views", "save", name, "--query", "tag:rust -status:hired"]).well();
        text(&saved.objects()[0], "id").to_owned()
    };
    let (one, other) = (save("Rust"), save("Go"));
    let names = || {
        let views = samara.run(&["--json", "views", "list"]).well().objects();
        views.iter().map(|view| text(view, "name").to_owned()).collect::<Vec<_>>()
    };
    samara.run(&["views", "reorder", &other, &one]).well();
    assert_eq!(names(), ["Go", "Rust"]);
    samara.run(&["views", "save", "rust"]).failed("PLATFORM.INPUT_INVALID");
    samara.run(&["views", "delete", &other]).well();
    samara.run(&["views", "delete", &other]).failed("PLATFORM.INPUT_INVALID");
    assert_eq!(names(), ["Rust"]);
}
