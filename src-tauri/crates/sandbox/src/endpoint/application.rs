//! Applications: reading them and moving them through their plan.

mod form;
mod write;

use serde_json::{Value, json};

use super::{Call, Found};
use crate::changes::{ChangeLog, Overlay};
use crate::envelope::{Answer, Refusal, Success};
use crate::generate::Workspace;
use crate::generate::applications::{Application, Visit, stage_type};
use crate::generate::metadata::REASONS;
use crate::generate::plans::{StageType, stage_of};
use crate::generate::time;
use crate::hooks::{tell, tell_application};
use crate::ids::Kind;
use crate::paging::{Fixed, Records, Sync, page};
use crate::view::View;

const READ: &str = "candidates:read";
const WRITE: &str = "candidates:write";

/// Numbers from here on belong to forms that were turned away.
const BLOCKED_FORM: u64 = 1 << 50;

/// `applicationForm.submit`.
pub(super) fn submit(call: &Call) -> Answer {
    form::submit(call)
}

pub(super) fn endpoint(method: &str) -> Found {
    Some(match method {
        "list" => (READ, list),
        "info" => (READ, info),
        "listHistory" => (READ, history),
        "changeStage" => (WRITE, change_stage),
        "create" => (WRITE, write::create),
        "update" => (WRITE, write::update),
        "changeSource" => (WRITE, write::change_source),
        "transfer" => (WRITE, write::transfer),
        "addHiringTeamMember" => (WRITE, |call| write::team(call, true)),
        "removeHiringTeamMember" => (WRITE, |call| write::team(call, false)),
        _ => return None,
    })
}

struct Applications<'a> {
    view: View<'a>,
    created_after: Option<i64>,
    status: Option<&'a str>,
    job: Option<usize>,
    openings: bool,
}

impl Records for Applications<'_> {
    fn count(&self) -> u64 {
        self.view.application_count()
    }

    fn admits(&self, index: u64) -> bool {
        self.view.application(index).is_some_and(|it| {
            self.created_after.is_none_or(|after| it.created > after)
                && self.status.is_none_or(|status| it.stage_type().status() == status)
                && self.job.is_none_or(|job| it.job == job)
        })
    }

    fn render(&self, index: u64) -> Value {
        let application = self.view.application(index);
        application.map_or(Value::Null, |it| self.view.application_record(index, &it, self.openings))
    }

    fn changes(&self) -> (u64, Option<&ChangeLog>) {
        (self.view.overlay.sequence, Some(&self.view.overlay.application_log))
    }
}

fn list(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let created_after = arguments.integer("createdAfter")?;
    let status = arguments.word("status", &["Hired", "Archived", "Active", "Lead"])?;
    let expand = arguments.words("expand", &["openings"])?.unwrap_or_default();
    let ids = &call.world.workspace.ids;
    // A job that does not exist has no applications.
    let job = arguments
        .id_if_any("jobId")?
        .map(|id| ids.index(Kind::Job, id).and_then(|job| usize::try_from(job).ok()).unwrap_or(usize::MAX));
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let openings = expand.contains(&"openings");
    page(call, Sync::Tokens, &Applications { view, created_after, status, job, openings })
}

fn not_found() -> Refusal {
    Refusal::new("application_not_found", "There is no application with this id, or the key may not see it.")
}

pub(super) fn find(view: &View, kind: Kind, id: &str) -> Result<(u64, Application), Refusal> {
    let index = view.workspace.ids.index(kind, id);
    index.and_then(|index| view.application(index).map(|it| (index, it))).ok_or_else(not_found)
}

fn info(call: &Call) -> Answer {
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let expand = call.arguments.words("expand", &["openings", "applicationFormSubmissions", "referrals"])?;
    let (index, application) = match call.arguments.id_if_any("applicationId")? {
        Some(id) => find(&view, Kind::Application, id)?,
        None => {
            let Some(id) = call.arguments.id_if_any("submittedFormInstanceId")? else {
                return Err(Refusal::invalid("applicationId or submittedFormInstanceId is required"));
            };
            let number = view.workspace.ids.index(Kind::FormInstance, id);
            if number.is_some_and(|number| number & BLOCKED_FORM != 0) {
                let message = "The form was turned away; there is no application.";
                return Err(Refusal::new("application_blocked", message));
            }
            let found = find(&view, Kind::FormInstance, id)?;
            if found.1.posting.is_none() {
                return Err(not_found());
            }
            found
        }
    };
    Ok(Success::of(view.application_in_full(index, &application, &expand.unwrap_or_default())))
}

fn history(call: &Call) -> Answer {
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let (index, application) = find(&view, Kind::Application, call.arguments.id("applicationId")?)?;
    page(call, Sync::PagesOnly, &Fixed(view.history(index, &application)))
}

/// A move as decided: where to, why when archived, who did it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Move {
    pub stage: usize,
    pub reason: Option<usize>,
    pub actor: Option<usize>,
    pub now: i64,
}

/// Carries out a move. To the stage it is in already, only the reason of a rejection changes.
pub(crate) fn relocate(
    overlay: &mut Overlay,
    index: u64,
    mut application: Application,
    step: Move,
) -> Application {
    let archived = stage_type(application.plan, step.stage) == StageType::Archived;
    if application.stage() == step.stage {
        if archived && step.reason.is_some() && application.reason != step.reason {
            application.reason = step.reason;
            return overlay.put(index, application, step.now);
        }
        return application;
    }
    // The clock of a caller may lag behind the last move.
    let now = application.history.last().map_or(step.now, |visit| step.now.max(visit.entered + 1));
    if let Some(visit) = application.history.last_mut() {
        visit.left = Some(now);
    }
    application.history.push(Visit { stage: step.stage, entered: now, left: None, actor: step.actor });
    application.archived = archived.then_some(now);
    application.reason = step.reason.filter(|_| archived);
    overlay.put(index, application, now)
}

fn change_stage(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let application_id = arguments.id("applicationId")?;
    let stage_id = arguments.id("interviewStageId")?;
    let reason_id = arguments.id_if_any("archiveReasonId")?;
    let mail = arguments.object("archiveEmail")?;
    let template = mail.as_ref().map(|mail| mail.id("communicationTemplateId")).transpose()?;

    let workspace = &call.world.workspace;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(workspace, &overlay);
    let (index, application) = find(&view, Kind::Application, application_id)?;
    let stage = stage_in_plan(workspace, &application, stage_id)?;
    let archiving = stage_type(application.plan, stage) == StageType::Archived;
    let reason = match (archiving, reason_id) {
        (false, None) if template.is_none() => None,
        (false, _) => {
            return Err(Refusal::invalid(
                "archiveReasonId and archiveEmail go with a stage of type Archived only",
            ));
        }
        (true, None) => {
            return Err(Refusal::invalid("archiveReasonId is required for a stage of type Archived"));
        }
        (true, Some(id)) => Some(reason(workspace, id)?),
    };
    let template = template.map(|id| mail_template(&view, &application, id)).transpose()?;
    let mail = mail_facts(call, template.as_ref(), &application, mail.as_ref())?;
    let was_archived = application.stage_type() == StageType::Archived;
    let step = Move { stage, reason, actor: Some(call.actor), now: call.now_ms() };
    let from = application.stage();
    let application = relocate(&mut overlay, index, application, step);
    if from != application.stage() {
        let hired = application.stage_type() == StageType::Hired;
        tell_move(workspace, &mut overlay, index, hired, call.now_ms());
    }
    // Whoever is archived already gets no second mail.
    if let Some(mail) = mail.filter(|_| !was_archived) {
        overlay.made("mails", mail);
    }
    let view = View::new(workspace, &overlay);
    Ok(Success::of(view.application_record(index, &application, false)))
}

/// Tells webhooks of a move: a hire is one, too.
pub(crate) fn tell_move(workspace: &Workspace, overlay: &mut Overlay, index: u64, hired: bool, now: i64) {
    if hired {
        tell(workspace, overlay, "candidateHire", now, |view| {
            let application = view.application(index).map(|it| view.application_record(index, &it, false));
            let offer = view.offers(index).pop().map(|offer| view.offer_in_full(&offer, true));
            let mut data = json!({ "application": application });
            if let Some(offer) = offer {
                crate::changes::set(&mut data, "offer", offer);
            }
            data
        });
    }
    tell_application(workspace, overlay, index, &["applicationUpdate", "candidateStageChange"], now);
}

/// The template of a mail, when it may go to this applicant.
fn mail_template(view: &View, application: &Application, id: &str) -> Result<Value, Refusal> {
    let address = view.candidate(application.candidate).get("primaryEmailAddress").cloned();
    if address.is_none_or(|address| address.is_null()) {
        return Err(Refusal::invalid("archiveEmail needs a candidate with a primary e-mail address"));
    }
    let message = "There is no communication template with this id.";
    let found = view.named(Kind::Template, id);
    let (_, template) = found.ok_or_else(|| Refusal::new("communication_template_not_found", message))?;
    let types = template.get("intendedTypes").and_then(Value::as_array);
    let archived = template.get("isArchived") == Some(&json!(true));
    if archived || !types.is_some_and(|types| types.contains(&json!("email"))) {
        let message = "The communication template is not one for e-mail, or it is archived.";
        return Err(Refusal::new("communication_template_not_allowed", message));
    }
    Ok(template)
}

/// What will be mailed and when: in the morning, when nothing is said.
fn mail_facts(
    call: &Call,
    template: Option<&Value>,
    application: &Application,
    mail: Option<&crate::arguments::Arguments>,
) -> Result<Option<Value>, Refusal> {
    let Some(template) = template else { return Ok(None) };
    let asked = mail.map(|mail| mail.moment("sendAt")).transpose()?.flatten();
    let now = call.now_ms();
    let morning = (now / time::DAY + 1) * time::DAY + 9 * time::HOUR + 32 * 60_000;
    let at = asked.unwrap_or(morning).max(now);
    let candidate = call.world.workspace.ids.id(Kind::Candidate, u64::from(application.candidate));
    Ok(Some(json!({
        "candidateId": candidate, "communicationTemplateId": template.get("id"), "sendAt": time::iso(at),
    })))
}

fn stage_in_plan(workspace: &Workspace, application: &Application, id: &str) -> Result<usize, Refusal> {
    match stage_of(&workspace.ids, id) {
        Some((plan, stage)) if plan == application.plan => Ok(stage),
        Some(_) => {
            Err(Refusal::invalid("interviewStageId must be a stage of the application's interview plan"))
        }
        None => Err(Refusal::new("interview_stage_not_found", "There is no interview stage with this id.")),
    }
}

fn reason(workspace: &Workspace, id: &str) -> Result<usize, Refusal> {
    let place = workspace.ids.index(Kind::ArchiveReason, id).and_then(|place| usize::try_from(place).ok());
    place.filter(|place| REASONS.get(*place).is_some_and(|(_, _, archived)| !archived)).ok_or_else(|| {
        Refusal::new("archive_reason_not_found", "There is no archive reason in use with this id.")
    })
}
