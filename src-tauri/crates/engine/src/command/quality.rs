//! Deletions that wait for a person.

use samara_store::table::quality::QualityCheck;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Info, Nothing, command};
use crate::{Failure, Tag, pull};

/// Why nothing was deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum QualityReason {
    /// More than a fifth of the table was missing.
    Many,
    /// The key's permissions changed since the last run.
    Access,
    /// Confidential jobs, or all that belongs to one, disappeared.
    Confidential,
}

/// Rows that a complete listing did not name, and that a person decides on.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QualityCheckRow {
    /// Its number.
    pub id: i64,
    /// The model: the table's name without `ats_`, or the kind of reference records.
    pub model: String,
    /// Ashby's endpoint.
    pub endpoint: String,
    /// Rows that were alive here when it was asked.
    pub live: u64,
    /// Rows still missing.
    pub missing: u64,
    /// Why it is asked.
    pub reason: QualityReason,
    /// When it was asked, UTC.
    pub at: String,
    /// The question in words.
    pub message: String,
}

/// What becomes of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum QualityDecision {
    /// They are gone from Ashby: delete them here.
    Delete,
    /// They are only hidden: keep them as they are.
    Keep,
}

/// A decision.
#[derive(Debug, Deserialize, TS)]
pub struct QualityDecisionInput {
    /// The check.
    pub id: i64,
    /// What becomes of its rows.
    pub decision: QualityDecision,
}

fn row(check: QualityCheck) -> QualityCheckRow {
    let model = check.subject.trim_start_matches("ats_").trim_start_matches("reference.").to_owned();
    let reason = match check.reason.as_str() {
        "access" => QualityReason::Access,
        "confidential" => QualityReason::Confidential,
        _ => QualityReason::Many,
    };
    let why = match reason {
        QualityReason::Many => "That is more than a fifth of them",
        QualityReason::Access => "The key's permissions have changed since the last sync",
        QualityReason::Confidential => {
            "Confidential jobs are among what disappeared: the key may have lost access"
        }
    };
    let message = format!(
        "{} of {} {} are not in Ashby's list any more. {why}, so nothing was deleted.",
        check.missing,
        check.live,
        model.replace('_', " ")
    );
    QualityCheckRow {
        id: check.id,
        model,
        endpoint: check.endpoint,
        live: check.live,
        missing: check.missing,
        reason,
        at: check.at,
        message,
    }
}

command! {
    /// Deletions that wait for a person, oldest first.
    QualityChecks, Info::read("quality_checks", &[Tag::Sync]), |desk, _input: Nothing| -> Vec<QualityCheckRow> {
        let checks = desk.workspace()?.read(|reading| reading.quality_checks()).await?;
        Ok(checks.into_iter().filter(|check| check.missing > 0).map(row).collect())
    }
}

command! {
    /// Decides on one of them.
    DecideQualityCheck, Info::act("decide_quality_check", Tag::ALL), |desk, input: QualityDecisionInput| -> Nothing {
        let workspace = desk.workspace()?;
        let known = workspace.read(|reading| reading.quality_checks()).await?;
        if !known.iter().any(|check| check.id == input.id) {
            return Err(Failure::input(
                "This question is not open any more.",
                "Look at the open ones (on the command line: samara quality list).",
            ));
        }
        match input.decision {
            QualityDecision::Delete => pull::delete_asked(&workspace, input.id).await?,
            QualityDecision::Keep => {
                let now = workspace.now();
                workspace.write_mirror(move |tx| tx.keep_asked(input.id, &now)).await?;
            }
        }
        Ok(Nothing {})
    }
}
