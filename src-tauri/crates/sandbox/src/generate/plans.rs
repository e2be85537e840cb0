//! Interview plans and their stages.

use serde_json::{Value, json};

use super::time;
use crate::ids::{Ids, Kind};

/// What a stage is for; it decides the status of the applications in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum StageType {
    Lead,
    PreInterviewScreen,
    Active,
    Offer,
    Hired,
    Archived,
}

impl StageType {
    pub fn name(self) -> &'static str {
        match self {
            Self::Lead => "Lead",
            Self::PreInterviewScreen => "PreInterviewScreen",
            Self::Active => "Active",
            Self::Offer => "Offer",
            Self::Hired => "Hired",
            Self::Archived => "Archived",
        }
    }

    /// The status of an application in such a stage.
    pub fn status(self) -> &'static str {
        match self {
            Self::Lead => "Lead",
            Self::PreInterviewScreen | Self::Active | Self::Offer => "Active",
            Self::Hired => "Hired",
            Self::Archived => "Archived",
        }
    }
}

/// A plan and its stages in order.
pub(crate) struct Plan {
    pub title: &'static str,
    pub archived: bool,
    /// The order of the first stage; some plans start at 0, some at 1,000.
    base: u64,
    pub stages: &'static [(&'static str, StageType)],
}

use StageType::{Active, Archived, Hired, Lead, Offer, PreInterviewScreen};

pub(crate) const PLANS: &[Plan] = &[
    Plan {
        title: "Engineering",
        archived: false,
        base: 0,
        stages: &[
            ("Sourced", Lead),
            ("Application review", PreInterviewScreen),
            ("Recruiter screen", Active),
            ("Technical interview", Active),
            ("Onsite", Active),
            ("Offer", Offer),
            ("Hired", Hired),
            ("Archived", Archived),
        ],
    },
    Plan {
        title: "Hardware",
        archived: false,
        base: 1000,
        stages: &[
            ("Sourced", Lead),
            ("Application review", PreInterviewScreen),
            ("Phone screen", Active),
            ("Design exercise", Active),
            ("Lab day", Active),
            ("Team lunch", Active),
            ("Offer", Offer),
            ("Hired", Hired),
            ("Archived", Archived),
        ],
    },
    Plan {
        title: "Commercial",
        archived: false,
        base: 0,
        stages: &[
            ("Sourced", Lead),
            ("Contacted", Lead),
            ("Application review", PreInterviewScreen),
            ("Recruiter screen", Active),
            ("Role play", Active),
            ("Panel", Active),
            ("Offer", Offer),
            ("Hired", Hired),
            ("Archived", Archived),
        ],
    },
    Plan {
        title: "Operations",
        archived: false,
        base: 0,
        stages: &[
            ("Sourced", Lead),
            ("Application review", PreInterviewScreen),
            ("Phone interview", Active),
            ("Trial shift", Active),
            ("Offer", Offer),
            ("Hired", Hired),
            ("Archived", Archived),
        ],
    },
    Plan {
        title: "Internships and theses",
        archived: false,
        base: 0,
        stages: &[
            ("Sourced", Lead),
            ("Application review", PreInterviewScreen),
            ("Coding exercise", Active),
            ("Conversation with the team", Active),
            ("Offer", Offer),
            ("Hired", Hired),
            ("Archived", Archived),
        ],
    },
    Plan {
        title: "Leadership",
        archived: false,
        base: 1000,
        stages: &[
            ("Research", Lead),
            ("Application review", PreInterviewScreen),
            ("Introductory call", Active),
            ("Hiring manager", Active),
            ("Case presentation", Active),
            ("Founders", Active),
            ("References", Active),
            ("Offer", Offer),
            ("Hired", Hired),
            ("Archived", Archived),
        ],
    },
    Plan {
        title: "Engineering (2023)",
        archived: true,
        base: 0,
        stages: &[
            ("Sourced", Lead),
            ("Application review", PreInterviewScreen),
            ("Phone screen", Active),
            ("Onsite", Active),
            ("Offer", Offer),
            ("Hired", Hired),
            ("Archived", Archived),
        ],
    },
];

/// Ids of stages: sixteen places a plan.
const PLACES: u64 = 16;

pub(crate) fn stage_id(ids: &Ids, plan: usize, stage: usize) -> String {
    let (plan, stage) = (u64::try_from(plan).unwrap_or(0), u64::try_from(stage).unwrap_or(0));
    ids.id(Kind::Stage, plan * PLACES + stage)
}

/// The plan and place a stage id names.
pub(crate) fn stage_of(ids: &Ids, id: &str) -> Option<(usize, usize)> {
    let index = ids.index(Kind::Stage, id)?;
    let (plan, stage) = (usize::try_from(index / PLACES).ok()?, usize::try_from(index % PLACES).ok()?);
    PLANS.get(plan)?.stages.get(stage)?;
    Some((plan, stage))
}

pub(crate) fn plan_id(ids: &Ids, plan: usize) -> String {
    ids.id(Kind::Plan, u64::try_from(plan).unwrap_or(0))
}

pub(crate) fn plans(ids: &Ids, now: i64) -> Vec<Value> {
    (0u64..)
        .zip(PLANS)
        .map(|(index, plan)| {
            json!({
                "id": ids.id(Kind::Plan, index), "title": plan.title, "isArchived": plan.archived,
                "createdAt": time::iso(now - time::days(1400 - index * 30)),
                "updatedAt": time::iso(now - time::days(150 - index * 10)),
            })
        })
        .collect()
}

/// A stage as `interviewStage.list` and applications show it.
pub(crate) fn stage(ids: &Ids, plan: usize, stage: usize) -> Value {
    let Some((it, (title, kind))) =
        PLANS.get(plan).and_then(|it| it.stages.get(stage).map(|stage| (it, stage)))
    else {
        return Value::Null;
    };
    let order = it.base + u64::try_from(stage).unwrap_or(0);
    let mut record = json!({
        "id": stage_id(ids, plan, stage), "title": title, "type": kind.name(), "orderInInterviewPlan": order,
        "interviewPlanId": plan_id(ids, plan),
    });
    if let Some(fields) = record.as_object_mut() {
        // Stages of the old plan were never grouped: one half says null, the other says nothing.
        if !it.archived {
            fields.insert("interviewStageGroupId".into(), json!(ids.id(Kind::StageGroup, *kind as u64)));
        } else if stage.is_multiple_of(2) {
            fields.insert("interviewStageGroupId".into(), Value::Null);
        }
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_plan_runs_from_leads_over_an_offer_to_hired_and_archived() {
        for plan in PLANS {
            let kinds: Vec<StageType> = plan.stages.iter().map(|(_, kind)| *kind).collect();
            assert!(kinds.is_sorted(), "{}", plan.title);
            for kind in [Lead, PreInterviewScreen, Active, Offer, Hired, Archived] {
                assert!(kinds.contains(&kind), "{} lacks {kind:?}", plan.title);
            }
            assert!(u64::try_from(kinds.len()).unwrap() <= PLACES);
        }
    }

    #[test]
    fn a_stage_id_leads_back_to_its_plan() {
        let ids = Ids::new(9);
        for (plan, it) in PLANS.iter().enumerate() {
            for stage in 0..it.stages.len() {
                assert_eq!(stage_of(&ids, &stage_id(&ids, plan, stage)), Some((plan, stage)));
            }
            assert_eq!(stage_of(&ids, &stage_id(&ids, plan, it.stages.len())), None);
        }
    }
}
