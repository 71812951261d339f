//! What was observed about one tab. Plain data: no rule, no judgement.
//!
//! Every record has defaults, so evidence that lacks a part still reads; what is missing is `Unknown`.

mod connection;
mod form;
mod known;
mod memory;
mod message;
mod page;
mod seal;
pub mod value;

pub use connection::{
    CertificateBytes, CertificateError, Connection, HttpAuthentication, InsecureLoad, SecurityState,
};
pub use form::{Field, Form, SubmitButton};
pub use known::Known;
pub use memory::Memory;
pub use message::{Facts, GuardEvent, GuardEventKind, PageMessage, Refused};
pub use page::{Browser, BrowserFamily, Document, Frame, Load, Page, host_of};
pub use seal::{SealCandidate, SealElement, SealLook};

use serde::{Deserialize, Deserializer, Serialize};

use value::record;
pub use value::{Read, Value};

/// Everything observed about one tab.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Evidence {
    /// When this was put together, in milliseconds since 1970-01-01 UTC. The core has no other clock.
    pub at: i64,
    pub browser: Browser,
    pub page: Page,
    /// How the top document's bytes came here.
    pub connection: Connection,
    /// The top document and every frame below it, the top one first.
    pub frames: Vec<Frame>,
    pub memory: Memory,
}

record! {
    Evidence:
    "at" at, "browser" browser, "page" page, "connection" connection, "frames" frames, "memory" memory,
}

impl<'de> Deserialize<'de> for Evidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Evidence, D::Error> {
        value::deserialize(deserializer)
    }
}
