//! The sandbox from outside: what a client meets.
//!
//! `cfg(test)` is always true here; it tells clippy that helpers outside `#[test]` functions may unwrap, too.

#[cfg(test)]
mod behind;
#[cfg(test)]
mod common;
#[cfg(test)]
mod control;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod files;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod generator;
#[cfg(test)]
mod hooks;
#[cfg(test)]
mod moves;
#[cfg(test)]
mod paging;
#[cfg(test)]
mod scopes;
#[cfg(test)]
#[cfg(feature = "server")]
mod socket;
#[cfg(test)]
mod uploads;
#[cfg(test)]
mod whole;
#[cfg(test)]
mod writes;
