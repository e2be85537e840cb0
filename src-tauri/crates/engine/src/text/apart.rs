//! Reading a file in a process of its own, and being that process.

use std::ffi::OsStr;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{ExitCode, Stdio};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::{Child, Command};

use super::{LONGEST, TIME, TextReader, Unreadable, VERB, text_of};
use crate::{Code, Failure};

/// Largest file a reading process takes, in bytes.
const LARGEST: u64 = 64 << 20;

/// Reads each file in a process of its own.
pub struct Apart {
    program: PathBuf,
    time: Duration,
}

impl Apart {
    /// Starts this program once more for each file.
    ///
    /// # Errors
    /// When the system does not say where the program is.
    pub fn this_program() -> Result<Self, Failure> {
        let program = std::env::current_exe().map_err(|_| Failure::defect("program"))?;
        Ok(Self::program(program))
    }

    /// Starts that program, which has to begin with [`answered`].
    #[must_use]
    pub fn program(program: PathBuf) -> Self {
        Self { program, time: TIME }
    }

    fn start(&self) -> Result<Child, Failure> {
        Command::new(&self.program)
            .arg(VERB)
            .env_remove("SAMARA_PASSPHRASE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| {
                Failure::new(
                    Code::FileRefused,
                    format!("The reader of résumés could not be started: {error}."),
                    "Restart Samara; if it was updated meanwhile, that is enough.",
                )
            })
    }
}

#[async_trait]
impl TextReader for Apart {
    async fn read(&self, file: Bytes) -> Result<Result<String, Unreadable>, Failure> {
        let mut child = self.start()?;
        // Dropping the child ends it, whatever it is doing.
        let read = tokio::time::timeout(self.time, exchange(&mut child, &file)).await;
        Ok(read.unwrap_or(Err(Unreadable::TooSlow)))
    }
}

async fn exchange(child: &mut Child, file: &[u8]) -> Result<String, Unreadable> {
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Unreadable::Crashed);
    };
    let give = async move {
        // A reader that has seen enough closes its end: what it says counts.
        let _ = input.write_all(file).await;
        let _ = input.shutdown().await;
    };
    let mut text = Vec::new();
    let mut output = output.take(LONGEST as u64 + 1);
    let ((), taken) = tokio::join!(give, output.read_to_end(&mut text));
    if taken.is_err() {
        return Err(Unreadable::Crashed);
    }
    if text.len() > LONGEST {
        return Err(Unreadable::TooLarge);
    }
    let status = child.wait().await.map_err(|_| Unreadable::Crashed)?;
    match status.code() {
        Some(0) => String::from_utf8(text).map_err(|_| Unreadable::Crashed),
        Some(code) => Err(Unreadable::of_exit_code(code)),
        None => Err(Unreadable::Crashed),
    }
}

/// For the first line of a program's `main`: does the work of a reading process where the program was started as one,
/// and tells how to end.
#[must_use]
pub fn answered() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    let only = (arguments.next(), arguments.next());
    matches!(&only, (Some(verb), None) if verb == OsStr::new(VERB)).then(answer)
}

fn answer() -> ExitCode {
    limit();
    match read_and_tell() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => ExitCode::from(reason.exit_code()),
    }
}

fn read_and_tell() -> Result<(), Unreadable> {
    let mut file = Vec::new();
    let read = std::io::stdin().take(LARGEST + 1).read_to_end(&mut file);
    match read {
        Ok(length) if length as u64 > LARGEST => return Err(Unreadable::TooLarge),
        Ok(_) => {}
        Err(_) => return Err(Unreadable::Crashed),
    }
    let text = text_of(&file)?;
    let mut output = std::io::stdout().lock();
    output.write_all(text.as_bytes()).and_then(|()| output.flush()).map_err(|_| Unreadable::Crashed)
}

/// What this process may take from here on. Where the system knows no such limits, time alone ends it.
#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let at_most = |value| Rlimit { current: Some(value), maximum: Some(value) };
    let limits = [
        (Resource::Data, super::MEMORY),
        (Resource::Cpu, TIME.as_secs()),
        (Resource::Core, 0),
        (Resource::Fsize, 0),
    ];
    for (resource, value) in limits {
        // A lower limit that is set already stays.
        let _ = setrlimit(resource, at_most(value));
    }
}

#[cfg(not(unix))]
fn limit() {}

/// What becomes of a file whose reader misbehaves; the readers here are scripts.
#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    struct Script {
        place: tempfile::TempDir,
        apart: Apart,
    }

    fn script(text: &str, time: Duration) -> Script {
        let place = tempfile::tempdir().unwrap();
        let program = place.path().join("reader");
        std::fs::write(&program, format!("#!/bin/sh\ncd \"$(dirname \"$0\")\"\n{text}\n")).unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).unwrap();
        Script { apart: Apart { program, time }, place }
    }

    async fn outcome(text: &str) -> Result<String, Unreadable> {
        let script = script(text, Duration::from_secs(20));
        script.apart.read(Bytes::from_static(b"a file")).await.unwrap()
    }

    #[tokio::test]
    async fn what_the_reader_says_is_the_text() {
        assert_eq!(outcome("cat").await, Ok("a file".to_owned()));
        assert_eq!(outcome("echo \"$1\"").await, Ok(format!("{VERB}\n")), "it is told what to do");
        assert_eq!(outcome("printf seen").await, Ok("seen".to_owned()), "whether it read to the end or not");
    }

    #[tokio::test]
    async fn how_the_reader_ends_is_the_reason() {
        assert_eq!(outcome("echo half; exit 21").await, Err(Unreadable::Garbled), "half a text is none");
        assert_eq!(outcome("exit 22").await, Err(Unreadable::Encrypted));
        assert_eq!(outcome("exit 101").await, Err(Unreadable::Crashed));
        assert_eq!(outcome("echo half; kill -SEGV $$").await, Err(Unreadable::Crashed));
        assert_eq!(outcome("printf '\\377\\376'").await, Err(Unreadable::Crashed), "no text at all");
    }

    #[tokio::test]
    async fn a_reader_that_never_stops_talking_is_cut_off() {
        let read = tokio::time::timeout(Duration::from_secs(15), outcome("exec cat /dev/zero")).await;
        assert_eq!(read, Ok(Err(Unreadable::TooLarge)));
    }

    #[tokio::test]
    async fn a_reader_that_takes_too_long_is_ended() {
        let script = script("echo $$ > pid; exec sleep 60", Duration::from_secs(2));
        let read = script.apart.read(Bytes::from_static(b"a file")).await.unwrap();
        assert_eq!(read, Err(Unreadable::TooSlow));
        let pid = std::fs::read_to_string(script.place.path().join("pid")).unwrap();
        // Ended, though perhaps not yet fetched by its parent.
        let runs = || {
            let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.trim())).ok()?;
            stat.rsplit(')').next()?.trim_start().chars().next().filter(|state| *state != 'Z')
        };
        for _ in 0..500 {
            if runs().is_none() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("it is still there: {:?}", runs());
    }

    #[tokio::test]
    async fn a_large_file_is_no_reason_to_wait_for_a_reader_that_is_gone() {
        let script = script("exit 23", Duration::from_secs(20));
        let read = script.apart.read(Bytes::from(vec![0; 8 << 20])).await.unwrap();
        assert_eq!(read, Err(Unreadable::TooLarge));
    }

    #[tokio::test]
    async fn no_reader_says_nothing_about_the_file() {
        let missing = Apart::program("/nowhere/reader".into());
        let failure = missing.read(Bytes::from_static(b"a file")).await.unwrap_err();
        assert_eq!(failure.code, Code::FileRefused);
    }
}
