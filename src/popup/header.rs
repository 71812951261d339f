//! Where you are, and what this never does.

use super::View;
use super::tree::{Tag, tag};
use crate::address::AddressView;
use crate::finding::Message;
use crate::report::Report;

/// Letters of an address, and of its path, that are shown in the popup; the host is always whole, and a long
/// one leaves less for its path. The full page has room for more.
const ADDRESS: usize = 34;
const PATH: usize = 24;
const MORE: usize = 30;

pub fn header(report: &Report, view: View) -> Tag {
    let header = tag("header").class("site");
    let tools = [
        (!view.full)
            .then(|| tool("full", "tool_full_page", "M8 4H4.5v11.5H16V12M11.5 4H16v4.5M16 4l-6.5 6.5")),
        Some(tool(
            "settings",
            "tool_settings",
            "M3 6h7M14 6h3M3 14h3M10 14h7M12 4a2 2 0 1 0 0 4a2 2 0 1 0 0-4M8 12a2 2 0 1 0 0 4a2 2 0 1 0 0-4",
        )),
    ];
    let tools = tools.into_iter().flatten();
    let address = address(&report.address, if view.full { MORE } else { 0 });
    if view.full {
        let when = tag("span").class("when").put(seen(report));
        header.put(tag("div").class("sheet").put(address).put(when).put_all(tools))
    } else {
        header.put(address).put_all(tools)
    }
}

pub fn footer(view: View) -> Tag {
    let foot = tag("footer").class("foot").put(tag("span").say("foot_on_device"));
    if view.full {
        foot.put(tag("a").with("href", "welcome.html#limits").say("foot_limits"))
    } else {
        foot.put(tag("a").with("href", "#").with("data-act", "full").say("foot_full_page"))
    }
}

/// The owned part is bold; `https` goes without saying, everything else is said.
fn address(address: &AddressView, more: usize) -> Tag {
    let scheme = if matches!(address.scheme.as_str(), "https" | "") {
        String::new()
    } else {
        format!("{}://", address.scheme)
    };
    let (before, owned) = if address.registrable.is_empty() {
        ("", &address.host)
    } else {
        (address.before.as_str(), &address.registrable)
    };
    tag("span")
        .class("host")
        .with("dir", "ltr")
        .text(format!("{scheme}{before}"))
        .put(tag("b").text(owned.clone()))
        .text(format!("{}{}", address.port, shortened(&address.path, address.host.len(), more)))
}

fn shortened(path: &str, host: usize, more: usize) -> String {
    let room = (PATH + more).min((ADDRESS + more).saturating_sub(host));
    if path == "/" {
        return String::new();
    }
    if path.chars().count() <= room {
        return path.to_owned();
    }
    path.chars().take(room.max(1)).chain(['…']).collect()
}

fn tool(act: &str, name: &str, path: &str) -> Tag {
    let drawing = tag("svg")
        .with("viewBox", "0 0 20 20")
        .with("width", "18")
        .with("height", "18")
        .with("aria-hidden", "true")
        .put(tag("path").with("d", path));
    tag("button")
        .class(if act == "full" { "tool turn" } else { "tool" })
        .with("type", "button")
        .with("data-act", act)
        .label(Message::new(name))
        .put(drawing)
}

/// The day on which the report was made.
pub fn seen(report: &Report) -> Message {
    Message::new("seen_on").date(report.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_takes_the_room_that_the_host_leaves() {
        assert_eq!(shortened("/", 0, 0), "");
        assert_eq!(shortened("/basket/step-3", 0, 0), "/basket/step-3");
        assert_eq!(shortened("/a-path-of-more-than-24-letters", 0, 0), "/a-path-of-more-than-24-…");
        assert_eq!(shortened("/a-path-of-more-than-24-letters", 0, MORE), "/a-path-of-more-than-24-letters");
        assert_eq!(shortened("/basket/step-3", 27, 0), "/basket…");
        assert_eq!(shortened("/basket/step-3", 34, 0), "/…");
        assert_eq!(shortened("/basket/step-3", 34, MORE), "/basket/step-3");
    }
}
