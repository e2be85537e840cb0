//! Feedback: the forms interviewers fill in, and what they write.

use serde_json::{Map, Value, json};

use super::Workspace;
use super::forms::{FormField, form_field, option_of};
use crate::draw::{Draw, Stream};
use crate::ids::{Ids, Kind};

/// Title, field type, options, required.
type Question = (&'static str, &'static str, &'static [&'static str], bool);

const VERDICT: Question =
    ("Overall recommendation", "ValueSelect", &["Strong no", "No", "Yes", "Strong yes"], true);

/// A form for feedback.
struct Form {
    title: &'static str,
    archived: bool,
    questions: &'static [Question],
}

const FORMS: &[Form] = &[
    Form {
        title: "Conversation",
        archived: false,
        questions: &[
            VERDICT,
            ("Motivation", "Score", &[], true),
            ("Notes", "RichText", &[], false),
            ("Would work well with the team", "Boolean", &[], false),
        ],
    },
    Form {
        title: "Technical interview",
        archived: false,
        questions: &[
            VERDICT,
            ("Problem solving", "Score", &[], true),
            ("Code quality", "Score", &[], false),
            ("What went well, what did not", "LongText", &[], false),
            ("Strengths", "MultiValueSelect", &["Speed", "Care", "Testing", "Explaining"], false),
            ("Level", "ValueSelect", &["Junior", "Mid", "Senior", "Staff"], false),
        ],
    },
    Form {
        title: "Exercise",
        archived: false,
        questions: &[
            VERDICT,
            ("Tasks solved", "Number", &[], false),
            ("Exercise done on", "Date", &[], false),
            ("One line for the debrief", "String", &[], false),
            ("Link to the result", "Url", &[], false),
        ],
    },
    Form {
        title: "Whiteboard (2022)",
        archived: true,
        questions: &[VERDICT, ("Notes", "LongText", &[], false)],
    },
];

/// Behind the fields of application forms.
const FIRST_FIELD: u64 = 1_000;
const FIELDS: u64 = 50;

fn path(ids: &Ids, form: u64, question: u64) -> String {
    if question == 0 {
        "_systemfield_overall_recommendation".into()
    } else {
        ids.id(Kind::FormField, FIRST_FIELD + form * FIELDS + question)
    }
}

fn definition(ids: &Ids, number: u64, form: &Form) -> Value {
    let fields: Vec<Value> = (0..)
        .zip(form.questions)
        .map(|(question, (title, kind, options, required))| {
            form_field(&FormField {
                id: ids.id(Kind::FormField, FIRST_FIELD + number * FIELDS + question),
                path: path(ids, number, question),
                title,
                kind,
                options,
                required: *required,
            })
        })
        .collect();
    json!({ "sections": [{ "title": form.title, "fields": fields }] })
}

pub(crate) fn forms(ids: &Ids) -> Vec<Value> {
    (0..)
        .zip(FORMS)
        .map(|(number, form)| {
            json!({
                "id": ids.id(Kind::FeedbackForm, number), "organizationId": ids.id(Kind::Organisation, 0),
                "title": form.title, "isArchived": form.archived, "isDefaultForm": number == 0,
                "formDefinition": definition(ids, number, form),
            })
        })
        .collect()
}

const REMARKS: &[&str] = &[
    "Calm, precise, asked about failure modes before anything else. Would like to work with them.",
    "Good start, lost the thread in the second half. Needed two hints to find the race condition.",
    "Knows the theory, little practice with hardware in the loop. Could grow into it.",
    "Explained trade-offs to a non-engineer in two sentences. Rare.",
    "Solid fundamentals; the tests came last and covered the happy path only.",
    "We talked past each other for a while. Suggest a second conversation before deciding.",
];

impl Workspace {
    /// What someone filled in after an interview, by path.
    pub fn scorecard(&self, form: u64, feedback: u64) -> Map<String, Value> {
        let mut draw = Draw::at(self.seed, Stream::Scorecard, feedback);
        let questions =
            usize::try_from(form).ok().and_then(|form| FORMS.get(form)).map_or(&[][..], |it| it.questions);
        let mut answers = Map::new();
        for (question, (_, kind, options, required)) in (0..).zip(questions) {
            if !*required && draw.chance(200) {
                continue;
            }
            let answer = match *kind {
                "ValueSelect" => json!(option_of(draw.word(options))),
                "MultiValueSelect" => {
                    json!(draw.some(options, 2).into_iter().map(|it| option_of(it)).collect::<Vec<_>>())
                }
                "Score" => json!({ "score": draw.between(1, 4) }),
                "Boolean" => json!(draw.chance(700)),
                "Number" => json!(draw.between(0, 12)),
                "Date" => json!(super::time::date(self.now - super::time::days(draw.between(1, 60)))),
                "Url" => json!("https://exercises.haldenrobotics.example/result"),
                "RichText" => json!({ "type": "PlainText", "value": draw.word(REMARKS) }),
                _ => json!(draw.word(REMARKS)),
            };
            answers.insert(path(&self.ids, form, question), answer);
        }
        answers
    }
}
