//! The writers: one thread for each file, which owns its writing connection and commits what waits together.
//!
//! Jobs are run as they come, many in one transaction, each after the first in its own savepoint: a job that fails
//! takes back its own writes alone, and nobody is told "done" before the commit. A job that somebody waits for ends its
//! transaction soon; without one it stays open for a while, because every commit empties the caches of all who read. A
//! thread each, because what a person does must not wait for the pages of a sync.

use std::cell::RefCell;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use samara_unified::{ConnectionId, Remapping};

use crate::search::findings::Findings;
use crate::table::listing::Sightings;
use crate::{Error, Result};

/// Jobs that wait for their turn: a full queue holds the fetchers back, and a job that somebody waits for behind it is
/// soon run.
const QUEUE: usize = 8;
/// So long a transaction is open for the jobs that come, unless somebody waits for one of them.
const OPEN: Duration = Duration::from_secs(2);
/// So long those that are there already share the transaction of a job that somebody waits for: pages of one sync lie
/// on the same pages of the file, and each commit writes those again.
const SOON: Duration = Duration::from_millis(100);
/// At most this many jobs share one commit, so that what it changes stays in the cache.
const TOGETHER: usize = 40;

/// Between two transactions that nobody waits for another process finds the file unlocked for so long: longer than from
/// one of its questions to the next.
const GAP: Duration = Duration::from_millis(25);

/// Page cache of the mirror's writer while it is busy, in KiB: what a page of records touches lies all over the
/// indexes, and every page that has to come back from the disk is deciphered again.
const CACHE_KIB: i64 = 128 * 1024;

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
    /// Whether somebody can do nothing before it is committed.
    awaited: bool,
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
        self.submit(job, true, Box::new(move |result| drop(sender.send(result))))?;
        outcome.recv().map_err(|_| Error::Closed)?
    }

    /// Queues a job; one that is `awaited` is committed as soon as it has run. Blocks only while the queue is full.
    pub(crate) fn submit(&self, job: Job, awaited: bool, done: Done) -> Result<()> {
        let queue = self.queue.as_ref().ok_or(Error::Closed)?;
        queue.send(Ticket { job, done, awaited }).map_err(|_| Error::Closed)
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
    let mut first = None;
    loop {
        match first.take().map_or_else(|| tickets.recv_timeout(Duration::from_secs(30)), Ok) {
            Ok(ticket) => {
                let mut batch = Batch::beginning(ticket, tickets);
                commit(connection, &mut batch);
                if !batch.awaited {
                    std::thread::sleep(GAP);
                }
                first = batch.next;
            }
            Err(RecvTimeoutError::Timeout) => {
                rest(connection);
                quiet();
            }
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    rest(connection);
}

#[expect(
    clippy::disallowed_methods,
    reason = "a thread of its own waits in real time, and nothing it writes tells of it"
)]
fn now() -> Instant {
    Instant::now()
}

/// The tickets of one transaction, as they come.
struct Batch<'a> {
    /// Its first at the beginning; at the end one that came too late for it.
    next: Option<Ticket>,
    tickets: &'a Receiver<Ticket>,
    /// No job begins later.
    until: Instant,
    left: usize,
    /// Whether somebody waits: then only those are still taken that are there; after a while, only those that others
    /// wait for.
    awaited: bool,
}

impl<'a> Batch<'a> {
    fn beginning(first: Ticket, tickets: &'a Receiver<Ticket>) -> Self {
        Self { next: Some(first), tickets, until: now() + OPEN, left: TOGETHER, awaited: false }
    }

    fn further(&mut self) -> Option<Ticket> {
        let left = self.until.saturating_duration_since(now());
        if !self.awaited {
            return self.tickets.recv_timeout(Some(left).filter(|left| !left.is_zero())?).ok();
        }
        let ticket = self.tickets.try_recv().ok()?;
        if left.is_zero() && !ticket.awaited {
            self.left = 0;
            self.next = Some(ticket);
            return None;
        }
        Some(ticket)
    }
}

impl Iterator for Batch<'_> {
    type Item = Ticket;

    fn next(&mut self) -> Option<Ticket> {
        self.left = self.left.checked_sub(1)?;
        let ticket = self.next.take().or_else(|| self.further())?;
        if ticket.awaited && !self.awaited {
            self.awaited = true;
            self.until = self.until.min(now() + SOON);
        }
        Some(ticket)
    }
}

/// In a quiet moment the log is folded back into the file, so that neither a start nor a backup has to, and the cache
/// is given back.
fn rest(connection: &Connection) {
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    let _ = connection.execute_batch("PRAGMA shrink_memory");
}

fn commit(connection: &Connection, batch: &mut Batch<'_>) {
    if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
        let error = Error::from(error);
        for ticket in batch {
            (ticket.done)(Err(again(&error)));
        }
        return;
    }
    let mut outcomes = Vec::new();
    let mut findings = Findings::default();
    // The first has no others to spare, and a savepoint would have a copy made of every page it changes.
    if let Some(Ticket { job, done, .. }) = batch.next() {
        let outcome = job(connection, &mut findings);
        if outcome.is_err() {
            let _ = connection.execute_batch("ROLLBACK");
            return done(outcome);
        }
        outcomes.push((done, outcome));
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn queued(awaited: &[bool]) -> Receiver<Ticket> {
        let (sender, tickets) = sync_channel(awaited.len());
        for awaited in awaited {
            let ticket = Ticket { job: Box::new(|_, _| Ok(())), done: Box::new(drop), awaited: *awaited };
            sender.send(ticket).unwrap();
        }
        tickets
    }

    fn late() -> Instant {
        now() + Duration::from_secs(3_600)
    }

    /// What one transaction takes, and whether it leaves one for the next.
    fn batch(
        first: Option<Ticket>,
        tickets: &Receiver<Ticket>,
        until: Instant,
    ) -> (Vec<bool>, Option<Ticket>) {
        let first = first.unwrap_or_else(|| tickets.recv().unwrap());
        let mut batch = Batch { until, ..Batch::beginning(first, tickets) };
        let taken = batch.by_ref().map(|ticket| ticket.awaited).collect();
        assert!(batch.next().is_none(), "it has ended");
        (taken, batch.next)
    }

    #[test]
    fn a_transaction_with_a_job_somebody_waits_for_takes_what_is_there() {
        let tickets = queued(&[true, false, true, false]);
        assert_eq!(batch(None, &tickets, late()).0, [true, false, true, false]);
        assert!(tickets.try_recv().is_err());
    }

    #[test]
    fn when_its_time_is_over_it_ends_with_the_jobs_somebody_waits_for() {
        let tickets = queued(&[true, true, false, false]);
        let (taken, left) = batch(None, &tickets, now());
        assert_eq!(taken, [true, true]);
        let (taken, left) = batch(left, &tickets, late());
        assert_eq!(taken, [false, false], "the one that came too late is the first of the next");
        assert!(left.is_none());
    }

    #[test]
    fn a_transaction_ends_after_a_while_and_after_so_many() {
        let tickets = queued(&[false; TOGETHER + 2]);
        assert_eq!(batch(None, &tickets, late()).0.len(), TOGETHER);
        assert_eq!(batch(None, &tickets, now()).0, [false], "there is another, for the next one");
        assert!(tickets.try_recv().is_ok());
    }
}
