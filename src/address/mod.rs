//! Whose site is this? Host → parts → what it resembles.

pub mod case;
pub mod display;
mod fingerprint;
pub mod host;
pub mod letters;
mod link;
pub mod lures;
pub mod names;
mod parts;
mod places;
pub mod platform;
pub mod punycode;
pub mod resemblance;
pub mod score;
pub mod skeleton;
mod spelling;
pub mod suffix;
mod suspicion;
mod twin;

use serde::Serialize;

use crate::evidence::Evidence;
use crate::finding::{Action, Finding, Id, Level, Message};
use crate::report::Twin;
use host::Kind;
use platform::Sort;
use suffix::{Cut, Suffix};

pub use display::shown;
pub use host::Reach;
pub use link::link_text;
pub use parts::Parts;
pub use suspicion::{Suspicion, suspicion, unguarded};

/// What the address room found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub findings: Vec<Finding>,
    pub view: AddressView,
    /// The known name that the host is mistaken for.
    pub twin: Option<Twin>,
    /// Loopback, private ranges, `.local`, `.home.arpa`, single labels.
    pub local: bool,
}

/// The address as the person should read it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct AddressView {
    pub scheme: String,
    /// The whole host as shown: Unicode where safe, else punycode.
    pub host: String,
    /// What stands before the registrable domain, with its dot.
    pub before: String,
    /// The registrable domain: the part somebody owns.
    pub registrable: String,
    /// Port where unusual, with its colon.
    pub port: String,
    /// Path without query.
    pub path: String,
    pub unicode: String,
    pub punycode: String,
    /// Who chose the name, where that is not its owner alone ("anyone can open a page under …").
    pub chosen_by: Option<Message>,
}

/// Judges the address of the top document.
pub fn judge(evidence: &Evidence) -> Judgement {
    let parts = Parts::of(owner_address(evidence));
    let mut judgement = of(&parts);
    if known(evidence) {
        let reads = |finding: &Finding| finding.bears_on(Action::Browse);
        judgement.findings.retain(|finding| {
            finding.id == Id::AddressOnPlatform || reads(finding) && finding.level <= Level::Unknown
        });
        for told in judgement.findings.iter_mut().filter(|finding| !reads(finding)) {
            told.level = Level::Info;
        }
        judgement.twin = None;
    }
    judgement
}

/// Whether the person knows this site, by the domain that its owner has: whoever knows `windows.net` does not know
/// the strangers on the platforms under it.
pub fn known(evidence: &Evidence) -> bool {
    let host = Parts::of(owner_address(evidence)).host;
    let knows = |site: &String| site == registrable(&host);
    evidence.memory.known_sites.iter().any(knows) && !platform::shared_by_path(&host)
}

/// Whether it needs no question whose site this is: a known owner's, or one that the person knows; not where anyone puts
/// pages under a path of the host.
pub fn settled(evidence: &Evidence, host: &str) -> bool {
    names::owned(registrable(host)) && !platform::shared_by_path(host) || known(evidence)
}

/// Judges an address by itself.
pub fn of(parts: &Parts) -> Judgement {
    let local = parts.reach() != Reach::Everywhere && !parts.host.is_empty();
    let cut = parts.cut();
    let mut judgement = Judgement { findings: Vec::new(), view: view(parts, cut), twin: None, local };
    if parts.host.is_empty() || local {
        return judgement;
    }
    let shown = judgement.view.host.clone();
    let mut find = |finding: Finding| judgement.findings.push(finding);
    if let Kind::Number(_) = parts.kind() {
        find(Finding::new(Id::AddressIsNumber).host(&parts.host));
    }
    if parts.user_info {
        find(Finding::new(Id::AddressUserInfo).host(&shown));
    }
    let suspicion = suspicion::of(&parts.host, cut);
    let unreadable =
        shown != judgement.view.unicode && !names::owned(cut.registrable) && !spelling::honest(&parts.host);
    let disguised = || suspicion::disguised(&parts.host).filter(|_| unreadable);
    if let Some(found) = suspicion.mistaken_for().or_else(disguised) {
        let (name, domain) = (found.name.name, found.name.domain);
        find(Finding::new(Id::AddressLookalike).host(&shown).host(domain).text(name));
        judgement.twin = Some(twin::twin(&shown, &judgement.view.registrable, &found));
    } else if suspicion.due() {
        find(Finding::new(Id::AddressUnusual).host(&shown));
    } else if unreadable {
        find(Finding::new(Id::AddressNotReadable).host(&shown));
    } else if suspicion.doubtful() {
        find(where_asked(Level::Unknown, Finding::new(Id::AddressUnusual).host(&shown)));
    }
    if platform::among_files(&parts.path) && !names::owned(cut.registrable) {
        find(where_asked(Level::Caution, Finding::new(Id::AddressAmongFiles).host(&shown)));
    }
    if let Some(port) = parts.port {
        find(Finding::new(Id::AddressPort).text(port.to_string()));
    }
    if platform::shared_by_path(&parts.host) {
        let mut finding = Finding::new(Id::AddressOnPlatform).host(&parts.host);
        finding.level = Level::Caution;
        find(finding);
    } else if judgement.view.chosen_by.is_some() {
        on_platform(cut.suffix).into_iter().for_each(find);
    }
    judgement
}

/// What it means that anyone opens pages under this suffix. Most pages there are somebody's own.
fn on_platform(suffix: Suffix<'_>) -> Vec<Finding> {
    let finding = Finding::new(Id::AddressOnPlatform).host(suffix.name);
    if Sort::Copies.has(suffix) {
        // What is typed into a copy passes through the service's hands.
        return vec![Finding { level: Level::Unknown, ..finding }];
    }
    if Sort::Passing.has(suffix) || platform::shared_by_path(suffix.name) {
        return vec![where_asked(Level::Caution, finding)];
    }
    if !platform::free(suffix) {
        return vec![finding];
    }
    let mut found = vec![where_asked(Level::Unknown, finding.clone())];
    // Small shops sell there, with the fields of a payment firm; but hardly any signs people in.
    if Sort::Pages.has(suffix) {
        found.push(Finding { level: Level::Caution, ..finding.on(Action::SignIn) });
    }
    found
}

/// Reading gives nothing away.
fn where_asked(level: Level, finding: Finding) -> Finding {
    Finding { level, ..finding.on(Action::SignIn).on(Action::Pay) }
}

/// The address that says whose document it is: `blob:https://shop.example/…` is the shop's.
pub fn without_blob(url: &str) -> &str {
    url.strip_prefix("blob:").unwrap_or(url)
}

/// The address that says whose page it is: an empty one is of whoever wrote into it.
pub fn owner_address(evidence: &Evidence) -> &str {
    let Evidence { page, frames, .. } = evidence;
    let top = frames.iter().find(|frame| frame.parent < 0 && page.url.starts_with("about:"));
    match top {
        Some(top) if top.origin.starts_with("http") => &top.origin,
        _ => without_blob(&page.url),
    }
}

/// Who can reach a host, as it stands in an address.
pub fn reach(host: &str) -> Reach {
    host::reach(&host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase())
}

/// The part of a host that somebody owns: `shop.github.io` of `www.shop.github.io`, a number as it is.
pub fn registrable(host: &str) -> &str {
    let host = host.strip_suffix('.').unwrap_or(host);
    match host::kind(host) {
        Kind::Name => suffix::registrable(host),
        Kind::Number(_) => host,
    }
}

/// Whether two hosts belong to one owner by their registrable domain.
pub fn same_site(a: &str, b: &str) -> bool {
    !a.is_empty() && registrable(a).eq_ignore_ascii_case(registrable(b))
}

/// Whether one firm is known to have both hosts: `amazon.de` and `amazon.com`, `google.com` and `youtube.com`.
pub fn same_owner(a: &str, b: &str) -> bool {
    same_site(a, b) || names::one_owner(registrable(a), registrable(b))
}

fn view(parts: &Parts, cut: Cut<'_>) -> AddressView {
    let suffix = cut.suffix;
    // The platform's own pages are its own.
    let tenant = cut.label().is_some_and(|label| label != "www");
    let hosted = suffix.private && tenant && parts.kind() == Kind::Name;
    AddressView {
        scheme: parts.scheme.clone(),
        host: display::shown(&parts.host),
        before: display::shown(cut.before),
        registrable: display::shown(cut.registrable),
        port: parts.port.map(|port| format!(":{port}")).unwrap_or_default(),
        path: parts.path.clone(),
        unicode: punycode::to_unicode(&parts.host),
        punycode: parts.host.clone(),
        chosen_by: hosted.then(|| Message::new("address_on_platform").host(suffix.name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_firm_may_have_many_names() {
        for (a, b) in [
            ("www.amazon.de", "www.amazon.com"),
            ("accounts.google.com", "www.youtube.com"),
            ("login.live.com", "www.xbox.com"),
            ("google.de", "accounts.google.com"),
            ("gmx.at", "login.gmx.net"),
            ("www.lidl.de", "accounts.lidl.com"),
            ("lidlplus.com", "lidl.fr"),
            ("int.bahn.com", "accounts.bahn.de"),
            ("www.fnac.be", "secure.fnac.com"),
            ("mediamarkt.at", "mediamarkt.de"),
            ("audible.com", "www.amazon.com"),
            ("audible.de", "www.amazon.de"),
            ("ing.de", "login.ing.com"),
            ("icloud.com", "apple.com"),
            ("shop.example", "pay.shop.example"),
        ] {
            assert!(same_owner(a, b) && same_owner(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("amazon.de", "amazon.evil.example"),
            ("amazon.de", "amazon.example"),
            ("google.com", "amazon.com"),
            ("amazon.com", "amazon-de.com"),
            ("a.github.io", "github.com"),
            ("orange.fr", "orange.example"),
            ("lidl.de", "lidl.example"),
            ("lidl.example", "lidl.example.org"),
            ("target.com", "target.com.au"),
            ("postbank.de", "postbank.bg"),
            ("apple.com", "applebank.com"),
            ("", ""),
        ] {
            assert!(!same_owner(a, b), "{a} {b}");
        }
    }

    #[test]
    fn a_known_domain_in_other_letters_is_a_look_alike() {
        for (name, domain) in [
            ("gооgle.com", "google.com"),
            ("аррӏе.com", "apple.com"),
            ("ɢoogle.com", "google.com"),
            ("googlē.com", "google.com"),
            ("www.amazоn.de", "amazon.com"),
        ] {
            let judged = of(&Parts::of(&format!("https://{name}/")));
            assert!(judged.findings.iter().any(|f| f.id == Id::AddressLookalike), "{name}");
            assert_eq!(judged.twin.map(|twin| twin.url), Some(format!("https://{domain}/")), "{name}");
        }
    }

    #[test]
    fn a_copy_made_by_a_service_is_no_look_alike_and_never_good() {
        for host in ["www-paypal-com.translate.goog", "www-paypal-com.cdn.ampproject.org"] {
            let found: Vec<_> = of(&Parts::of(&format!("https://{host}/")))
                .findings
                .iter()
                .map(|f| (f.id, f.level))
                .collect();
            assert_eq!(found, [(Id::AddressOnPlatform, Level::Unknown)], "{host}");
        }
    }

    #[test]
    fn a_page_that_anyone_put_under_a_path_is_not_its_hosts() {
        let level = |url: &str| {
            let of = of(&Parts::of(url)).findings;
            of.iter().find(|found| found.id == Id::AddressOnPlatform).map(|found| found.level)
        };
        for host in [
            "storage.googleapis.com",
            "s3.amazonaws.com",
            "s3-eu-west-1.amazonaws.com",
            "notes.s3.us-east-2.amazonaws.com",
            "notes.oss-ap-northeast-1.aliyuncs.com",
            "ipfs.io",
        ] {
            assert_eq!(level(&format!("https://{host}/sign/in.html")), Some(Level::Caution), "{host}");
        }
        for host in ["www.google.com", "www.amazon.com", "signin.amazonaws.com", "s3.example"] {
            assert_eq!(level(&format!("https://{host}/sign/in.html")), None, "{host}");
        }
    }

    #[test]
    fn a_sharp_s_in_its_place_is_no_disguise() {
        let found = |url: &str| of(&Parts::of(url)).findings.iter().any(|f| f.id == Id::AddressNotReadable);
        assert!(!found("https://weiß.de/"));
        assert!(found("https://ßuche.de/"));
    }

    #[test]
    fn a_known_site_makes_no_stranger_under_it_known() {
        let knows = |site: &str, url: &str| {
            let mut evidence = Evidence::default();
            evidence.memory.known_sites = vec![site.to_owned()];
            evidence.page.url = url.to_owned();
            known(&evidence)
        };
        assert!(
            knows("shop.example", "https://shop.example/")
                && knows("shop.example", "https://www.shop.example./")
        );
        assert!(knows("windows.net", "https://login.windows.net/"));
        assert!(!knows("web.archive.org", "https://web.archive.org/web/x"));
        assert!(!knows("archive.org", "https://web.archive.org/web/x"));
        assert!(!knows("windows.net", "https://evil.blob.core.windows.net/"));
        assert!(!knows("github.io", "https://evil.github.io/"));
    }

    #[test]
    fn a_site_is_its_registrable_domain() {
        assert!(same_site("www.shop.example", "pay.shop.example."));
        assert!(!same_site("a.github.io", "b.github.io"));
        assert!(!same_site("10.0.0.1", "10.0.0.2"));
        assert!(!same_site("", ""));
    }
}
