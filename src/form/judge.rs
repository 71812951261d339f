//! Every field that matters, followed to whoever receives it.

use super::classify::{groups, page_words};
use super::destination::{self, Destination};
use super::handover::{self, Handover, Who};
use super::part::Part;
use super::posing::posing;
use super::recipients::{Recipient, Role, Way};
use super::words::CHECKOUT;
use super::{Judgement, Kind};
use crate::address::{self, Reach, without_blob};
use crate::evidence::{Evidence, Frame, Known, Load};
use crate::finding::{Action, Finding, Id, Level};

/// Follows everything the page asks for to whoever receives it.
pub fn judge(evidence: &Evidence, address: &address::Judgement) -> Judgement {
    let mut judgement = Judgement::default();
    if matches!(evidence.page.load, Load::Failed | Load::Closed) {
        return judgement;
    }
    let place = Destination::of(address::owner_address(evidence));
    let service = place.recipient(Way::Page);
    let host = place.host().unwrap_or_default().to_owned();
    let parts: Vec<Part> = evidence.frames.iter().map(|frame| Part::of(frame, evidence)).collect();
    // The bank's part may have come in the place of the card's, and then nothing else is asked for.
    let checkout = |top: &Part| CHECKOUT.are_in(&page_words(top.frame)) && !parts.iter().any(Part::asks_more);
    let pays = parts.iter().any(|part| part.payment || part.kinds.contains(&Kind::CardNumber))
        || top(&parts).is_some_and(checkout);
    let local = address.local;
    let settled = local || service.is_none() && address::settled(evidence, &host);
    let page = Page { evidence, host, service, local, settled, parts, pays };
    let mut handovers = Vec::new();
    for part in &page.parts {
        let (frame, sight) = (part.frame, page.sight(part));
        if !frame.looked {
            judgement.findings.extend(page.not_looked(frame, &sight));
            continue;
        }
        if frame.too_much {
            judgement.findings.push(Finding::new(Id::FormTooMuch).in_frame(frame.id));
        }
        let mut fields = frame.fields.iter().zip(&part.kinds);
        judgement.asks_personal |= fields.any(|(field, kind)| field.visible && kind.is_personal());
        for form in groups(frame) {
            page.hand_over(part, &sight, form, &mut handovers);
        }
    }
    // What is not shown asks nobody; where it is typed into all the same, a warning stands there.
    let shown = || handovers.iter().filter(|handover| handover.visible);
    let unseen = judgement.findings.iter().any(|finding| finding.id.is_unseen());
    match top(&page.parts) {
        None => judgement.findings.push(Finding::new(Id::FormNotLooked)),
        Some(top) if top.frame.looked && shown().next().is_none() && !unseen => {
            judgement.findings.push(Finding::new(Id::FormAsksNothing));
        }
        Some(_) => {}
    }
    let asked = || shown().filter(|handover| handover.asks());
    let asks = |action| asked().any(|handover| handover.action() == Some(action));
    (judgement.asks_sign_in, judgement.asks_card) = (asks(Action::SignIn), asks(Action::Pay));
    let sensitive_asked = judgement.asks_sign_in || judgement.asks_card;
    judgement.asks_code_alone = sensitive_asked && asked().all(Handover::is_code);
    // A look-alike is told by its address.
    if sensitive_asked && !page.settled && address.twin.is_none() {
        let poses = |top| posing(top, &page.host, judgement.asks_code_alone);
        judgement.findings.extend(top(&page.parts).and_then(poses));
    }
    for handover in shown() {
        for mut finding in findings(handover, sensitive_asked) {
            if finding.id == Id::FormCardCheck && judgement.asks_code_alone {
                finding.level = Level::Unknown;
            }
            if !judgement.findings.contains(&finding) {
                judgement.findings.push(finding);
            }
        }
    }
    judgement.receivers = handover::receivers(shown());
    judgement.sensitive = handover::sensitive(&handovers, |handover| findings(handover, true));
    judgement
}

fn top<'a, 'b>(parts: &'b [Part<'a>]) -> Option<&'b Part<'a>> {
    parts.iter().find(|part| part.frame.parent < 0)
}

/// The tab as the form room sees it.
struct Page<'a> {
    evidence: &'a Evidence,
    host: String,
    /// The service at whose own address anyone can make a page that asks.
    service: Option<Recipient>,
    local: bool,
    /// Whose it is needs no question.
    settled: bool,
    parts: Vec<Part<'a>>,
    /// A card is asked for here, or by a part that belongs to a processor, or the page says that it is about paying.
    pays: bool,
}

/// How a frame stands to the page around it.
struct Sight {
    /// Whose document it is; `about:` and `blob:` documents belong to who made them. What is nobody's has the
    /// scheme of its address here.
    host: String,
    own: bool,
    known: Option<Recipient>,
    /// What it sends to itself cannot be read on the way.
    encrypted: bool,
    /// It stands inside the frame of a known payment processor, or where something is paid and asks for a code alone.
    in_payment: bool,
    /// The host of this frame, or of one around it below the top, that came over http or past an error.
    insecure: Option<String>,
}

impl Page<'_> {
    fn sight(&self, part: &Part) -> Sight {
        let mut chain = vec![part];
        // A frame's parents, at most as many as there are frames: the evidence may be malformed.
        while let Some(parent) = chain.last().and_then(|last| self.parent(last.frame)) {
            if chain.len() > self.parts.len() {
                break;
            }
            chain.push(parent);
        }
        let (place, host) = owner(&chain);
        let below_top = || chain.iter().filter(|part| part.frame.parent >= 0);
        let own = part.frame.parent < 0 || same_owner(&host, &self.host);
        let known = place.recipient(Way::Frame);
        Sight {
            own,
            known,
            encrypted: matches!(place, Destination::Web { encrypted: true, .. }) || is_this_device(&host),
            in_payment: below_top().skip(1).any(|part| part.payment)
                || !own && known.is_none() && self.pays && part.asks_code_alone(),
            host,
            // A device's own is as open as the page around it, of which the line tells.
            insecure: below_top()
                .filter_map(|part| part.insecure.clone())
                .find(|insecure| !(self.local && same_owner(insecure, &self.host))),
        }
    }

    fn parent(&self, frame: &Frame) -> Option<&Part<'_>> {
        let is = |other: &&Part| other.frame.id == frame.parent && other.frame.id != frame.id;
        self.parts.iter().find(|other| frame.parent >= 0 && is(other))
    }

    fn not_looked(&self, frame: &Frame, sight: &Sight) -> Option<Finding> {
        // Whose it is the browser hides where another add-on put it there.
        let expected = sight.own || sight.in_payment || sight.host.is_empty();
        match (frame.parent < 0, expected) {
            (true, _) => Some(Finding::new(Id::FormNotLooked)),
            (false, true) => None,
            (false, false) => Some(Finding::new(Id::FormFrameNotLooked).host(&sight.host).in_frame(frame.id)),
        }
    }

    /// What one form asks for, or what stands outside any.
    fn hand_over(&self, part: &Part, sight: &Sight, index: Option<u32>, handovers: &mut Vec<Handover>) {
        let frame = part.frame;
        let form = destination::form_of(frame, index);
        let by_get = form.is_some_and(destination::written_get);
        // Who is there takes long to tell, and is told once for all fields.
        let routes: Vec<(Who, String, bool)> = destination::destinations(form, &frame.url)
            .into_iter()
            .map(|place| {
                let place = self.as_sent(place);
                let to = place.host().unwrap_or_default();
                let who = self.who(&place, to, sight);
                let host = match (&place, who) {
                    (Destination::PageScript, _) => &sight.host,
                    // The part of the page receives it first, wherever it sends it.
                    (_, Who::Unknown | Who::CardCheck) if !sight.own => &sight.host,
                    _ => to,
                };
                (who, host.to_owned(), same_owner(host, &self.host))
            })
            .collect();
        for (field, &kind) in frame.fields.iter().zip(&part.kinds) {
            if field.form != index || kind.message().is_none() {
                continue;
            }
            for (who, host, own) in &routes {
                handovers.push(Handover {
                    frame: frame.id,
                    field: field.index,
                    form: index,
                    kind,
                    visible: field.visible,
                    host: host.clone(),
                    who: *who,
                    own: *own,
                    in_address: secret(kind).filter(|_| by_get),
                    insecure_frame: sight.insecure.clone(),
                    local: self.local && (host.is_empty() || *own),
                    gives_wallet: kind == Kind::WalletPhrase && !self.settled,
                });
            }
        }
    }

    /// The browser makes https of what says http: where the page told it to, and for a host that once said
    /// that it has nothing else.
    fn as_sent(&self, place: Destination) -> Destination {
        let Evidence { page, connection, memory, .. } = self.evidence;
        // Past a certificate error anyone can be at the other end. At the page's own host it is told of the line.
        let past = |host: &String| *host != self.host && memory.overridden.contains(host);
        let strict = |host: &str| host == self.host && connection.hsts == Known::Seen(true);
        match place {
            Destination::Web { host, path, .. } if past(&host) => {
                Destination::Web { encrypted: false, host, path }
            }
            Destination::Web { host, path, .. } if page.upgrades || strict(&host) => {
                Destination::Web { encrypted: true, host, path }
            }
            place => place,
        }
    }

    fn who(&self, place: &Destination, host: &str, sight: &Sight) -> Who {
        let plain = matches!(place, Destination::Mail | Destination::Web { encrypted: false, .. });
        let stays = || host.is_empty() || same_owner(host, &self.host);
        if let Some(service) = self.service.filter(|_| sight.own && !plain && stays()) {
            return Who::Known(service, Way::Page);
        }
        match place {
            Destination::Mail => return Who::Mail,
            Destination::Web { encrypted: false, .. }
                if is_this_device(host) && is_this_device(&self.host) =>
            {
                return Who::ThisSite;
            }
            Destination::Web { encrypted: false, .. } => return Who::NotEncrypted,
            Destination::PageScript if sight.own && sight.encrypted => return Who::PageScript,
            Destination::PageScript | Destination::Nowhere if sight.own => return Who::Script,
            _ => {}
        }
        // In a part of the page that belongs to somebody else, that somebody receives it first.
        if !sight.own {
            match sight.known {
                None if sight.in_payment => return Who::CardCheck,
                None => return Who::Unknown,
                Some(known) if host.is_empty() || same_owner(host, &sight.host) => {
                    return Who::Known(known, Way::Frame);
                }
                Some(_) => {}
            }
        }
        if same_owner(host, &self.host) {
            return Who::ThisSite;
        }
        place.recipient(Way::Form).map_or(Who::Unknown, |known| Who::Known(known, Way::Form))
    }
}

/// All that is to be said of one thing that is asked for.
fn findings(handover: &Handover, sensitive_asked: bool) -> Vec<Finding> {
    let action = handover.action();
    let in_address = handover.in_address.map(Finding::new);
    // Beside a password or a card, an address for a newsletter changes no advice.
    if action.is_none() && sensitive_asked {
        let elsewhere = match handover.who {
            Who::NotEncrypted if handover.own => None,
            Who::Unknown | Who::NotEncrypted => Some(to_unknown(handover)),
            _ => None,
        };
        let mut found = Vec::from_iter(elsewhere);
        found.extend(in_address);
        found.iter_mut().for_each(|finding| finding.level = Level::Info);
        return found;
    }
    let mut found = vec![finding(handover)];
    if handover.gives_wallet {
        found.push(Finding::new(Id::FormAsksPhrase));
    }
    if let Some(host) = &handover.insecure_frame {
        found.push(Finding::new(Id::FormFrameNotEncrypted).host(host));
    }
    found.extend(in_address);
    if let Some(action) = action {
        found = found.into_iter().map(|finding| finding.on(action)).collect();
    }
    found
}

/// Who gets it.
fn finding(handover: &Handover) -> Finding {
    let host = &handover.host;
    let action = handover.action();
    match handover.who {
        Who::ThisSite => Finding::new(Id::FormToThisSite).host(host),
        Who::CardCheck => Finding::new(Id::FormCardCheck).host(host),
        Who::Script => Finding::new(Id::FormScriptSends),
        Who::PageScript => Finding::new(Id::FormScriptOfThisSite).host(host),
        Who::Mail => Finding::new(Id::FormByMail),
        Who::NotEncrypted => {
            let finding = Finding::new(Id::FormNotEncrypted).host(host);
            match handover.local {
                true => Finding { level: Level::Caution, ..finding },
                false => finding,
            }
        }
        Who::Known(known, way) => {
            let id = match (known.role, action) {
                (Role::FormBackend | Role::Newsletter, Some(_)) => Id::FormToBackend,
                _ if known.open_to_anyone && action.is_some() => Id::FormToTenant,
                (Role::Payment | Role::CardCheck | Role::Platform, Some(Action::Pay)) => Id::FormCardToKnown,
                (_, Some(Action::Pay)) => return to_unknown(handover),
                (_, Some(_)) if way == Way::Form => Id::FormPasswordToProvider,
                _ => Id::FormToKnown,
            };
            Finding::new(id).text(known.name).host(host)
        }
        Who::Unknown => to_unknown(handover),
    }
}

fn to_unknown(handover: &Handover) -> Finding {
    let id = match handover.action() {
        Some(Action::Pay) => Id::FormCardToUnknown,
        Some(_) if handover.is_code() => Id::FormCodeToUnknown,
        Some(_) => Id::FormPasswordToUnknown,
        None => Id::FormPersonalToUnknown,
    };
    Finding::new(id).host(&handover.host)
}

/// The place and host of whoever a document belongs to; the document first, then those around it.
fn owner(chain: &[&Part]) -> (Destination, String) {
    for Part { frame, .. } in chain {
        for address in [&frame.url, &frame.origin] {
            let place = Destination::of(without_blob(address));
            if let Some(host) = place.host() {
                let host = host.to_owned();
                return (place, host);
            }
        }
        // A frame can lead itself to such a page; but what is written into the page around it is that page's.
        if frame.origin == "null" && frame.url != "about:srcdoc" {
            let (scheme, _) = frame.url.split_once(':').unwrap_or_default();
            return (Destination::Nowhere, format!("{scheme}:"));
        }
    }
    (Destination::Nowhere, String::new())
}

/// What must not stand in an address, where anybody may read it later.
fn secret(kind: Kind) -> Option<Id> {
    match kind {
        Kind::CardNumber | Kind::SecurityCode | Kind::BankAccount | Kind::NationalId => {
            Some(Id::FormNumberInAddress)
        }
        kind if kind.is_password() => Some(Id::FormPasswordInAddress),
        _ => None,
    }
}

fn is_this_device(host: &str) -> bool {
    address::reach(host) == Reach::Device
}

/// Whether one owner has both names.
fn same_owner(a: &str, b: &str) -> bool {
    !a.is_empty() && (a == b || address::same_owner(a, b))
}
