//! How a record is declared.

/// Declares a record whose `id` is required and whose other fields are read tolerantly (`Option` or `Vec`).
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident {
            $(#[$id_meta:meta])*
            id: $id:ty,
            $( $(#[$field_meta:meta])* $field:ident: $type:ty, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $(#[$id_meta])*
            #[serde(deserialize_with = "crate::model::tolerant::required")]
            pub id: $id,
            $(
                $(#[$field_meta])*
                #[serde(default, deserialize_with = "crate::model::tolerant::read")]
                pub $field: $type,
            )*
        }
    };
}

/// Declares a part of a record that has no id: every field is read tolerantly.
macro_rules! part {
    (
        $(#[$meta:meta])*
        $name:ident {
            $( $(#[$field_meta:meta])* $field:ident: $type:ty, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(default, deserialize_with = "crate::model::tolerant::read")]
                pub $field: $type,
            )*
        }
    };
}

pub(crate) use {part, record};
