//! Files that are damaged, gone, or find no room.

use std::fs;
use std::process::Command;

use serde_json::json;

use crate::contract::movable;
use crate::program::{KEY, Samara, Sandbox, binary, bytes, ended};

/// A synced workspace with one move waiting.
fn with_a_move_waiting(sandbox: &Sandbox) -> Samara {
    let samara = Samara::synced(sandbox);
    let (application, stage, _) = movable(&samara);
    let input = json!({ "application_id": application, "stage_id": stage }).to_string();
    samara.run(&["act", "move_application_to_stage", "--queue", "--input", &input]).well();
    samara
}

fn waiting(samara: &Samara) -> usize {
    samara.outbox().iter().filter(|row| row["state"] == "waiting").count()
}

#[test]
fn a_damaged_mirror_is_built_anew_and_the_outbox_stays() {
    let sandbox = Sandbox::start(51, 60);
    let samara = with_a_move_waiting(&sandbox);
    let mirror = samara.data().join("mirror.db");
    let whole = bytes(&mirror);
    let mut holed = whole.clone();
    holed[whole.len() / 3..].fill(7);
    let half = whole[..whole.len() / 2].to_vec();
    for (what, spoilt) in [("its beginning", vec![7; 9_000]), ("its middle", holed), ("its end", half)] {
        fs::write(&mirror, spoilt).unwrap();
        let ended = samara.run(&["list", "ats_candidates"]).failed("STORE.DAMAGED");
        assert!(ended.last().contains("samara rebuild"), "{what}: {}", ended.last());
        samara.run(&["rebuild"]).well();
        samara.run(&["sync"]).well();
        assert_eq!(samara.list("ats_candidates").len(), 60, "{what}");
        assert_eq!(waiting(&samara), 1, "{what}");
    }
}

#[test]
fn a_mirror_under_another_key_is_not_opened_and_not_removed() {
    let sandbox = Sandbox::start(52, 60);
    let (samara, other) = (with_a_move_waiting(&sandbox), Samara::synced(&sandbox));
    fs::copy(other.data().join("mirror.db"), samara.data().join("mirror.db")).unwrap();
    samara.run(&["status"]).failed("STORE.DAMAGED");
    assert_eq!(bytes(&samara.data().join("mirror.db")), bytes(&other.data().join("mirror.db")));
    samara.run(&["rebuild"]).well();
    samara.run(&["sync"]).well();
    assert_eq!(waiting(&samara), 1);
}

#[test]
fn what_ashby_cannot_give_again_is_never_thrown_away() {
    let sandbox = Sandbox::start(53, 60);
    let samara = with_a_move_waiting(&sandbox);
    let local = samara.data().join("local.db");
    let whole = bytes(&local);
    for spoilt in [vec![7; 9_000], b"short".to_vec()] {
        fs::write(&local, &spoilt).unwrap();
        for verb in [&["status"][..], &["sync"], &["rebuild"], &["outbox", "list"]] {
            samara.run(verb).failed("STORE.LOCAL_DAMAGED");
        }
        assert_eq!(bytes(&local), spoilt);
    }
    // A hole behind a sound beginning shows only when what is there is wanted.
    let mut holed = whole.clone();
    holed[8_192..].fill(7);
    fs::write(&local, &holed).unwrap();
    samara.run(&["outbox", "list"]).failed("STORE.LOCAL_DAMAGED");
    fs::write(&local, whole).unwrap();
    assert_eq!(waiting(&samara), 1);
}

#[test]
fn a_vault_that_is_damaged_or_gone_is_told_apart() {
    let sandbox = Sandbox::start(54, 60);
    let samara = Samara::synced(&sandbox);
    let vault = samara.data().join("vault.sealed");
    let whole = bytes(&vault);
    fs::write(&vault, "{}").unwrap();
    samara.run(&["status"]).failed("VAULT.DAMAGED");
    fs::remove_file(&vault).unwrap();
    samara.run(&["status"]).failed("VAULT.EMPTY");
    fs::write(&vault, whole).unwrap();
    let note = samara.data().join("workspace.json");
    let kept = bytes(&note);
    fs::write(&note, "garbage").unwrap();
    let told = samara.run(&["status"]);
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.last().contains("workspace.json"), "{}", told.last());
    fs::write(&note, kept).unwrap();
    assert_eq!(samara.list("ats_candidates").len(), 60);
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let samara = Samara::empty();
    fs::write(samara.data(), "a file where the folder should be").unwrap();
    let told = samara.run(&["status"]).failed("STORE.FILE_REFUSED");
    assert!(told.last().contains("data"), "{}", told.last());
}

/// A file system of some megabytes of its own, in a namespace of its own: nothing outside sees it.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_stops_nothing_that_was_saved() {
    let sandbox = Sandbox::start(55, 2_000);
    let samara = Samara::empty();
    fs::create_dir_all(samara.data()).unwrap();
    let script = r#"
        mount -t tmpfs -o size=6m none "$DATA" || exit 77
        samara() { "$SAMARA" --data-dir "$DATA" "$@"; }
        printf %s "$KEY" | samara --vault passphrase connect --base-url "$URL" --api-key-stdin >&2 || exit 78
        samara sync; echo "full $?"
        samara --json list ats_jobs | wc -l
        mount -o remount,size=200m "$DATA" || exit 79
        samara sync; echo "room $?"
        samara --json list ats_candidates | wc -l
    "#;
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script]);
    command.env("DATA", samara.data()).env("SAMARA", binary()).env("KEY", KEY).env("URL", &sandbox.url);
    command.env("SAMARA_PASSPHRASE", crate::program::PASSPHRASE);
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let told = ended(&mut command, "");
    if told.code == Some(77) || (told.code != Some(0) && told.err.contains("unshare")) {
        eprintln!("skipped: this machine lets nobody mount a file system of one's own: {}", told.err.trim());
        return;
    }
    assert_eq!(told.code, Some(0), "{told:?}");
    let lines: Vec<&str> = told.out.lines().map(str::trim).collect();
    assert!(told.err.lines().any(|line| line.starts_with("STORE.DISK_FULL: ")), "{told:?}");
    assert!(lines.contains(&"full 1") && lines.contains(&"room 0"), "{told:?}");
    assert_eq!(lines.last(), Some(&"2000"), "{told:?}");
}
