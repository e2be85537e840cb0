//! Starting anew while the app before is still ending: its name stands on the bus then, but nobody answers to it.

use std::os::unix::process::CommandExt as _;
use std::process::Command;
use std::time::Duration;

/// Starts that are tried, a moment apart.
const TRIES: u32 = 20;
const MOMENT: Duration = Duration::from_millis(250);
/// How many were tried so far.
const TRIED: &str = "SAMARA_START";

/// Whether a start failed for this reason, and another one is worth it.
pub fn is_due(message: &str) -> bool {
    message.contains("failed to forward arguments") && tried() < TRIES
}

/// Starts the program anew in this process. Comes back only when that fails.
pub fn start() -> std::io::Error {
    std::thread::sleep(MOMENT);
    match std::env::current_exe() {
        Ok(program) => Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(TRIED, (tried() + 1).to_string())
            .exec(),
        Err(error) => error,
    }
}

fn tried() -> u32 {
    std::env::var(TRIED).ok().and_then(|text| text.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_app_that_is_ending_is_waited_for() {
        assert!(is_due(
            "The window could not be opened: failed to initialize plugin `single-instance`: failed to forward arguments to \
             the running instance: org.freedesktop.DBus.Error.ServiceUnknown: The name is gone."
        ));
        assert!(!is_due("The window could not be opened: no display."));
    }
}
