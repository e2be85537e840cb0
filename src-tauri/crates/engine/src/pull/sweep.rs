//! Deletion: what complete listings did not name is gone, unless that is so much, or the key sees so much less than
//! before, that a person has to say so.
//!
//! Judged once a run, when all listings have ended: losing access shows in several of them at once. A listing that
//! was broken off is no evidence; changes since a token never are.

use std::collections::BTreeMap;
use std::sync::Arc;

use samara_ashby::Lane;
use samara_ashby::endpoint as api;
use samara_store::table::listing::Subject;
use samara_store::table::sweep::Absence;

use super::progress::ModelState;
use crate::{Failure, Tag, Workspace};

/// Rows that may always go: below, a share says nothing.
const FEW: u64 = 20;
/// More than one row of this many gone at once is a question.
const SHARE: u64 = 5;
/// Rows removed in one transaction.
const AT_ONCE: usize = 500;
/// Where the access of the last run is kept: endpoint or scope → whether it could be used.
const ACCESS: &str = "access";

/// What to do about rows that are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They are gone.
    Delete,
    /// A person decides; the word says why.
    Ask(&'static str),
}

/// Decides.
#[must_use]
pub fn judge(live: u64, missing: u64, access_changed: bool, confidential_lost: bool) -> Verdict {
    if confidential_lost {
        Verdict::Ask("confidential")
    } else if access_changed {
        Verdict::Ask("access")
    } else if missing > FEW && missing.saturating_mul(SHARE) > live {
        Verdict::Ask("many")
    } else {
        Verdict::Delete
    }
}

/// Judges every listing that has ended, in this run or in one that was killed before it came to that. Tells whether
/// records went that others are projected from.
pub(super) async fn settle(workspace: &Arc<Workspace>, full: bool) -> Result<bool, Failure> {
    let before = known_access(workspace).await?;
    let now = access(workspace, full).await;
    let changed = now.iter().any(|(name, open)| before.get(name).is_some_and(|before| before != open));
    let (absences, confidential) = workspace
        .read(|reading| {
            let absences = reading.absences()?;
            let confidential = reading.lost_confidential(&absences)?;
            Ok((absences, confidential))
        })
        .await?;
    // Applications before candidates: those that stay behind one who is gone are read again, one by one.
    let (candidates, others): (Vec<_>, Vec<_>) =
        absences.into_iter().partition(|absence| absence.subject == Subject::Table("ats_candidates"));
    let mut projected_from = false;
    for absence in others.into_iter().chain(candidates) {
        let missing = absence.absent.len() as u64;
        let verdict = judge(absence.live, missing, changed, confidential);
        let verdict = if missing == 0 { Verdict::Delete } else { verdict };
        let of_records = matches!(absence.subject, Subject::Reference(_)) && missing > 0;
        projected_from |= of_records && verdict == Verdict::Delete;
        decide(workspace, absence, verdict).await?;
    }
    let merged: BTreeMap<String, bool> = before.into_iter().chain(now).collect();
    let text = serde_json::to_string(&merged).map_err(|_| Failure::defect("access"))?;
    workspace
        .write_mirror(move |tx| {
            tx.drop_answered()?;
            tx.set_state(ACCESS, Some(&text))
        })
        .await?;
    Ok(projected_from)
}

/// Begins a complete listing that is made of many calls.
pub(super) async fn begin_listing(
    workspace: &Arc<Workspace>,
    endpoint: &'static str,
    subjects: &'static [Subject],
) -> Result<(), Failure> {
    workspace.write_mirror(move |tx| tx.begin_listing(endpoint, subjects)).await
}

/// Ends it; one with a record that could not be read proves nothing.
pub(super) async fn end_listing(
    workspace: &Arc<Workspace>,
    endpoint: &'static str,
    spoiled: bool,
) -> Result<(), Failure> {
    let now = workspace.now();
    workspace
        .write_mirror(move |tx| {
            if spoiled { tx.drop_listing(endpoint) } else { tx.end_listing(endpoint, now.as_str()) }
        })
        .await
}

async fn decide(workspace: &Arc<Workspace>, absence: Absence, verdict: Verdict) -> Result<(), Failure> {
    let now = workspace.now();
    let pass = absence.pass;
    let mut gone = 0;
    match verdict {
        Verdict::Ask(reason) => {
            tracing::warn!(
                endpoint = absence.endpoint,
                missing = absence.absent.len(),
                reason,
                "sweep.asked"
            );
            let now = now.clone();
            return workspace
                .write_mirror(move |tx| {
                    tx.ask(&absence, reason, &now)?;
                    tx.close_listing(pass)
                })
                .await
                .map(|()| workspace.changed(&[Tag::Sync]));
        }
        Verdict::Delete => {
            let absence = Arc::new(absence);
            for from in (0..absence.absent.len()).step_by(AT_ONCE) {
                let (absence, now) = (Arc::clone(&absence), now.clone());
                gone += workspace
                    .write_mirror(move |tx| {
                        let until = absence.absent.len().min(from + AT_ONCE);
                        tx.sweep(&absence, absence.absent.get(from..until).unwrap_or_default(), &now)
                    })
                    .await?;
            }
            if gone > 0 {
                tracing::info!(endpoint = absence.endpoint, gone, "sweep.deleted");
            }
        }
    }
    workspace.write_mirror(move |tx| tx.close_listing(pass)).await?;
    if gone > 0 {
        workspace.changed(&[Tag::Sync, Tag::Jobs, Tag::Pipeline, Tag::Candidates, Tag::Candidate]);
    }
    Ok(())
}

async fn known_access(workspace: &Arc<Workspace>) -> Result<BTreeMap<String, bool>, Failure> {
    let text = workspace.read(|reading| reading.state(ACCESS)).await?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// What the key could and could not read in this run, and what it says of itself; what is not known is left out.
async fn access(workspace: &Arc<Workspace>, full: bool) -> BTreeMap<String, bool> {
    let endpoints = workspace.progress.with(|inner| inner.endpoints.clone());
    let mut access: BTreeMap<String, bool> = endpoints
        .into_iter()
        .filter_map(|(name, part)| match part.state {
            ModelState::Done => Some((name.to_owned(), true)),
            ModelState::NoPermission => Some((name.to_owned(), false)),
            _ => None,
        })
        .collect();
    if full && let Ok(reply) = workspace.client.call::<api::ApiKeyGet>(Lane::Pull, &api::NoParams {}).await {
        for right in ["candidates", "jobs", "interviews", "offers", "hiringProcessMetadata", "organization"] {
            let scope = format!("{right}:read");
            let granted = reply.results.scopes.iter().any(|granted| **granted == *scope);
            access.insert(scope, granted);
        }
    }
    access
}

/// Carries out a person's decision that what was asked about is gone.
pub(crate) async fn delete_asked(workspace: &Arc<Workspace>, id: i64) -> Result<(), Failure> {
    let now = workspace.now();
    loop {
        let now = now.clone();
        let limit = u32::try_from(AT_ONCE).unwrap_or(u32::MAX);
        if !workspace.write_mirror(move |tx| tx.delete_asked(id, limit, &now)).await? {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_few_may_go_and_many_are_asked_about() {
        assert_eq!(judge(100, 20, false, false), Verdict::Delete, "20 of 100 is no more than a fifth");
        assert_eq!(judge(30, 20, false, false), Verdict::Delete, "20 rows may always go");
        assert_eq!(judge(100, 21, false, false), Verdict::Ask("many"));
        assert_eq!(judge(1_000_000, 200_000, false, false), Verdict::Delete);
        assert_eq!(judge(1_000_000, 200_001, false, false), Verdict::Ask("many"));
    }

    proptest! {
        #[test]
        fn whoever_sees_less_than_before_deletes_nothing(live in 0_u64..2_000, missing in 1_u64..2_000) {
            prop_assert_ne!(judge(live, missing, true, false), Verdict::Delete);
            prop_assert_ne!(judge(live, missing, false, true), Verdict::Delete);
        }
    }
}
