//! One pass over one endpoint.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use samara_ashby::endpoint::{Endpoint, ListEndpoint};
use samara_ashby::model::{Cursor, SyncToken};
use samara_ashby::{Error as ApiError, Lane, Page};
use samara_store::MirrorTx;
use samara_store::table::sync::EndpointState;
use samara_unified::Timestamp;
use tokio::sync::oneshot;

use super::patience::patiently;
use super::plan::{Pass, begin};
use super::progress::ModelState;
use super::source::Source;
use crate::blocking::{off_thread, one_thread};
use crate::{Failure, Workspace};

/// Pages under way to the disk while the next is fetched: as many as may come while a commit is held open for them.
const AHEAD: usize = 32;

type Commit = oneshot::Receiver<samara_store::Result<()>>;

/// Brings one endpoint up to date. Its failure is recorded where it stands and returned.
pub(super) async fn pull<S: Source>(workspace: &Arc<Workspace>, full: bool) -> Result<(), Failure> {
    let name = <S::Endpoint as Endpoint>::NAME;
    workspace.progress.endpoint(name, |part| part.state = ModelState::Running);
    let outcome = run::<S>(workspace, full).await;
    let now = workspace.now();
    workspace.progress.reached(outcome.as_ref().err(), &now);
    workspace.progress.endpoint(name, |part| settle(part, outcome.as_ref().err()));
    if let Err(failure) = &outcome {
        workspace.record_failure(name, failure).await?;
    }
    outcome
}

pub(super) fn settle(part: &mut super::progress::EndpointProgress, failure: Option<&Failure>) {
    part.state = match failure {
        None => ModelState::Done,
        Some(failure) if failure.code == crate::Code::PermissionMissing => ModelState::NoPermission,
        Some(_) => ModelState::Failed,
    };
    part.failure = failure.cloned();
}

/// Asks for less where Ashby refuses what is asked for, and goes on asking for that until everything is listed anew.
async fn run<S: Source>(workspace: &Arc<Workspace>, full: bool) -> Result<(), Failure> {
    let Some(lesser) = S::lesser_params() else { return walk::<S>(workspace, full, S::params()).await };
    let name = <S::Endpoint as Endpoint>::NAME;
    let known = workspace.read(move |reading| reading.endpoint(name)).await?;
    let refused = serde_json::to_string(&lesser).ok().filter(|_| !full);
    if refused.is_some() && known.map(|state| state.params) == refused {
        return walk::<S>(workspace, full, lesser).await;
    }
    match walk::<S>(workspace, full, S::params()).await {
        Err(failure) if failure.code == crate::Code::RemoteInputInvalid => {
            walk::<S>(workspace, full, lesser).await
        }
        done => done,
    }
}

async fn walk<S: Source>(
    workspace: &Arc<Workspace>,
    full: bool,
    params: <S::Endpoint as Endpoint>::Params,
) -> Result<(), Failure> {
    let name = <S::Endpoint as Endpoint>::NAME;
    let fixed = serde_json::to_string(&params).unwrap_or_default();
    let known = workspace.read(move |reading| reading.endpoint(name)).await?;
    let mut pass = begin(known.as_ref(), &fixed, full);
    let mut walk = Walk::start::<S>(workspace, known, fixed, &pass).await?;
    let mut relisted = false;
    loop {
        let cursor = pass.cursor.as_deref().map(Cursor::from);
        let token = pass.token.as_deref().map(SyncToken::from);
        let page = workspace.client.page::<S::Endpoint>(Lane::Pull, &params, cursor.as_ref(), token.as_ref());
        let page = match patiently(workspace, page).await {
            Ok(page) => page,
            Err(error) if error.recovery() && !relisted => {
                relisted = true;
                walk.finish().await?;
                pass = Pass { token: None, cursor: None, resumed: false };
                tracing::info!(endpoint = name, code = error.ashby_code(), "pull.relist");
                let EndpointState { params, synced_at, listed_at, .. } = walk.state;
                let forgotten = EndpointState {
                    params: params.clone(),
                    synced_at,
                    listed_at,
                    ..EndpointState::default()
                };
                walk = Walk::start::<S>(workspace, Some(forgotten), params, &pass).await?;
                continue;
            }
            Err(error) => {
                // What came before is worth keeping: it is committed before the failure is told.
                walk.finish().await?;
                return Err(Failure::of_call(error, <S::Endpoint as Endpoint>::PERMISSION));
            }
        };
        pass.cursor = page.next.as_ref().map(|next| next.as_str().to_owned());
        walk.take::<S>(page).await?;
        if pass.cursor.is_none() {
            return walk.finish().await;
        }
    }
}

/// How a pass begins.
struct Begun {
    state: EndpointState,
    fresh: bool,
}

impl Begun {
    /// Records that the pass is under way.
    fn write<S: Source>(&self, tx: &MirrorTx<'_>) -> samara_store::Result<()> {
        let name = <S::Endpoint as Endpoint>::NAME;
        match (self.fresh, self.state.pass_token.is_none()) {
            (true, true) => tx.begin_listing(name, S::SUBJECTS)?,
            (true, false) => tx.drop_listing(name)?,
            (false, _) => {}
        }
        tx.set_endpoint(&self.state)
    }
}

/// The commits of a pass, in order.
struct Walk {
    workspace: Arc<Workspace>,
    state: EndpointState,
    /// What is still to be written before its first page.
    begun: Option<Begun>,
    seen: HashSet<String>,
    pending: VecDeque<Commit>,
}

impl Walk {
    /// Begins the pass. Whatever is read by itself while all is listed counts as seen, so that a complete listing is
    /// under way before its first page is asked for; what asks for changes alone begins with its first page.
    async fn start<S: Source>(
        workspace: &Arc<Workspace>,
        known: Option<EndpointState>,
        params: String,
        pass: &Pass,
    ) -> Result<Self, Failure> {
        let mut state = known.filter(|state| state.params == params).unwrap_or_default();
        <S::Endpoint as Endpoint>::NAME.clone_into(&mut state.endpoint);
        state.params = params;
        if !pass.resumed {
            state.pages = 0;
            state.records = 0;
            state.cursor = None;
            state.pass_token.clone_from(&pass.token);
            state.pass_started = Some(workspace.now().as_str().to_owned());
        }
        let mut begun = Some(Begun { state: state.clone(), fresh: !pass.resumed });
        if state.pass_token.is_none()
            && let Some(begun) = begun.take()
        {
            workspace.write_mirror(move |tx| begun.write::<S>(tx)).await?;
        }
        let (workspace, seen, pending) = (Arc::clone(workspace), HashSet::new(), VecDeque::new());
        Ok(Self { workspace, state, begun, seen, pending })
    }

    /// Sends a page to the disk together with the cursor it reached.
    async fn take<S: Source>(
        &mut self,
        page: Page<<S::Endpoint as ListEndpoint>::Item>,
    ) -> Result<(), Failure> {
        let name = <S::Endpoint as Endpoint>::NAME;
        let next = page.next.as_ref().map(|next| next.as_str().to_owned());
        if let Some(next) = &next
            && !self.seen.insert(next.clone())
        {
            return Err(ApiError::StuckCursor.into());
        }
        let (received, malformed) = (page.records.len() as u64, page.malformed.len() as u64);
        let before = self.state.clone();
        self.advance(next, page.token.as_ref(), received);
        let after = self.state.clone();
        let listed = after.pass_started.is_none() && before.pass_token.is_none();
        let mut mapped = S::map(&self.workspace.mapping, page.records);
        let now = self.workspace.now();
        let workspace = Arc::clone(&self.workspace);
        let (done, commit) = oneshot::channel();
        let page = PageWrite { begun: self.begun.take(), before, after, spoiled: malformed > 0 };
        off_thread("writer", move || {
            // Of a complete listing only the first brings much that is not here already.
            if page.before.pass_token.is_some() || page.before.listed_at.is_none() {
                S::pack(&mut mapped)?;
            }
            write_page::<S>(&workspace, page, mapped, now, done)
        })
        .await??;
        self.pending.push_back(commit);
        self.workspace.progress.endpoint(name, |part| {
            part.fetched += received;
            part.malformed += malformed;
            part.listed |= listed;
        });
        while self.pending.len() > AHEAD {
            self.settle_one().await?;
        }
        Ok(())
    }

    fn advance(&mut self, next: Option<String>, token: Option<&SyncToken>, received: u64) {
        let state = &mut self.state;
        state.pages += 1;
        state.records += i64::try_from(received).unwrap_or(i64::MAX);
        state.failure = None;
        state.cursor = next;
        if state.cursor.is_none() {
            let began = state.pass_started.take();
            if state.pass_token.is_none() {
                state.listed_at.clone_from(&began);
                state.token = None;
            }
            // A last page without a token leaves the old one good: nothing had changed.
            if let Some(token) = token {
                state.token = Some(token.as_str().to_owned());
            }
            state.pass_token = None;
            state.synced_at = began;
        }
    }

    async fn settle_one(&mut self) -> Result<(), Failure> {
        let Some(commit) = self.pending.pop_front() else { return Ok(()) };
        Ok(commit.await.map_err(|_| Failure::defect("writer"))??)
    }

    /// Waits until everything sent is on disk.
    async fn finish(&mut self) -> Result<(), Failure> {
        while !self.pending.is_empty() {
            self.settle_one().await?;
        }
        Ok(())
    }
}

/// What is to be written of a page besides its rows.
struct PageWrite {
    begun: Option<Begun>,
    /// How far the pass is before and after it.
    before: EndpointState,
    after: EndpointState,
    /// Whether some of its records could not be read.
    spoiled: bool,
}

fn write_page<S: Source>(
    workspace: &Arc<Workspace>,
    page: PageWrite,
    mapped: S::Mapped,
    now: Timestamp,
    done: oneshot::Sender<samara_store::Result<()>>,
) -> Result<(), Failure> {
    let notices = workspace.notices.clone();
    let name = <S::Endpoint as Endpoint>::NAME;
    let last = page.after.cursor.is_none();
    let moved = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&moved);
    let write = move |tx: &MirrorTx<'_>| {
        let PageWrite { begun, before, after, spoiled } = page;
        if let Some(begun) = begun {
            begun.write::<S>(tx)?;
        }
        // A page is only kept on top of the page before it: after a failed one, nothing later may count.
        let stands = tx.endpoint(name)?.unwrap_or_default();
        if stands.cursor != before.cursor || stands.pass_started != before.pass_started {
            return Err(samara_store::Error::Unexpected("cursor"));
        }
        told.store(S::write(tx, &mapped, &now)? > 0, Ordering::Relaxed);
        tx.set_endpoint(&after)?;
        if spoiled {
            // Whose record could not be read is not known: nobody may be taken for gone.
            tx.drop_listing(name)?;
        } else if after.pass_started.is_none() && before.pass_token.is_none() {
            tx.end_listing(name, now.as_str())?;
        }
        Ok(())
    };
    // Whoever is told before the commit would read what was there before, and not be told again.
    let written = move |outcome: samara_store::Result<()>| {
        if outcome.is_ok() && moved.load(Ordering::Relaxed) {
            notices.tell(S::TAGS);
        }
        drop(done.send(outcome));
    };
    if one_thread() {
        written(workspace.store.write_mirror(write));
    } else {
        workspace.store.submit_mirror(write, last, written)?;
    }
    workspace.notices.tell(&[crate::Tag::Sync]);
    Ok(())
}
