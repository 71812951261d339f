//! Where a form is sent: scheme and host of its action and of each submit button's own.

use super::recipients::{self, Recipient, Way};
use crate::address::Parts;
use crate::evidence::{Form, Frame, SubmitButton};

/// Where what is typed into a field ends up, as far as the page's markup tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Destination {
    Web {
        encrypted: bool,
        host: String,
        path: String,
    },
    /// No form, or one that says of itself nothing of where it is sent: the page's own script takes it, and sends it
    /// wherever it likes.
    PageScript,
    /// `mailto:`.
    Mail,
    /// An address that does not resolve.
    Nowhere,
}

impl Destination {
    /// Of an address as the browser serialises it.
    pub fn of(url: &str) -> Destination {
        let Parts { scheme, host, path, .. } = Parts::of(url);
        match scheme.as_str() {
            "http" | "https" if !host.is_empty() => {
                Destination::Web { encrypted: scheme == "https", host, path }
            }
            "javascript" => Destination::PageScript,
            "mailto" => Destination::Mail,
            _ => Destination::Nowhere,
        }
    }

    /// Who is known there, and reached without danger on the way.
    pub fn recipient(&self, way: Way) -> Option<Recipient> {
        match self {
            Destination::Web { encrypted: true, host, path } => recipients::known(host, path, way),
            _ => None,
        }
    }

    pub fn host(&self) -> Option<&str> {
        match self {
            Destination::Web { host, .. } => Some(host),
            _ => None,
        }
    }
}

/// Every place that a form of this document can be sent to: its own action first, then its buttons'.
pub fn destinations(form: Option<&Form>, document: &str) -> Vec<Destination> {
    let Some(form) = form else { return vec![Destination::PageScript] };
    let there = Destination::of(&form.resolved);
    let written = form.action.as_deref().map_or("", str::trim);
    // It closes its dialog and sends nothing, but by a button that says otherwise.
    let closes = |button: &SubmitButton| button.method.as_deref().is_none_or(|method| method == "dialog");
    let dialog = form.method == "dialog" && form.buttons.iter().all(closes);
    let unsaid = written.is_empty() || written.starts_with('#');
    let page = Parts::of(document);
    let by_script = match &there {
        // A base may lead even "#" elsewhere, or to http.
        Destination::Web { encrypted, host, .. } if unsaid && *host == page.host => {
            form.scripted && (*encrypted || page.scheme == "http") || form.method.is_empty() && *encrypted
        }
        _ => false,
    };
    let own = if dialog || by_script { Destination::PageScript } else { there };
    let mut found = vec![own];
    for button in form.buttons.iter().filter(|button| button.action.is_some()) {
        let place = Destination::of(&button.resolved);
        if !found.contains(&place) {
            found.push(place);
        }
    }
    found
}

/// Whether the author wrote that the form goes into the address bar. A form without `method` is nearly always sent by
/// script, so the default alone says nothing.
pub fn written_get(form: &Form) -> bool {
    let scripted = form.scripted || Destination::of(&form.resolved) == Destination::PageScript;
    !form.method.is_empty() && is_get(&form.method) && !scripted
        || form.buttons.iter().any(|button| button.method.as_deref().is_some_and(is_get))
}

/// What is no method is this one too (WHATWG HTML 4.10.18.6).
fn is_get(method: &str) -> bool {
    !matches!(method, "post" | "dialog")
}

/// The form of this number in its frame.
pub fn form_of(frame: &Frame, index: Option<u32>) -> Option<&Form> {
    let index = index?;
    frame.forms.iter().find(|form| form.index == index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn web(url: &str) -> (bool, String, String) {
        match Destination::of(url) {
            Destination::Web { encrypted, host, path } => (encrypted, host, path),
            other => panic!("{url}: {other:?}"),
        }
    }

    #[test]
    fn reads_serialised_addresses() {
        assert_eq!(web("https://shop.example/pay?x=1"), (true, "shop.example".into(), "/pay".into()));
        assert_eq!(web("http://me:pw@shop.example:8080/"), (false, "shop.example".into(), "/".into()));
        assert_eq!(web("https://good.example@evil.example/").1, "evil.example");
        assert_eq!(web("https://evil.example?@good.example/").1, "evil.example");
        assert_eq!(web("https://[::1]:443/x").1, "[::1]");
        assert_eq!(web("https://[2001:db8::1]/").1, "[2001:db8::1]");
        assert_eq!(Destination::of("javascript:void(0)"), Destination::PageScript);
        assert_eq!(Destination::of("mailto:a@b.example"), Destination::Mail);
        for nothing in ["", "/pay", "https://", "ftp://x.example/", "data:text/html,x"] {
            assert_eq!(Destination::of(nothing), Destination::Nowhere, "{nothing}");
        }
    }

    #[test]
    fn a_form_that_says_nothing_of_its_way_is_its_pages_own_script() {
        for (action, resolved, method, scripted, by_script) in [
            (None, "https://shop.example/in", "", false, true),
            (Some(""), "https://shop.example/in", "post", true, true),
            (Some("#"), "https://shop.example/in#", "post", true, true),
            (Some("javascript:void(0)"), "javascript:void(0)", "post", false, true),
            // These say it.
            (None, "https://shop.example/in", "post", false, false),
            (None, "http://shop.example/in", "", false, false),
            (Some("/in"), "https://shop.example/in", "", true, false),
            (Some("#"), "https://evil.example/#", "", true, false),
            (Some(" "), "https://evil.example/", "", false, false),
            (Some("#"), "http://shop.example/in#", "post", true, false),
        ] {
            let form = Form {
                action: action.map(str::to_owned),
                resolved: resolved.into(),
                method: method.into(),
                scripted,
                ..Default::default()
            };
            let found = destinations(Some(&form), "https://shop.example/in");
            assert_eq!(found == [Destination::PageScript], by_script, "{form:?}");
        }
    }

    #[test]
    fn a_buttons_own_action_counts() {
        let form = Form {
            action: Some("/pay".into()),
            resolved: "https://shop.example/pay".into(),
            buttons: vec![crate::evidence::SubmitButton {
                action: Some("http://evil.example/".into()),
                resolved: "http://evil.example/".into(),
                ..Default::default()
            }],
            ..Default::default()
        };
        assert_eq!(destinations(Some(&form), "https://shop.example/").len(), 2);
    }
}
