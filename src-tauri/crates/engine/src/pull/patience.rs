//! How long a pull waits for one answer.

use std::future::Future;
use std::time::Duration;

use samara_ashby::Error as ApiError;

use crate::Workspace;

/// An endpoint is given up when it has made no progress for that long, whether it failed, was told to wait, or
/// stood in line behind others that were.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits for the answer to a read, with its repetitions.
pub(crate) async fn patiently<T>(
    workspace: &Workspace,
    answer: impl Future<Output = Result<T, ApiError>>,
) -> Result<T, ApiError> {
    tokio::select! {
        biased;
        answer = answer => answer,
        () = workspace.clock.sleep(PATIENCE) => Err(too_long(workspace)),
    }
}

fn too_long(workspace: &Workspace) -> ApiError {
    let limiter = workspace.client.limiter().snapshot();
    match limiter.paused_until {
        Some(_) => ApiError::RateLimited { retry_after: None, partner_wide: limiter.partner_wide },
        None => ApiError::TimedOut,
    }
}
