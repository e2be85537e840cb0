//! What the first screen showed last, in the page before its script has run.
//!
//! A page takes a good part of a second to read its script and draw itself. The first screen is the same each time, so
//! the window leaves a picture of it when it is closed, and the next start shows it at once, if the mirror still answers
//! what it was drawn from. It is markup, kept in `local.db`, encrypted as all else; the page puts itself in its place.

use samara_engine::{Desk, command};
use serde::Deserialize;
use serde_json::{Value, json};
use tauri::http;

/// The setting it is kept in.
const KEPT: &str = "first_picture";
/// What it was drawn from: reads that answer from disk.
const READS: [&str; 2] = ["workspace_state", "list_jobs"];
/// No first screen is larger, in bytes.
const LARGEST: usize = 512 * 1024;
/// Where the page draws itself.
const ROOT: &str = r#"<div id="root">"#;

/// A picture, and what has to hold for it to be true.
#[derive(Debug, Clone, Deserialize)]
pub struct Picture {
    html: String,
    /// The page's own script: another version draws otherwise.
    script: String,
    /// Attributes of the page that its style looks at, its size among them.
    worn: Vec<(String, String)>,
    asked: Vec<Asked>,
}

/// A question and what was drawn from its answer.
#[derive(Debug, Clone, Deserialize)]
struct Asked {
    name: String,
    input: Value,
    answer: Value,
}

impl Picture {
    /// The picture of the last time, if it still is what the first screen would show. None is as good: the page draws
    /// itself then.
    pub async fn kept(desk: &Desk) -> Option<Self> {
        let kept = command::call(desk, "setting", json!({ "key": KEPT })).await.ok()?;
        let picture: Self = serde_json::from_str(kept.as_str()?).ok()?;
        if picture.html.len() > LARGEST {
            return None;
        }
        for name in READS {
            // Drawn from less, it says nothing of how true it is.
            let Asked { input, answer, .. } = picture.asked.iter().find(|asked| asked.name == name)?;
            let now = command::call(desk, name, input.clone()).await.ok()?;
            if timeless(now) != timeless(answer.clone()) {
                return None;
            }
        }
        Some(picture)
    }

    /// The page with the picture in it, its script to be run by what shows the picture, which lets that be painted first;
    /// none when it is of another version.
    fn put(&self, page: &str) -> Option<String> {
        let (before, after) = page.split_at(page.find(ROOT)?);
        let (head, tail) = before.split_at(before.find(&format!(r#"src="{}""#, self.script))?);
        let (head, tag) = head.split_at(head.rfind("<script")?);
        let (_, tail) = tail.split_once("</script>")?;
        let is_module = tag.contains(r#"type="module""#);
        let worn: String =
            self.worn.iter().map(|(name, value)| attribute(name, value)).collect::<Option<_>>()?;
        // A tree of its own: nothing that looks for something in the page finds it there twice.
        is_module.then(|| {
            [
                head,
                &format!(r#"<link rel="modulepreload" crossorigin href="{}">"#, self.script),
                tail,
                &format!(
                    r#"<div id="picture" aria-hidden="true" inert data-script="{}"{worn}>"#,
                    self.script
                ),
                r#"<template shadowrootmode="closed">"#,
                style(page),
                ROOT,
                &self.html,
                "</div></template></div>",
                after,
            ]
            .concat()
        })
    }

    /// Puts it into the answer that is the page.
    pub fn show(&self, response: &mut http::Response<std::borrow::Cow<'static, [u8]>>) {
        if let Some(page) = std::str::from_utf8(response.body()).ok().and_then(|page| self.put(page)) {
            *response.body_mut() = page.into_bytes().into();
        }
    }
}

/// How the page is styled, in its own words.
fn style(page: &str) -> &str {
    let link = |from: usize| page[from..].find('>').map(|to| &page[from..=from + to]);
    page.find(r#"<link rel="stylesheet""#).and_then(link).unwrap_or_default()
}

/// One attribute; none for what could end it early.
fn attribute(name: &str, value: &str) -> Option<String> {
    let is_plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    (is_plain(name) && is_plain(value)).then(|| format!(r#" {name}="{value}""#))
}

/// An answer without its age, which the picture does not say.
fn timeless(mut answer: Value) -> Value {
    if let Some(coverage) = answer.get_mut("coverage").and_then(Value::as_object_mut) {
        coverage.remove("as_of");
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<head><script type="module" src="./assets/early-1.js"></script><script type="module" src="./assets/index-1.js"></script><link rel="stylesheet" href="./a.css"></head><body><div id="root"></div></body>"#;

    fn picture(script: &str, worn: &str) -> Picture {
        let worn = vec![("data-theme".to_owned(), worn.to_owned())];
        Picture { html: "<b>Jobs</b>".to_owned(), script: script.to_owned(), worn, asked: Vec::new() }
    }

    #[test]
    fn it_stands_before_the_page_draws_itself_and_has_its_script_wait() {
        let page = picture("./assets/index-1.js", "dark").put(PAGE).unwrap();
        let expected = [
            r#"<head><script type="module" src="./assets/early-1.js"></script>"#,
            r#"<link rel="modulepreload" crossorigin href="./assets/index-1.js">"#,
            r#"<link rel="stylesheet" href="./a.css"></head><body>"#,
            r#"<div id="picture" aria-hidden="true" inert data-script="./assets/index-1.js" data-theme="dark">"#,
            r#"<template shadowrootmode="closed"><link rel="stylesheet" href="./a.css">"#,
            r#"<div id="root"><b>Jobs</b></div></template></div><div id="root"></div></body>"#,
        ];
        assert_eq!(page, expected.concat());
    }

    #[test]
    fn one_of_another_version_or_with_strange_attributes_is_not_shown() {
        assert_eq!(picture("./assets/index-2.js", "dark").put(PAGE), None);
        assert_eq!(picture("", "dark").put(PAGE), None);
        assert_eq!(picture("./assets/index-1.js", r#""><script>"#).put(PAGE), None);
    }

    #[test]
    fn an_answer_is_compared_without_its_age() {
        let at = |age: &str, total: u32| json!({ "rows": [], "coverage": { "as_of": age, "total": total } });
        assert_eq!(timeless(at("2026-11-01", 3)), timeless(at("2026-11-02", 3)));
        assert_ne!(timeless(at("2026-11-01", 3)), timeless(at("2026-11-01", 4)));
    }
}
