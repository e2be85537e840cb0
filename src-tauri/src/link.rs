//! `samara://` links: from outside to a screen.
//!
//! A link only names what to look at. The window decides which screen that is, and nothing is written for a link.

use std::sync::Mutex;

use tauri::{AppHandle, Emitter as _, Manager as _};

/// Name of the event that hands a link to the window.
const OPEN: &str = "samara://open";
const SCHEME: &str = "samara://";
/// No link of ours is longer.
const LONGEST: usize = 512;

/// A link that came before the window could hear of it.
#[derive(Debug, Default)]
pub struct Waiting(Mutex<Option<String>>);

impl Waiting {
    /// Keeps what the app was started with.
    pub fn new(link: Option<String>) -> Self {
        Self(Mutex::new(link))
    }

    /// Hands it out, once.
    pub fn take(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take()
    }
}

/// Whether this is a link for us.
pub fn is_link(text: &str) -> bool {
    text.starts_with(SCHEME) && text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Hands a link to the window.
pub fn open(app: &AppHandle, link: &str) {
    if !is_link(link) {
        return;
    }
    // A window that does not listen yet asks for what waits.
    if let Some(waiting) = app.try_state::<Waiting>() {
        *waiting.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(link.to_owned());
    }
    if app.emit(OPEN, ()).is_err() {
        tracing::warn!("link.not_told");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_short_plain_links_of_ours_are_links() {
        assert!(is_link("samara://candidate/8f14e45f-ceea"));
        for other in ["https://example.com", "samara:candidate", "samara://a b", "samara://\n", "--demo"] {
            assert!(!is_link(other), "{other}");
        }
        assert!(!is_link(&format!("samara://{}", "a".repeat(LONGEST))));
    }

    #[test]
    fn a_link_is_handed_out_once() {
        let waiting = Waiting::new(Some("samara://job/1".to_owned()));
        assert_eq!(waiting.take().as_deref(), Some("samara://job/1"));
        assert_eq!(waiting.take(), None);
    }
}
