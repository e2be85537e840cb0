//! What the tests share: the real app in a real window ([`App`]), and an Ashby workspace on a loopback port
//! ([`SandboxServer`]).
//!
//! Window tests run where `cargo xtask test` provides a screen, a driver, a keychain of its own and the built app;
//! anywhere else [`window_tests`] says why they are left out, and nobody's own screen or keychain is touched.

mod app;
mod axe;
mod driver;
mod keyboard;
#[cfg(unix)]
mod leave;
mod page;
mod picture;
mod sandbox;
mod target;
mod trouble;
mod walk;

pub use app::{App, desktop_binary, throw_away, window_tests};
pub use axe::{Accessibility, Look, axe_source};
#[cfg(unix)]
pub use leave::ask_to_end;
pub use page::until;
pub use picture::Area;
pub use sandbox::{SandboxServer, now};
pub use target::{Target, button, css, link, literal, role, text, text_box};
pub use trouble::{Outcome, Trouble};
pub use walk::{Movable, Vault};
