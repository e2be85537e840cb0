//! The store: both files, their writers and the readers.

use std::sync::{Arc, PoisonError};

use samara_unified::{ConnectionId, Remapping};

use crate::migrate::{self, LOCAL, MIRROR};
use crate::open::Durability;
use crate::reader::Readers;
use crate::writer::{Changes, InForce, Writer, on_local, on_mirror};
use crate::{Folder, Key, LocalTx, MirrorTx, Reading, Result};

/// The keys of the two files.
#[derive(Debug, Clone)]
pub struct Keys {
    /// Opens `mirror.db`.
    pub mirror: Key,
    /// Opens `local.db`.
    pub local: Key,
}

/// Told of every write, right before it and right after its commit: there a simulation lets the process die.
pub type Watch = Arc<dyn Fn() + Send + Sync>;

/// An open workspace on disk. Clones share it; all calls block, so run them off the async threads.
#[derive(Clone)]
pub struct Store {
    // Readers go first, so that the writers can fold the logs back into the files as they end.
    readers: Arc<Readers>,
    mirror: Arc<Writer>,
    local: Arc<Writer>,
    changes: Changes,
    watch: Option<Watch>,
}

impl Store {
    /// Opens both files, creating or migrating them.
    ///
    /// # Errors
    /// [`crate::Error::Unreadable`] when a key does not fit, [`crate::Error::TooNew`] when a newer app wrote a file.
    pub fn open(folder: &Folder, keys: &Keys) -> Result<Self> {
        let local = migrate::open_migrated(&folder.local(), &keys.local, Durability::Local, LOCAL)?;
        let mirror = migrate::open_migrated(&folder.mirror(), &keys.mirror, Durability::Mirror, MIRROR)?;
        let changes = Changes::default();
        let readers =
            Readers::new((folder.mirror(), keys.mirror.clone()), (folder.local(), keys.local.clone()));
        let readers = Arc::new(readers);
        // In a quiet moment for the writer it is likely to be one for all.
        let resting = Arc::downgrade(&readers);
        let rest = move || resting.upgrade().iter().for_each(|readers| readers.rest());
        let (mirror, local) = (Writer::of_mirror(mirror, rest)?, Writer::of_local(local)?);
        Ok(Self { readers, mirror: Arc::new(mirror), local: Arc::new(local), changes, watch: None })
    }

    /// Tells `watch` of every write from here on, on the thread that asks for it.
    #[must_use]
    pub fn watched(self, watch: Watch) -> Self {
        Self { watch: Some(watch), ..self }
    }

    fn tell(&self) {
        if let Some(watch) = &self.watch {
            watch();
        }
    }

    /// Puts a remapping in force for every row written from now on; the rows that are there keep their values.
    pub fn remap(&self, connection: ConnectionId, remapping: Remapping) {
        let in_force = (!remapping.is_plain()).then(|| Arc::new(InForce { connection, remapping }));
        *self.changes.write().unwrap_or_else(PoisonError::into_inner) = in_force;
    }

    /// The remapping in force.
    #[must_use]
    pub fn remapping(&self) -> Remapping {
        let changes = self.changes.read().unwrap_or_else(PoisonError::into_inner);
        changes.as_ref().map(|in_force| in_force.remapping.clone()).unwrap_or_default()
    }

    /// Reads from one consistent view of both files.
    ///
    /// # Errors
    /// What the read returns, or a failure to open a connection.
    pub fn read<T>(&self, read: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        self.readers.read(read)
    }

    /// Writes to the mirror and returns after the commit.
    ///
    /// # Errors
    /// What the write returns (its effects are then taken back), or a failed commit.
    pub fn write_mirror<T: Send + 'static>(
        &self,
        write: impl FnOnce(&MirrorTx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.tell();
        let (sender, receiver) = std::sync::mpsc::sync_channel(1);
        self.mirror.write(on_mirror(&self.changes, move |tx| {
            let value = write(tx)?;
            let _ = sender.send(value);
            Ok(())
        }))?;
        self.tell();
        receiver.recv().map_err(|_| crate::Error::Closed)
    }

    /// Writes to the local file and returns after the commit has reached the disk.
    ///
    /// # Errors
    /// As [`Store::write_mirror`].
    pub fn write_local<T: Send + 'static>(
        &self,
        write: impl FnOnce(&LocalTx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.tell();
        let (sender, receiver) = std::sync::mpsc::sync_channel(1);
        let written = self.local.write(on_local(move |tx| {
            let value = write(tx)?;
            let _ = sender.send(value);
            Ok(())
        }));
        written.map_err(|error| match error {
            crate::Error::Damaged(_) => self.readers.local_damage(),
            other => other,
        })?;
        self.tell();
        receiver.recv().map_err(|_| crate::Error::Closed)
    }

    /// Queues a write to the mirror; `done` is told after its commit. Queued writes commit in order, many at once;
    /// one that is `awaited` soon, the others up to some seconds later. Blocks only while the queue is full.
    ///
    /// # Errors
    /// When the store is closed.
    pub fn submit_mirror(
        &self,
        write: impl FnOnce(&MirrorTx<'_>) -> Result<()> + Send + 'static,
        awaited: bool,
        done: impl FnOnce(Result<()>) + Send + 'static,
    ) -> Result<()> {
        self.tell();
        self.mirror.submit(on_mirror(&self.changes, write), awaited, Box::new(done))
    }
}
