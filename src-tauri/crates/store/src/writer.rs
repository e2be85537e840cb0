//! The writers: one thread for each file, which owns its writing connection and commits what waits together.
//!
//! Jobs that queue up are run in one transaction, each in its own savepoint: a job that fails takes back its own
//! writes alone, and nobody is told "done" before the commit. A thread each, because what a person does must not wait
//! for the pages of a sync, which share commits of a second and more.

use std::cell::RefCell;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use rusqlite::Connection;
use samara_unified::{ConnectionId, Remapping};

use crate::search::findings::Findings;
use crate::table::listing::Sightings;
use crate::{Error, Result};

/// Jobs that wait behind a running transaction; a full queue holds the fetchers back instead of filling memory.
const QUEUE: usize = 64;
/// At most this many jobs share one commit, so that a reader of the outcome never waits long.
const TOGETHER: usize = 24;

/// Page cache of the mirror's writer while it is busy, in KiB: what a page of records touches lies all over the
/// indexes, and every page that has to come back from the disk is deciphered again.
const CACHE_KIB: i64 = 96 * 1024;

/// A transaction on `mirror.db`.
pub struct MirrorTx<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) sightings: Sightings,
    pub(crate) findings: RefCell<Findings>,
    pub(crate) in_force: Option<Arc<InForce>>,
}

/// What people changed about the mapping of a connection.
pub(crate) struct InForce {
    pub(crate) connection: ConnectionId,
    pub(crate) remapping: Remapping,
}

/// The changes in force, if any; shared with who may change them.
pub(crate) type Changes = Arc<RwLock<Option<Arc<InForce>>>>;

/// A transaction on `local.db`.
pub struct LocalTx<'a> {
    pub(crate) connection: &'a Connection,
}

/// What runs inside a transaction; what it changes in the search indexes is written as that ends.
pub(crate) type Job = Box<dyn FnOnce(&Connection, &mut Findings) -> Result<()> + Send>;

/// A job on `mirror.db`, under the mapping that is in force when it runs.
pub(crate) fn on_mirror(
    changes: &Changes,
    write: impl FnOnce(&MirrorTx<'_>) -> Result<()> + Send + 'static,
) -> Job {
    let changes = Arc::clone(changes);
    Box::new(move |connection, findings| {
        let in_force = changes.read().unwrap_or_else(PoisonError::into_inner).clone();
        let (sightings, found) = (Sightings::default(), RefCell::default());
        let tx = MirrorTx { connection, sightings, findings: found, in_force };
        write(&tx)?;
        tx.keep_sightings()?;
        findings.extend(tx.findings.into_inner());
        Ok(())
    })
}

/// A job on `local.db`.
pub(crate) fn on_local(write: impl FnOnce(&LocalTx<'_>) -> Result<()> + Send + 'static) -> Job {
    Box::new(move |connection, _| write(&LocalTx { connection }))
}

/// Told after the commit, or after the job's writes were taken back.
pub type Done = Box<dyn FnOnce(Result<()>) + Send>;

struct Ticket {
    job: Job,
    done: Done,
}

/// The sending side of a thread. Dropping it waits until everything queued is on disk.
pub(crate) struct Writer {
    queue: Option<SyncSender<Ticket>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            // A writer that panicked has told its callers already.
            let _ = thread.join();
        }
    }
}

impl Writer {
    /// Starts the thread of `mirror.db`; in quiet moments it calls `quiet`.
    pub(crate) fn of_mirror(connection: Connection, quiet: impl Fn() + Send + 'static) -> Result<Self> {
        connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
        Self::start("samara-mirror", give_way, connection, quiet)
    }

    /// Starts the thread of `local.db`.
    pub(crate) fn of_local(connection: Connection) -> Result<Self> {
        Self::start("samara-local", || (), connection, || ())
    }

    fn start(
        name: &'static str,
        begin: fn(),
        connection: Connection,
        quiet: impl Fn() + Send + 'static,
    ) -> Result<Self> {
        let (queue, tickets) = sync_channel(QUEUE);
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                begin();
                run(&tickets, &connection, &quiet);
            })
            .map_err(Error::io(name))?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Runs a job and waits for its commit. Blocks: call it off the async threads.
    pub(crate) fn write(&self, job: Job) -> Result<()> {
        let (sender, outcome) = sync_channel(1);
        // A waiter that went away does not need its answer.
        self.submit(job, Box::new(move |result| drop(sender.send(result))))?;
        outcome.recv().map_err(|_| Error::Closed)?
    }

    /// Queues a job. Blocks only while the queue is full.
    pub(crate) fn submit(&self, job: Job, done: Done) -> Result<()> {
        let queue = self.queue.as_ref().ok_or(Error::Closed)?;
        queue.send(Ticket { job, done }).map_err(|_| Error::Closed)
    }
}

/// How much the thread of the mirror gives way to others, of 19.
#[cfg(target_os = "linux")]
const NICE: i32 = 10;

/// Where cores are few, whoever looks something up goes before the pages of a sync.
fn give_way() {
    // Of no process in particular: on Linux that is this thread alone. Whoever may not, does not.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, NICE);
}

fn run(tickets: &Receiver<Ticket>, connection: &Connection, quiet: &dyn Fn()) {
    loop {
        let first = match tickets.recv_timeout(Duration::from_secs(30)) {
            Ok(ticket) => ticket,
            Err(RecvTimeoutError::Timeout) => {
                rest(connection);
                quiet();
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => break,
        };
        let others = tickets.try_iter().take(TOGETHER - 1);
        commit(connection, std::iter::once(first).chain(others).collect());
    }
    rest(connection);
}

/// In a quiet moment the log is folded back into the file, so that neither a start nor a backup has to, and the cache
/// is given back.
fn rest(connection: &Connection) {
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    let _ = connection.execute_batch("PRAGMA shrink_memory");
}

fn commit(connection: &Connection, batch: Vec<Ticket>) {
    if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
        let error = Error::from(error);
        for ticket in batch {
            (ticket.done)(Err(again(&error)));
        }
        return;
    }
    let mut outcomes = Vec::with_capacity(batch.len());
    let mut findings = Findings::default();
    for ticket in batch {
        outcomes.push((ticket.done, in_savepoint(connection, ticket.job, &mut findings)));
    }
    let committed = findings.write(connection).and_then(|()| Ok(connection.execute_batch("COMMIT")?));
    if committed.is_err() {
        let _ = connection.execute_batch("ROLLBACK");
    }
    for (done, outcome) in outcomes {
        done(match &committed {
            Ok(()) => outcome,
            Err(error) => Err(again(error)),
        });
    }
}

fn in_savepoint(connection: &Connection, job: Job, findings: &mut Findings) -> Result<()> {
    connection.execute_batch("SAVEPOINT job")?;
    let outcome = job(connection, findings);
    if outcome.is_err() {
        connection.execute_batch("ROLLBACK TO job")?;
    }
    connection.execute_batch("RELEASE job")?;
    outcome
}

/// The same failure for every job of a commit.
fn again(error: &Error) -> Error {
    match error {
        Error::DiskFull => Error::DiskFull,
        Error::Busy => Error::Busy,
        Error::Damaged(text) => Error::Damaged(text.clone()),
        other => Error::Sqlite(other.to_string()),
    }
}
