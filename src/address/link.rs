//! A link before it is opened: whether its text says where it leads.

use super::{Parts, display, host, names, registrable, same_owner, suffix};
use crate::finding::{Finding, Id};

/// Where the text of a link names another site than it leads to. Only a text that is itself an address is
/// compared.
pub fn link_text(url: &str, text: &str) -> Option<Finding> {
    let leads = Parts::of(url).host;
    let said = named(text).filter(|said| !leads.is_empty() && !belongs(said, &leads))?;
    Some(Finding::new(Id::AddressLinkText).host(display::shown(&leads)).host(display::shown(&said)))
}

/// The host that a text names, where the text is an address and nothing else.
fn named(text: &str) -> Option<String> {
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
        assert_eq!(link_text(url, text).is_some(), disagrees, "{text} → {url}");
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
}
