//! Records of kinds there are few of: users, tags, plans, forms and the like, as they are now.

use std::collections::BTreeMap;

use serde_json::Value;

use super::View;
use crate::changes::ChangeLog;
use crate::ids::Kind;
use crate::paging::Few;

/// Regions are numbered behind all locations.
pub(crate) const FIRST_REGION: u64 = 1000;

impl<'a> View<'a> {
    /// The records of a kind as the workspace started with them.
    fn derived(&self, kind: Kind) -> Vec<(u64, &'a Value)> {
        let workspace = self.workspace;
        let list: &'a [Value] = match kind {
            Kind::User => return (0..).zip(workspace.users.iter().map(|user| &user.record)).collect(),
            Kind::Location => {
                let regions = (FIRST_REGION..).zip(&workspace.regions);
                return (0..).zip(&workspace.locations).chain(regions).collect();
            }
            Kind::Department => &workspace.departments,
            Kind::Tag => &workspace.tags,
            Kind::Source => &workspace.sources,
            Kind::ArchiveReason => &workspace.reasons,
            Kind::CustomField => &workspace.custom_fields,
            Kind::Plan => &workspace.plans,
            Kind::Interview => &workspace.interviews,
            Kind::FeedbackForm => &workspace.feedback_forms,
            Kind::SurveyForm => &workspace.survey_forms,
            Kind::Project => &workspace.projects,
            Kind::Template => &workspace.templates,
            Kind::CloseReason => &workspace.close_reasons,
            Kind::Pool => &workspace.pools,
            _ => &[],
        };
        (0..).zip(list).collect()
    }

    /// One record of such a kind, unless it is gone.
    pub fn one(&self, kind: Kind, index: u64) -> Option<Value> {
        if self.overlay.is_gone(kind, index) {
            return None;
        }
        let added = self.overlay.drift(kind).and_then(|drift| drift.added.get(&index));
        let record = match (added, kind) {
            (Some(added), _) => added,
            (None, Kind::User) => &self.workspace.users.get(usize::try_from(index).ok()?)?.record,
            (None, _) => self.derived(kind).into_iter().find(|(at, _)| *at == index)?.1,
        };
        Some(self.amended(kind, index, record.clone())).filter(|record| self.may_see(kind, record))
    }

    /// Confidential projects are hidden like confidential jobs.
    fn may_see(&self, kind: Kind, record: &Value) -> bool {
        let hidden = self.overlay.confidential_hidden && !self.whole;
        !(hidden && kind == Kind::Project && record.get("confidential") == Some(&Value::Bool(true)))
    }

    /// The record an id names.
    pub fn named(&self, kind: Kind, id: &str) -> Option<(u64, Value)> {
        let index = self.workspace.ids.index(kind, id)?;
        self.one(kind, index).map(|record| (index, record))
    }

    /// All records of such a kind by their index.
    pub fn few(&self, kind: Kind) -> BTreeMap<u64, Value> {
        let added = self.overlay.drift(kind).into_iter().flat_map(|drift| &drift.added);
        self.derived(kind)
            .into_iter()
            .chain(added.map(|(index, record)| (*index, record)))
            .filter(|(index, _)| !self.overlay.is_gone(kind, *index))
            .map(|(index, record)| (index, self.amended(kind, index, record.clone())))
            .filter(|(_, record)| self.may_see(kind, record))
            .collect()
    }

    /// The number the next added record of a kind gets.
    pub fn next_of(&self, kind: Kind) -> u64 {
        u64::try_from(self.derived(kind).len()).unwrap_or(0) + self.overlay.added(kind)
    }

    pub fn log(&self, kind: Kind) -> Option<&'a ChangeLog> {
        self.overlay.drift(kind).map(|drift| &drift.log)
    }

    /// Such records as a listing that knows what changed.
    pub fn listing(&self, kind: Kind, admits: impl Fn(&Value) -> bool) -> Few<'a> {
        let mut records = self.few(kind);
        records.retain(|_, record| admits(record));
        Few { records, sequence: self.overlay.sequence, log: self.log(kind) }
    }
}
