//! What JavaScript hands over, as a value. serde's own reader of JavaScript values says in its errors what
//! it met instead, numbers with all their digits included: that alone would be a fiftieth of the core.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use crate::evidence::value::{Value, Wrong};

/// Fails at what JSON cannot hold, such as a function or a big integer.
pub fn value(given: &JsValue) -> Result<Value, Wrong> {
    if given.is_null() || given.is_undefined() {
        return Ok(Value::Nothing);
    }
    if let Some(truth) = given.as_bool() {
        return Ok(Value::Truth(truth));
    }
    if let Some(number) = given.as_f64() {
        return Ok(Value::Number(number));
    }
    if let Some(text) = given.as_string() {
        return Ok(Value::Text(text));
    }
    if let Some(list) = given.dyn_ref::<Array>() {
        return Ok(Value::List(list.iter().map(|one| value(&one)).collect::<Result<_, _>>()?));
    }
    match given.dyn_ref::<Object>() {
        Some(record) if !given.is_function() => {
            let entry = |entry: JsValue| {
                let entry = Array::from(&entry);
                Ok((entry.get(0).as_string().unwrap_or_default(), value(&entry.get(1))?))
            };
            Ok(Value::Record(Object::entries(record).iter().map(entry).collect::<Result<_, Wrong>>()?))
        }
        _ => Err(Wrong::due("a value of JSON")),
    }
}
