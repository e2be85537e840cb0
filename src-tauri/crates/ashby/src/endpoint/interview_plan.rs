//! `interviewPlan.*`

use super::{ArchivedParams, list};
use crate::model::InterviewPlan;

list! {
    /// Interview plans; drafts are never listed.
    InterviewPlanList = "interviewPlan.list", "interviewsRead", ArchivedParams => InterviewPlan, paged: true, synced: true
}
