//! What a seal is worth, from its four layers.

use super::catalogue::{Confidence, Means, PROVIDERS, State};
use super::place::Place;
use super::read::{Claimed, Embed, Leads, Names, Seal};

/// What a seal is worth, the gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    LeadsHere,
    CannotTell,
    NamesSibling,
    /// The issuer itself hands out a plain picture.
    PictureByDesign,
    Mark,
    SelfMade,
    Discontinued,
    ShowsNothing,
    Copied,
    LeadsElsewhere,
    NamesAnother,
    LeadsToImitation,
}

/// How many other sites a provider's seals may name before the page is a list of shops.
const LIST: usize = 3;
/// Hosts of copies of pages: what they name says nothing.
const NOT_LIVE: &[&str] = &["translate.goog", "googleusercontent.com", "archive.ph", "archive.org"];

pub fn outcome(seal: &Seal, script_alone: bool, page: Option<&Place>) -> Outcome {
    let provider = seal.provider;
    let issuers_own = page.is_some_and(|page| page.under(provider.hosts) || page.under(NOT_LIVE));
    let accuses = provider.confidence > Confidence::Low && seal.embed != Embed::Text && !issuers_own;
    // A host that is made up tells what a loose name leaves open.
    if accuses && seal.claimed != Claimed::ByLooks && matches!(seal.leads, Leads::Imitation(_)) {
        return Outcome::LeadsToImitation;
    }
    if accuses && seal.claimed == Claimed::Plainly && matches!(seal.names, Names::Another(_)) {
        return Outcome::NamesAnother;
    }
    let bare = seal.embed == Embed::OwnPicture && seal.leads == Leads::Nowhere;
    match provider.state {
        // A picture alone is a picture anyone can copy, whatever became of the seal.
        State::Over if bare => return Outcome::Copied,
        State::Over => return Outcome::Discontinued,
        State::StillPicture => return Outcome::PictureByDesign,
        State::Mark if provider.means == Means::SelfMade => return Outcome::SelfMade,
        State::Mark => return Outcome::Mark,
        State::Active => {}
    }
    let official = matches!(seal.embed, Embed::Script | Embed::Frame | Embed::Form);
    match (&seal.leads, &seal.names) {
        (_, Names::Sibling(_)) => Outcome::NamesSibling,
        (Leads::Issuer { .. }, Names::ThisSite(_)) => Outcome::LeadsHere,
        // Its home page says nothing of this site.
        (Leads::Issuer { .. }, Names::Nobody) if seal.embed == Embed::OwnPicture => Outcome::Copied,
        (Leads::Issuer { .. }, _) => Outcome::CannotTell,
        (Leads::Elsewhere(_) | Leads::Imitation(_), _) => Outcome::LeadsElsewhere,
        (Leads::Nowhere, _) if script_alone => Outcome::ShowsNothing,
        (Leads::Nowhere, _) if official => Outcome::CannotTell,
        (Leads::Nowhere, _) => Outcome::Copied,
    }
}

/// A page that shows seals of many shops lists them: it does not pass theirs off as its own.
pub fn spare_lists(seals: &mut [Seal]) {
    let others = |id: &str, seals: &[Seal]| {
        let mut hosts: Vec<&str> = Vec::new();
        for seal in seals.iter().filter(|s| s.provider.id == id && s.outcome == Outcome::NamesAnother) {
            hosts.extend(seal.names.host().filter(|host| !hosts.contains(host)));
        }
        hosts.len()
    };
    let lists: Vec<&str> =
        PROVIDERS.iter().map(|provider| provider.id).filter(|id| others(id, seals) >= LIST).collect();
    for seal in seals.iter_mut().filter(|seal| seal.outcome == Outcome::NamesAnother) {
        if lists.contains(&seal.provider.id) {
            seal.outcome = Outcome::CannotTell;
        }
    }
}
