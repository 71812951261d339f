//! Who is claimed: by words, by the host that serves it, or by the page that a click opens.

use super::catalogue::{Means, NO_SEALS, PROVIDERS, Provider};
use super::place::Place;
use super::words::{NEUTRAL, Words, bears, is_hash, is_size};
use crate::address;
use crate::address::case::is_capital;
use crate::evidence::{SealCandidate, SealElement};

/// Whom a candidate claims to be from.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    pub provider: &'static Provider,
    /// Claimed by something that means the seal and nothing else.
    pub certain: bool,
}

/// What a candidate points at, taken apart once.
pub struct Places {
    /// The host of the document that it stands in.
    pub home: String,
    pub source: Option<Place>,
    /// Where clicks lead, the likeliest first.
    pub clicks: Vec<Place>,
    /// Addresses in the text of a script.
    pub inside: Vec<Place>,
}

/// None where nothing says that this is a seal.
pub fn claim(candidate: &SealCandidate, places: &Places) -> Option<Claim> {
    let Places { source, clicks, inside, .. } = places;
    let all = || source.iter().chain(clicks).chain(inside);
    if all().any(|place| NO_SEALS.contains(&place.host.as_str())) {
        return None;
    }
    let certain = |provider| Claim { provider, certain: true };
    let served = source.iter().chain(inside).find_map(server);
    if candidate.element == SealElement::Script {
        return served.map(certain);
    }
    let texts = texts(candidate, source.as_ref());
    let words = Words::of(&texts);
    let verified = clicks.iter().find_map(verifier);
    let about_one = verified.filter(|provider| clicks.iter().any(|place| place.beyond(provider.verifies)));
    if served.is_none() && (words.any(OF_SHOTS) || about_one.is_none() && words.any(OF_CHOICES)) {
        return None;
    }
    if candidate.element == SealElement::Link {
        return about_one.map(certain);
    }
    if listed(places) && !words.any(OF_SEALS) {
        return None;
    }
    let picture = candidate.rectangle.is_none_or(|[_, _, width, height]| width * height <= 200_000.0);
    let spoken = texts.iter().find_map(|text| spoken(&Words::of(std::slice::from_ref(text)), |p| p.words));
    served
        .or(spoken.filter(|_| picture))
        .or(verified)
        .map(certain)
        .or_else(|| shared(candidate, &texts, clicks, source.as_ref()).filter(|_| picture))
        .filter(|claim| words.any(OF_SEALS) || !is_tile(claim.provider, places))
}

/// The one that names the path most closely: firms that became one serve from each other's hosts. Else the
/// one whose host it is, where that is for seals: issuers move them.
pub fn server(place: &Place) -> Option<&'static Provider> {
    let served = PROVIDERS.iter().filter_map(|provider| Some((place.matched(provider.serves)?, provider)));
    let closest = served.rev().max_by_key(|(length, _)| *length).map(|(_, provider)| provider);
    let for_seals = place.host.starts_with("seal") && verifier(place).is_none();
    closest.or_else(|| PROVIDERS.iter().find(|provider| for_seals && place.under(provider.hosts)))
}

fn verifier(place: &Place) -> Option<&'static Provider> {
    PROVIDERS.iter().find(|provider| place.matches(provider.verifies))
}

/// Among the logos of makers, partners or customers, and leads nowhere else.
fn listed(places: &Places) -> bool {
    places.source.as_ref().is_some_and(|source| source.in_folder(OF_LOGOS)) && stays(places)
}

/// No click leads away from the site that it stands in: an imitation may keep picture and page on one of its own.
fn stays(places: &Places) -> bool {
    places.clicks.iter().all(|click| address::same_site(&click.host, &places.home))
}

/// A tile of goods, makers or partners: it leads to its own site's page about whom it names, and no seal is
/// spoken of.
fn is_tile(provider: &Provider, places: &Places) -> bool {
    let about = |click: &Place| {
        let words = Words::of(&[click.name()]);
        let named = words.bear(provider.words) || words.bear(provider.shared);
        click.is_in_folder() && named && !words.any(OF_SEALS)
    };
    stays(places) && places.clicks.iter().any(about)
}

/// What a person or a screen reader is told first; the file's name after it.
fn texts(candidate: &SealCandidate, source: Option<&Place>) -> Vec<String> {
    let stem = source.map(stem).unwrap_or_default();
    let SealCandidate { alt, label, title, class, id, .. } = candidate;
    [alt, label, title, &stem, class, id].into_iter().filter(|text| !text.is_empty()).cloned().collect()
}

/// The name of the file without its ending.
fn stem(source: &Place) -> String {
    let file = source.file();
    file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem).to_owned()
}

/// Words of banners and choices that issuers of seals run too; a page's own code bears them as well.
const OF_CHOICES: &[&str] = &["cookie", "cookies", "consent", "adchoices", "preferences", "track"];
/// Words of pictures of seals.
const OF_SHOTS: &[&str] = &["screenshot"];

/// Folders of logos, which are no seals until a word says so.
#[rustfmt::skip]
const OF_LOGOS: &[&str] = &[
    "logos", "brands", "partners", "clients", "customers", "press", "integrations", "kunden", "marken",
    "referenzen", "clientes", "marcas", "clienti", "klanten", "marques",
];
const OF_SEALS: &[&str] =
    &["seal", "siegel", "ssl", "secure", "secured", "verified", "certified", "trusted", "badge"];

/// The provider whose phrase stands first, the longest where two begin together; payment marks after all others.
fn spoken(words: &Words, of: fn(&Provider) -> &'static [&'static str]) -> Option<&'static Provider> {
    PROVIDERS
        .iter()
        .flat_map(|provider| of(provider).iter().map(move |phrase| (provider, phrase)))
        .filter_map(|(provider, phrase)| words.find(phrase).map(|at| (provider, at, phrase.len())))
        .min_by_key(|(provider, at, length)| {
            let last = matches!(provider.means, Means::Payment | Means::SelfMade);
            (last, *at, std::cmp::Reverse(*length))
        })
        .map(|(provider, ..)| provider)
}

/// A name that others bear too counts only in company that fits a seal.
fn shared(
    candidate: &SealCandidate,
    texts: &[String],
    clicks: &[Place],
    source: Option<&Place>,
) -> Option<Claim> {
    // A click that opens a bigger picture belongs to a gallery.
    if clicks.first().is_some_and(Place::is_picture) {
        return None;
    }
    let words = |text: &String| Words::of(std::slice::from_ref(text));
    let provider = texts.iter().find_map(|text| spoken(&words(text), |p| p.shared))?;
    let names = |words: &Words| words.bear(provider.shared);
    let fits = |word: &String| {
        NEUTRAL.contains(&word.as_str())
            || word.chars().count() == 1
            || is_size(word)
            || provider.shared.iter().any(|name| name.split(' ').any(|part| bears(word, part)))
            || PROVIDERS.iter().any(|other| other.shared.contains(&word.as_str()))
    };
    let told = [&candidate.alt, &candidate.label, &candidate.title];
    let strangers = |text: &&&String| {
        let words = words(text);
        let odd = words.0.iter().filter(|word| !fits(word)).count();
        // A text that names it must be all about seals; one that does not may hold a word or two of anything.
        odd > if names(&words) { 0 } else { 2 }
    };
    if told.iter().any(|text| strangers(&text)) {
        return None;
    }
    // A bare name in capitals is how makers are listed, not how a seal is described.
    let capitals = |text: &String| text.len() > 3 && text.chars().all(is_capital);
    if told.iter().any(|text| capitals(text) && names(&words(text))) {
        return None;
    }
    let stem = words(&source.map(stem).unwrap_or_default());
    // Names of makers' logos hold hashes too, but their texts say more than nothing and less than a seal.
    let may_hold_hash =
        told.iter().all(|text| text.is_empty()) || told.iter().any(|text| words(text).any(OF_SEALS));
    let odd = names(&stem) && stem.0.iter().any(|word| !(fits(word) || may_hold_hash && is_hash(word)));
    let shown = texts.iter().any(|text| {
        let words = words(text);
        names(&words) && words.0.len() <= 8
    });
    (shown && !odd).then_some(Claim { provider, certain: false })
}
