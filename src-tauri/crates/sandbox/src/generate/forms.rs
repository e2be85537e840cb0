//! Application forms and surveys, and what applicants fill in.

use serde_json::{Map, Value, json};

use super::people::Person;
use super::{Workspace, time};
use crate::draw::{Draw, Stream};
use crate::ids::Kind;

/// Title, field type, options.
type Question = (&'static str, &'static str, &'static [&'static str]);

/// The five that stand for the applicant, then one or more of every type a form can have.
const QUESTIONS: &[Question] = &[
    ("Name", "String", &[]),
    ("Email", "Email", &[]),
    ("Phone number", "Phone", &[]),
    ("Résumé", "File", &[]),
    ("Location", "Location", &[]),
    ("How did you hear about us?", "String", &[]),
    ("Why do you want to work on robots?", "LongText", &[]),
    ("Tell us about something you built", "RichText", &[]),
    ("Link to your code or portfolio", "Url", &[]),
    ("LinkedIn profile", "SocialLink", &[]),
    ("Years of relevant experience", "Number", &[]),
    ("How well do you know ROS?", "Score", &[]),
    ("Do you need a work permit?", "Boolean", &[]),
    ("When can you start?", "Date", &[]),
    ("Where do you want to work?", "ValueSelect", &["Halden", "Oslo", "Berlin", "Remote"]),
    (
        "Which of these have you used?",
        "MultiValueSelect",
        &["C++", "Rust", "Python", "ROS 2", "None of them"],
    ),
    ("Cover letter", "File", &[]),
    ("Education", "EducationHistory", &[]),
    ("Salary expectation", "Currency", &[]),
    ("Second phone number", "Phone", &[]),
    ("E-mail of a reference", "Email", &[]),
    ("Employee number, if you work here", "UUID", &[]),
    ("Hours per week", "NumberRange", &[]),
    ("Can you work night shifts?", "Boolean", &[]),
    ("Salary range you have in mind", "CompensationRange", &[]),
    // Survey questions.
    ("Gender", "ValueSelect", &["Female", "Male", "Decline to self-identify"]),
    ("Veteran status", "ValueSelect", &["Veteran", "Not a veteran", "Decline to self-identify"]),
    (
        "Which age group are you in?",
        "ValueSelect",
        &["Under 30", "30 to 50", "Over 50", "I prefer not to say"],
    ),
    ("Which languages do you speak at home?", "MultiValueSelect", &["English", "Norwegian", "Other"]),
    ("Anything that would make interviews easier for you?", "LongText", &[]),
    ("May we keep your data for two years?", "Boolean", &[]),
    ("How did the interviews go for you?", "Score", &[]),
];

const IDENTITY: [&str; 5] = [
    "_systemfield_name",
    "_systemfield_email",
    "_systemfield_phone",
    "_systemfield_resume",
    "_systemfield_location",
];
const FIRST_OWN: usize = 5;
const FIRST_SURVEY: usize = 25;

/// A form that applicants answer apart from the application.
struct Survey {
    title: &'static str,
    kind: &'static str,
    questions: &'static [usize],
    archived: bool,
}

const fn survey(title: &'static str, kind: &'static str, questions: &'static [usize]) -> Survey {
    Survey { title, kind, questions, archived: false }
}

const SURVEYS: &[Survey] = &[
    survey("Equal employment opportunity", "EEOC", &[25, 26]),
    survey("Diversity at Halden", "Diversity", &[27, 28]),
    survey("Interview needs", "Questionnaire", &[29]),
    survey("Keeping your data", "CandidateDataConsent", &[30]),
    survey("How it went", "CandidateExperience", &[31]),
    Survey { archived: true, ..survey("Diversity (2023)", "Diversity", &[27]) },
];

/// A field of a form before it is written down.
pub(crate) struct FormField<'a> {
    pub id: String,
    pub path: String,
    pub title: &'a str,
    pub kind: &'a str,
    pub options: &'a [&'a str],
    pub required: bool,
}

/// A field as forms show it.
pub(crate) fn form_field(it: &FormField) -> Value {
    let mut field = json!({
        "id": it.id, "type": it.kind, "path": it.path, "humanReadablePath": it.title, "title": it.title,
        "isNullable": !it.required,
    });
    if let (false, Some(fields)) = (it.options.is_empty(), field.as_object_mut()) {
        let options: Vec<Value> =
            it.options.iter().map(|label| json!({ "label": label, "value": option_of(label) })).collect();
        fields.insert("selectableValues".into(), Value::Array(options));
    }
    json!({ "isRequired": it.required, "field": field })
}

impl Workspace {
    fn field_id(&self, question: usize) -> String {
        self.ids.id(Kind::FormField, u64::try_from(question).unwrap_or(0))
    }

    fn path(&self, question: usize) -> String {
        match question {
            25 => "_systemfield_eeoc_gender".into(),
            26 => "_systemfield_eeoc_veteran_status".into(),
            _ => IDENTITY.get(question).map_or_else(|| self.field_id(question), |path| (*path).to_owned()),
        }
    }

    fn field(&self, question: usize, required: bool) -> Value {
        let Some((title, kind, options)) = QUESTIONS.get(question) else { return Value::Null };
        let mut wrapped = form_field(&FormField {
            id: self.field_id(question),
            path: self.path(question),
            title,
            kind,
            options,
            required,
        });
        if let (true, Some(fields)) = (question.is_multiple_of(6) && question > 0, wrapped.as_object_mut()) {
            fields.insert("descriptionHtml".into(), json!("<p>A few lines are <b>enough</b>.</p>"));
            fields.insert("descriptionPlain".into(), json!("A few lines are enough."));
        }
        wrapped
    }

    /// The questions of a posting's form beyond identity: all of them on the first posting, four to eight on others.
    fn asked(&self, posting: usize) -> Vec<usize> {
        let own: Vec<usize> = (FIRST_OWN..FIRST_SURVEY).collect();
        if posting == 0 {
            return own;
        }
        let mut draw = Draw::at(self.seed, Stream::Posting, u64::try_from(posting).unwrap_or(0) | (1 << 41));
        let count = usize::try_from(draw.between(4, 8)).unwrap_or(4);
        draw.some(&own, count).into_iter().copied().collect()
    }

    pub fn application_form(&self, posting: usize) -> Value {
        let you: Vec<Value> = (0..FIRST_OWN).map(|question| self.field(question, question != 2)).collect();
        let own: Vec<Value> = self
            .asked(posting)
            .into_iter()
            .map(|question| self.field(question, (question + posting).is_multiple_of(3)))
            .collect();
        json!({ "sections": [
            { "title": "You", "fields": you },
            { "title": "The job", "descriptionHtml": "<p>There are no trick questions.</p>",
              "descriptionPlain": "There are no trick questions.", "fields": own },
        ] })
    }

    /// The survey forms, attached to postings or not.
    pub fn survey_forms(&self) -> Vec<Value> {
        (0u64..)
            .zip(SURVEYS)
            .map(|(at, survey)| {
                let fields: Vec<Value> =
                    survey.questions.iter().map(|question| self.field(*question, false)).collect();
                json!({
                    "id": self.ids.id(Kind::SurveyForm, at), "organizationId": self.ids.id(Kind::Organisation, 0),
                    "title": survey.title, "isArchived": survey.archived, "isDefaultForm": at < 2,
                    "surveyType": survey.kind,
                    "formDefinition": { "sections": [{ "title": "Voluntary", "fields": fields }] },
                })
            })
            .collect()
    }

    /// The places of the surveys attached to a posting; the first is for the United States.
    pub fn surveys(&self, posting: usize, american: bool) -> Vec<u64> {
        (0..4)
            .filter(|at| match at {
                0 => american || posting == 0,
                1 => true,
                2 => posting.is_multiple_of(4),
                _ => posting.is_multiple_of(5),
            })
            .collect()
    }

    /// What an applicant filled in: the form as it was, and the answers by path. Surveys are never among them.
    pub fn submission(
        &self,
        application: u64,
        posting: usize,
        person: &Person,
        file: Option<&Value>,
    ) -> Value {
        let mut draw = Draw::at(self.seed, Stream::Answers, application);
        let mut answers = Map::new();
        answers.insert(self.path(0), json!(person.name));
        if let Some(email) = person.emails.first() {
            answers.insert(self.path(1), json!(email.value));
        }
        if let Some(phone) = person.phones.first() {
            answers.insert(self.path(2), json!(phone.value));
        }
        if let Some(file) = file {
            answers.insert(self.path(3), file.clone());
        }
        if let Some(place) = person.place.and_then(|place| super::places::PLACES.get(place)) {
            let location = json!({ "city": place.city, "region": place.region, "country": place.country });
            answers.insert(self.path(4), location);
        }
        for question in self.asked(posting) {
            if draw.chance(850) {
                answers.insert(self.path(question), self.answer(question, person, &mut draw));
            }
        }
        json!({
            "id": self.ids.id(Kind::FormInstance, application), "formDefinition": self.application_form(posting),
            "submittedValues": answers,
        })
    }

    fn answer(&self, question: usize, person: &Person, draw: &mut Draw) -> Value {
        let Some((_, kind, options)) = QUESTIONS.get(question) else { return Value::Null };
        let link = person.links.first().map_or("https://portfolio.example/me", |(_, url)| url.as_str());
        match *kind {
            "LongText" => json!(draw.word(&[
                "I grew up above a bakery and have packed bread at four in the morning. Robots should do that.",
                "Because what I write moves something heavy, and I can see whether I was right.",
                "Your talk about failing gracefully convinced me.\nI want to work on exactly that.",
            ])),
            "RichText" => json!({ "type": "PlainText", "value": draw.word(&[
                "A small arm that sorts screws by length, from parts of two printers.",
                "The scheduling of 120 volunteers for a festival; it is in use since 2022.",
            ]) }),
            "Url" | "SocialLink" => json!(link),
            "Number" => json!(draw.between(0, 25)),
            "Score" => json!({ "score": draw.between(1, 4) }),
            "Boolean" => json!(draw.chance(300)),
            "Date" => json!(time::date(self.now + time::days(draw.between(14, 180)))),
            "ValueSelect" => json!(option_of(draw.word(options))),
            "MultiValueSelect" => {
                let count = usize::try_from(draw.between(1, 3)).unwrap_or(1);
                json!(draw.some(options, count).into_iter().map(|label| option_of(label)).collect::<Vec<_>>())
            }
            "EducationHistory" => json!([{ "school": person.school, "degree": draw.word(&["BSc", "MSc", "Fagbrev"]) }]),
            "Currency" => json!({ "value": draw.between(40, 120) * 1000, "currencyCode": "EUR" }),
            "NumberRange" => json!({ "type": "number-range", "minValue": 20, "maxValue": draw.between(25, 40) }),
            "CompensationRange" => json!({
                "type": "compensation-range", "minValue": 60_000, "maxValue": draw.between(65, 110) * 1000,
                "currencyCode": "EUR", "interval": "1 YEAR",
            }),
            "Phone" => json!("+44 7700 900321"),
            "Email" => json!("reference@work.example"),
            "UUID" => json!(self.ids.id(Kind::User, 3)),
            "File" => Value::Null,
            _ => json!(draw.word(&["A colleague", "Your careers page", "A talk at Halden Tech Days", "Search"])),
        }
    }
}

/// What stands for an option in answers.
pub(crate) fn option_of(label: &str) -> String {
    label.to_lowercase().replace(' ', "_").replace("++", "pp")
}
