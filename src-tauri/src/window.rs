//! The main window and what lives behind it.

use std::hash::{Hash as _, Hasher as _};
use std::path::Path;
use std::time::Duration;

use samara_engine::Desk;
use samara_engine::desk::{Options, Ports};
use tauri::plugin::TauriPlugin;
use tauri::webview::WebviewWindowBuilder;
use tauri::{App, AppHandle, Manager as _, WebviewUrl, WindowEvent, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::arguments::Arguments;
use crate::{ipc, leave, link};

/// The label of the one window.
pub const MAIN: &str = "main";
/// Time a gesture can be taken back before it is sent.
const GRACE: Duration = Duration::from_secs(4);

/// Opens the window and stays until it is closed.
pub fn run(arguments: Arguments) -> Result<(), String> {
    let builder = tauri::Builder::default();
    let builder = match once(&arguments) {
        Some(once) => builder.plugin(once),
        None => builder,
    };
    let demo = arguments.demo.then(|| arguments.data_dir.clone());
    let outcome = builder
        .plugin(tauri_plugin_opener::init())
        // A window that is being closed is hidden already, and is to be seen the next time.
        .plugin(
            tauri_plugin_window_state::Builder::default()
                .with_state_flags(StateFlags::all() & !StateFlags::VISIBLE)
                .build(),
        )
        .invoke_handler(tauri::generate_handler![
            ipc::call,
            ipc::resume,
            ipc::candidate_file,
            ipc::save_file,
            ipc::save_text,
            ipc::open_link,
            ipc::export_folder,
            ipc::waiting_link,
            ipc::leave
        ])
        .manage(link::Waiting::new(arguments.link.clone()))
        .setup(move |app| set_up(app, &arguments))
        .build(tauri::generate_context!())
        .map(|app| app.run(|app, event| hear(app, &event)))
        .map_err(|error| format!("The window could not be opened: {error}."));
    if let Some(folder) = demo {
        // The demo leaves nothing behind.
        let _ = std::fs::remove_dir_all(folder);
    }
    outcome
}

/// Lets the app run once for each data folder: a second start brings the first to the front and hands its link over.
/// The demo and the empty window have no folder to share.
fn once(arguments: &Arguments) -> Option<TauriPlugin<Wry>> {
    if arguments.demo || arguments.empty_window {
        return None;
    }
    let builder = tauri_plugin_single_instance::Builder::new().callback(|app, words, _| {
        to_front(app);
        for word in words.iter().skip(1) {
            link::open(app, word);
        }
    });
    if !arguments.elsewhere {
        return Some(builder.build());
    }
    // Only D-Bus takes a name for each folder; on other systems an app on a folder of its own stands alone.
    cfg!(target_os = "linux").then(|| builder.dbus_id(bus_name(&arguments.data_dir)).build())
}

/// What the app on that folder is called on the bus.
fn bus_name(folder: &Path) -> String {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let mut hasher = std::hash::DefaultHasher::new();
    folder.hash(&mut hasher);
    format!("app.samara.on_{:016x}", hasher.finish())
}

/// macOS hands links to the running app instead of starting another.
#[cfg(target_os = "macos")]
fn hear(app: &AppHandle, event: &tauri::RunEvent) {
    if let tauri::RunEvent::Opened { urls } = event {
        to_front(app);
        for url in urls {
            link::open(app, url.as_str());
        }
    }
}

#[cfg(not(target_os = "macos"))]
fn hear(_: &AppHandle, _: &tauri::RunEvent) {}

fn to_front(app: &AppHandle) {
    leave::stay(app);
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

fn set_up(app: &App, arguments: &Arguments) -> Result<(), Box<dyn std::error::Error>> {
    if !arguments.empty_window {
        let mut options = Options { grace: GRACE, ..Options::new(arguments.data_dir.clone()) };
        if let Some(base_url) = &arguments.base_url {
            options.base_url.clone_from(base_url);
        }
        let desk = Desk::new(options, Ports::system()?)?;
        app.manage(ipc::Host::open(app.handle().clone(), desk, arguments.demo));
        if !arguments.demo {
            app.manage(leave::Leaving::default());
        }
        #[cfg(unix)]
        tauri::async_runtime::spawn(leave::heed(app.handle().clone()));
    }
    let page = if arguments.empty_window { "empty.html" } else { "index.html" };
    let (handle, has_link) = (app.handle().clone(), arguments.link.is_some());
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App(page.into()))
        .title("Samara")
        .inner_size(1_440.0, 900.0)
        .min_inner_size(720.0, 480.0)
        // Files dropped here are taken by the page.
        .disable_drag_drop_handler()
        .on_web_resource_request(move |request, response| {
            // The first page has no name there. A link leads to another one than the first.
            let is_page = matches!(request.uri().path(), "/" | "/index.html");
            if is_page
                && !has_link
                && let Some(picture) = handle.try_state::<ipc::Host>().and_then(|host| host.picture())
            {
                picture.show(response);
            }
        })
        .build()?;
    #[cfg(target_os = "linux")]
    if !arguments.empty_window {
        crate::webkit::trim(&window)?;
    }
    let app = app.handle().clone();
    window.on_window_event(move |event| stand_by(&app, event));
    Ok(())
}

/// What happens to the window from outside.
fn stand_by(app: &AppHandle, event: &WindowEvent) {
    match event {
        WindowEvent::Focused(true) => {
            if let Some(host) = app.try_state::<ipc::Host>() {
                host.focused();
            }
        }
        WindowEvent::CloseRequested { api, .. } if leave::begin(app) => api.prevent_close(),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_is_called_after_its_folder() {
        assert_eq!(bus_name(Path::new("/data/one")), bus_name(Path::new("/data/one")));
        assert_ne!(bus_name(Path::new("/data/one")), bus_name(Path::new("/data/two")));
    }
}
