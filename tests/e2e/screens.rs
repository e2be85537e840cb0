//! Every screen in light and dark, at 900, 1440 and 2560 wide, on a workspace that is empty, one that is typical, and
//! one that goes to extremes; and in German, at the widths where room is short.

mod empty;
mod extreme;
mod german;
mod typical;

use samara_tests::{App, Outcome, SandboxServer, Vault, css};
use std::path::{Path, PathBuf};

/// The one in the middle last: the way goes on in it.
const SIZES: [(u32, u32); 3] = [(900, 700), (2560, 1440), (1440, 900)];
const THEMES: [&str; 2] = ["dark", "light"];
/// Where long words are tried.
const TIGHT: [(u32, u32); 2] = [(900, 700), (1440, 900)];
const KEY: &str = "sandbox-key-for-the-pictures";

/// Screens that stand at an address of their own on any workspace.
const SCREENS: &[(&str, &str)] = &[
    ("today", "/today"),
    ("review", "/review"),
    ("jobs", "/jobs"),
    ("candidates", "/candidates"),
    ("projects", "/projects"),
    ("duplicates", "/duplicates"),
    ("interviews", "/interviews"),
    ("interviews-week", "/interviews?view=week"),
    ("offers", "/offers"),
    ("activity", "/activity"),
    ("activity-runs", "/activity?tab=runs"),
    ("activity-quality", "/activity?tab=quality"),
];

/// All of it, one folder for each workspace; or one alone.
pub async fn tour(folder: &Path, only: Option<&str>) -> Outcome {
    let wanted = |name: &str| only.is_none_or(|only| only == name);
    if wanted("typical") {
        typical::tour(&Album::new(folder, "typical")).await?;
    }
    if wanted("empty") {
        empty::tour(&Album::new(folder, "empty")).await?;
    }
    if wanted("extreme") {
        extreme::tour(&Album::new(folder, "extreme")).await?;
    }
    if wanted("german") {
        let tight = Album { sizes: &TIGHT, themes: &["light"], ..Album::new(folder, "german") };
        german::tour(&tight).await?;
    }
    Ok(())
}

/// Where the pictures of one workspace go.
struct Album {
    folder: PathBuf,
    sizes: &'static [(u32, u32)],
    themes: &'static [&'static str],
}

impl Album {
    fn new(folder: &Path, name: &str) -> Self {
        Self { folder: folder.join(name), sizes: &SIZES, themes: &THEMES }
    }

    /// One screen in all its looks: `jobs-1440-light.png`.
    async fn picture(&self, app: &App, screen: &str) -> Outcome {
        for &(width, height) in self.sizes {
            app.resize(width, height).await?;
            for theme in self.themes {
                app.wear(theme).await?;
                app.picture(&self.folder.join(format!("{screen}-{width}-{theme}.png"))).await?;
            }
        }
        println!("  {}/{screen}", self.folder.file_name().unwrap_or_default().display());
        Ok(())
    }

    /// A screen at its address.
    async fn at(&self, app: &App, screen: &str, address: &str) -> Outcome {
        app.go(address).await?;
        app.see_within(&css("h1"), 30).await?;
        self.picture(app, screen).await
    }

    /// All screens that any workspace has.
    async fn screens(&self, app: &App) -> Outcome {
        for (screen, address) in SCREENS {
            self.at(app, screen, address).await?;
        }
        Ok(())
    }
}

/// The app, connected to that Ashby, with everything read.
async fn connected(ashby: &SandboxServer, data: &Path) -> Outcome<App> {
    let app = App::start_sizable(data, &["--base-url", &ashby.url()]).await?;
    app.resize(1440, 900).await?;
    app.connect(KEY, Vault::Keychain).await?;
    app.synced_within(400).await?;
    Ok(app)
}
