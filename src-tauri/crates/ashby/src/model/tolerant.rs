//! Reading what may be absent, null or of another type than documented, in one pass and without a buffer.
//!
//! A value that does not fit becomes "not known" instead of an error, so that one surprising field does not
//! cost the whole record. Text that is not JSON stays an error.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{
        DeserializeOwned, DeserializeSeed, Error, IgnoredAny, IntoDeserializer, MapAccess, SeqAccess,
        Visitor,
        value::{MapAccessDeserializer, SeqAccessDeserializer, StrDeserializer},
    },
};
use serde_json::Value;

/// Reads an optional field or a list; to be used with `#[serde(default)]`.
pub(crate) fn read<'de, D: Deserializer<'de>, T: Tolerant<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::tolerate(deserializer)
}

/// Reads what a record can not be without. A misfit is an error like its absence, but one that leaves the rest of the
/// record readable: where the record is part of another, only the part is lost.
pub(crate) fn required<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<T, D::Error> {
    Perhaps(PhantomData).deserialize(deserializer)?.ok_or_else(|| Error::custom("of another type"))
}

/// What has a value for "not known".
pub(crate) trait Tolerant<'de>: Sized {
    fn tolerate<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

impl<'de, T: DeserializeOwned> Tolerant<'de> for Option<T> {
    fn tolerate<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Perhaps(PhantomData).deserialize(deserializer)
    }
}

impl<'de, T: DeserializeOwned> Tolerant<'de> for Vec<T> {
    fn tolerate<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Items(PhantomData))
    }
}

struct Perhaps<T>(PhantomData<T>);

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for Perhaps<T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

fn scalar<'de, E: Error, T: DeserializeOwned>(value: impl IntoDeserializer<'de, E>) -> Result<Option<T>, E> {
    Ok(T::deserialize(value.into_deserializer()).ok())
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Perhaps<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Option<T>, E> {
        scalar(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Option<T>, E> {
        scalar(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Option<T>, E> {
        scalar(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Option<T>, E> {
        scalar(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Option<T>, E> {
        Ok(T::deserialize(StrDeserializer::<E>::new(value)).ok())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Option<T>, E> {
        scalar(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<T>, A::Error> {
        let value = T::deserialize(MapAccessDeserializer::new(&mut map)).ok();
        // What a misfit left unread must be passed over; text that is not JSON shows again here.
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Option<T>, A::Error> {
        // A misfit inside an item can not be passed over, so the items are read before they are judged.
        let items = Vec::<Value>::deserialize(SeqAccessDeserializer::new(seq))?;
        Ok(T::deserialize(Value::Array(items)).ok())
    }
}

struct Items<T>(PhantomData<T>);

impl<'de, T: DeserializeOwned> Visitor<'de> for Items<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_unit<E: Error>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::with_capacity(seq.size_hint().unwrap_or(0));
        while let Some(item) = seq.next_element_seed(Perhaps::<T>(PhantomData))? {
            items.extend(item);
        }
        Ok(items)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Vec<T>, E> {
        Perhaps(PhantomData).visit_bool(value).map(Vec::from_iter)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Vec<T>, E> {
        Perhaps(PhantomData).visit_i64(value).map(Vec::from_iter)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Vec<T>, E> {
        Perhaps(PhantomData).visit_u64(value).map(Vec::from_iter)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Vec<T>, E> {
        Perhaps(PhantomData).visit_f64(value).map(Vec::from_iter)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Vec<T>, E> {
        Perhaps(PhantomData).visit_str(value).map(Vec::from_iter)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<T>, A::Error> {
        Perhaps(PhantomData).visit_map(map).map(Vec::from_iter)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    struct Inner {
        id: String,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    struct Sample {
        id: String,
        #[serde(default, deserialize_with = "super::read")]
        text: Option<String>,
        #[serde(default, deserialize_with = "super::read")]
        flag: Option<bool>,
        #[serde(default, deserialize_with = "super::read")]
        number: Option<f64>,
        #[serde(default, deserialize_with = "super::read")]
        inner: Option<Inner>,
        #[serde(default, deserialize_with = "super::read")]
        list: Vec<Inner>,
        #[serde(default, deserialize_with = "super::read")]
        words: Vec<String>,
    }

    fn read(json: &str) -> Sample {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_fitting_value_is_kept() {
        let sample = read(
            r#"{"id":"a","text":"t\n","flag":true,"number":3,"inner":{"id":"i","more":[1]},"list":[{"id":"l"}],"words":["w"]}"#,
        );
        assert_eq!(sample.text.as_deref(), Some("t\n"));
        assert_eq!(sample.flag, Some(true));
        assert_eq!(sample.number, Some(3.0));
        assert_eq!(sample.inner, Some(Inner { id: "i".into() }));
        assert_eq!(sample.list, [Inner { id: "l".into() }]);
        assert_eq!(sample.words, ["w"]);
    }

    #[test]
    fn a_misfit_is_passed_over_and_reading_goes_on() {
        for misfit in [
            "null",
            "7",
            "-7",
            "0.5",
            "true",
            r#""x""#,
            "[]",
            "[[1],{\"a\":{}}]",
            r#"{"k":[{}]}"#,
            r#"{"id":5,"k":[]}"#,
        ] {
            for field in ["text", "flag", "number", "inner", "list", "words"] {
                let json = format!(r#"{{"{field}":{misfit},"id":"last"}}"#);
                assert_eq!(read(&json).id, "last", "{json}");
            }
        }
        assert_eq!(read(r#"{"id":"a","text":{"x":1}}"#), Sample { id: "a".into(), ..Sample::default() });
    }

    #[test]
    fn one_bad_item_costs_only_itself() {
        let sample = read(r#"{"id":"a","list":[{"id":"1"},{"no":"id"},null,4,{"id":"2"}]}"#);
        assert_eq!(sample.list.iter().map(|i| i.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    }

    #[test]
    fn a_lone_value_stands_for_a_list_of_one() {
        assert_eq!(read(r#"{"id":"a","words":"w"}"#).words, ["w"]);
    }

    #[test]
    fn cut_text_stays_an_error() {
        for json in [r#"{"id":"a","inner":{"id":"#, r#"{"id":"a","list":[{"id":"x"}"#, r#"{"id":"a","text":"#]
        {
            assert!(serde_json::from_str::<Sample>(json).is_err(), "{json}");
        }
    }
}
