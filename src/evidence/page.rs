//! The page in the tab, its documents, and the browser that shows it.

use serde::Serialize;

use super::value::{choice, record};
use super::{Field, Form, SealCandidate};

/// The browser that observed, for its own words ("Chrome checked the certificate") and its known gaps.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Browser {
    pub family: BrowserFamily,
    /// The name a person knows it by: "Chrome", "Edge", "Firefox".
    pub name: String,
    /// Major version, 0 where not known.
    pub version: u32,
}

record!(Browser: "family" family, "name" name, "version" version);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum BrowserFamily {
    Chromium,
    Firefox,
    #[default]
    Other,
}

choice!(BrowserFamily: "chromium" Chromium, "firefox" Firefox, "other" Other);

/// The top document's address and how its load was observed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Page {
    /// The address as the browser serialises it (WHATWG URL).
    pub url: String,
    pub load: Load,
    /// Addresses that redirected here, oldest first.
    pub redirects: Vec<String>,
    /// Whether it told the browser to ask for everything by https, whatever the address says (CSP
    /// `upgrade-insecure-requests`).
    pub upgrades: bool,
}

record!(Page: "url" url, "load" load, "redirects" redirects, "upgrades" upgrades);

impl Page {
    /// "https", "http", "about", …; empty where the address has none.
    pub fn scheme(&self) -> &str {
        self.url.split_once(':').map_or("", |(scheme, _)| scheme)
    }

    /// The host as the browser serialises it, without port; empty where there is none.
    pub fn host(&self) -> &str {
        host_of(&self.url)
    }
}

/// The host of an address that a browser serialised; empty where there is none.
pub fn host_of(url: &str) -> &str {
    let Some((_, rest)) = url.split_once("://") else { return "" };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((before, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => before,
        _ => host,
    }
}

/// How much of the load of the top document was observed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Load {
    /// From its start to its commit.
    Watched,
    /// The page was open before the extension looked.
    #[default]
    NotWatched,
    /// The browser shows its own error page in place of the document.
    Failed,
    /// The browser keeps this page closed to extensions (its own pages, stores, files).
    Closed,
}

choice!(Load: "watched" Watched, "notWatched" NotWatched, "failed" Failed, "closed" Closed);

/// One document: the top one or a frame below it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Frame {
    /// The browser's frame id; 0 is the top document.
    pub id: i64,
    /// The parent's frame id, -1 for the top document.
    pub parent: i64,
    pub url: String,
    /// Whose document it is, for the browser: "null" where it is nobody's; empty where it was not told.
    pub origin: String,
    /// Whether the content script answered from this frame. A frame that did not is not judged empty.
    pub looked: bool,
    pub document: Document,
    pub fields: Vec<Field>,
    pub forms: Vec<Form>,
    pub seals: Vec<SealCandidate>,
    /// There was more in this document than the caps let through.
    pub too_much: bool,
}

record! {
    Frame:
    "id" id, "parent" parent, "url" url, "origin" origin, "looked" looked, "document" document, "fields" fields, "forms" forms,
    "seals" seals, "tooMuch" too_much,
}

/// What a document says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Document {
    pub title: String,
    /// Texts of the first headings and buttons, for telling what kind of page this is.
    pub headings: Vec<String>,
    /// Where it says that it belongs (`rel=canonical` of RFC 6596, or `og:url`), as written.
    pub canonical: String,
}

record!(Document: "title" title, "headings" headings, "canonical" canonical);
