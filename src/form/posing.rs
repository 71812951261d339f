//! A page that asks and calls itself by a known name where its owner is not at home: in its title, in its heading, by the
//! address that it says it has, or by a field that only one sign-in has. A copied page keeps them.

use super::fold::fold;
use super::part::Part;
use super::titles::{Claim, Says, Setting, is_in};
use crate::address::names::{names, owned};
use crate::address::platform::Sort;
use crate::address::suffix::suffix;
use crate::address::{self, same_owner, shown};
use crate::evidence::{Document, Frame, host_of};
use crate::finding::{Action, Finding, Id};

/// Whoever has the code that is sent to a person has the account; and no bank checks a card under these names.
const ACCOUNTS_BY_CODE: &str = "amazon apple dhl discord dpd facebook fedex google instagram microsoft netflix postnl \
                                royalmail snapchat steam swisspost telegram tiktok usps whatsapp";
const MICROSOFT: &str = "microsoft";
/// The last word of what its sign-in says in the field, in any language: “Email, phone, or Skype”.
const SKYPE: &str = " skype ";
/// A heading says by these words that the account is there; by others (“with”, “mit”, “で”) that it is used here.
const THERE: [&str; 2] = [" to ", " bei "];

/// What is to be said of a page that asks, where it is a question whose it is.
pub fn posing(top: &Part, host: &str, code_alone: bool) -> Option<Finding> {
    if host.is_empty() {
        return None;
    }
    let suffix = suffix(host);
    let runs_nothing = Sort::Pages.has(suffix) || Sort::Shops.has(suffix);
    let setting = Setting { bare: top.only_asks(), runs_nothing };
    let Document { title, headings, canonical } = &top.frame.document;
    let claim = said(setting, title, headings)
        .or_else(|| belongs(setting, canonical))
        .or_else(|| asks_as_one_does(top.frame))?;
    // A bank's check of a card has many names over it.
    if code_alone && !is_in(ACCOUNTS_BY_CODE, claim.token) {
        return None;
    }
    // A name in the address is judged there.
    if address::registrable(host).replace(['-', '.'], "").contains(claim.token)
        || same_owner(host, claim.domain)
    {
        return None;
    }
    let finding = Finding::new(Id::FormPosesAs).host(shown(host)).host(claim.domain).text(claim.name);
    // Reading it gives nothing away.
    Some(finding.on(Action::SignIn).on(Action::Pay))
}

/// The name that the title is, or that a heading signs in to where the title is anybody's.
fn said(setting: Setting, title: &str, headings: &[String]) -> Option<Claim<'static>> {
    match setting.says(title) {
        Says::Of(claim) => Some(claim),
        Says::Nobody if setting.bare => headings.iter().find_map(|heading| match setting.says(heading) {
            Says::Of(claim) if THERE.iter().any(|word| fold(heading).contains(word)) => Some(claim),
            _ => None,
        }),
        _ => None,
    }
}

/// The known owner's domain that the page says it belongs to: to its first page or its sign-in. A text is published in
/// several places, and a shop may name its page at a network.
fn belongs(setting: Setting, canonical: &str) -> Option<Claim<'_>> {
    let (_, path) = canonical.split_once("://")?.1.split_once('/').unwrap_or_default();
    let path = fold(path.split(['?', '#']).next()?);
    let domain = address::registrable(host_of(canonical));
    let sign_in = |word: &str| word.len() <= 2 || word == "php" || word == "html" || setting.is_beside(word);
    let claim = Claim::of(domain, domain);
    let known = names().exact(claim.token).filter(|name| name.domain == domain);
    (owned(domain) && path.split_whitespace().all(sign_in))
        .then(|| Claim { name: known.map_or(domain, |name| name.name), ..claim })
}

/// Microsoft's sign-in asks in words that no other has.
fn asks_as_one_does(top: &Frame) -> Option<Claim<'static>> {
    let last = |text: &str| text.len() > 2 * SKYPE.len() && fold(text).ends_with(SKYPE);
    let asked = top.fields.iter().any(|field| field.visible && last(&field.placeholder));
    let name = names().exact(MICROSOFT).filter(|_| asked)?;
    Some(Claim::of(name.name, name.domain))
}
