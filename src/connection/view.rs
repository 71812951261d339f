//! "How the line was made": messages and plain facts, ready to be painted.

use serde::Serialize;

use crate::finding::Message;

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ConnectionView {
    /// How the line is drawn.
    pub line: Line,
    /// The answer in brief, on the closed row.
    pub brief: Message,
    /// One sentence in place of the steps where there are none; above them otherwise.
    pub sentence: Option<Message>,
    /// The handshake as a short story: four steps, or none.
    pub steps: Vec<Step>,
    /// The technical names in one line: "TLS 1.3", "X25519", "AES-128-GCM".
    pub names: Vec<String>,
    /// Each technical name with what it means in one line.
    pub parts: Vec<Part>,
    /// Small print: what is not visible here, or that the values come from a connection made for looking.
    pub asides: Vec<Message>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Line {
    Private,
    /// Anyone on the way can read it.
    Open,
    #[default]
    Unknown,
}

/// One step of the handshake.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Step {
    pub by: By,
    /// What happens, in plain words.
    pub tell: Message,
    /// This connection's own values for it, or that they are not visible.
    pub details: Vec<Message>,
    /// The messages' names in the standard ("ClientHello"); not translated.
    pub technical: String,
}

/// Who acts in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum By {
    /// An arrow from the browser to the site.
    Browser,
    /// An arrow back.
    Site,
    /// What the browser does by itself.
    BrowserAlone,
    Both,
}

/// One technical value and what it means.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Part {
    pub label: Message,
    /// As its standard calls it; none where it is said in `explained` alone.
    pub value: Option<String>,
    pub explained: Message,
}
