//! What the web view does without on Linux.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;

use gtk::pango::FontDescription;
use gtk::prelude::{FontExt as _, GtkSettingsExt as _, WidgetExt as _};
use tauri::WebviewWindow;
use webkit2gtk::{CacheModel, LoadEvent, SettingsExt as _, WebContextExt as _, WebView, WebViewExt};

/// Where Linux lists graphics cards that draw.
const CARDS: &str = "/dev/dri";
/// Set, `WebKit` paints by itself.
const PAINTS_ITSELF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Before anything of GTK runs: without a graphics card, `WebKit` paints by itself instead of through a card imitated
/// in software, which costs some 100 MB, and time at start. Who sets the variable decides.
pub fn prepare() {
    if !draws(Path::new(CARDS)) {
        // It fails for names that cannot be set alone, and this is none.
        let _ = glib::setenv(PAINTS_ITSELF, "1", false);
    }
}

/// Whether a card is among them.
fn draws(cards: &Path) -> bool {
    std::fs::read_dir(cards)
        .into_iter()
        .flatten()
        .flatten()
        .any(|card| card.file_name().to_string_lossy().starts_with("renderD"))
}

/// Switches off what one page of our own never uses: keeping pages gone through, sound, film and 3-D. And has the page
/// written in the desktop's face.
pub fn trim(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        let view = webview.inner();
        if std::env::var_os(PAINTS_ITSELF).is_some() {
            hold(&view);
        }
        if let Some(context) = view.context() {
            context.set_cache_model(CacheModel::DocumentViewer);
        }
        if let Some(settings) = WebViewExt::settings(&view) {
            settings.set_enable_page_cache(false);
            settings.set_enable_webgl(false);
            settings.set_enable_webaudio(false);
            settings.set_enable_media(false);
            settings.set_enable_offline_web_application_cache(false);
            if let Some(face) = face(&view) {
                settings.set_sans_serif_font_family(&face);
            }
        }
    })
}

/// Draws nothing of the page before it is read. `WebKit` that paints by itself would wait for it then, 500 ms at most, in
/// the very thread the page waits for in turn: one start in six lost all of them.
fn hold(view: &WebView) {
    let is_read = Rc::new(Cell::new(false));
    let known = Rc::clone(&is_read);
    view.connect_draw(
        move |_, _| if known.get() { glib::Propagation::Proceed } else { glib::Propagation::Stop },
    );
    view.connect_load_changed(move |view, event| {
        if event == LoadEvent::Finished {
            is_read.set(true);
            view.queue_draw();
        }
    });
}

/// The face the desktop writes in, if it is installed. The page asks for `sans-serif`: a name that is not there
/// `WebKit` searches for at each weight and size, 70 ms at start.
fn face(view: &impl gtk::prelude::IsA<gtk::Widget>) -> Option<String> {
    let wanted = FontDescription::from_string(&gtk::Settings::default()?.gtk_font_name()?);
    let found = view.pango_context().load_font(&wanted)?.describe();
    let (wanted, found) = (wanted.family()?, found.family()?);
    (wanted == found).then(|| found.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_draws_when_it_has_a_node_for_that() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!draws(&folder.path().join("none")));
        std::fs::write(folder.path().join("card0"), "").unwrap();
        assert!(!draws(folder.path()), "a screen alone draws nothing");
        std::fs::write(folder.path().join("renderD128"), "").unwrap();
        assert!(draws(folder.path()));
    }
}
