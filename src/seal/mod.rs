//! Seals: what they claim against what is there.
//!
//! A seal is worth what its issuer says on the issuer's own page, about this very site. Everything else
//! is a picture. No seal ever makes an answer good: a seal's word is about its issuer.

mod catalogue;
mod claim;
mod fingerprints;
mod imitation;
mod look;
mod outcome;
mod place;
mod read;
mod words;

use serde::Serialize;

use crate::evidence::Evidence;
use crate::finding::{Finding, Id, Message};
use crate::report::AnswerState;
use crate::{certificate, form};

pub use catalogue::{Confidence, Means, PROVIDERS, Provider, State};
pub use look::looks;
pub use outcome::Outcome;
pub use read::{Claimed, Embed, Leads, Names, Seal, seals};

/// What the seal room found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub findings: Vec<Finding>,
    pub seals: Vec<SealView>,
}

/// One seal in the popup's panel.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SealView {
    /// `Caution` and `Danger` are drawn; all others are `Unknown`: a seal is never `Good`.
    pub state: AnswerState,
    /// Frame and candidate it was seen at.
    pub frame: i64,
    pub index: u32,
    /// x, y, width, height in CSS pixels from the document's top left corner.
    pub rectangle: Option<[f64; 4]>,
    /// Name of the provider it claims; empty for home-made badges.
    pub provider: String,
    /// The outcome in a few words, and in one sentence.
    pub outcome: Message,
    pub sentence: Message,
    /// Always four: who is claimed, how it is embedded, where a click leads, whom it names.
    pub layers: Vec<Message>,
    /// A certificate authority's seal against the certificate of this connection.
    pub certificate: Option<Message>,
    /// What this kind of seal means.
    pub kind: Message,
    /// The issuer's verification page, where one may be opened.
    pub verify: Option<String>,
}

pub fn judge(evidence: &Evidence, certificate: &certificate::Judgement, form: &form::Judgement) -> Judgement {
    let asked = form.asks_sign_in || form.asks_card;
    let mut judgement = Judgement::default();
    for seal in seals(evidence) {
        let finding = finding(&seal, asked);
        let (against, other) = against_certificate(seal.provider, certificate.issuer_family.as_deref());
        judgement.seals.push(view(&seal, &finding, against));
        if other {
            push(&mut judgement.findings, Finding::new(Id::SealOtherAuthority).text(seal.provider.name));
        }
        push(&mut judgement.findings, finding);
    }
    judgement
}

/// One finding of a kind is enough; the panel shows every seal.
fn push(findings: &mut Vec<Finding>, finding: Finding) {
    if !findings.iter().any(|known| known.id == finding.id) {
        findings.push(finding);
    }
}

fn finding(seal: &Seal, asked: bool) -> Finding {
    let id = match seal.outcome {
        Outcome::LeadsHere => Id::SealLeadsToIssuer,
        Outcome::CannotTell => Id::SealCannotTell,
        Outcome::NamesSibling => Id::SealNamesSibling,
        Outcome::PictureByDesign => Id::SealPictureByDesign,
        Outcome::Mark => Id::SealOnlyMark,
        Outcome::SelfMade => Id::SealSelfMade,
        Outcome::Discontinued => Id::SealDiscontinued,
        Outcome::ShowsNothing => Id::SealShowsNothing,
        Outcome::Copied if seal.claimed == Claimed::ByLooks => Id::SealLooksCopied,
        Outcome::Copied => Id::SealCopiedPicture,
        Outcome::LeadsElsewhere => Id::SealLeadsElsewhere,
        Outcome::NamesAnother if asked => Id::SealNamesAnotherAsked,
        Outcome::NamesAnother => Id::SealNamesAnother,
        Outcome::LeadsToImitation if asked => Id::SealLeadsToImitationAsked,
        Outcome::LeadsToImitation => Id::SealLeadsToImitation,
    };
    let finding = Finding::new(id).text(seal.provider.name).in_frame(seal.frame);
    match (seal.outcome, &seal.leads) {
        (Outcome::LeadsHere | Outcome::NamesSibling | Outcome::NamesAnother, _) => {
            finding.host(seal.names.host().unwrap_or_default())
        }
        (_, Leads::Imitation(host)) => finding.host(host),
        (Outcome::LeadsElsewhere, Leads::Elsewhere(host)) => finding.host(host),
        _ => finding,
    }
}

fn view(seal: &Seal, finding: &Finding, certificate: Option<Message>) -> SealView {
    let outcome = match seal.outcome {
        Outcome::LeadsHere => "here",
        Outcome::CannotTell => "cannot_tell",
        Outcome::NamesSibling => "sibling",
        Outcome::PictureByDesign => "by_design",
        Outcome::Mark => "mark",
        Outcome::SelfMade => "self_made",
        Outcome::Discontinued => "discontinued",
        Outcome::ShowsNothing => "nothing",
        Outcome::Copied => "copied",
        Outcome::LeadsElsewhere => "elsewhere",
        Outcome::NamesAnother => "another",
        Outcome::LeadsToImitation => "imitation",
    };
    SealView {
        state: match seal.outcome {
            Outcome::NamesAnother | Outcome::LeadsToImitation => match finding.level {
                crate::finding::Level::Danger => AnswerState::Danger,
                _ => AnswerState::Caution,
            },
            _ => AnswerState::Unknown,
        },
        frame: seal.frame,
        index: seal.index,
        rectangle: seal.rectangle,
        provider: seal.provider.name.to_owned(),
        outcome: Message::new(format!("seal_outcome_{outcome}")),
        sentence: finding.message(""),
        layers: layers(seal),
        certificate,
        kind: Message::new(kind(seal.provider.means)),
        verify: seal.verify.clone(),
    }
}

fn layers(seal: &Seal) -> Vec<Message> {
    let claimed = match seal.claimed {
        _ if seal.provider.means == Means::SelfMade => Message::new("seal_claims_nobody"),
        Claimed::Plainly => Message::new("seal_claims").text(seal.provider.name),
        Claimed::Loosely => Message::new("seal_claims_loosely").text(seal.provider.name),
        Claimed::ByLooks => Message::new("seal_claims_by_looks").text(seal.provider.name),
    };
    let embedded = Message::new(match seal.embed {
        Embed::Script => "seal_by_script",
        Embed::Frame => "seal_by_frame",
        Embed::Form => "seal_by_form",
        Embed::IssuerPicture => "seal_by_issuer_picture",
        Embed::OwnPicture => "seal_by_own_picture",
        Embed::Text => "seal_by_text",
    });
    let leads = match &seal.leads {
        Leads::Issuer { host, encrypted: true } => Message::new("seal_to_issuer").host(host),
        Leads::Issuer { host, encrypted: false } => Message::new("seal_to_issuer_open").host(host),
        Leads::Imitation(host) => Message::new("seal_to_imitation").host(host),
        Leads::Elsewhere(host) => Message::new("seal_to_elsewhere").host(host),
        Leads::Nowhere => Message::new("seal_to_nowhere"),
    };
    let names = match &seal.names {
        Names::ThisSite(host) => Message::new("seal_for_this_site").host(host),
        Names::Sibling(host) => Message::new("seal_for_sibling").host(host),
        Names::Another(host) => Message::new("seal_for_another").host(host),
        Names::Number => Message::new("seal_for_number"),
        Names::Nobody => Message::new("seal_for_nobody"),
    };
    vec![claimed, embedded, leads, names]
}

/// Only an authority's seal speaks of certificates; scans, reviews and payment marks are never compared.
fn against_certificate(provider: &Provider, issuer: Option<&str>) -> (Option<Message>, bool) {
    if provider.means != Means::Authority || provider.family.is_empty() {
        return (None, false);
    }
    let key = match issuer {
        None => "seal_certificate_unknown",
        Some(issuer) if related(provider.family, issuer) => "seal_certificate_same",
        Some(_) => "seal_certificate_other",
    };
    (Some(Message::new(key)), key == "seal_certificate_other")
}

/// Entrust handed its public certificates to SSL.com in 2024 and to Sectigo in 2025.
fn related(seal: &str, issuer: &str) -> bool {
    seal == issuer || seal == "entrust" && matches!(issuer, "sectigo" | "sslcom")
}

fn kind(means: Means) -> &'static str {
    match means {
        Means::Authority => "seal_kind_authority",
        Means::Scan => "seal_kind_scan",
        Means::Privacy => "seal_kind_privacy",
        Means::Reputation => "seal_kind_reputation",
        Means::Payment => "seal_kind_payment",
        Means::Register => "seal_kind_register",
        Means::Content => "seal_kind_content",
        Means::SelfMade => "seal_kind_self_made",
    }
}

#[cfg(test)]
mod tests;
