//! Applications created and changed.

use serde_json::{Map, Value, json};

use super::{Call, find, not_found};
use crate::arguments::Arguments;
use crate::changes::Overlay;
use crate::envelope::{Answer, Refusal, Success};
use crate::generate::applications::{Application, Visit, stage_type};
use crate::generate::plans::{PLANS, StageType, stage_of};
use crate::generate::time;
use crate::hooks::tell_application;
use crate::ids::Kind;
use crate::view::View;

const UPDATE: &[&str] = &["applicationUpdate"];

/// The literal that stands for the first stage of applications, before interviews.
const FIRST_SCREEN: &str = "FirstPreInterviewScreen";

fn job(view: &View, id: &str) -> Result<usize, Refusal> {
    let index = view.workspace.ids.index(Kind::Job, id).and_then(|job| usize::try_from(job).ok());
    let message = "There is no job with this id, or the key may not see it.";
    index.filter(|job| view.has_job(*job)).ok_or_else(|| Refusal::new("job_not_found", message))
}

fn open_job(view: &View, id: &str) -> Result<usize, Refusal> {
    let job = job(view, id)?;
    match view.job_status(job) {
        "Open" => Ok(job),
        status => Err(Refusal::invalid(format!("The job takes no applications: it is {status}."))),
    }
}

/// The plan of a job a call asks for, the default one when it says nothing.
fn plan(view: &View, job: usize, id: Option<&str>) -> Result<usize, Refusal> {
    let plans = view.plans_of(job);
    let Some(id) = id else {
        return plans.first().copied().ok_or_else(|| Refusal::invalid("The job has no interview plan."));
    };
    let index = view.workspace.ids.index(Kind::Plan, id).and_then(|plan| usize::try_from(plan).ok());
    let message = "There is no interview plan with this id on this job.";
    index.filter(|plan| plans.contains(plan)).ok_or_else(|| Refusal::new("interview_plan_not_found", message))
}

fn first_of(plan: usize, kind: StageType) -> Option<usize> {
    PLANS.get(plan)?.stages.iter().position(|(_, it)| *it == kind)
}

/// The stage an application begins in.
fn first_stage(view: &View, plan: usize, wanted: Option<&str>) -> Result<usize, Refusal> {
    let stage = match wanted {
        None => first_of(plan, StageType::Lead).unwrap_or(0),
        Some(FIRST_SCREEN) => first_of(plan, StageType::PreInterviewScreen)
            .ok_or_else(|| Refusal::invalid("The plan has no stage before interviews."))?,
        Some(id) => match stage_of(&view.workspace.ids, id) {
            Some((of, stage)) if of == plan => stage,
            Some(_) => {
                return Err(Refusal::invalid("interviewStageId must be a stage of the interview plan"));
            }
            None => {
                let message = "There is no interview stage with this id.";
                return Err(Refusal::new("interview_stage_not_found", message));
            }
        },
    };
    if stage_type(plan, stage) == StageType::Archived {
        return Err(Refusal::invalid("An application cannot begin in an archived stage."));
    }
    Ok(stage)
}

/// The place of the record an id field names, if it is given.
fn place(view: &View, arguments: &Arguments, name: &str, kind: Kind) -> Result<Option<usize>, Refusal> {
    let Some(id) = arguments.id_if_any(name)? else { return Ok(None) };
    let missing = if kind == Kind::Source { "source_not_found" } else { "user_not_found" };
    let (index, _) =
        view.named(kind, id).ok_or_else(|| Refusal::new(missing, format!("{name} names nothing")))?;
    Ok(usize::try_from(index).ok())
}

/// Where a new application begins and where it came from.
pub(super) struct Beginning {
    pub candidate: u32,
    pub job: usize,
    pub plan: usize,
    pub stage: usize,
    pub created: i64,
    pub source: Option<usize>,
    pub credited: Option<usize>,
    pub posting: Option<usize>,
}

/// Adds an application and returns its number.
pub(super) fn begin(call: &Call, overlay: &mut Overlay, it: &Beginning) -> u64 {
    let workspace = &call.world.workspace;
    let index = View::new(workspace, overlay).application_count();
    overlay.added_applications += 1;
    let application = Application {
        candidate: it.candidate,
        job: it.job,
        plan: it.plan,
        history: vec![Visit { stage: it.stage, entered: it.created, left: None, actor: Some(call.actor) }],
        created: it.created,
        updated: call.now_ms(),
        reason: None,
        archived: None,
        source: it.source,
        credited: it.credited,
        posting: it.posting,
        referred_by: None,
    };
    overlay.put(index, application, call.now_ms());
    overlay.edit(it.candidate, call.now_ms()).applications.push(index);
    // A new application starts with nothing in its fields.
    let fields = Map::from_iter([("customFields".to_owned(), json!([]))]);
    overlay.amend_silently(Kind::Application, index, &fields);
    let ids = &workspace.ids;
    let made = json!({
        "id": ids.id(Kind::Application, index),
        "candidateId": ids.id(Kind::Candidate, u64::from(it.candidate)),
        "jobId": ids.id(Kind::Job, u64::try_from(it.job).unwrap_or(0)),
    });
    overlay.made("applications", made);
    tell_application(workspace, overlay, index, &["applicationSubmit"], call.now_ms());
    index
}

fn shown(call: &Call, overlay: &Overlay, index: u64) -> Answer {
    let view = View::new(&call.world.workspace, overlay);
    let application = view.application(index).ok_or_else(not_found)?;
    Ok(Success::of(view.application_record(index, &application, false)))
}

pub(super) fn create(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(&call.world.workspace, &overlay);
    let candidate = crate::endpoint::candidate::find(call, &view, "candidateId")?;
    let job = open_job(&view, arguments.id("jobId")?)?;
    let plan = plan(&view, job, arguments.id_if_any("interviewPlanId")?)?;
    let wanted = match arguments.text("interviewStageId")? {
        Some(FIRST_SCREEN) => Some(FIRST_SCREEN),
        _ => arguments.id_if_any("interviewStageId")?,
    };
    let beginning = Beginning {
        candidate,
        job,
        plan,
        stage: first_stage(&view, plan, wanted)?,
        created: arguments.moment("createdAt")?.unwrap_or(call.now_ms()),
        source: place(&view, arguments, "sourceId", Kind::Source)?,
        credited: place(&view, arguments, "creditedToUserId", Kind::User)?,
        posting: None,
    };
    let index = begin(call, &mut overlay, &beginning);
    shown(call, &overlay, index)
}

pub(super) fn update(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(&call.world.workspace, &overlay);
    let (index, mut it) = find(&view, Kind::Application, arguments.id("applicationId")?)?;
    arguments.flag("sendNotifications")?;
    let source = place(&view, arguments, "sourceId", Kind::Source)?;
    let credited = place(&view, arguments, "creditedToUserId", Kind::User)?;
    it.source = source.or(it.source);
    it.credited = credited.or(it.credited);
    it.created = arguments.moment("createdAt")?.unwrap_or(it.created);
    overlay.put(index, it, call.now_ms());
    tell_application(&call.world.workspace, &mut overlay, index, UPDATE, call.now_ms());
    shown(call, &overlay, index)
}

pub(super) fn change_source(call: &Call) -> Answer {
    let arguments = &call.arguments;
    if arguments.value("sourceId").is_none() {
        return Err(Refusal::invalid("sourceId is required; null takes the source away"));
    }
    let mut overlay = call.world.overlay_mut();
    let view = View::new(&call.world.workspace, &overlay);
    let (index, mut it) = find(&view, Kind::Application, arguments.id("applicationId")?)?;
    it.source = place(&view, arguments, "sourceId", Kind::Source)?;
    overlay.put(index, it, call.now_ms());
    tell_application(&call.world.workspace, &mut overlay, index, UPDATE, call.now_ms());
    shown(call, &overlay, index)
}

pub(super) fn transfer(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(&call.world.workspace, &overlay);
    let (index, mut it) = find(&view, Kind::Application, arguments.id("applicationId")?)?;
    let job = open_job(&view, arguments.id("jobId")?)?;
    let plan = plan(&view, job, Some(arguments.id("interviewPlanId")?))?;
    let stage = first_stage(&view, plan, Some(arguments.id("interviewStageId")?))?;
    let now = call.now_ms();
    (it.job, it.plan, it.reason, it.archived) = (job, plan, None, None);
    it.history = vec![Visit { stage, entered: now, left: None, actor: Some(call.actor) }];
    overlay.put(index, it, now);
    tell_application(&call.world.workspace, &mut overlay, index, UPDATE, now);
    shown(call, &overlay, index)
}

pub(super) fn team(call: &Call, on: bool) -> Answer {
    let arguments = &call.arguments;
    let workspace = &call.world.workspace;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(workspace, &overlay);
    let (index, it) = find(&view, Kind::Application, arguments.id("applicationId")?)?;
    let user = place(&view, arguments, "teamMemberId", Kind::User)?;
    let user = user.ok_or_else(|| Refusal::invalid("teamMemberId is required"))?;
    let role =
        workspace.ids.index(Kind::Role, arguments.id("roleId")?).and_then(|role| usize::try_from(role).ok());
    let title = role.and_then(|role| crate::generate::organisation::ROLES.get(role));
    let title =
        title.ok_or_else(|| Refusal::new("role_not_found", "There is no hiring team role with this id."))?;
    let member =
        view.member(user, title).ok_or_else(|| Refusal::new("user_not_found", "The user is gone."))?;
    let record = view.application_record(index, &it, false);
    let mut team = record.get("hiringTeam").and_then(Value::as_array).cloned().unwrap_or_default();
    team.retain(|it| *it != member);
    if on {
        team.push(member.clone());
    }
    let fields = Map::from_iter([
        ("hiringTeam".to_owned(), json!(team)),
        ("updatedAt".to_owned(), json!(time::iso(call.now_ms()))),
    ]);
    overlay.amend(Kind::Application, index, fields, call.now_ms());
    Ok(Success::of(member))
}
