//! The outbox: how a recruiter's writes reach Ashby, each exactly once.
//!
//! An *intent* is kept on disk, and shown everywhere by its *overlay*, before anything is sent. A worker then looks
//! at Ashby's present state, decides (pure, `plan`), notes in the *journal* that a call is on its way, sends, and
//! notes what came of it. A call whose answer was lost is settled by reading, never by sending again blindly.
//! Sends of one candidate are in order; candidates do not wait for each other.

mod acting;
mod action;
mod carry;
mod clash;
mod edit;
mod feedback;
mod intention;
mod making;
mod opposite;
mod perform;
mod placing;
mod plan;
pub(crate) mod provisional;
mod queue;
mod settle;
mod undo;
mod upload;
mod worker;

pub use action::*;
pub(crate) use clash::Clash;
pub(crate) use edit::edit;
pub use intention::{Aside, Back, Filling, Intention, Ref, Shown, Step};
pub(crate) use making::Surveys;
pub use making::{FormFile, Making, Person};
pub use plan::{Decision, Fresh, decide};
pub use provisional::{Provisional, reconcile};
pub(crate) use queue::new_id;
pub use queue::{Mail, PreImage, Queued, Transfer, queue, queue_all};
pub(crate) use settle::{decide as decide_conflict, discard, retry};
pub(crate) use undo::{undo, undo_last};
pub(crate) use worker::send_forever;
pub use worker::{send_until_quiet, send_until_settled, wait_until_quiet, wait_until_settled};
