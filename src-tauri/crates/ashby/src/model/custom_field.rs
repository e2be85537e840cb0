//! Fields the organisation added to Ashby's own.

use serde_json::Value;

use super::{
    CustomFieldId,
    record::{part, record},
};

record! {
    /// The definition of a custom field, from `customField.list`.
    CustomFieldDefinition {
        /// Ashby's id of the definition.
        id: CustomFieldId,
        /// Its name.
        title: Option<String>,
        /// `Application`, `Candidate`, `Employee`, `Job`, `Offer`, `Opening`, `Talent_Project` or another value.
        object_type: Option<String>,
        /// `String`, `Number`, `ValueSelect`, … or another value.
        field_type: Option<String>,
        /// Whether only some users see it.
        is_private: Option<bool>,
        /// Whether it is archived.
        is_archived: Option<bool>,
        /// Whether it has to be filled.
        is_required: Option<bool>,
        /// Whether people can not change it in Ashby.
        is_editable_only_via_public_api: Option<bool>,
        /// What can be chosen, for select fields.
        selectable_values: Vec<SelectableValue>,
    }
}

part! {
    /// One choice of a select field.
    SelectableValue {
        /// What people see.
        label: Option<String>,
        /// What is stored.
        value: Option<String>,
        /// Whether it can still be chosen.
        is_archived: Option<bool>,
    }
}

record! {
    /// A custom field as filled on one record. A field that was never set is not sent.
    CustomFieldValue {
        /// The field's definition, as far as is known.
        id: CustomFieldId,
        /// The field's name.
        title: Option<String>,
        /// Whether only some users see it.
        is_private: Option<bool>,
        /// What people see for the chosen values; select fields only.
        value_label: Vec<String>,
        /// The value in the shape of the field's type: text, number, boolean, list of texts, money or range.
        value: Option<Value>,
    }
}
