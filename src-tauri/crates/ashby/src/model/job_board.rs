//! Places where postings appear.

use super::{JobBoardId, record::record};

record! {
    /// An enabled job board, from `jobBoard.list`.
    JobBoard {
        /// Ashby's id of the board.
        id: JobBoardId,
        /// Its name.
        title: Option<String>,
        /// Whether only members of the organisation see it.
        is_internal: Option<bool>,
    }
}
