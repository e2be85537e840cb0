//! Answers to questions: into the shapes of Ashby's forms, and to where they belong.

use std::collections::BTreeMap;

use samara_store::Reading;
use samara_store::table::apply::AskedQuestion;
use samara_unified::{Id, Timestamp, is_email};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::super::queue::Asking;
use super::attachment::{Content, content_of};
use super::create::GivenAnswer;
use super::{Attachment, AttachmentKind};
use crate::Failure;

/// An answer on the application form.
pub(super) struct Answered {
    /// The question.
    pub(super) question: AskedQuestion,
    /// Its value for the form.
    pub(super) value: Given,
    /// The answer in words.
    pub(super) words: String,
}

/// An answer's value.
pub(super) enum Given {
    Value(Value),
    File(Content),
}

/// All answers by where they go.
#[derive(Default)]
pub(super) struct Answers {
    /// On the application form.
    pub(super) form: Vec<Answered>,
    /// Of the application form too, but nobody's to keep.
    pub(super) withheld: Map<String, Value>,
    /// On survey forms, by Ashby's id of the form: its type, and the answers by path.
    pub(super) surveys: BTreeMap<String, (String, Map<String, Value>)>,
    /// Remarks for the recruiter.
    pub(super) remarks: Vec<String>,
}

/// Sorts and converts what was answered; a wrong shape is refused.
pub(super) fn sorted(reading: &Reading<'_>, job_id: &str, given: &[GivenAnswer]) -> Result<Answers, Failure> {
    let questions = if given.is_empty() { Vec::new() } else { reading.asked_questions(job_id)? };
    let mut answers = Answers::default();
    for GivenAnswer { question_id, answer } in given {
        let remote = question_id.strip_prefix("remote:");
        let known = questions.iter().find(|question| {
            question.id == *question_id
                || remote.is_some_and(|remote| {
                    question.remote_id.as_deref() == Some(remote) || question.path == remote
                })
        });
        let Some(question) = known else {
            answers.remarks.push("An answer was left out: this job does not ask that question.".to_owned());
            continue;
        };
        match (converted(question, answer)?, &question.survey) {
            (None, _) => {
                let remark = format!("The answer to “{}” was left out: it cannot be sent.", question.title);
                answers.remarks.push(remark);
            }
            (Some((Given::Value(value), _)), Some(survey)) => {
                let kind = question.survey_type.clone().unwrap_or_default();
                let form = answers.surveys.entry(survey.clone()).or_insert_with(|| (kind, Map::new()));
                form.1.insert(question.path.clone(), value);
            }
            (Some((Given::File(_), _)), Some(_)) => {
                let remark = format!("The file for “{}” was left out: surveys take none.", question.title);
                answers.remarks.push(remark);
            }
            (Some((Given::Value(value), _)), None) if question.category.is_some() => {
                answers.withheld.insert(question.path.clone(), value);
            }
            (Some((value, words)), None) => {
                answers.form.push(Answered { question: question.clone(), value, words });
            }
        }
    }
    Ok(answers)
}

/// An answer in the shape of its field with what it says in words; `None` where no field takes one.
fn converted(question: &AskedQuestion, answer: &Value) -> Result<Option<(Given, String)>, Failure> {
    let wrong = |wanted: &str| {
        Failure::input(
            format!("The answer to “{}” has the wrong shape.", question.title),
            format!("Give {wanted}."),
        )
    };
    let kind = question.format.get("type").and_then(Value::as_str).unwrap_or_default();
    let (value, words) = match kind {
        "TEXT" => {
            let text = answer.as_str().filter(|text| !text.trim().is_empty()).ok_or_else(|| wrong("text"))?;
            let value = match question.field_type.as_str() {
                "Email" if !is_email(text.trim()) => return Err(wrong("an e-mail address")),
                "Url" | "SocialLink" if !is_web_address(text) => {
                    return Err(wrong("a web address that begins with https://"));
                }
                "RichText" => json!({ "type": "PlainText", "value": text }),
                _ => json!(text),
            };
            (value, text.to_owned())
        }
        "BOOLEAN" => {
            let yes = answer.as_bool().ok_or_else(|| wrong("true or false"))?;
            (json!(yes), if yes { "Yes" } else { "No" }.to_owned())
        }
        "NUMBER" => number(question, answer).ok_or_else(|| {
            wrong(if question.field_type == "Score" { "a whole number from 1 to 4" } else { "a number" })
        })?,
        "DATE" => {
            let day = answer.as_str().and_then(day).ok_or_else(|| wrong("a date such as 2027-01-31"))?;
            (json!(day), day)
        }
        "SINGLE_SELECT" => {
            let chosen = answer.as_str().and_then(|id| option(question, id));
            let (value, name) = chosen.ok_or_else(|| wrong("the id of one of the options"))?;
            (json!(value), name)
        }
        "MULTI_SELECT" => {
            let chosen: Option<Vec<(String, String)>> = answer.as_array().and_then(|ids| {
                ids.iter().map(|id| id.as_str().and_then(|id| option(question, id))).collect()
            });
            let chosen = chosen.filter(|chosen| !chosen.is_empty());
            let chosen = chosen.ok_or_else(|| wrong("a list of ids of the options"))?;
            let (values, names): (Vec<String>, Vec<String>) = chosen.into_iter().unzip();
            (json!(values), names.join(", "))
        }
        "FILE" => return Ok(Some(file(answer, &wrong)?)),
        _ => return Ok(None),
    };
    Ok(Some((Given::Value(value), words)))
}

fn number(question: &AskedQuestion, answer: &Value) -> Option<(Value, String)> {
    let number = answer.as_f64().filter(|number| number.is_finite())?;
    if question.field_type == "Score" {
        let score = answer.as_u64().filter(|score| (1..=4).contains(score))?;
        return Some((json!({ "score": score }), score.to_string()));
    }
    Some((answer.clone(), number.to_string()))
}

fn day(text: &str) -> Option<String> {
    let day = text.get(..10)?;
    chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
    (text.len() == 10 || Timestamp::parse(text).is_some()).then(|| day.to_owned())
}

/// The value and the name of an option, by its unified id or its value.
fn option(question: &AskedQuestion, id: &str) -> Option<(String, String)> {
    let options = question.format.get("options").and_then(Value::as_array)?;
    let text = |option: &Value, key: &str| option.get(key).and_then(Value::as_str).map(str::to_owned);
    let remote = id.strip_prefix("remote:");
    let option = options.iter().find(|option| {
        option.get("id").and_then(Value::as_str) == Some(id)
            || remote.is_some_and(|remote| option.get("remote_id").and_then(Value::as_str) == Some(remote))
    })?;
    let name = text(option, "name")?;
    Some((text(option, "remote_id").unwrap_or_else(|| name.clone()), name))
}

#[derive(Deserialize)]
struct GivenFile {
    name: String,
    #[serde(default)]
    content_type: Option<String>,
    #[serde(default)]
    data: Option<String>,
    #[serde(default)]
    data_url: Option<String>,
}

/// The file an answer brings, if it is one.
pub(super) fn attached(answer: &Value) -> Option<Attachment> {
    let GivenFile { name, content_type, data, data_url } = serde_json::from_value(answer.clone()).ok()?;
    Some(Attachment { name, content_type, data, data_url, r#type: AttachmentKind::Other })
}

fn file(answer: &Value, wrong: &dyn Fn(&str) -> Failure) -> Result<(Given, String), Failure> {
    let attachment = attached(answer).ok_or_else(|| wrong("a file: {name, content_type, data}"))?;
    let content = content_of(&attachment)?;
    let words = content.name.clone();
    Ok((Given::File(content), words))
}

pub(super) fn is_web_address(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && text.len() > scheme.len()
    }) && !text.chars().any(char::is_whitespace)
}

/// The key under which a person is known before Ashby has them: one for each address.
pub(super) fn person_key(asking: &Asking, email: &str) -> String {
    let id = Id::of(&asking.connection, "provisional candidate", &email.trim().to_lowercase());
    format!("{}{}", samara_store::table::provisional::PREFIX, id.as_str())
}

/// The key of an application before Ashby has it: one for each address and job.
pub(super) fn application_key(asking: &Asking, email: &str, job: &str) -> String {
    let email = email.trim().to_lowercase();
    let id = Id::of_parts(&asking.connection, "provisional application", &[&email, job]);
    format!("{}{}", samara_store::table::provisional::PREFIX, id.as_str())
}
