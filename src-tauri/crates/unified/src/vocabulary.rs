//! Enums of the unified model and the Ashby words they stand for.

/// Declares an enum of the unified model with its spelling there and the words Ashby uses for it.
///
/// An `open` one keeps a word it does not know in `Raw`, a `closed` one drops it; a `derived` one comes from
/// something else than a word.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        pub enum $name:ident, open { $($(#[$variant_meta:meta])* $variant:ident = $text:literal from [$($word:literal),*],)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)*
            /// A word of Ashby's that the unified model has no value for.
            Raw(String),
        }

        impl $name {
            /// Translates Ashby's word; an unknown one is kept, an empty one is nothing.
            #[must_use]
            pub fn from_ashby(word: &str) -> Option<Self> {
                match word.trim() {
                    "" => None,
                    $($($word => Some(Self::$variant),)*)*
                    other => Some(Self::Raw(other.to_owned())),
                }
            }

            /// The unified spelling.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Raw(word) => word,
                }
            }
        }

        vocabulary!(@column $name);
    };
    (
        $(#[$meta:meta])*
        pub enum $name:ident, closed { $($(#[$variant_meta:meta])* $variant:ident = $text:literal from [$($word:literal),*],)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)*
        }

        impl $name {
            /// Translates Ashby's word; an unknown one is nothing.
            #[must_use]
            pub fn from_ashby(word: &str) -> Option<Self> {
                match word.trim() {
                    $($($word => Some(Self::$variant),)*)*
                    _ => None,
                }
            }

            /// The unified spelling.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }

        vocabulary!(@column $name);
    };
    (
        $(#[$meta:meta])*
        pub enum $name:ident, derived { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)*
        }

        impl $name {
            /// The unified spelling.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }

        vocabulary!(@column $name);
    };
    (@column $name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::row::Column for $name {
            fn value(&self) -> $crate::row::Value {
                $crate::row::Value::Text(self.as_str().to_owned())
            }
        }
    };
}
pub(crate) use vocabulary;
