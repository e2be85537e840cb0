//! The real window on WebKitGTK, driven as a recruiter would drive it, against an Ashby on a loopback port.

mod axe;
mod connect;
mod journey;
mod link;
mod offline;
#[cfg(target_os = "linux")]
mod start;
