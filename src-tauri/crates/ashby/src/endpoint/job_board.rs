//! `jobBoard.*`

use super::{NoParams, list};
use crate::model::JobBoard;

list! {
    /// Enabled job boards.
    JobBoardList = "jobBoard.list", "jobsRead", NoParams => JobBoard, paged: false, synced: false
}
