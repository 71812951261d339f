//! Evidence as it comes in, and how the records take their members out of it. One small reader for all of
//! them: readers that serde derives for each record would be five times its size in the core.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::Known;

/// Any value of JSON.
pub enum Value {
    Nothing,
    Truth(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Record(Vec<(String, Value)>),
}

/// What is wrong with a value: the members that lead to it, then what it should have been.
#[derive(Debug, PartialEq)]
pub struct Wrong(String);

impl Wrong {
    pub fn due(what: &str) -> Wrong {
        Wrong(format!("{what} is due"))
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

/// What can be read out of a value.
pub trait Read: Sized {
    fn read(value: Value) -> Result<Self, Wrong>;
}

/// Reads over what stood there.
pub fn put<T: Read>(into: &mut T, value: Value) -> Result<(), Wrong> {
    *into = T::read(value)?;
    Ok(())
}

impl Value {
    /// Hands every member of a record to `take`.
    pub fn members(self, take: &mut dyn FnMut(&str, Value) -> Result<(), Wrong>) -> Result<(), Wrong> {
        let Value::Record(members) = self else { return Err(Wrong::due("a record")) };
        for (name, value) in members {
            take(&name, value).map_err(|Wrong(wrong)| Wrong(format!("{name}: {wrong}")))?;
        }
        Ok(())
    }

    pub fn whole_number(self) -> Result<i64, Wrong> {
        match self {
            // Whole up to 2^53: what lies beyond has lost its last digits already.
            Value::Number(number) if number.trunc() == number && number.abs() <= 9e15 => Ok(number as i64),
            _ => Err(Wrong::due("a whole number")),
        }
    }
}

/// A record whose members may all be missing: each name in the evidence, and the member it goes to.
macro_rules! record {
    ($type:ident: $($name:literal $member:ident),+ $(,)?) => {
        impl $crate::evidence::value::Read for $type {
            fn read(
                value: $crate::evidence::value::Value,
            ) -> Result<$type, $crate::evidence::value::Wrong> {
                let mut record = $type::default();
                // Names every member: one that is not read does not compile.
                let $type { $($member),+ } = &mut record;
                value.members(&mut |name, value| match name {
                    $($name => $crate::evidence::value::put($member, value),)+
                    _ => Ok(()),
                })?;
                Ok(record)
            }
        }
    };
}

/// A choice: each name in the evidence, and what it stands for.
macro_rules! choice {
    ($type:ident: $($name:literal $variant:ident),+ $(,)?) => {
        impl $crate::evidence::value::Read for $type {
            fn read(
                value: $crate::evidence::value::Value,
            ) -> Result<$type, $crate::evidence::value::Wrong> {
                const NAMES: &[(&str, $type)] = &[$(($name, $type::$variant)),+];
                let text = String::read(value)?;
                let known = NAMES.iter().find(|(name, _)| *name == text);
                known.map(|(_, one)| *one).ok_or_else($crate::evidence::value::no_choice)
            }
        }
    };
}

pub(super) use {choice, record};

pub fn no_choice() -> Wrong {
    Wrong::due("one of the names that are known")
}

impl Read for String {
    fn read(value: Value) -> Result<String, Wrong> {
        match value {
            Value::Text(text) => Ok(text),
            _ => Err(Wrong::due("a text")),
        }
    }
}

impl Read for bool {
    fn read(value: Value) -> Result<bool, Wrong> {
        match value {
            Value::Truth(truth) => Ok(truth),
            _ => Err(Wrong::due("true or false")),
        }
    }
}

impl Read for f64 {
    fn read(value: Value) -> Result<f64, Wrong> {
        match value {
            Value::Number(number) => Ok(number),
            _ => Err(Wrong::due("a number")),
        }
    }
}

impl Read for i64 {
    fn read(value: Value) -> Result<i64, Wrong> {
        value.whole_number()
    }
}

impl Read for u32 {
    fn read(value: Value) -> Result<u32, Wrong> {
        u32::try_from(value.whole_number()?).map_err(|_| Wrong::due("a small number"))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: Value) -> Result<Option<T>, Wrong> {
        match value {
            Value::Nothing => Ok(None),
            value => T::read(value).map(Some),
        }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Value) -> Result<Vec<T>, Wrong> {
        match value {
            Value::List(values) => values.into_iter().map(T::read).collect(),
            _ => Err(Wrong::due("a list")),
        }
    }
}

impl Read for [f64; 4] {
    fn read(value: Value) -> Result<[f64; 4], Wrong> {
        Vec::read(value)?.try_into().map_err(|_: Vec<f64>| Wrong::due("a list of four numbers"))
    }
}

impl<T: Read> Read for Known<T> {
    fn read(value: Value) -> Result<Known<T>, Wrong> {
        let mut known = None;
        match value {
            Value::Text(text) if text == "absent" => known = Some(Known::Absent),
            Value::Text(text) if text == "unknown" => known = Some(Known::Unknown),
            value => value.members(&mut |name, value| {
                known =
                    if name == "seen" && known.is_none() { Some(Known::Seen(T::read(value)?)) } else { None };
                Ok(())
            })?,
        }
        known.ok_or_else(|| Wrong::due("seen, absent or unknown"))
    }
}

/// Lets serde's readers hand over what they found.
pub fn deserialize<'de, T: Read, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(Value::deserialize(deserializer)?).map_err(D::Error::custom)
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a value of JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Truth(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut record: A) -> Result<Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = record.next_entry()? {
            members.push(member);
        }
        Ok(Value::Record(members))
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use serde::{Serialize, de::DeserializeOwned};

    use super::super::*;
    use super::{Read, Value};

    /// The names that a record is written with are those that it is read by.
    fn reads_what_it_writes<T: Default + Read + Serialize>() {
        let written = serde_json::to_value(T::default()).unwrap();
        for name in written.as_object().unwrap().keys() {
            // Nothing in a list fits no member at all: it is refused wherever it is looked at.
            let misfit = Value::Record(vec![(name.clone(), Value::List(vec![Value::Nothing]))]);
            assert!(T::read(misfit).is_err(), "{name} of {written} is not read");
        }
    }

    #[test]
    fn records_are_read_by_the_names_they_are_written_with() {
        reads_what_it_writes::<Evidence>();
        reads_what_it_writes::<Browser>();
        reads_what_it_writes::<Page>();
        reads_what_it_writes::<Connection>();
        reads_what_it_writes::<CertificateBytes>();
        reads_what_it_writes::<HttpAuthentication>();
        reads_what_it_writes::<InsecureLoad>();
        reads_what_it_writes::<Frame>();
        reads_what_it_writes::<Document>();
        reads_what_it_writes::<Field>();
        reads_what_it_writes::<Form>();
        reads_what_it_writes::<SubmitButton>();
        reads_what_it_writes::<SealCandidate>();
        reads_what_it_writes::<SealLook>();
        reads_what_it_writes::<Memory>();
    }

    fn comes_back<T: Read + Serialize + Debug + PartialEq>(all: impl IntoIterator<Item = T>) {
        for one in all {
            let text = serde_json::to_value(&one).unwrap();
            assert_eq!(T::read(serde_json::from_value(text).unwrap()), Ok(one));
        }
    }

    #[test]
    fn choices_come_back_as_they_were_written() {
        use {CertificateError as Error, SealElement as Element, SecurityState as State};
        comes_back([State::Secure, State::Weak, State::Broken, State::Insecure]);
        comes_back([Error::Date, Error::Name, Error::Trust, Error::Revoked, Error::Weak, Error::Other]);
        comes_back([BrowserFamily::Chromium, BrowserFamily::Firefox, BrowserFamily::Other]);
        comes_back([Load::Watched, Load::NotWatched, Load::Failed, Load::Closed]);
        comes_back([Element::Image, Element::Link, Element::Frame, Element::Script]);
        comes_back([Element::Form, Element::Background, Element::Vector]);
        comes_back([Known::Seen(7_i64), Known::Absent, Known::Unknown]);
    }

    fn wrong<T: DeserializeOwned + Debug>(json: &str) -> String {
        serde_json::from_str::<T>(json).unwrap_err().to_string()
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let field = r#"{"frames": [{"fields": [{"index": -1}]}]}"#;
        assert_eq!(wrong::<Evidence>(field), "frames: fields: index: a small number is due");
        let known = r#"{"connection": {"hsts": "perhaps"}}"#;
        assert!(wrong::<Evidence>(known).starts_with("connection: hsts: "));
        for json in
            [r#"{"at": 1.5}"#, r#"{"page": {"load": "seen"}}"#, r#"{"connection": {"hsts": {}}}"#, "[]"]
        {
            assert!(!wrong::<Evidence>(json).is_empty());
        }
    }
}
