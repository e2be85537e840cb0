//! What the key may do and what the mirror has: module by module, model by model, field by field.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::key::{KeyReport, key_report};
use super::{Info, command};
use crate::scopes::{Known, ModelVerdict, Rights, judge};
use crate::{Desk, Failure, Tag};

/// The setting that keeps what was found out last.
const KEPT: &str = "scopes";

/// Whether to ask.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeReportInput {
    /// Asks Ashby anew, by reads that change nothing; otherwise tells what was found out last.
    pub rerun: bool,
}

/// What the key may do, and what is here.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScopeReport {
    /// When Ashby was asked, UTC; `None`: not yet.
    pub asked_at: Option<String>,
    /// Module by module; `None` while Ashby has not been asked.
    pub key: Option<KeyReport>,
    /// Model by model.
    pub models: Vec<ModelVerdict>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    asked_at: String,
    rights: Rights,
}

async fn report(desk: &Desk, rerun: bool) -> Result<ScopeReport, Failure> {
    let workspace = desk.workspace()?;
    if rerun {
        let rights = Rights::ask(&workspace.client).await?;
        let kept = Kept { asked_at: workspace.now().as_str().to_owned(), rights };
        let text = serde_json::to_string(&kept).map_err(|_| Failure::defect("scopes"))?;
        workspace.write_local(move |tx| tx.set_setting(KEPT, &text)).await?;
    }
    let (kept, known) = workspace.read(|reading| Ok((reading.setting(KEPT)?, Known::read(reading)?))).await?;
    let kept: Option<Kept> = kept.and_then(|text| serde_json::from_str(&text).ok());
    let models = judge(kept.as_ref().map(|kept| &kept.rights), &known);
    Ok(ScopeReport {
        key: kept.as_ref().map(|kept| key_report(&kept.rights)),
        asked_at: kept.map(|kept| kept.asked_at),
        models,
    })
}

command! {
    /// What the key may do, and what is here.
    ScopeReportOf, Info::read("scope_report", &[Tag::Workspace, Tag::Sync]), |desk, input: ScopeReportInput| -> ScopeReport {
        report(desk, input.rerun).await
    }
}
