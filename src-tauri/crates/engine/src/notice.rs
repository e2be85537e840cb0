//! Notices that something changed: which cache tags a write touched.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use serde::Serialize;
use tokio::sync::Notify;
use ts_rs::TS;

macro_rules! tags {
    ($($(#[$meta:meta])* $name:ident,)*) => {
        /// A part of what the screens show. Commands name the tags they provide and invalidate.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
        #[serde(rename_all = "snake_case")]
        #[ts(rename_all = "snake_case")]
        pub enum Tag { $($(#[$meta])* $name,)* }

        impl Tag {
            /// All tags.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

tags! {
    /// Which workspace is open.
    Workspace,
    /// State of the sync.
    Sync,
    /// The table of jobs.
    Jobs,
    /// Pipelines.
    Pipeline,
    /// Lists of candidates.
    Candidates,
    /// One candidate's page.
    Candidate,
    /// The outbox.
    Activity,
    /// Saved views.
    Views,
    /// Settings.
    Settings,
}

/// Collects tags from many writers and hands them out together, so that a sync of 100,000 rows is a few notices.
#[derive(Debug, Clone, Default)]
pub struct Notices {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    pending: AtomicU32,
    generation: AtomicU32,
    wake: Notify,
}

impl Notices {
    /// Says that these parts changed.
    pub fn tell(&self, tags: &[Tag]) {
        let bits = tags.iter().fold(0_u32, |bits, tag| bits | 1 << *tag as u32);
        if bits != 0 {
            // Every page of a sync says how far it is, and a list that is scrolled through stays as it was found.
            if bits != 1 << Tag::Sync as u32 {
                self.shared.generation.fetch_add(1, Ordering::Relaxed);
            }
            self.shared.pending.fetch_or(bits, Ordering::AcqRel);
            self.shared.wake.notify_one();
        }
    }

    /// Counts how often anything but the state of the sync changed; for caches that must not outlive a change.
    #[must_use]
    pub fn generation(&self) -> u32 {
        self.shared.generation.load(Ordering::Relaxed)
    }

    /// Waits for a change and returns all that changed since the last call.
    pub async fn next(&self) -> Vec<Tag> {
        loop {
            let bits = self.shared.pending.swap(0, Ordering::AcqRel);
            if bits != 0 {
                return Tag::ALL.iter().copied().filter(|tag| bits & (1 << *tag as u32) != 0).collect();
            }
            self.shared.wake.notified().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn changes_are_handed_out_once_and_together() {
        let notices = Notices::default();
        notices.tell(&[Tag::Jobs]);
        notices.tell(&[Tag::Candidates, Tag::Jobs]);
        assert_eq!(notices.next().await, [Tag::Jobs, Tag::Candidates]);
        notices.tell(&[]);
        notices.tell(&[Tag::Activity]);
        assert_eq!(notices.next().await, [Tag::Activity]);
    }

    #[tokio::test]
    async fn how_far_a_sync_is_is_told_and_no_change_of_what_was_found() {
        let notices = Notices::default();
        let found = notices.generation();
        notices.tell(&[Tag::Sync]);
        assert_eq!((notices.generation(), notices.next().await), (found, vec![Tag::Sync]));
        notices.tell(&[Tag::Sync, Tag::Candidates]);
        assert_ne!(notices.generation(), found);
    }
}
