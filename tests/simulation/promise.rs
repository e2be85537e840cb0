//! A promise that was not kept.

/// Which, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Of the mirror: mirror, honest, walk. Of the outbox: kept, once, order, overlay, shown, undo, quiet. Of both:
    /// sane.
    pub promise: &'static str,
    /// How, without anybody's name.
    pub words: String,
}

/// Whether promises are kept.
pub type Checked = Result<(), Broken>;

/// It is not.
pub fn broken<T>(promise: &'static str, words: impl Into<String>) -> Result<T, Broken> {
    Err(Broken { promise, words: words.into() })
}

/// What must never fail.
pub fn sane<T>(outcome: Result<T, impl ToString>) -> Result<T, Broken> {
    outcome.map_err(|words| Broken { promise: "sane", words: words.to_string() })
}
