//! The writer: one thread that owns the writing connections, and commits what waits together.
//!
//! Jobs for one file that queue up are run in one transaction, each in its own savepoint: a job that fails takes
//! back its own writes alone, and nobody is told "done" before the commit.

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

/// What runs inside a transaction on `mirror.db`.
type MirrorWrite = Box<dyn FnOnce(&MirrorTx<'_>) -> Result<()> + Send>;
/// What runs inside a transaction on `local.db`.
type LocalWrite = Box<dyn FnOnce(&LocalTx<'_>) -> Result<()> + Send>;

/// One job for the writer: runs inside a transaction of one of the files.
pub(crate) enum WriteJob {
    /// For `mirror.db`.
    Mirror(MirrorWrite),
    /// For `local.db`.
    Local(LocalWrite),
}

/// Told after the commit, or after the job's writes were taken back.
pub type Done = Box<dyn FnOnce(Result<()>) + Send>;

struct Ticket {
    job: WriteJob,
    done: Done,
}

/// The sending side of the thread. Dropping it waits until everything queued is on disk.
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
    /// Starts the thread; in quiet moments it calls `quiet`.
    pub(crate) fn start(
        mirror: Connection,
        local: Connection,
        changes: Changes,
        quiet: impl Fn() + Send + 'static,
    ) -> Result<Self> {
        mirror.pragma_update(None, "cache_size", -CACHE_KIB)?;
        let (queue, tickets) = sync_channel(QUEUE);
        let thread = std::thread::Builder::new()
            .name("samara-writer".to_owned())
            .spawn(move || run(&tickets, &mirror, &local, &changes, &quiet))
            .map_err(Error::io("samara-writer"))?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Runs a job and waits for its commit. Blocks: call it off the async threads.
    pub(crate) fn write(&self, job: WriteJob) -> Result<()> {
        let (sender, outcome) = sync_channel(1);
        // A waiter that went away does not need its answer.
        self.submit(job, Box::new(move |result| drop(sender.send(result))))?;
        outcome.recv().map_err(|_| Error::Closed)?
    }

    /// Queues a job. Blocks only while the queue is full.
    pub(crate) fn submit(&self, job: WriteJob, done: Done) -> Result<()> {
        let queue = self.queue.as_ref().ok_or(Error::Closed)?;
        queue.send(Ticket { job, done }).map_err(|_| Error::Closed)
    }
}

fn run(
    tickets: &Receiver<Ticket>,
    mirror: &Connection,
    local: &Connection,
    changes: &Changes,
    quiet: &dyn Fn(),
) {
    let mut held: Option<Ticket> = None;
    loop {
        let first = match held.take() {
            Some(ticket) => ticket,
            None => match tickets.recv_timeout(Duration::from_secs(30)) {
                Ok(ticket) => ticket,
                Err(RecvTimeoutError::Timeout) => {
                    rest(mirror);
                    quiet();
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            },
        };
        let on_mirror = matches!(first.job, WriteJob::Mirror(_));
        let mut batch = vec![first];
        while batch.len() < TOGETHER {
            match tickets.try_recv() {
                Ok(next) if matches!(next.job, WriteJob::Mirror(_)) == on_mirror => batch.push(next),
                Ok(next) => {
                    held = Some(next);
                    break;
                }
                Err(_) => break,
            }
        }
        commit(if on_mirror { mirror } else { local }, batch, changes);
    }
    rest(mirror);
    rest(local);
}

/// In a quiet moment the log is folded back into the file, so that neither a start nor a backup has to, and the cache
/// is given back.
fn rest(connection: &Connection) {
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    let _ = connection.execute_batch("PRAGMA shrink_memory");
}

fn commit(connection: &Connection, batch: Vec<Ticket>, changes: &Changes) {
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
        outcomes.push((ticket.done, in_savepoint(connection, ticket.job, changes, &mut findings)));
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

fn in_savepoint(
    connection: &Connection,
    job: WriteJob,
    changes: &Changes,
    findings: &mut Findings,
) -> Result<()> {
    connection.execute_batch("SAVEPOINT job")?;
    let outcome = match job {
        WriteJob::Mirror(job) => {
            let in_force = changes.read().unwrap_or_else(PoisonError::into_inner).clone();
            let (sightings, found) = (Sightings::default(), RefCell::default());
            let tx = MirrorTx { connection, sightings, findings: found, in_force };
            let outcome = job(&tx).and_then(|()| tx.keep_sightings());
            if outcome.is_ok() {
                findings.extend(tx.findings.into_inner());
            }
            outcome
        }
        WriteJob::Local(job) => job(&LocalTx { connection }),
    };
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
