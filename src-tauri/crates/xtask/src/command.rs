//! One module a command; each reads as the list of its steps.

pub mod bench;
pub mod bindings;
pub mod bundle;
pub mod demo;
pub mod screenshots;
pub mod simulate;
pub mod test;
