//! Application stages, from `interviewStage.list` per plan and from the current stage of applications.

use samara_ashby::model as ashby;

use crate::id::{ConnectionId, Id};
use crate::row::{Model, Row, model};
use crate::text::owned;

model! {
    /// A step of an interview plan. Equal names in different plans are different stages.
    pub struct Stage in "ats_application_stages", also [remote_id, remote_data] {
        /// Its name.
        name: Option<String> => Text,
    }
    /// Private columns of `ats_application_stages`.
    private StagePrivate {
        /// Ashby's `Lead`, `PreInterviewScreen`, `Active`, `Offer`, `Hired`, `Archived` or another word.
        kind as "_type": Option<String> => Text,
        /// Ashby's id of the plan.
        plan_remote_id: Option<String> => Text,
        /// Place in the plan: to sort by, with gaps.
        order: Option<i64> => Integer,
    }
}

/// A stage, from its plan or as met on an application.
#[must_use]
pub fn stage(connection: &ConnectionId, stage: &ashby::Stage) -> Row<Stage> {
    let model = Stage {
        name: owned(stage.title.as_deref()),
        private: StagePrivate {
            kind: owned(stage.r#type.as_deref()),
            plan_remote_id: owned(stage.interview_plan_id.as_ref().map(ashby::InterviewPlanId::as_str)),
            order: stage.order_in_interview_plan,
        },
    };
    Row::plain(stage_id(connection, &stage.id), Some(stage.id.as_str().to_owned()), model)
}

pub(crate) fn stage_id(connection: &ConnectionId, id: &ashby::StageId) -> Id {
    Id::of(connection, Stage::TABLE, id.as_str())
}
