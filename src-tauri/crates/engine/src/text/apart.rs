//! Reading a file in a process of its own, and being that process.

use std::ffi::OsStr;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{ExitCode, Stdio};

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
}

impl Apart {
    /// Starts this program once more for each file.
    ///
    /// # Errors
    /// When the system does not say where the program is.
    pub fn this_program() -> Result<Self, Failure> {
        let program = std::env::current_exe().map_err(|_| Failure::defect("program"))?;
        Ok(Self { program })
    }

    /// Starts that program, which has to begin with [`answered`].
    #[must_use]
    pub fn program(program: PathBuf) -> Self {
        Self { program }
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
        Ok(tokio::time::timeout(TIME, exchange(&mut child, &file)).await.unwrap_or(Err(Unreadable::TooSlow)))
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
