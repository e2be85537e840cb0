//! What can be said when starting the window.

use std::ffi::OsString;
use std::path::PathBuf;

/// How to start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arguments {
    /// The data folder.
    pub data_dir: PathBuf,
    /// That folder was named: it is not the one of this account.
    pub elsewhere: bool,
    /// Open the demo workspace at once, in a folder of its own that is thrown away.
    pub demo: bool,
    /// Where new connections go instead of Ashby: a sandbox, a recording, a proxy.
    pub base_url: Option<String>,
    /// A `samara://` link to open.
    pub link: Option<String>,
    /// Show an empty page and start nothing: the baseline that start time and memory are measured against.
    pub empty_window: bool,
}

const USAGE: &str =
    "usage: samara-desktop [--data-dir DIR] [--base-url URL] [--demo] [--empty-window] [LINK]";

/// Reads the arguments.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Arguments, String> {
    let (mut data_dir, mut base_url, mut demo, mut empty_window, mut link) = (None, None, false, false, None);
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--data-dir") => data_dir = Some(arguments.next().ok_or(USAGE)?.into()),
            Some("--base-url") => {
                let url = arguments.next().and_then(|url| url.into_string().ok());
                base_url = Some(url.ok_or(USAGE)?);
            }
            Some("--demo") => demo = true,
            Some("--empty-window") => empty_window = true,
            Some(text) if crate::link::is_link(text) => link = Some(text.to_owned()),
            _ => return Err(USAGE.to_owned()),
        }
    }
    let elsewhere = data_dir.is_some();
    let data_dir = match data_dir {
        Some(folder) => folder,
        None if demo => std::env::temp_dir().join(format!("samara-demo-{}", std::process::id())),
        None => directories::ProjectDirs::from("app", "samara", "Samara")
            .map(|folders| folders.data_dir().to_owned())
            .ok_or("This account has no home folder: name a data folder with --data-dir.")?,
    };
    Ok(Arguments { data_dir, elsewhere, demo, base_url, link, empty_window })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Arguments, String> {
        parse(arguments.iter().map(OsString::from))
    }

    #[test]
    fn a_folder_can_be_named() {
        let arguments = parsed(&["--data-dir", "/data", "--demo"]).unwrap();
        assert_eq!(
            arguments,
            Arguments {
                data_dir: "/data".into(),
                elsewhere: true,
                demo: true,
                base_url: None,
                link: None,
                empty_window: false
            }
        );
    }

    #[test]
    fn a_link_can_be_opened() {
        let arguments = parsed(&["--data-dir", "/data", "samara://candidate/1"]).unwrap();
        assert_eq!(arguments.link.as_deref(), Some("samara://candidate/1"));
    }

    #[test]
    fn anything_else_is_answered_with_the_usage() {
        assert!(parsed(&["--data-dir"]).is_err());
        assert!(parsed(&["--dmeo"]).unwrap_err().starts_with("usage"));
    }
}
