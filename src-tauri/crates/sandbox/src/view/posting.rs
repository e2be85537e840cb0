//! Job postings and boards as Ashby shows them.

use serde_json::{Value, json};

use super::job::parts;
use super::{Sparse, View};
use crate::changes::lay;
use crate::generate::jobs::Job;
use crate::generate::organisation::{DEPARTMENTS, SITES, address};
use crate::generate::postings::{Posting, plain};
use crate::generate::time;
use crate::ids::Kind;

fn number(place: usize) -> u64 {
    u64::try_from(place).unwrap_or(0)
}

/// The department above a team, and the team.
fn department_and_team(job: &Job) -> (&'static str, &'static str) {
    let Some((team, parent, _)) = job.department.and_then(|department| DEPARTMENTS.get(department)) else {
        return ("", "");
    };
    let parent =
        parent.and_then(|parent| usize::try_from(parent).ok()).and_then(|parent| DEPARTMENTS.get(parent));
    (parent.map_or(*team, |(name, ..)| name), team)
}

impl View<'_> {
    /// Whether the posting and its job are there for the key.
    pub fn has_posting(&self, posting: usize) -> bool {
        let job = self.workspace.postings.all.get(posting).map(|it| it.job);
        job.is_some_and(|job| self.has_job(job)) && !self.overlay.is_gone(Kind::Posting, number(posting))
    }

    fn written_of_posting(&self, posting: usize, name: &str) -> Option<&Value> {
        self.overlay.written(Kind::Posting, number(posting), name)
    }

    pub fn is_published(&self, posting: usize) -> bool {
        let derived = self.workspace.postings.all.get(posting).is_some_and(|it| it.published.is_some());
        self.written_of_posting(posting, "status").map_or(derived, |status| status == "Published")
    }

    pub fn is_listed(&self, posting: usize) -> bool {
        let derived = self.workspace.postings.all.get(posting).is_some_and(|it| it.listed);
        self.written_of_posting(posting, "isListed").and_then(Value::as_bool).unwrap_or(derived)
    }

    /// The form applicants of a posting fill in.
    pub fn application_form(&self, posting: usize) -> Value {
        let written = self.written_of_posting(posting, "applicationFormDefinition");
        written.cloned().unwrap_or_else(|| self.workspace.application_form(posting))
    }

    pub fn posting_id(&self, posting: usize) -> String {
        self.workspace.ids.id(Kind::Posting, number(posting))
    }

    /// The external board is 0, the internal one 1.
    pub fn boards(&self) -> Vec<Value> {
        [("Halden Robotics careers", false), ("Internal openings", true)]
            .iter()
            .zip(0..)
            .map(|((title, internal), board)| {
                json!({ "id": self.workspace.ids.id(Kind::Board, board), "title": title, "isInternal": internal })
            })
            .collect()
    }

    /// The part of a posting that lists and details share; `None` when there is no such posting.
    fn posting_common(&self, index: usize) -> Option<(Sparse, &Posting, &Job)> {
        let posting = self.workspace.postings.all.get(index)?;
        let job = self.workspace.jobs.get(posting.job)?;
        let site = SITES.get(posting.site)?;
        let (department, team) = department_and_team(job);
        let id = self.posting_id(index);
        let link = format!("https://jobs.haldenrobotics.example/{id}");
        let known = json!({
            "id": id, "title": posting.title, "jobId": self.job_id(posting.job), "departmentName": department,
            "teamName": team, "locationName": site.name,
            "locationIds": { "primaryLocationId": self.location_id(posting.site), "secondaryLocationIds": [] },
            "employmentType": job.employment, "isListed": posting.listed,
            "publishedDate": time::date(posting.published.unwrap_or(posting.updated)),
            "applyLink": format!("{link}/application"), "updatedAt": time::iso(posting.updated),
            "status": if self.is_published(index) { "Published" } else { "Draft" },
        });
        let mut record = Sparse::new(known, true);
        let workplace = self.workspace.locations.get(posting.site).and_then(|site| site.get("workplaceType"));
        record.put("workplaceType", workplace.filter(|_| !index.is_multiple_of(9)).cloned());
        record.put("applicationDeadline", posting.deadline.map(|at| json!(time::iso(at))));
        let public = !posting.internal && self.is_published(index);
        record.put("externalLink", public.then(|| json!(link)));
        Some((record, posting, job))
    }

    pub fn posting_in_list(&self, index: usize) -> Option<Value> {
        let (mut record, posting, job) = self.posting_common(index)?;
        record.put("shouldDisplayCompensationOnJobBoard", Some(json!(posting.shows_pay)));
        record.put("compensationTierSummary", self.pay_summary(job).filter(|_| posting.shows_pay));
        // What is written of a posting's text and forms shows in its details alone.
        if let Some(patch) = self.overlay.patch(Kind::Posting, number(index)) {
            let mut patch = patch.clone();
            patch.retain(|name, _| record.fields.contains_key(name));
            lay(&patch, &mut record.fields);
        }
        Some(record.done())
    }

    fn pay_summary(&self, job: &Job) -> Option<Value> {
        let parts = parts(job.pay.as_ref()?);
        let summaries: Vec<&str> = parts.iter().filter_map(|part| part.get("summary")?.as_str()).collect();
        Some(json!(summaries.join(" • ")))
    }

    pub fn posting_in_full(&self, index: usize) -> Option<Value> {
        let (mut record, posting, job) = self.posting_common(index)?;
        let site = SITES.get(posting.site)?;
        let description = self.workspace.description(index);
        let whole =
            [description.opening.as_deref(), Some(&*description.body), description.closing.as_deref()]
                .into_iter()
                .flatten()
                .collect::<String>();
        let part = |html: &str| json!({ "html": html, "plain": plain(html) });
        let (department, team) = department_and_team(job);
        record.put(
            "descriptionParts",
            Some(json!({
                "descriptionOpening": description.opening.as_deref().map(part),
                "descriptionBody": part(&description.body),
                "descriptionClosing": description.closing.as_deref().map(part),
            })),
        );
        record.put("descriptionPlain", Some(json!(plain(&whole))));
        record.put("linkedData", Some(linked_data(posting, job, &whole)));
        record.put("descriptionHtml", Some(json!(whole)));
        record.put(
            "descriptionSocial",
            Some(json!(format!("{} at Halden Robotics, {}", posting.title, site.name))),
        );
        record.put("teamNameHierarchy", Some(json!([department, team])));
        record.put("address", address(site).map(|address| json!({ "postalAddress": address })));
        record.put("isRemote", Some(json!(site.remote)));
        record.put("suppressDescriptionOpening", Some(json!(description.opening.is_none())));
        record.put("suppressDescriptionClosing", Some(json!(description.closing.is_none())));
        record.put("applicationFormDefinition", Some(self.application_form(index)));
        let american = matches!(site.currency, "USD");
        let surveys: Vec<Value> = self
            .workspace
            .surveys(index, american)
            .into_iter()
            .filter_map(|survey| self.one(Kind::SurveyForm, survey))
            .collect();
        record.put("surveyFormDefinitions", Some(json!(surveys)));
        record.put("applicationLimitCalloutHtml", None);
        let mut compensation = Sparse::new(
            json!({
                "compensationTiers": job.pay.map(|pay| self.tiers(posting.job, &pay)).unwrap_or_default(),
                "summaryComponents": job.pay.map(|pay| parts(&pay)).unwrap_or_default(),
                "shouldDisplayCompensationOnJobBoard": posting.shows_pay,
            }),
            true,
        );
        compensation.put("compensationTierSummary", self.pay_summary(job));
        record.put("compensation", Some(compensation.done()));
        Some(self.amended(Kind::Posting, number(index), record.done()))
    }
}

/// The posting in the words of schema.org.
fn linked_data(posting: &Posting, job: &Job, html: &str) -> Value {
    let employment = match job.employment {
        "PartTime" => "PART_TIME",
        "Intern" => "INTERN",
        "Contract" => "CONTRACTOR",
        "Temporary" => "TEMPORARY",
        _ => "FULL_TIME",
    };
    json!({
        "@context": "https://schema.org/", "@type": "JobPosting", "title": posting.title, "description": html,
        "datePosted": time::date(posting.published.unwrap_or(posting.updated)), "employmentType": employment,
        "identifier": { "@type": "PropertyValue", "name": "Halden Robotics", "value": job.requisition.as_deref().unwrap_or("") },
        "hiringOrganization": { "@type": "Organization", "name": "Halden Robotics", "sameAs": "https://haldenrobotics.example" },
    })
}
