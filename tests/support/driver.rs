//! WebKitWebDriver: one process group for the driver, the app it starts and WebKit's own processes.

use std::fs::File;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::trouble::{Outcome, Trouble, system};

const PROGRAM: &str = "/usr/bin/WebKitWebDriver";
const START: Duration = Duration::from_secs(20);

/// A running driver. When it goes, everything it started goes.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver on a free port, and waits until it listens. Its output and the app's go to `log`.
    pub(crate) async fn start(log: &Path, environment: &[(String, String)]) -> Outcome<Self> {
        if !Path::new(PROGRAM).is_file() {
            let cure = "apt-get install webkit2gtk-driver; `cargo xtask test` does it";
            return Err(Trouble::Missing { what: PROGRAM.to_owned(), cure });
        }
        let port = free_port()?;
        let file =
            File::options().create(true).append(true).open(log).map_err(system("open the app's log"))?;
        let errors = file.try_clone().map_err(system("open the app's log"))?;
        let mut command = Command::new(PROGRAM);
        command.arg(format!("--port={port}")).arg("--host=127.0.0.1");
        command.env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.envs(environment.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(file).stderr(errors);
        own_group(&mut command);
        let process = command.spawn().map_err(system("start the driver"))?;
        let driver = Self { process, port };
        driver.listening().await?;
        Ok(driver)
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    async fn listening(&self) -> Outcome {
        let address = (Ipv4Addr::LOCALHOST, self.port);
        let trying = async {
            while tokio::net::TcpStream::connect(address).await.is_err() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(START, trying).await.map_err(|_| Trouble::System {
            doing: "wait for the driver to listen".to_owned(),
            error: std::io::ErrorKind::TimedOut.into(),
        })
    }

    /// The process group of all it starts.
    #[cfg(unix)]
    pub(crate) fn group(&self) -> u32 {
        self.process.id()
    }

    /// Ends the driver and all it started.
    pub(crate) fn end(&mut self) {
        end_group(&mut self.process);
        // Reaps it; there is nothing left to wait for.
        let _ended = self.process.wait();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.end();
    }
}

/// A port nobody listens on right now.
pub(crate) fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(system("find a free port"))?;
    Ok(listener.local_addr().map_err(system("find a free port"))?.port())
}

#[cfg(unix)]
fn own_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(unix)]
fn end_group(process: &mut Child) {
    let group = i32::try_from(process.id()).ok().and_then(rustix::process::Pid::from_raw);
    if let Some(group) = group {
        // Gone already is as good.
        let _sent = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
}

#[cfg(not(unix))]
fn own_group(_command: &mut Command) {}

#[cfg(not(unix))]
fn end_group(process: &mut Child) {
    let _sent = process.kill();
}
