//! Strict deserialisation of request JSON.
//!
//! Derived serde implementations accept more than the documented forms: an array for a struct (fields by position), a byte
//! array for a UUID, and an object with one key for an enum variant. This deserialiser rejects those.

use serde::Deserializer;
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Error, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

/// A deserialiser that reads structs only from objects, and strings, UUIDs and enums only from strings.
#[derive(Debug, Clone, PartialEq)]
pub struct StrictJson(pub Value);

impl StrictJson {
    /// The value; an error for an array or an object, where a string is expected.
    fn text(self) -> Result<Value, serde_json::Error> {
        match self.0 {
            Value::Array(_) | Value::Object(_) => Err(Error::custom("text is expected")),
            other => Ok(other),
        }
    }
}

impl<'de> Deserializer<'de> for StrictJson {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Array(list) => visitor.visit_seq(SeqDeserializer::new(list.into_iter().map(Self))),
            Value::Object(members) => {
                let members = members.into_iter().map(|(name, value)| (name, Self(value)));
                visitor.visit_map(MapDeserializer::new(members))
            }
            plain => plain.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        if self.0.is_object() {
            return self.deserialize_any(visitor);
        }
        Err(Error::custom("an object is expected"))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.text()?.deserialize_str(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.text()?.deserialize_string(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.text()?.deserialize_enum(name, variants, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, serde_json::Error> for StrictJson {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::{Hero, Seo, SeriesPart, TermId, TermKind};

    fn read<T: DeserializeOwned>(value: Value) -> Result<T, String> {
        T::deserialize(StrictJson(value)).map_err(|error| error.to_string())
    }

    #[test]
    fn values_of_the_expected_shape_are_deserialized() {
        let id = Uuid::now_v7();
        assert_eq!(read::<TermId>(json!(id)), Ok(TermId(id)));
        assert_eq!(read::<Option<TermId>>(json!(null)), Ok(None));
        assert_eq!(read::<TermKind>(json!("tag")), Ok(TermKind::Tag));
        let part = read::<Vec<SeriesPart>>(json!([{ "series": id, "part": 2 }]));
        assert_eq!(part, Ok(vec![SeriesPart { series: TermId(id), part: 2 }]));
        assert_eq!(read::<Seo>(json!({ "noindex": true })).map(|seo| seo.noindex), Ok(true));
        let free = json!({ "a": [1, -2, 3.5, true, null, "x", { "b": [] }] });
        assert_eq!(read::<Value>(free.clone()), Ok(free));
    }

    #[test]
    fn arrays_are_not_accepted_for_objects_or_ids() {
        let id = Uuid::now_v7();
        let picture = json!(["https://images.example/a.jpg", "A bridge", null, null, 16, 9, [], null]);
        assert!(read::<Hero>(picture.clone()).is_err());
        assert!(read::<Option<Hero>>(picture.clone()).is_err());
        assert!(read::<Vec<Hero>>(json!([picture])).is_err());
        assert!(read::<SeriesPart>(json!([id, 1])).is_err());
        assert!(read::<Seo>(json!(["A title"])).is_err());
        assert!(read::<TermId>(json!(id.as_bytes())).is_err());
        assert!(read::<TermKind>(json!({ "tag": null })).is_err());
        assert!(read::<String>(json!(["x"])).is_err());
        // For comparison: serde_json accepts the array.
        assert!(serde_json::from_value::<SeriesPart>(json!([id, 1])).is_ok());
    }
}
