//! Notes on candidates.

use super::{NoteId, UserId, record::record};

record! {
    /// A note, from `candidate.listNotes`.
    Note {
        /// Ashby's id of the note.
        id: NoteId,
        /// Creation, ISO 8601.
        created_at: Option<String>,
        /// Whether only some users see it.
        is_private: Option<bool>,
        /// The text; it is not known whether Ashby gives HTML notes back as HTML.
        content: Option<String>,
        /// Who wrote it.
        author: Option<NoteAuthor>,
    }
}

record! {
    /// Who wrote a note.
    NoteAuthor {
        /// The user.
        id: UserId,
        /// Given name.
        first_name: Option<String>,
        /// Family name.
        last_name: Option<String>,
        /// E-mail address.
        email: Option<String>,
    }
}
