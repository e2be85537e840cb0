//! The pull: how the mirror follows Ashby.
//!
//! A *pass* lists one endpoint, completely or from a sync token; its pages are fetched in order and committed in
//! order, each together with the cursor it reached. A *run* makes one pass over every endpoint, several at once, then
//! pays the *details* it owes. One endpoint failing leaves the others, and its own old rows, alone.

mod details;
mod extras;
mod mapping;
mod merge;
mod pass;
mod patience;
mod plan;
mod plans;
mod postings;
mod progress;
mod project;
mod refresh;
mod reproject;
pub(crate) mod retention;
mod run;
pub(crate) mod scope;
mod source;
mod sweep;

pub(crate) use extras::{feedback_now as refresh_feedback, projects as refresh_projects};
pub(crate) use extras::{resume_text, said};
pub(crate) use mapping::{Mapping, Mode, Scope};
pub use merge::follow as follow_merge;
pub(crate) use patience::patiently;
pub use plan::{Pass, begin};
pub(crate) use progress::{Inner, Progress};
pub use progress::{ModelProgress, ModelState};
pub(crate) use refresh::{
    application as refresh_application, apply_application, apply_candidate, candidate as refresh_candidate,
    candidate_alone as refresh_candidate_alone, notes as refresh_notes,
};
pub(crate) use reproject::{REMAPPING, reproject};
pub use retention::RetentionClock;
pub(crate) use retention::compact_search;
pub use run::{Outcome, run};
pub(crate) use source::{write_application, write_candidate};
pub(crate) use sweep::delete_asked;
pub use sweep::{Verdict, judge};
