//! Ashby's public API as Rust: the records it sends, the errors it gives and, behind the feature `client`,
//! the way to ask it.
//!
//! The vocabulary is Ashby's own: a *candidate* is a person, an *application* is that person on one job, a
//! *stage* is a step of an interview plan, a *posting* is the public face of a job. A *cursor* walks through
//! the pages of one listing, a *sync token* asks for what changed since an earlier complete listing.
//!
//! Invariants: reading is tolerant (any field but a record's own id may be absent, null or of a surprising
//! type; enumerations are open text); no error and no `Debug` output carries an API key, a request body or a
//! reply's body.

pub mod model;
