//! What a unified row is made of, told once per model and read by the store.
//!
//! [`model!`] declares a model's type, its columns and their values from one list, so that a field cannot be
//! mapped and yet be missing from the table, or the other way round.

use serde::Serialize;

use crate::id::Id;
use crate::time::Timestamp;

/// One value of a row, ready to be bound to a statement or shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing known.
    Null,
    /// A whole number.
    Integer(i64),
    /// A number.
    Real(f64),
    /// Text; times and references too.
    Text(String),
    /// Yes or no.
    Bool(bool),
    /// An object or array.
    Json(serde_json::Value),
}

/// How a column is stored and read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Real,
    /// Yes or no, stored as 1 or 0.
    Bool,
    /// JSON, stored as text.
    Json,
    /// A [`Timestamp`].
    Time,
    /// The [`Id`] of a row of the named table, which may not be mirrored (yet).
    Reference(&'static str),
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the unified model and in the table.
    pub name: &'static str,
    /// How it is stored.
    pub kind: Kind,
}

/// A model of the unified model, held in one table.
pub trait Model: Sized + Serialize {
    /// The table, which is also the model's name.
    const TABLE: &'static str;
    /// The unified fields in the documented order, without the common columns (`id`, `remote_id`,
    /// `changed_at`, `remote_deleted_at`, `remote_data`, `custom_fields`, `integration_fields`).
    const FIELDS: &'static [Field];
    /// Columns of the mirror alone, never part of a unified read. Their names start with `_`.
    const PRIVATE: &'static [Field];
    /// Whether rows have a `remote_id`.
    const HAS_REMOTE_ID: bool;
    /// Whether rows have `remote_data`.
    const HAS_REMOTE_DATA: bool;
    /// Whether rows have `custom_fields` and `integration_fields`.
    const HAS_CUSTOM_FIELDS: bool;

    /// The values of [`Self::FIELDS`], in that order.
    fn fields(&self) -> Vec<Value>;
    /// The values of [`Self::PRIVATE`], in that order.
    fn private(&self) -> Vec<Value>;
}

/// A mapped row, before the mirror adds when it changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<M> {
    /// Its unified id.
    pub id: Id,
    /// Ashby's id; [`None`] for connections.
    pub remote_id: Option<String>,
    /// The fields.
    pub model: M,
    /// Object of user-defined key to value; empty where the model has none.
    pub custom_fields: serde_json::Value,
    /// Array of `{id, key, type, value, label}`; empty where the model has none.
    pub integration_fields: serde_json::Value,
}

impl<M> Row<M> {
    /// A row without custom fields.
    pub(crate) fn plain(id: Id, remote_id: Option<String>, model: M) -> Self {
        Self {
            id,
            remote_id,
            model,
            custom_fields: serde_json::Value::Object(serde_json::Map::new()),
            integration_fields: serde_json::Value::Array(Vec::new()),
        }
    }
}

/// What the store needs to know of a model to keep and read its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableInfo {
    /// [`Model::TABLE`].
    pub table: &'static str,
    /// [`Model::FIELDS`].
    pub fields: &'static [Field],
    /// [`Model::PRIVATE`].
    pub private: &'static [Field],
    /// [`Model::HAS_REMOTE_ID`].
    pub has_remote_id: bool,
    /// [`Model::HAS_REMOTE_DATA`].
    pub has_remote_data: bool,
    /// [`Model::HAS_CUSTOM_FIELDS`].
    pub has_custom_fields: bool,
}

impl TableInfo {
    /// The description of `M`.
    #[must_use]
    pub const fn of<M: Model>() -> Self {
        Self {
            table: M::TABLE,
            fields: M::FIELDS,
            private: M::PRIVATE,
            has_remote_id: M::HAS_REMOTE_ID,
            has_remote_data: M::HAS_REMOTE_DATA,
            has_custom_fields: M::HAS_CUSTOM_FIELDS,
        }
    }
}

/// Something a column can hold.
pub(crate) trait Column {
    fn value(&self) -> Value;
}

impl<C: Column> Column for Option<C> {
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Column::value)
    }
}

impl Column for String {
    fn value(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Column for bool {
    fn value(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Column for i64 {
    fn value(&self) -> Value {
        Value::Integer(*self)
    }
}

impl Column for f64 {
    fn value(&self) -> Value {
        Value::Real(*self)
    }
}

impl Column for Id {
    fn value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

impl Column for Timestamp {
    fn value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

impl Column for serde_json::Value {
    fn value(&self) -> Value {
        Value::Json(self.clone())
    }
}

impl<T: Serialize> Column for Vec<T> {
    fn value(&self) -> Value {
        // Shapes are plain structs of text, which always serialise.
        serde_json::to_value(self).map_or(Value::Null, Value::Json)
    }
}

/// Declares a model: its struct, a struct of its private columns, and [`Model`] for them.
///
/// `also` names the common columns the table has. A private column is written without its leading
/// `_`, and `as` gives the whole name where that would be a word of Rust.
macro_rules! model {
    (
        $(#[$meta:meta])*
        pub struct $model:ident in $table:literal, also [$($common:ident),*] {
            $($(#[$field_meta:meta])* $field:ident: $type:ty => $kind:ident $(($target:literal))?,)*
        }
        $(#[$private_meta:meta])*
        private $private:ident {
            $($(#[$column_meta:meta])* $column:ident $(as $name:literal)?: $column_type:ty => $column_kind:ident,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
        pub struct $model {
            $($(#[$field_meta])* pub $field: $type,)*
            /// Columns of the mirror alone.
            #[serde(skip)]
            pub private: $private,
        }

        $(#[$private_meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $private {
            $($(#[$column_meta])* pub $column: $column_type,)*
        }

        impl $crate::row::Model for $model {
            const TABLE: &'static str = $table;
            const FIELDS: &'static [$crate::row::Field] = &[$($crate::row::Field {
                name: stringify!($field),
                kind: $crate::row::Kind::$kind $(($target))?,
            },)*];
            const PRIVATE: &'static [$crate::row::Field] = &[$($crate::row::Field {
                name: $crate::row::column!($column $($name)?),
                kind: $crate::row::Kind::$column_kind,
            },)*];
            const HAS_REMOTE_ID: bool = $crate::row::named("remote_id", &[$(stringify!($common)),*]);
            const HAS_REMOTE_DATA: bool = $crate::row::named("remote_data", &[$(stringify!($common)),*]);
            const HAS_CUSTOM_FIELDS: bool = $crate::row::named("custom_fields", &[$(stringify!($common)),*]);

            fn fields(&self) -> Vec<$crate::row::Value> {
                vec![$($crate::row::Column::value(&self.$field),)*]
            }

            fn private(&self) -> Vec<$crate::row::Value> {
                vec![$($crate::row::Column::value(&self.private.$column),)*]
            }
        }
    };
}
pub(crate) use model;

/// The name of a private column.
macro_rules! column {
    ($column:ident) => {
        concat!("_", stringify!($column))
    };
    ($column:ident $name:literal) => {
        $name
    };
}
pub(crate) use column;

/// Whether `name` is among `names`, at compile time.
pub(crate) const fn named(name: &str, names: &[&str]) -> bool {
    let mut rest = names;
    while let [first, others @ ..] = rest {
        if same(first.as_bytes(), name.as_bytes()) {
            return true;
        }
        rest = others;
    }
    false
}

const fn same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        one = one_rest;
        other = other_rest;
    }
    one.is_empty() && other.is_empty()
}
