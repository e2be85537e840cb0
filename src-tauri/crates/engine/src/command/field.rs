//! Fields beside the unified ones: what Ashby and the organisation have, what of it is passed through, and under which
//! keys of one's own.

use samara_ashby::model::CustomFieldDefinition;
use samara_store::table::reference::Kind;
use samara_unified::{CustomKey, Remapping, Scope, TableInfo, custom_object, native_fields, offered_key};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::candidate::{NamedValue, named};
use super::list::model;
use super::remapping::{in_force, put_in_force};
use super::{Info, command};
use crate::{Desk, Failure, Tag};

/// Which model.
#[derive(Debug, Deserialize, TS)]
pub struct FieldListInput {
    /// Its table name, such as `ats_candidates`.
    pub model: String,
}

/// Where a field comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[ts(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum FieldOrigin {
    /// Ashby's own.
    Default,
    /// The organisation's.
    Custom,
}

/// A field of `integration_fields`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IntegrationField {
    /// The id of a custom field, or where a native one is in the payload.
    pub key: String,
    /// Where it comes from.
    pub r#type: FieldOrigin,
    /// What people call it.
    pub label: Option<String>,
    /// Ashby's word for its kind.
    pub field_type: Option<String>,
    /// Whether only a key with the option for private fields sees it.
    pub is_private: bool,
    /// Whether Ashby has archived it.
    pub is_archived: bool,
    /// Whether rows show it.
    pub is_passthrough_enabled: bool,
    /// The key of `custom_fields` it is offered under.
    pub custom_key: Option<String>,
}

/// A key of `custom_fields` of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustomKeyRow {
    /// The model's table name.
    pub model: String,
    /// The key.
    pub key: String,
    /// Its name for people.
    pub label: Option<String>,
    /// What it means.
    pub description: Option<String>,
    /// The integration field it shows.
    pub integration_field: String,
}

/// The fields of a model beside the unified ones.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldList {
    /// What can be passed through: the organisation's by name, then Ashby's own.
    pub fields: Vec<IntegrationField>,
    /// Keys of one's own.
    pub keys: Vec<CustomKeyRow>,
}

/// Which row.
#[derive(Debug, Deserialize, TS)]
pub struct RecordFieldsInput {
    /// The model's table name.
    pub model: String,
    /// The row's unified id.
    pub id: String,
}

/// Whether rows show a field.
#[derive(Debug, Deserialize, TS)]
pub struct FieldPassthroughInput {
    /// The model's table name.
    pub model: String,
    /// The field's key.
    pub key: String,
    /// Whether rows show it.
    pub enabled: bool,
}

/// Which key of one's own.
#[derive(Debug, Deserialize, TS)]
pub struct CustomKeyInput {
    /// The model's table name.
    pub model: String,
    /// The key.
    pub key: String,
}

/// Whether a model or a field of it is kept.
#[derive(Debug, Deserialize, TS)]
pub struct KeepInput {
    /// The model's table name.
    pub model: String,
    /// A unified field of it; without it the whole model is meant.
    #[serde(default)]
    #[ts(optional)]
    pub field: Option<String>,
    /// Whether it is kept.
    pub keep: bool,
}

/// A model that has fields beside the unified ones.
fn with_fields(name: &str) -> Result<&'static TableInfo, Failure> {
    let info = model(name)?;
    if info.has_custom_fields {
        return Ok(info);
    }
    Err(Failure::input(
        format!("{} has no fields beside the unified ones.", info.table),
        "Jobs, candidates, applications and offers have.",
    ))
}

async fn list(desk: &Desk, name: &str) -> Result<FieldList, Failure> {
    let table = with_fields(name)?.table;
    let workspace = desk.workspace()?;
    let remapping = in_force(&workspace).await?;
    let definitions = workspace.read(|reading| reading.references(Kind::CustomField)).await?;
    let shown = |key: &str, otherwise: bool| {
        remapping.passthrough.get(&format!("{table}.{key}")).copied().unwrap_or(otherwise)
    };
    let mut fields: Vec<IntegrationField> = definitions
        .iter()
        .filter_map(|text| serde_json::from_str::<CustomFieldDefinition>(text).ok())
        .filter(|field| field.object_type.as_deref() == custom_object(table))
        .map(|field| {
            let key = field.id.into_string();
            IntegrationField {
                r#type: FieldOrigin::Custom,
                is_private: field.is_private.unwrap_or(false),
                is_archived: field.is_archived.unwrap_or(false),
                is_passthrough_enabled: shown(&key, true),
                custom_key: Some(offered_key(field.title.as_deref(), &key)),
                label: field.title,
                field_type: field.field_type,
                key,
            }
        })
        .collect();
    fields.sort_by(|one, other| (&one.label, &one.key).cmp(&(&other.label, &other.key)));
    fields.extend(native_fields(table).iter().map(|path| IntegrationField {
        key: (*path).to_owned(),
        r#type: FieldOrigin::Default,
        label: None,
        field_type: None,
        is_private: false,
        is_archived: false,
        is_passthrough_enabled: shown(path, false),
        custom_key: None,
    }));
    let keys = remapping.custom_fields.into_iter().filter(|key| key.model == table).map(row).collect();
    Ok(FieldList { fields, keys })
}

fn row(key: CustomKey) -> CustomKeyRow {
    let CustomKey { model, key, label, description, integration_field } = key;
    CustomKeyRow { model, key, label, description, integration_field }
}

/// Changes the mapping, and tells how the fields of the model are then.
async fn change(
    desk: &Desk,
    model: &str,
    change: impl FnOnce(&mut Remapping) -> Result<(), Failure>,
) -> Result<FieldList, Failure> {
    let workspace = desk.workspace()?;
    let mut remapping = in_force(&workspace).await?;
    change(&mut remapping)?;
    put_in_force(&workspace, &remapping).await?;
    list(desk, model).await
}

command! {
    /// The fields of a model beside the unified ones.
    ListFields, Info::read("list_fields", &[Tag::Settings, Tag::Sync]), |desk, input: FieldListInput| -> FieldList {
        list(desk, &input.model).await
    }
}

command! {
    /// The custom fields of one row by their names, with what is in them in words; what is pending counts.
    RecordFields, Info::read("record_fields", &[Tag::Jobs, Tag::Candidate, Tag::Pipeline]), |desk, input: RecordFieldsInput| -> Vec<NamedValue> {
        let info = with_fields(&input.model)?;
        desk.workspace()?
            .read(move |reading| {
                let Some((fields, display)) = reading.integration_fields(info, &input.id)? else {
                    return Ok(Vec::new());
                };
                let application = if info.table == "ats_applications" { reading.application(&input.id)? } else { None };
                let changes = application.map(|row| reading.changes(&row.candidate_id)).transpose()?;
                named(&fields, display.as_ref(), &changes.unwrap_or_default(), Some(&input.id))
            })
            .await
    }
}

command! {
    /// Shows a field beside the unified ones, or not.
    SetPassthrough, Info::act("set_passthrough", Tag::ALL), |desk, input: FieldPassthroughInput| -> FieldList {
        let table = with_fields(&input.model)?.table;
        if !list(desk, table).await?.fields.iter().any(|field| field.key == input.key) {
            return Err(Failure::input(
                format!("{table} has no field {}.", input.key),
                "Take one of those listed (on the command line: samara fields list).",
            ));
        }
        change(desk, table, |remapping| {
            remapping.passthrough.insert(format!("{table}.{}", input.key), input.enabled);
            Ok(())
        })
        .await
    }
}

command! {
    /// Defines a key of `custom_fields`, or changes one.
    SaveCustomKey, Info::act("save_custom_key", Tag::ALL), |desk, input: CustomKeyRow| -> FieldList {
        let table = with_fields(&input.model)?.table;
        let known = list(desk, table).await?.fields.iter().any(|field| field.key == input.integration_field);
        if !known && !input.integration_field.contains('/') {
            return Err(Failure::input(
                format!("{table} has no field {}.", input.integration_field),
                "Take one of those listed, or a path such as /school.",
            ));
        }
        let CustomKeyRow { key, label, description, integration_field, .. } = input;
        let wanted = CustomKey {
            model: table.to_owned(),
            key: key.trim().to_owned(),
            label,
            description,
            integration_field,
        };
        change(desk, table, |remapping| {
            remapping.custom_fields.retain(|known| known.model != wanted.model || known.key != wanted.key);
            remapping.custom_fields.push(wanted);
            Ok(())
        })
        .await
    }
}

command! {
    /// Gives up a key of one's own.
    DeleteCustomKey, Info::act("delete_custom_key", Tag::ALL), |desk, input: CustomKeyInput| -> FieldList {
        let table = with_fields(&input.model)?.table;
        change(desk, table, |remapping| {
            let before = remapping.custom_fields.len();
            remapping.custom_fields.retain(|known| known.model != table || known.key != input.key);
            if remapping.custom_fields.len() == before {
                return Err(Failure::input(
                    format!("{table} has no key {} of your own.", input.key),
                    "Keys made from titles are always there.",
                ));
            }
            Ok(())
        })
        .await
    }
}

command! {
    /// Keeps a model or a field of it, or does not: then it leaves this computer, and no sync brings it.
    KeepModel, Info::act("keep_model", Tag::ALL), |desk, input: KeepInput| -> super::Nothing {
        let info = model(&input.model)?;
        let workspace = desk.workspace()?;
        let mut remapping = in_force(&workspace).await?;
        let scope = if input.keep { Scope::Enabled } else { Scope::Disabled };
        match &input.field {
            None => drop(remapping.models.insert(info.table.to_owned(), scope)),
            Some(field) => drop(remapping.fields.insert(format!("{}.{field}", info.table), scope)),
        }
        remapping.models.retain(|_, scope| *scope != Scope::Enabled);
        remapping.fields.retain(|_, scope| *scope != Scope::Enabled);
        put_in_force(&workspace, &remapping).await?;
        if input.keep {
            // What was not kept has to be fetched.
            workspace.sync_now(false);
        }
        Ok(super::Nothing {})
    }
}
