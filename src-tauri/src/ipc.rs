//! The one way from the window into the engine.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use samara_engine::{Desk, Failure, Tag, command, file};
use serde::Serialize;
use serde_json::Value;
use tauri::ipc::Response;
use tauri::{AppHandle, Emitter as _, Manager as _, State};
use tauri_plugin_opener::OpenerExt as _;
use tokio::sync::{oneshot, watch};

use crate::picture::Picture;
use crate::{download, leave as leaving};

/// Name of the event that tells which cache tags are stale.
const CHANGE: &str = "samara://change";

/// Between two notices to the window, so that it paints once for what comes together.
const PAUSE: Duration = Duration::from_millis(120);

/// Between them at most, while they come without end: a sync of 100,000 rows makes the window read anew once a second.
/// What a person does in the window is shown at once by the window itself.
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// How long the first screen has the machine for itself before the sync begins. The demo has nothing to show before.
const HEAD_START: Duration = Duration::from_secs(2);

/// How long the page waits for its picture at most.
const PATIENCE: Duration = Duration::from_millis(200);

/// The desk behind the window. Keychain and files are opened while the page loads; who asks earlier waits for them.
pub struct Host {
    desk: Arc<Desk>,
    opened: watch::Receiver<Option<Result<(), Failure>>>,
    picture: Mutex<Option<oneshot::Receiver<Picture>>>,
}

impl Host {
    /// Opens the desk on a thread of its own and keeps it going for as long as the app runs.
    pub fn open(app: AppHandle, desk: Desk, demo: bool) -> Self {
        let desk = Arc::new(desk);
        let (tell, opened) = watch::channel(None);
        let background = Arc::clone(&desk);
        let (hand_over, picture) = oneshot::channel();
        // A demo begins anew each time, and takes its time: nobody waits for its picture.
        let hand_over = (!demo).then_some(hand_over);
        tauri::async_runtime::spawn(async move {
            let opening = Arc::clone(&background);
            let open = move || if demo { opening.open_demo() } else { opening.open() };
            let outcome = tokio::task::spawn_blocking(open).await;
            tell.send_replace(Some(outcome.unwrap_or_else(|_| Err(Failure::defect("open")))));
            if let Some(hand_over) = hand_over
                && let Some(picture) = Picture::kept(&background).await
            {
                // Who waited too long draws without it.
                let _ = hand_over.send(picture);
            }
            tauri::async_runtime::spawn(tell_changes(app, Arc::clone(&background)));
            if !demo {
                tokio::time::sleep(HEAD_START).await;
            }
            background.live().await;
        });
        Self { desk, opened, picture: Mutex::new(Some(picture)) }
    }

    /// The desk, once it is open.
    async fn desk(&self) -> Result<&Desk, Failure> {
        let mut opened = self.opened.clone();
        let outcome = opened.wait_for(Option::is_some).await.map_err(|_| Failure::defect("open"))?.clone();
        outcome.unwrap_or(Ok(())).map(|()| &*self.desk)
    }

    /// What the first screen shows, once, for the page that is read first. It waits until that is known: without the
    /// files, which are opened meanwhile, the page has nothing to show either.
    pub fn picture(&self) -> Option<Picture> {
        let waiting = self.picture.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        let known = async { tokio::time::timeout(PATIENCE, waiting).await.ok()?.ok() };
        tokio::task::block_in_place(|| tauri::async_runtime::block_on(known))
    }

    /// The recruiter has come back to the window.
    pub fn focused(&self) {
        self.desk.focused();
    }
}

#[derive(Clone, Serialize)]
struct Change {
    tags: Vec<Tag>,
}

/// Runs a command of the engine.
#[tauri::command]
pub async fn call(host: State<'_, Host>, name: String, input: Value) -> Result<Value, Failure> {
    command::call(host.desk().await?, &name, input).await
}

/// A candidate's résumé as bytes.
#[tauri::command]
pub async fn resume(host: State<'_, Host>, candidate_id: String) -> Result<Response, Failure> {
    Ok(Response::new(file::resume(&host.desk().await?.workspace()?, &candidate_id).await?))
}

/// Any file of a candidate as bytes.
#[tauri::command]
pub async fn candidate_file(
    host: State<'_, Host>,
    candidate_id: String,
    file_id: String,
) -> Result<Response, Failure> {
    Ok(Response::new(file::file(&host.desk().await?.workspace()?, &candidate_id, &file_id).await?))
}

/// Keeps a file of a candidate among the downloads, and says where.
#[tauri::command]
pub async fn save_file(
    app: AppHandle,
    host: State<'_, Host>,
    candidate_id: String,
    file_id: String,
    name: String,
) -> Result<String, Failure> {
    let bytes = file::file(&host.desk().await?.workspace()?, &candidate_id, &file_id).await?;
    download::keep(&PathBuf::from(export_folder(app)?), &name, &bytes)
}

/// Keeps a text the window made among the downloads, and says where.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands arguments over by value")]
pub fn save_text(app: AppHandle, name: String, text: String) -> Result<String, Failure> {
    download::keep(&PathBuf::from(export_folder(app)?), &name, text.as_bytes())
}

/// Opens a link outside: web pages, mail addresses and phone numbers, nothing else.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands arguments over by value")]
pub fn open_link(app: AppHandle, url: String) -> Result<(), Failure> {
    if !["https://", "mailto:", "tel:"].iter().any(|scheme| url.starts_with(scheme)) {
        return Err(Failure::input(
            "This link is not opened.",
            "Only web pages, mail addresses and phone numbers are.",
        ));
    }
    app.opener().open_url(url, None::<&str>).map_err(|_| Failure::defect("link"))
}

/// The folder where a person looks for files made here: downloads, else their own folder.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands arguments over by value")]
pub fn export_folder(app: AppHandle) -> Result<String, Failure> {
    let folder = app.path().download_dir().or_else(|_| app.path().home_dir());
    folder.map(|folder| folder.display().to_string()).map_err(|_| Failure::defect("export folder"))
}

/// The link that waits to be opened, once.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands arguments over by value")]
pub fn waiting_link(app: AppHandle) -> Option<String> {
    app.try_state::<crate::link::Waiting>()?.take()
}

/// The page has left its picture: the window may go.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands arguments over by value")]
pub fn leave(app: AppHandle) {
    leaving::end(&app);
}

/// Tells the window what changed, for as long as the app runs.
async fn tell_changes(app: AppHandle, desk: Arc<Desk>) {
    let mut pause = PAUSE;
    loop {
        let next = tokio::time::timeout(PAUSE, desk.notices.next()).await;
        pause = if next.is_ok() { (pause * 2).min(LONGEST_PAUSE) } else { PAUSE };
        let tags = match next {
            Ok(tags) => tags,
            Err(_) => desk.notices.next().await,
        };
        if app.emit(CHANGE, Change { tags }).is_err() {
            tracing::warn!("window.not_told");
        }
        tokio::time::sleep(pause).await;
    }
}
