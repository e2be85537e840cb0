//! What the key may do and what the mirror has: module by module, model by model, field by field.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::key::{KeyReport, key_report};
use super::list::model;
use super::{Info, command};
use crate::scopes::{Evidence, Known, ModelVerdict, Rights, Test, judge};
use crate::{Desk, Failure, Tag, Workspace, connection};

/// The setting that keeps what was found out last.
const KEPT: &str = "scopes";
/// The same of tests of single models.
const TESTS: &str = "scopes.tests";

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

/// Which model to test.
#[derive(Debug, Deserialize, TS)]
pub struct ModelTestInput {
    /// Its table name, such as `ats_offers`.
    pub model: String,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    asked_at: String,
    rights: Rights,
}

/// What earlier questions to Ashby showed, and what is here.
struct Found {
    kept: Option<Kept>,
    tests: BTreeMap<String, Test>,
    known: Known,
}

impl Found {
    async fn read(workspace: &Arc<Workspace>, table: Option<&'static str>) -> Result<Self, Failure> {
        let (kept, tests, known) = workspace
            .read(move |reading| {
                Ok((reading.setting(KEPT)?, reading.setting(TESTS)?, Known::read(reading, table)?))
            })
            .await?;
        Ok(Self {
            kept: kept.and_then(|text| serde_json::from_str(&text).ok()),
            tests: tests.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default(),
            known,
        })
    }

    fn models(&self, workspace: &Workspace) -> Vec<ModelVerdict> {
        let evidence = Evidence {
            rights: self.kept.as_ref().map(|kept| (&kept.rights, kept.asked_at.as_str())),
            tests: &self.tests,
            remapping: &workspace.store.remapping(),
        };
        judge(&evidence, &self.known)
    }
}

async fn report(desk: &Desk, rerun: bool) -> Result<ScopeReport, Failure> {
    let workspace = desk.workspace()?;
    if rerun {
        connection::ensure_on(&workspace).await?;
        let rights = Rights::ask(&workspace.client).await?;
        let kept = Kept { asked_at: workspace.now().as_str().to_owned(), rights };
        let text = serde_json::to_string(&kept).map_err(|_| Failure::defect("scopes"))?;
        workspace.write_local(move |tx| tx.set_setting(KEPT, &text)).await?;
    }
    let found = Found::read(&workspace, None).await?;
    let models = found.models(&workspace);
    Ok(ScopeReport {
        key: found.kept.as_ref().map(|kept| key_report(&kept.rights)),
        asked_at: found.kept.map(|kept| kept.asked_at),
        models,
    })
}

/// Tries the endpoints of one model by reads that change nothing, keeps what came of it, and judges it anew.
async fn test(desk: &Desk, name: &str) -> Result<ModelVerdict, Failure> {
    let table = model(name)?.table;
    let workspace = desk.workspace()?;
    let mut found = Found::read(&workspace, Some(table)).await?;
    // What is switched off is not asked for.
    if workspace.store.remapping().keeps_model(table) {
        connection::ensure_on(&workspace).await?;
        let tried = Rights::test(&workspace.client, table).await?;
        found.tests.insert(table.to_owned(), Test { at: workspace.now().as_str().to_owned(), tried });
        let text = serde_json::to_string(&found.tests).map_err(|_| Failure::defect("scopes"))?;
        workspace.write_local(move |tx| tx.set_setting(TESTS, &text)).await?;
    }
    found.models(&workspace).pop().ok_or_else(|| Failure::defect("model"))
}

command! {
    /// What the key may do, and what is here.
    ScopeReportOf, Info::read("scope_report", &[Tag::Workspace, Tag::Sync]), |desk, input: ScopeReportInput| -> ScopeReport {
        report(desk, input.rerun).await
    }
}

command! {
    /// Asks Ashby for one record of a model, and judges it anew.
    TestModel, Info::act("test_model", &[]), |desk, input: ModelTestInput| -> ModelVerdict {
        test(desk, &input.model).await
    }
}
