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
    // What a browser's API made may be an array or an object of another realm: `instanceof` would deny it.
    if Array::is_array(given) {
        let list: &Array = given.unchecked_ref();
        return Ok(Value::List(list.iter().map(|one| value(&one)).collect::<Result<_, _>>()?));
    }
    if !given.is_object() {
        return Err(Wrong::due("a value of JSON"));
    }
    let entry = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Ok((entry.get(0).as_string().unwrap_or_default(), value(&entry.get(1))?))
    };
    Ok(Value::Record(Object::entries(given.unchecked_ref()).iter().map(entry).collect::<Result<_, _>>()?))
}
