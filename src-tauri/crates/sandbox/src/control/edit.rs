//! Changes behind the client's back.

use serde_json::{Value, json};

use super::{Done, Operation};
use crate::World;
use crate::changes::{Gone, Overlay};
use crate::draw::{Draw, Stream};
use crate::endpoint::{Move, relocate, tell_move};
use crate::generate::Workspace;
use crate::generate::applications::{Application, Visit, stage_type};
use crate::generate::metadata::REASONS;
use crate::generate::plans::{PLANS, StageType, stage_of};
use crate::generate::words::COMPANY_HEADS;
use crate::hooks::{tell, tell_application};
use crate::ids::Kind;
use crate::view::View;

pub(super) fn candidate(view: &View, id: &str) -> Result<u32, String> {
    let index = view.workspace.ids.index(Kind::Candidate, id).and_then(|index| u32::try_from(index).ok());
    index.filter(|candidate| view.is_here(*candidate)).ok_or_else(|| format!("no such candidate: {id}"))
}

pub(super) fn place(workspace: &Workspace, kind: Kind, id: &str) -> Option<usize> {
    workspace.ids.index(kind, id).and_then(|place| usize::try_from(place).ok())
}

pub(super) fn move_application(world: &World, operation: &Operation) -> Done {
    let workspace = &world.workspace;
    let mut overlay = world.overlay_mut();
    let view = View::whole(workspace, &overlay);
    let id = operation.needed("application_id")?;
    let index =
        workspace.ids.index(Kind::Application, id).ok_or_else(|| format!("no such application: {id}"))?;
    let application = view.application(index).ok_or_else(|| format!("no such application: {id}"))?;
    let stage = operation.needed("stage_id")?;
    let (_, stage) = stage_of(&workspace.ids, stage)
        .filter(|(plan, _)| *plan == application.plan)
        .ok_or_else(|| format!("not a stage of the application's plan: {stage}"))?;
    let reason = operation
        .text("archive_reason_id")
        .and_then(|reason| place(workspace, Kind::ArchiveReason, reason))
        .filter(|reason| *reason < REASONS.len());
    let archiving = stage_type(application.plan, stage) == StageType::Archived;
    let actor = operation.text("actor_id").and_then(|actor| place(workspace, Kind::User, actor));
    let step = Move {
        stage,
        reason: reason.or(archiving.then_some(0)),
        actor: actor.or(Some(2)),
        now: operation.now,
    };
    let application = relocate(&mut overlay, index, application, step);
    let hired = application.stage_type() == StageType::Hired;
    tell_move(workspace, &mut overlay, index, hired, operation.now);
    let view = View::whole(workspace, &overlay);
    Ok(view.application_in_full(index, &application, &[]))
}

pub(super) fn edit_candidate(world: &World, operation: &Operation) -> Done {
    let mut overlay = world.overlay_mut();
    let view = View::whole(&world.workspace, &overlay);
    let candidate = candidate(&view, operation.needed("candidate_id")?)?;
    let edit = overlay.edit(candidate, operation.now);
    for (field, slot) in
        [("name", &mut edit.name), ("title", &mut edit.title), ("company", &mut edit.company)]
    {
        if let Some(text) = operation.text(field) {
            *slot = Some(text.to_owned());
        }
    }
    Ok(View::whole(&world.workspace, &overlay).candidate(candidate))
}

/// Changes candidates and moves applications at random; asks no more than a few records for each one changed.
pub(super) fn touch(world: &World, operation: &Operation) -> Done {
    let workspace = &world.workspace;
    let mut overlay = world.overlay_mut();
    let mut draw = Draw::at(workspace.seed, Stream::Touch, overlay.sequence);
    let wanted = operation.number("candidates").unwrap_or(0);
    let mut candidates = std::collections::BTreeSet::new();
    let mut tries = wanted.saturating_mul(20);
    while u64::try_from(candidates.len()).unwrap_or(u64::MAX) < wanted && tries > 0 {
        tries -= 1;
        let view = View::whole(workspace, &overlay);
        let candidate = u32::try_from(draw.below(u64::from(view.candidate_count()))).unwrap_or(0);
        if view.is_here(candidate) && candidates.insert(candidate) {
            let company = format!("{} Holding {}", draw.word(COMPANY_HEADS), draw.between(2, 99));
            overlay.edit(candidate, operation.now).company = Some(company);
        }
    }
    let applications = touch_applications(workspace, &mut overlay, operation, &mut draw);
    let view = View::whole(workspace, &overlay);
    Ok(json!({
        "candidates": candidates.into_iter().map(|it| view.candidate_id(it)).collect::<Vec<_>>(),
        "applications": applications.into_iter().map(|it| view.application_id(it)).collect::<Vec<_>>(),
    }))
}

/// Moves live applications one stage along.
fn touch_applications(
    workspace: &Workspace,
    overlay: &mut Overlay,
    operation: &Operation,
    draw: &mut Draw,
) -> std::collections::BTreeSet<u64> {
    let wanted = operation.number("applications").unwrap_or(0);
    let mut touched = std::collections::BTreeSet::new();
    let mut tries = wanted.saturating_mul(100);
    while u64::try_from(touched.len()).unwrap_or(u64::MAX) < wanted && tries > 0 {
        tries -= 1;
        let view = View::whole(workspace, overlay);
        let index = draw.below(view.application_count());
        let Some(application) = view.application(index) else { continue };
        let stage = application.stage() + 1;
        let within = stage_type(application.plan, application.stage()) < StageType::Offer;
        if within && touched.insert(index) {
            let step = Move { stage, reason: None, actor: Some(1), now: operation.now };
            relocate(overlay, index, application, step);
        }
    }
    touched
}

pub(super) fn delete_candidate(world: &World, operation: &Operation) -> Done {
    let mut overlay = world.overlay_mut();
    let view = View::whole(&world.workspace, &overlay);
    let candidate = candidate(&view, operation.needed("candidate_id")?)?;
    let applications: Vec<String> =
        view.applications_of(candidate).into_iter().map(|index| view.application_id(index)).collect();
    let id = view.candidate_id(candidate);
    overlay.edit(candidate, operation.now).gone = Some(Gone::Deleted);
    tell(
        &world.workspace,
        &mut overlay,
        "candidateDelete",
        operation.now,
        |_| json!({ "candidate": { "id": id } }),
    );
    Ok(json!({ "ok": true, "applications": applications }))
}

pub(super) fn merge_candidates(world: &World, operation: &Operation) -> Done {
    let mut overlay = world.overlay_mut();
    let view = View::whole(&world.workspace, &overlay);
    let from = candidate(&view, operation.needed("from")?)?;
    let into = candidate(&view, operation.needed("into")?)?;
    if from == into {
        return Err("a candidate cannot be merged into itself".into());
    }
    let moved: Vec<(u64, Application)> = view.applications(from);
    let absorbed = view.edit(from).map(|edit| edit.absorbed.clone()).unwrap_or_default();
    for (index, application) in &moved {
        overlay.put(*index, Application { candidate: into, ..application.clone() }, operation.now);
    }
    overlay.edit(from, operation.now).gone = Some(Gone::MergedInto(into));
    let survivor = overlay.edit(into, operation.now);
    survivor.applications.extend(moved.iter().map(|(index, _)| *index));
    survivor.absorbed.push(from);
    survivor.absorbed.extend(absorbed);
    tell(&world.workspace, &mut overlay, "candidateMerge", operation.now, |view| {
        json!({
            "deletedCandidate": { "id": view.candidate_id(from) }, "mergedCandidate": { "id": view.candidate_id(into) },
        })
    });
    Ok(View::whole(&world.workspace, &overlay).candidate(into))
}

pub(super) fn add_candidate(world: &World, operation: &Operation) -> Done {
    let workspace = &world.workspace;
    let mut overlay = world.overlay_mut();
    let view = View::whole(workspace, &overlay);
    let (candidate, index) = (view.candidate_count(), view.application_count());
    let job = match operation.text("job_id") {
        Some(id) => place(workspace, Kind::Job, id).ok_or_else(|| format!("no such job: {id}"))?,
        None => {
            let open = |job: &usize| view.has_job(*job) && view.job_status(*job) == "Open";
            (0..workspace.jobs.len()).find(open).ok_or("there is no open job")?
        }
    };
    let plan = view.plans_of(job).first().copied().unwrap_or(0);
    let stages = PLANS.get(plan).map(|plan| plan.stages).unwrap_or_default();
    let stage = stages.iter().position(|(_, kind)| *kind == StageType::PreInterviewScreen).unwrap_or(0);
    overlay.added_candidates += 1;
    overlay.added_applications += 1;
    let application = Application {
        candidate,
        job,
        plan,
        history: vec![Visit { stage, entered: operation.now, left: None, actor: None }],
        created: operation.now,
        updated: operation.now,
        reason: None,
        archived: None,
        source: Some(0),
        credited: None,
        posting: Some(workspace.postings.range(job))
            .filter(|range| !range.is_empty())
            .map(|range| range.start),
        referred_by: None,
    };
    overlay.put(index, application, operation.now);
    let edit = overlay.edit(candidate, operation.now);
    edit.created = Some(operation.now);
    edit.applications.push(index);
    edit.name = operation.text("name").map(str::to_owned);
    tell_application(workspace, &mut overlay, index, &["applicationSubmit"], operation.now);
    let view = View::whole(workspace, &overlay);
    let record: Value = view.candidate(candidate);
    Ok(json!({ "candidate": record, "application_id": view.application_id(index) }))
}
