//! A link before it is opened: where it leads, and whether its text says so.

use super::{Judgement, Parts, display, host, names, of, registrable, same_owner, suffix};
use crate::finding::{Finding, Id};

/// Judges where a link leads. `text` is what the page shows for it; only a text that is itself an address is
/// compared.
pub fn judge_link(url: &str, text: &str) -> Judgement {
    let parts = Parts::of(url);
    let mut judgement = of(&parts);
    if let Some(said) = host_of(text).filter(|said| !parts.host.is_empty() && !belongs(said, &parts.host)) {
        let (said, leads) = (display::shown(&said), judgement.view.host.clone());
        judgement.findings.push(Finding::new(Id::AddressLinkText).host(leads).host(said));
    }
    judgement
}

/// The host that a text names, where the text is an address and nothing else.
fn host_of(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.contains(char::is_whitespace) || text.contains('@') {
        return None;
    }
    let host = Parts::of(text).host;
    let with_scheme = text.starts_with("https://") || text.starts_with("http://") || host.starts_with("www.");
    let chosen = registrable(&host);
    // `Terms.html` and `v1.2` are no addresses; a known owner's domain is one without a scheme too.
    (host.contains('.') && (with_scheme || names::owned(chosen)) && suffix::suffix(chosen).name != chosen)
        .then_some(host)
}

fn belongs(said: &str, leads: &str) -> bool {
    same_owner(said, leads) || host::under(leads, said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, text: &str, disagrees: bool) {
        let findings = judge_link(url, text).findings;
        assert_eq!(findings.iter().any(|f| f.id == Id::AddressLinkText), disagrees, "{text} → {url}");
    }

    #[test]
    fn a_text_that_names_another_site_disagrees() {
        check("https://evil.example/x", "https://www.paypal.com/", true);
        check("https://evil.example/x", "paypal.com", true);
        check("https://evil.example/x", "www.shop.example", true);
        check("https://www.paypal.com/signin", "paypal.com", false);
        check("https://www.amazon.com/", "amazon.de", false);
        check("https://www.bahn.com/de", "www.bahn.de", false);
        check("https://evil.example/x", "Sign in", false);
        check("https://evil.example/x", "terms.html", false);
        check("https://evil.example/x", "me@paypal.com", false);
        check("mailto:me@shop.example", "www.shop.example", false);
        check("https://evil.example/x", "", false);
    }

    #[test]
    fn the_target_is_judged_like_a_page() {
        let judged = judge_link("https://paypa1.com/", "PayPal");
        assert!(judged.findings.iter().any(|finding| finding.id == Id::AddressLookalike));
        assert_eq!(judged.twin.map(|twin| twin.url), Some("https://paypal.com/".to_owned()));
    }
}
