//! Every field that matters, followed to whoever receives it.

use super::destination::{self, Destination};
use super::handover::{self, Handover, Who};
use super::recipients::{self, Recipient, Role, Way};
use super::{Judgement, Kind, kinds};
use crate::address::{self, Reach, origin};
use crate::evidence::{Evidence, Field, Frame, Known, Load};
use crate::finding::{Action, Finding, Id, Level};

/// Follows everything the page asks for to whoever receives it.
pub fn judge(evidence: &Evidence, address: &address::Judgement) -> Judgement {
    let mut judgement = Judgement::default();
    if matches!(evidence.page.load, Load::Failed | Load::Closed) {
        return judgement;
    }
    let place = Destination::of(origin(&evidence.page.url));
    let service = known(&place, Way::Page);
    let host = place.host().unwrap_or_default().to_owned();
    let page = Page { evidence, site: site(evidence, &host), host, service, local: address.local };
    let mut handovers = Vec::new();
    for frame in &evidence.frames {
        let sight = page.sight(frame);
        if !frame.looked {
            judgement.findings.extend(page.not_looked(frame, &sight));
            continue;
        }
        if frame.too_much {
            judgement.findings.push(Finding::new(Id::FormTooMuch).in_frame(frame.id));
        }
        for (field, kind) in frame.fields.iter().zip(kinds(frame)) {
            judgement.asks_personal |= field.visible && kind.is_personal();
            if kind.message().is_some() {
                handovers.extend(page.handovers(frame, &sight, field, kind));
            }
        }
    }
    // What is not shown asks nobody; where it is typed into all the same, a warning stands there.
    let shown = || handovers.iter().filter(|handover| handover.visible);
    match evidence.frames.iter().find(|frame| frame.parent < 0) {
        None => judgement.findings.push(Finding::new(Id::FormNotLooked)),
        Some(top) if top.looked && shown().next().is_none() => {
            judgement.findings.push(Finding::new(Id::FormAsksNothing));
        }
        Some(_) => {}
    }
    let asked = || shown().filter(|handover| handover.asks());
    let asks = |action| asked().any(|handover| handover.action() == Some(action));
    (judgement.asks_password, judgement.asks_card) = (asks(Action::SignIn), asks(Action::Pay));
    let sensitive_asked = judgement.asks_password || judgement.asks_card;
    judgement.asks_code_alone = sensitive_asked && asked().all(Handover::is_code);
    for handover in shown() {
        for mut finding in page.findings(handover, sensitive_asked) {
            if finding.id == Id::FormCardCheck && judgement.asks_code_alone {
                finding.level = Level::Unknown;
            }
            if !judgement.findings.contains(&finding) {
                judgement.findings.push(finding);
            }
        }
    }
    judgement.receivers = handover::receivers(shown());
    judgement.sensitive = handover::sensitive(&handovers, |handover| page.findings(handover, true));
    judgement
}

/// The tab as the form room sees it.
struct Page<'a> {
    evidence: &'a Evidence,
    host: String,
    /// What it is called.
    site: String,
    /// The service at whose own address anyone can make a page that asks.
    service: Option<Recipient>,
    local: bool,
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
    /// It stands inside the frame of a known payment processor, or beside a card and asks for a code alone.
    in_payment: bool,
    /// The host of this frame, or of one around it below the top, that came over http or past an error.
    insecure: Option<String>,
}

impl Page<'_> {
    fn sight(&self, frame: &Frame) -> Sight {
        let mut chain = vec![frame];
        // A frame's parents, at most as many as there are frames: the evidence may be malformed.
        while let Some(parent) = chain.last().and_then(|last| self.parent(last)) {
            if chain.len() > self.evidence.frames.len() {
                break;
            }
            chain.push(parent);
        }
        let (place, host) = owner(&chain);
        let below_top = || chain.iter().filter(|frame| frame.parent >= 0);
        let gone_past = |host: &String| self.evidence.memory.overridden.contains(host);
        let insecure = below_top().find_map(|frame| match Destination::of(origin(&frame.url)) {
            Destination::Web { encrypted, host, .. } if !encrypted || gone_past(&host) => Some(host),
            _ => None,
        });
        let own = frame.parent < 0 || same_owner(&host, &self.host);
        let known = known(&place, Way::Frame);
        Sight {
            own,
            known,
            encrypted: matches!(place, Destination::Web { encrypted: true, .. }) || is_this_device(&host),
            in_payment: below_top().skip(1).any(|frame| is_payment(frame))
                || !own && known.is_none() && asks_code_alone(frame) && self.pays(),
            host,
            insecure,
        }
    }

    /// Whether a card is asked for here, or by a part that belongs to a processor.
    fn pays(&self) -> bool {
        let asks = |frame: &Frame| kinds(frame).contains(&Kind::CardNumber);
        self.evidence.frames.iter().any(|frame| is_payment(frame) || asks(frame))
    }

    fn parent(&self, frame: &Frame) -> Option<&Frame> {
        self.evidence
            .frames
            .iter()
            .find(|other| frame.parent >= 0 && other.id == frame.parent && other.id != frame.id)
    }

    fn not_looked(&self, frame: &Frame, sight: &Sight) -> Option<Finding> {
        match (frame.parent < 0, sight.own || sight.known.is_some() || sight.in_payment) {
            (true, _) => Some(Finding::new(Id::FormNotLooked)),
            (false, true) => None,
            (false, false) => Some(Finding::new(Id::FormFrameNotLooked).host(&sight.host).in_frame(frame.id)),
        }
    }

    fn handovers(&self, frame: &Frame, sight: &Sight, field: &Field, kind: Kind) -> Vec<Handover> {
        let form = destination::form_of(frame, field.form);
        destination::destinations(form)
            .into_iter()
            .map(|place| {
                let place = self.as_sent(place);
                let to = place.host().unwrap_or_default();
                let who = self.who(&place, to, sight);
                let host = match (&place, who) {
                    (Destination::PageScript, _) => &sight.host,
                    // The part of the page receives it first, wherever it sends it.
                    (_, Who::Unknown | Who::CardCheck) | (Destination::Script, _) if !sight.own => {
                        &sight.host
                    }
                    _ => to,
                };
                let host = host.to_owned();
                Handover {
                    frame: frame.id,
                    field: field.index,
                    form: field.form,
                    kind,
                    visible: field.visible,
                    who,
                    own: same_owner(&host, &self.host),
                    insecure_frame: sight.insecure.clone(),
                    in_address: secret(kind).filter(|_| form.is_some_and(destination::written_get)),
                    local: self.local && (host.is_empty() || same_owner(&host, &self.host)),
                    host,
                }
            })
            .collect()
    }

    /// The browser makes https of what says http: where the page told it to, and for a host that once said
    /// that it has nothing else.
    fn as_sent(&self, place: Destination) -> Destination {
        let Evidence { page, connection, .. } = self.evidence;
        let strict = |host: &str| host == self.host && connection.hsts == Known::Seen(true);
        match place {
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
            Destination::PageScript | Destination::Script | Destination::Nowhere if sight.own => {
                return Who::Script;
            }
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
        known(place, Way::Form).map_or(Who::Unknown, |known| Who::Known(known, Way::Form))
    }

    fn findings(&self, handover: &Handover, sensitive_asked: bool) -> Vec<Finding> {
        let action = handover.action();
        let in_address = handover.in_address.map(Finding::new);
        // Beside a password or a card, an address for a newsletter changes no advice.
        if action.is_none() && sensitive_asked {
            let elsewhere = match handover.who {
                Who::NotEncrypted if handover.own => None,
                Who::Unknown | Who::NotEncrypted => Some(self.personal_elsewhere(handover, Level::Info)),
                _ => None,
            };
            let mut found = Vec::from_iter(elsewhere);
            found.extend(in_address);
            found.iter_mut().for_each(|finding| finding.level = Level::Info);
            return found;
        }
        let mut found = vec![self.finding(handover)];
        if let Some(host) = &handover.insecure_frame {
            found.push(Finding::new(Id::FormFrameNotEncrypted).host(host));
        }
        found.extend(in_address);
        if let Some(action) = action {
            found = found.into_iter().map(|finding| finding.on(action)).collect();
        }
        found
    }

    fn finding(&self, handover: &Handover) -> Finding {
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
                    (Role::FormBackend, Some(_)) => Id::FormToBackend,
                    _ if known.open_to_anyone && action.is_some() => Id::FormToTenant,
                    (Role::Payment | Role::CardCheck | Role::Platform, Some(Action::Pay)) => {
                        Id::FormCardToKnown
                    }
                    (_, Some(Action::Pay)) => return self.to_unknown(handover),
                    (_, Some(_)) if way == Way::Form => Id::FormPasswordToProvider,
                    _ => Id::FormToKnown,
                };
                Finding::new(id).text(known.name).host(host)
            }
            Who::Unknown => self.to_unknown(handover),
        }
    }

    fn to_unknown(&self, handover: &Handover) -> Finding {
        match handover.action() {
            Some(Action::Pay) => Finding::new(Id::FormCardToUnknown).host(&handover.host).host(&self.site),
            Some(_) if handover.is_code() => {
                Finding::new(Id::FormCodeToUnknown).host(&handover.host).host(&self.site)
            }
            Some(_) => Finding::new(Id::FormPasswordToUnknown).host(&handover.host).host(&self.site),
            None => self.personal_elsewhere(handover, Level::Caution),
        }
    }

    fn personal_elsewhere(&self, handover: &Handover, level: Level) -> Finding {
        let finding = Finding::new(Id::FormPersonalToUnknown).host(&handover.host).host(&self.site);
        Finding { level, ..finding }
    }
}

/// A page of nobody is called by the beginning of its address: `about:blank`.
fn site(evidence: &Evidence, host: &str) -> String {
    match host.is_empty() {
        true => evidence.page.url.split(['/', ',', ';']).next().unwrap_or_default().to_owned(),
        false => host.to_owned(),
    }
}

/// The place and host of whoever a document belongs to; the document first, then those around it.
fn owner(chain: &[&Frame]) -> (Destination, String) {
    for frame in chain {
        for address in [&frame.url, &frame.origin] {
            let place = Destination::of(origin(address));
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

fn is_payment(frame: &Frame) -> bool {
    known(&Destination::of(origin(&frame.url)), Way::Frame)
        .is_some_and(|known| matches!(known.role, Role::Payment | Role::CardCheck))
}

/// As a bank does that checks a payment, and a shop hardly ever in a part that is not its own.
fn asks_code_alone(frame: &Frame) -> bool {
    let kinds = kinds(frame);
    let other = |kind: &Kind| *kind != Kind::Code && (kind.is_password() || kind.is_card());
    kinds.contains(&Kind::Code) && !kinds.iter().any(other)
}

/// What must not stand in an address, where anybody may read it later.
fn secret(kind: Kind) -> Option<Id> {
    match kind {
        Kind::CardNumber | Kind::SecurityCode | Kind::BankAccount | Kind::NationalId => {
            Some(Id::FormNumberInAddress)
        }
        Kind::CurrentPassword | Kind::NewPassword => Some(Id::FormPasswordInAddress),
        _ => None,
    }
}

fn known(place: &Destination, way: Way) -> Option<Recipient> {
    match place {
        Destination::Web { encrypted: true, host, path } => recipients::known(host, path, way),
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
