//! Asking a program to end, as the system does when somebody logs out. Linux only: it reads `/proc`.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::trouble::{Outcome, Trouble, system};

const PATIENCE: Duration = Duration::from_secs(20);
const GLANCE: Duration = Duration::from_millis(20);

/// Asks what runs of `program` in a process group to end, and waits until it has.
///
/// # Errors
/// When it does not run there, or has not ended after 20 s.
pub async fn ask_to_end(group: u32, program: &Path) -> Outcome {
    let program = fs::canonicalize(program).map_err(system("find the program"))?;
    let missing = || std::io::Error::from(std::io::ErrorKind::NotFound);
    let found = running(group, &program).and_then(Pid::from_raw).ok_or_else(missing);
    let id = found.map_err(system("find the running program"))?;
    kill_process(id, Signal::TERM).map_err(|error| system("ask the program to end")(error.into()))?;
    let ended = async {
        while running(group, &program).is_some() {
            tokio::time::sleep(GLANCE).await;
        }
    };
    tokio::time::timeout(PATIENCE, ended).await.map_err(|_| Trouble::System {
        doing: "wait for the program to end".to_owned(),
        error: std::io::ErrorKind::TimedOut.into(),
    })
}

/// The process of a program in a group. One that has ended and is not asked for its end yet names no program.
fn running(group: u32, program: &Path) -> Option<i32> {
    let is_it = |id: &i32| {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        // After the name in parentheses: state, parent, group.
        let of = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(2)?.parse().ok());
        of == Some(group) && fs::read_link(format!("/proc/{id}/exe")).is_ok_and(|path| path == program)
    };
    let all = fs::read_dir("/proc").ok()?.flatten();
    all.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).find(is_it)
}
