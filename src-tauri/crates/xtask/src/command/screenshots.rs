//! `cargo xtask screenshots`: every screen as people see it.

use crate::app::Speed;
use crate::command::demo;
use crate::prerequisite::{self, Need};
use crate::repository::Repository;
use crate::step::{Failure, Steps};
use crate::ui;

/// Pictures each screen of an empty, a typical and an extreme workspace, in light and dark, at 900, 1440 and 2560
/// wide, in `target/screenshots`.
pub fn run(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    prerequisite::ensure(repository, steps, Need::Headless)?;
    ui::build(repository, steps)?;
    demo::tour(repository, steps, Speed::Dev, "screenshots")
}
