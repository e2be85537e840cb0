//! Work that blocks: files and their locks.

use tokio::runtime::{Handle, RuntimeFlavor};

use crate::Failure;

/// Whether the runtime has one thread only. There blocking work is done in place, so that the order in which things
/// happen is the same each time: what a simulation with a seed needs. Every host has several.
pub(crate) fn one_thread() -> bool {
    Handle::try_current().is_ok_and(|runtime| runtime.runtime_flavor() == RuntimeFlavor::CurrentThread)
}

/// Does it off the async threads.
pub(crate) async fn off_thread<T: Send + 'static>(
    what: &'static str,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    if one_thread() {
        return Ok(work());
    }
    tokio::task::spawn_blocking(work).await.map_err(|_| Failure::defect(what))
}
