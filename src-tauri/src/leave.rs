//! Closing the window: it is gone from the screen at once, and leaves a picture of its first screen before it ends.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tauri::{AppHandle, Emitter as _, Manager as _};

use crate::window::MAIN;

/// Name of the event that asks the page for its picture.
const LEAVING: &str = "samara://leaving";
/// How long the page has for it.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whether the window is being closed.
#[derive(Debug, Default)]
pub struct Leaving(AtomicBool);

/// Begins to close the window. Answers whether it stays until [`end`]: asked for a second time it does not.
pub fn begin(app: &AppHandle) -> bool {
    let (Some(leaving), Some(window)) = (app.try_state::<Leaving>(), app.get_webview_window(MAIN)) else {
        return false;
    };
    if leaving.0.swap(true, Ordering::SeqCst) || app.emit(LEAVING, ()).is_err() {
        return false;
    }
    // Where a window cannot be hidden, it is seen a moment longer.
    let _ = window.hide();
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        end(&app);
    });
    true
}

/// Closes the window for good, unless it was called back meanwhile.
pub fn end(app: &AppHandle) {
    if is_leaving(app)
        && let Some(window) = app.get_webview_window(MAIN)
    {
        let _ = window.destroy();
    }
}

fn is_leaving(app: &AppHandle) -> bool {
    app.try_state::<Leaving>().is_some_and(|leaving| leaving.0.load(Ordering::SeqCst))
}

/// Calls a window back that is being closed: the app was started again.
pub fn stay(app: &AppHandle) {
    let was_leaving =
        app.try_state::<Leaving>().is_some_and(|leaving| leaving.0.swap(false, Ordering::SeqCst));
    if was_leaving && let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.show();
    }
}

/// Closes the window as a person would when the system asks the program to end.
#[cfg(unix)]
pub async fn heed(app: AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut asked) = signal(SignalKind::terminate()) else { return };
    while asked.recv().await.is_some() {
        let window = app.get_webview_window(MAIN);
        if let Some(window) = &window {
            let _ = window.close();
            tokio::time::sleep(2 * PATIENCE).await;
        }
        // Called back, it was started anew, by whoever asked it to end perhaps.
        let was_called_back = window.is_some() && app.try_state::<Leaving>().is_some() && !is_leaving(&app);
        if !was_called_back {
            app.exit(0);
        }
    }
}
