//! The reads and writes of the two files, one noun per file.
//!
//! Rows shaped for a screen are declared here once and travel as they are; they carry no keys and no raw payloads.

pub mod agenda;
pub mod alias;
pub mod application;
pub mod apply;
pub mod board;
pub mod candidate;
pub mod chart;
pub mod choice;
pub mod cover_letter;
pub mod coverage;
pub mod document;
pub mod feedback;
pub mod file;
pub mod forgotten;
pub mod history;
pub mod identity;
pub mod intent;
pub mod job;
pub mod journal;
pub mod listing;
pub mod narrow;
pub mod note;
pub mod overlay;
pub mod owed;
pub mod passthrough;
pub mod process;
pub mod project;
pub mod projection;
pub mod provisional;
pub mod quality;
pub mod reference;
pub mod retention;
pub mod setting;
pub mod state;
pub mod sweep;
pub mod sync;
pub mod timeline;
pub mod today;
pub mod tracked;
pub mod unified;
pub mod view;
