//! Small readings of text that every mapping shares.

/// Trimmed text; empty text is nothing.
pub(crate) fn trimmed(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty()).then_some(text)
}

/// [`trimmed`], owned.
pub(crate) fn owned(text: Option<&str>) -> Option<String> {
    text.and_then(trimmed).map(str::to_owned)
}

/// Words with single spaces between.
pub(crate) fn collapsed(text: &str) -> String {
    joined(text.split_whitespace())
}

/// The parts with single spaces between.
pub(crate) fn joined<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut joined = String::new();
    for part in parts {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(part);
    }
    joined
}
