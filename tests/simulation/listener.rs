//! Hears everything the engine logs, at every level.

use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use tracing::Subscriber;
use tracing_subscriber::fmt::MakeWriter;

/// What was logged on this thread.
#[derive(Clone, Default)]
pub struct Listener {
    heard: Arc<Mutex<Vec<u8>>>,
}

impl Listener {
    /// A subscriber that writes into this listener.
    pub fn subscriber(&self) -> impl Subscriber + Send + Sync + use<> {
        let level = tracing::Level::TRACE;
        tracing_subscriber::fmt()
            .with_max_level(level)
            .without_time()
            .with_ansi(false)
            .with_writer(self.clone())
            .finish()
    }

    /// The text so far.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.heard.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

impl Write for Listener {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Listener {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}
