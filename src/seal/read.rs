//! Candidates → seals, in four layers: who is claimed, how it is embedded, where a click leads, whom it names.

use super::catalogue::{Means, PROVIDERS, Provider, State};
use super::claim::{self, Claim, Places};
use super::outcome::{Outcome, outcome, spare_lists};
use super::place::{self, Place};
use super::{imitation, look};
use crate::address::{self, Parts};
use crate::evidence::{Evidence, Frame, SealCandidate, SealElement};

/// One seal of the page.
#[derive(Clone, Debug)]
pub struct Seal {
    pub provider: &'static Provider,
    pub claimed: Claimed,
    pub embed: Embed,
    pub leads: Leads,
    pub names: Names,
    pub outcome: Outcome,
    pub frame: i64,
    pub index: u32,
    pub rectangle: Option<[f64; 4]>,
    /// The issuer's page that may be opened to check.
    pub verify: Option<String>,
}

/// What says whose seal it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// An address or words that mean this seal alone.
    Plainly,
    /// A name that others bear too.
    Loosely,
    /// The picture alone.
    ByLooks,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embed {
    Script,
    Frame,
    Form,
    IssuerPicture,
    OwnPicture,
    /// A link in words.
    Text,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    Issuer {
        host: String,
        encrypted: bool,
    },
    /// A host that imitates the issuer's.
    Imitation(String),
    Elsewhere(String),
    Nowhere,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Names {
    ThisSite(String),
    /// The same name under another ending.
    Sibling(String),
    Another(String),
    /// A number or a code that only the issuer can read.
    Number,
    Nobody,
}

impl Names {
    pub fn host(&self) -> Option<&str> {
        match self {
            Names::ThisSite(host) | Names::Sibling(host) | Names::Another(host) => Some(host),
            Names::Number | Names::Nobody => None,
        }
    }
}

/// Seals told in one report.
const MOST: usize = 24;

/// Every seal of the tab, in the order of the page.
pub fn seals(evidence: &Evidence) -> Vec<Seal> {
    let mut seals: Vec<Seal> = Vec::new();
    for frame in &evidence.frames {
        // The inside of an issuer's own frame is told by the frame's element.
        let inside =
            frame.id != 0 && Place::of(&frame.url).is_some_and(|place| claim::server(&place).is_some());
        if !inside {
            seals.extend(of_frame(evidence, frame));
        }
    }
    spare_lists(&mut seals);
    let mut told: Vec<Seal> = Vec::new();
    for seal in seals {
        let same = |known: &Seal| {
            known.provider.id == seal.provider.id
                && known.outcome == seal.outcome
                && known.names == seal.names
        };
        if !told.iter().any(same) && told.len() < MOST {
            told.push(seal);
        }
    }
    told
}

fn of_frame(evidence: &Evidence, frame: &Frame) -> Vec<Seal> {
    let candidates = with_called_functions(&frame.seals);
    let found: Vec<(Seal, bool)> =
        candidates.iter().filter_map(|candidate| read(evidence, frame, candidate)).collect();
    // The script that names a site speaks for the others of its issuer.
    let of =
        |named| found.iter().filter(move |(seal, script)| *script && seal.names.host().is_some() == named);
    let scripts: Vec<&Seal> = of(true).chain(of(false)).map(|(seal, _)| seal).collect();
    let mut shown: Vec<Seal> = Vec::new();
    for (mut seal, script) in found.iter().cloned() {
        if script {
            continue;
        }
        // The issuer's script and what it drew, or what stands in for it, are one seal.
        if let Some(script) = scripts.iter().find(|script| same_issuer(script.provider, seal.provider)) {
            let drawn = seal.embed == Embed::IssuerPicture || matches!(seal.leads, Leads::Issuer { .. });
            if drawn && seal.embed != Embed::Frame {
                seal.embed = Embed::Script;
                seal.claimed = Claimed::Plainly;
                seal.provider = script.provider;
            }
            if seal.names.host().is_none() && script.names.host().is_some() {
                seal.names = script.names.clone();
            }
        }
        if !(seal.embed == Embed::Text && shown.iter().any(|s| same_issuer(s.provider, seal.provider))) {
            shown.push(seal);
        }
    }
    for script in &scripts {
        if !shown
            .iter()
            .any(|seal| same_issuer(seal.provider, script.provider) && seal.embed != Embed::OwnPicture)
        {
            let nothing = Seal { verify: None, ..(*script).clone() };
            // A second script of the issuer adds nothing.
            if !shown.iter().any(|seal| seal.provider.id == script.provider.id && seal.embed == Embed::Script)
            {
                shown.insert(0, nothing);
            }
        }
    }
    let place = Place::of(&evidence.page.url);
    for seal in &mut shown {
        let alone = scripts.iter().any(|script| script.index == seal.index);
        seal.outcome = outcome(seal, alone, place.as_ref());
    }
    shown
}

/// Gives a click that only calls a function the function's text, and takes that script away as a seal of
/// its own: it puts nothing into the page.
fn with_called_functions(candidates: &[SealCandidate]) -> Vec<SealCandidate> {
    let is_script = |one: &SealCandidate| one.element == SealElement::Script;
    let mut called = Vec::new();
    let mut all: Vec<SealCandidate> = Vec::new();
    for candidate in candidates {
        let mut candidate = candidate.clone();
        // The page's own link text is told as it stands.
        if candidate.link.starts_with("javascript:") {
            candidate.handler = format!("{} {}", candidate.link, candidate.handler);
            candidate.link.clear();
        }
        if let Some(name) = calls(&candidate).filter(|_| !is_script(&candidate)) {
            let function = format!("function {name}");
            let script = candidates.iter().find(|one| is_script(one) && one.handler.contains(&function));
            if let Some(script) = script {
                candidate.handler.push_str(&script.handler);
                called.push(script.index);
            }
        }
        all.push(candidate);
    }
    all.retain(|one| !(is_script(one) && called.contains(&one.index)));
    all
}

/// The name of the function that a click calls first.
fn calls(candidate: &SealCandidate) -> Option<&str> {
    let text = candidate.handler.trim_start_matches("javascript:").trim_start();
    let (name, _) = text.trim_start_matches("return ").split_once('(')?;
    let named = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'));
    (named && !name.is_empty()).then_some(name)
}

/// One firm under two names: the script of one draws the seal of the other.
fn same_issuer(a: &Provider, b: &Provider) -> bool {
    a.id == b.id || a.hosts.iter().any(|host| b.hosts.contains(host))
}

fn read(evidence: &Evidence, frame: &Frame, candidate: &SealCandidate) -> Option<(Seal, bool)> {
    let places = places(frame, candidate);
    let claimed = claim::claim(candidate, &places);
    let (provider, claimed) = match claimed {
        Some(Claim { provider, certain: true }) => (provider, Claimed::Plainly),
        Some(Claim { provider, certain: false }) => (provider, Claimed::Loosely),
        None => (look::recognise(candidate)?, Claimed::ByLooks),
    };
    let script = candidate.element == SealElement::Script;
    let embed = embed(candidate, &places, provider);
    let clicks = if script { &[][..] } else { &places.clicks };
    let sites: Vec<&str> =
        [evidence.page.url.as_str(), &frame.url].into_iter().filter(|url| !url.is_empty()).collect();
    let leads = leads(provider, clicks, &sites);
    let named: Vec<String> = clicks
        .iter()
        .chain(&places.source)
        .chain(&places.inside)
        .filter_map(|place| namer(place, provider).and_then(|by| place.names(by.names, by.hosts)))
        .chain(place::option(&candidate.handler, provider.names))
        .collect();
    let names = names(named, &sites, clicks, provider, embed);
    let verify = verify(provider, clicks, evidence);
    let seal = Seal {
        provider,
        claimed,
        embed,
        leads,
        names,
        outcome: Outcome::CannotTell,
        frame: frame.id,
        index: candidate.index,
        rectangle: candidate.rectangle,
        verify,
    };
    Some((seal, script))
}

fn places(frame: &Frame, candidate: &SealCandidate) -> Places {
    let script = candidate.element == SealElement::Script;
    let run = place::addresses(&candidate.handler);
    let same = |url: &str| url.split('#').next() == frame.url.split('#').next();
    let link = Some(&candidate.link).filter(|link| !same(link)).and_then(|link| Place::of(link));
    let (clicks, inside) =
        if script { (Vec::new(), run) } else { (run.into_iter().chain(link).collect(), Vec::new()) };
    let home = Parts::of(&frame.url).host;
    Places { home, source: Place::of(&candidate.source), clicks, inside }
}

fn embed(candidate: &SealCandidate, places: &Places, provider: &Provider) -> Embed {
    let served = |place: &Place| {
        place.matches(provider.serves)
            || PROVIDERS.iter().any(|other| same_issuer(provider, other) && place.matches(other.serves))
    };
    match candidate.element {
        SealElement::Script => Embed::Script,
        SealElement::Frame => Embed::Frame,
        SealElement::Form => Embed::Form,
        SealElement::Link => Embed::Text,
        SealElement::Image | SealElement::Background | SealElement::Vector => {
            let hosted = |place: &Place| served(place) || place.under(provider.hosts);
            if places.source.as_ref().is_some_and(hosted) { Embed::IssuerPicture } else { Embed::OwnPicture }
        }
    }
}

fn leads(provider: &Provider, clicks: &[Place], sites: &[&str]) -> Leads {
    if let Some(place) = clicks.iter().find(|place| place.under(provider.hosts)) {
        return Leads::Issuer { host: place.host.clone(), encrypted: place.encrypted };
    }
    let Some(place) = clicks.first() else {
        return Leads::Nowhere;
    };
    let own = sites.iter().any(|site| address::same_site(&place.host, &Parts::of(site).host));
    let known = PROVIDERS.iter().any(|other| place.under(other.hosts));
    if !own && !known && imitation::imitates(&place.host, provider) {
        Leads::Imitation(place.host.clone())
    } else {
        Leads::Elsewhere(place.host.clone())
    }
}

/// The provider whose address this is, for reading a name out of it.
fn namer(place: &Place, claimed: &'static Provider) -> Option<&'static Provider> {
    // Served from wherever it is, or verified at the issuer's own domain.
    let issues = |provider: &Provider| {
        place.matches(provider.serves) || place.matches(provider.verifies) && place.under(provider.hosts)
    };
    Some(claimed).filter(|p| issues(p)).or_else(|| PROVIDERS.iter().find(|p| issues(p)))
}

fn names(named: Vec<String>, sites: &[&str], clicks: &[Place], provider: &Provider, embed: Embed) -> Names {
    let hosts: Vec<String> = sites.iter().map(|site| Parts::of(site).host).collect();
    let bare = |name: &str| name.strip_prefix("*.").unwrap_or(name).to_owned();
    let here = |name: &String| hosts.iter().any(|host| address::same_site(&bare(name), host));
    let sibling = |name: &String| hosts.iter().any(|host| label(&bare(name)) == label(host));
    if let Some(name) = named.iter().find(|name| here(name)) {
        return Names::ThisSite(name.clone());
    }
    if let Some(name) = named.iter().find(|name| sibling(name)) {
        return Names::Sibling(name.clone());
    }
    if let Some(name) = named.into_iter().next() {
        return Names::Another(name);
    }
    let official = matches!(embed, Embed::Script | Embed::Frame | Embed::Form);
    if official || clicks.iter().any(|place| speaks(place, provider)) {
        return if provider.state == State::StillPicture { Names::Nobody } else { Names::Number };
    }
    Names::Nobody
}

/// Whether the issuer's page may be about one site: its home and its shop window are about none.
fn speaks(place: &Place, provider: &Provider) -> bool {
    // Who looks at sites has a page for each, not always where we know it; an authority's others sell.
    let one_of_many = provider.means != Means::Authority && !place.is_home();
    let numbered = provider.verifies.is_empty() && place.has_number();
    place.beyond(provider.verifies) || place.under(provider.hosts) && (one_of_many || numbered)
}

/// The first label of the registrable domain: what siblings have in common.
fn label(host: &str) -> String {
    address::registrable(host).split('.').next().unwrap_or_default().to_ascii_lowercase()
}

fn verify(provider: &Provider, clicks: &[Place], evidence: &Evidence) -> Option<String> {
    let page = clicks.iter().find(|place| {
        place.under(provider.hosts) && (place.matches(provider.verifies) || provider.look_up.is_empty())
    });
    match page {
        // The issuers' old links are http; the page behind them is the same.
        Some(page) if provider.id != "online-gov-vn" && !page.encrypted => {
            page.url.strip_prefix("http:").map(|rest| format!("https:{rest}"))
        }
        Some(page) => Some(page.url.clone()),
        None if provider.look_up.is_empty() => None,
        None => Some(format!("{}{}", provider.look_up, Parts::of(&evidence.page.url).host)),
    }
}
