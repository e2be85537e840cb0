//! Making tags and custom fields, filling fields, and handles for uploads

use serde::Serialize;
use serde_json::Value;

use super::endpoint;
use crate::model::{CustomFieldDefinition, CustomFieldId, CustomFieldValue, Tag, UploadHandle};

endpoint! {
    /// Makes a tag, or gives the one of that title.
    CandidateTagCreate = "candidateTag.create", SetLike, "hiringProcessMetadataWrite", TagCreateParams => Tag
}

endpoint! {
    /// Makes a field for the whole organisation.
    CustomFieldCreate = "customField.create", CreateLike, "hiringProcessMetadataWrite", CustomFieldCreateParams => CustomFieldDefinition
}

endpoint! {
    /// Fills fields of one record together.
    CustomFieldSetValues = "customField.setValues", SetLike, "candidatesWrite", SetValuesParams => Vec<CustomFieldValue>
}

endpoint! {
    /// A place to upload a file to, for ten minutes.
    FileCreateUploadHandle = "file.createFileUploadHandle", SetLike, "candidatesWrite", UploadHandleParams => UploadHandle
}

/// Parameters of `candidateTag.create`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TagCreateParams {
    /// What it says.
    pub title: String,
}

/// Parameters of `customField.create`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomFieldCreateParams {
    /// `String`, `Url`, …
    pub field_type: String,
    /// `Application`, `Candidate`, …
    pub object_type: String,
    /// Its name.
    pub title: String,
}

/// A field and what to fill it with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FilledField {
    /// The field's definition.
    pub field_id: CustomFieldId,
    /// The value in the shape of its type; null clears it.
    pub field_value: Value,
}

/// Parameters of `customField.setValues`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SetValuesParams {
    /// Ashby's id of the record.
    pub object_id: String,
    /// `Application`, `Candidate`, …
    pub object_type: String,
    /// The fields.
    pub values: Vec<FilledField>,
}

/// Parameters of `file.createFileUploadHandle`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UploadHandleParams {
    /// `CandidateResume`, `CandidateFiles` or `ApplicationForm`.
    pub file_upload_context: &'static str,
    /// File name with extension.
    pub filename: String,
    /// MIME type.
    pub content_type: String,
    /// Bytes.
    pub content_length: u64,
}
