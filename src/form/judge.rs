//! Every field that matters, followed to whoever receives it.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;

use super::destination::{self, Destination};
use super::recipients::{self, Recipient, Role, Way};
use super::{Judgement, Kind, Receiver, SensitiveField, kinds};
use crate::address;
use crate::evidence::{Evidence, Field, Frame, Load};
use crate::finding::{Action, Finding, Id, Level, Message};
use crate::report::AnswerState;

/// Follows everything the page asks for to whoever receives it.
pub fn judge(evidence: &Evidence, address: &address::Judgement) -> Judgement {
    let mut judgement = Judgement::default();
    if matches!(evidence.page.load, Load::Failed | Load::Closed) {
        return judgement;
    }
    let page = Page { evidence, host: host(&evidence.page.url), local: address.local };
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
        for (field, kind) in frame.fields.iter().zip(kinds(&frame.fields)) {
            judgement.asks_password |= kind.is_password();
            judgement.asks_card |= matches!(kind, Kind::CardNumber | Kind::SecurityCode);
            judgement.asks_personal |= kind.is_personal();
            if kind.message().is_some() {
                handovers.extend(page.handovers(frame, &sight, field, kind));
            }
        }
    }
    match evidence.frames.iter().find(|frame| frame.parent < 0) {
        None => judgement.findings.push(Finding::new(Id::FormNotLooked)),
        Some(top) if top.looked && handovers.is_empty() => {
            judgement.findings.push(Finding::new(Id::FormAsksNothing));
        }
        Some(_) => {}
    }
    let sensitive_asked = judgement.asks_password || judgement.asks_card;
    for handover in &handovers {
        for finding in page.findings(handover, sensitive_asked) {
            if !judgement.findings.contains(&finding) {
                judgement.findings.push(finding);
            }
        }
    }
    judgement.receivers = receivers(&handovers);
    judgement.sensitive = sensitive(&handovers);
    judgement
}

/// The tab as the form room sees it.
struct Page<'a> {
    evidence: &'a Evidence,
    host: String,
    local: bool,
}

/// How a frame stands to the page around it.
struct Sight {
    /// Whose document it is; `about:` and `blob:` documents belong to who made them.
    host: String,
    own: bool,
    known: Option<Recipient>,
    /// It stands inside the frame of a known payment processor.
    in_processor: bool,
    /// The host of this frame, or of one around it below the top, that came over http.
    insecure: Option<String>,
}

/// One thing that is asked for, and who gets it.
struct Handover {
    frame: i64,
    field: u32,
    form: Option<u32>,
    kind: Kind,
    host: String,
    who: Who,
    /// A password that the author sends in the address.
    in_address: bool,
    /// The frame that it is asked in, or one around that, came over http.
    insecure_frame: Option<String>,
    local: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Who {
    ThisSite,
    Known(Recipient, Way),
    /// Inside a payment processor's frame: a bank's own check, from any of hundreds of hosts.
    CardCheck,
    Unknown,
    NotEncrypted,
    Script,
    Mail,
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
        let place = chain
            .iter()
            .map(|frame| Destination::of(origin(&frame.url)))
            .find(|place| place.host().is_some());
        let host = place.as_ref().and_then(Destination::host).unwrap_or_default().to_owned();
        let below_top = || chain.iter().filter(|frame| frame.parent >= 0);
        let insecure = below_top().find_map(|frame| match Destination::of(origin(&frame.url)) {
            Destination::Web { encrypted: false, host, .. } => Some(host),
            _ => None,
        });
        let payment = |frame: &&&Frame| {
            known(&Destination::of(origin(&frame.url)), Way::Frame)
                .is_some_and(|known| matches!(known.role, Role::Payment | Role::CardCheck))
        };
        Sight {
            own: frame.parent < 0 || same_site(&host, &self.host),
            known: place.as_ref().and_then(|place| known(place, Way::Frame)),
            in_processor: below_top().skip(1).any(|frame| payment(&frame)),
            host,
            insecure,
        }
    }

    fn parent(&self, frame: &Frame) -> Option<&Frame> {
        self.evidence
            .frames
            .iter()
            .find(|other| frame.parent >= 0 && other.id == frame.parent && other.id != frame.id)
    }

    fn not_looked(&self, frame: &Frame, sight: &Sight) -> Option<Finding> {
        match (frame.parent < 0, sight.own || sight.known.is_some() || sight.in_processor) {
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
                let host = match &place {
                    Destination::Script if !sight.own => sight.host.clone(),
                    place => place.host().unwrap_or_default().to_owned(),
                };
                Handover {
                    frame: frame.id,
                    field: field.index,
                    form: field.form,
                    kind,
                    who: self.who(&place, &host, sight),
                    insecure_frame: sight.insecure.clone(),
                    in_address: kind.is_password() && form.is_some_and(destination::written_get),
                    local: self.local && (host.is_empty() || same_site(&host, &self.host)),
                    host,
                }
            })
            .collect()
    }

    fn who(&self, place: &Destination, host: &str, sight: &Sight) -> Who {
        match place {
            Destination::Mail => return Who::Mail,
            Destination::Web { encrypted: false, .. }
                if is_this_device(host) && is_this_device(&self.host) =>
            {
                return Who::ThisSite;
            }
            Destination::Web { encrypted: false, .. } => return Who::NotEncrypted,
            Destination::Script | Destination::Nowhere if sight.own => return Who::Script,
            _ => {}
        }
        // In a part of the page that belongs to somebody else, that somebody receives it first.
        if !sight.own && (host.is_empty() || same_site(host, &sight.host)) {
            return match sight.known {
                Some(known) => Who::Known(known, Way::Frame),
                None if sight.in_processor => Who::CardCheck,
                None => Who::Unknown,
            };
        }
        if same_site(host, &self.host) {
            return Who::ThisSite;
        }
        known(place, Way::Form).map_or(Who::Unknown, |known| Who::Known(known, Way::Form))
    }

    fn findings(&self, handover: &Handover, sensitive_asked: bool) -> Vec<Finding> {
        let action = handover.action();
        // Beside a password or a card, an address for a newsletter changes no advice.
        if action.is_none() && sensitive_asked {
            return match handover.who {
                Who::Unknown | Who::NotEncrypted => vec![self.personal_elsewhere(handover, Level::Info)],
                _ => vec![],
            };
        }
        let mut found = vec![self.finding(handover)];
        if let Some(host) = &handover.insecure_frame {
            found.push(Finding::new(Id::FormFrameNotEncrypted).host(host));
        }
        if handover.in_address {
            found.push(Finding::new(Id::FormPasswordInAddress));
        }
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
            Some(Action::Pay) => Finding::new(Id::FormCardToUnknown).host(&handover.host).host(&self.host),
            Some(_) => Finding::new(Id::FormPasswordToUnknown).host(&handover.host).host(&self.host),
            None => self.personal_elsewhere(handover, Level::Caution),
        }
    }

    fn personal_elsewhere(&self, handover: &Handover, level: Level) -> Finding {
        let finding = Finding::new(Id::FormPersonalToUnknown).host(&handover.host).host(&self.host);
        Finding { level, ..finding }
    }
}

impl Handover {
    /// The action that it belongs to; none for what neither signs in nor pays.
    fn action(&self) -> Option<Action> {
        if self.kind.is_password() {
            Some(Action::SignIn)
        } else if self.kind.is_card() {
            Some(Action::Pay)
        } else {
            None
        }
    }

    fn state(&self) -> AnswerState {
        match self.who {
            Who::NotEncrypted if self.local => AnswerState::Caution,
            Who::NotEncrypted => AnswerState::Danger,
            Who::Unknown | Who::Mail => AnswerState::Caution,
            Who::Known(known, _) if known.open_to_anyone || known.role == Role::FormBackend => {
                AnswerState::Caution
            }
            Who::Known(known, way) => match self.action() {
                Some(Action::SignIn) if way == Way::Form => AnswerState::Caution,
                Some(Action::Pay)
                    if !matches!(known.role, Role::Payment | Role::CardCheck | Role::Platform) =>
                {
                    AnswerState::Caution
                }
                _ => AnswerState::Good,
            },
            Who::Script | Who::CardCheck => AnswerState::Unknown,
            Who::ThisSite => AnswerState::Good,
        }
    }

    fn name(&self) -> Message {
        match self.who {
            Who::ThisSite => Message::new("receiver_this_site"),
            Who::Known(known, _) => Message::new("receiver_known").text(known.name),
            Who::CardCheck => Message::new("receiver_card_check"),
            Who::Unknown | Who::NotEncrypted => Message::new("receiver_unknown"),
            Who::Script => Message::new("receiver_script"),
            Who::Mail => Message::new("receiver_mail"),
        }
    }

    fn note(&self) -> Option<Message> {
        Some(Message::new(match self.who {
            Who::NotEncrypted => "receiver_note_not_encrypted",
            Who::Known(known, _) if known.open_to_anyone => "receiver_note_tenant",
            Who::Known(Recipient { role: Role::FormBackend, .. }, _) => "receiver_note_backend",
            Who::Known(_, Way::Frame) => "receiver_note_frame",
            Who::Unknown => "receiver_note_unknown",
            Who::Script => "receiver_note_script",
            _ => return None,
        }))
    }
}

/// One branch for each receiver: the gravest first, the site itself last.
fn receivers(handovers: &[Handover]) -> Vec<Receiver> {
    let mut branches: Vec<(Receiver, BTreeSet<Kind>, bool)> = Vec::new();
    for handover in handovers {
        let (who, note) = (handover.name(), handover.note());
        let same = |(receiver, ..): &&mut (Receiver, BTreeSet<Kind>, bool)| {
            receiver.host == handover.host && receiver.who == who && receiver.note == note
        };
        match branches.iter_mut().find(same) {
            Some((receiver, what, _)) => {
                receiver.state = receiver.state.max(handover.state());
                what.insert(handover.kind);
            }
            None => {
                let receiver = Receiver {
                    state: handover.state(),
                    what: vec![],
                    who,
                    host: handover.host.clone(),
                    note,
                };
                branches.push((receiver, BTreeSet::from([handover.kind]), handover.who == Who::ThisSite));
            }
        }
    }
    branches.sort_by_key(|(receiver, _, own)| (*own, std::cmp::Reverse(receiver.state)));
    branches
        .into_iter()
        .map(|(mut receiver, what, _)| {
            for key in what.iter().filter_map(|kind| kind.message()) {
                if !receiver.what.iter().any(|known| known == key) {
                    receiver.what.push(key.to_owned());
                }
            }
            receiver
        })
        .collect()
}

/// Password and card fields, each once, with the receiver that weighs most.
fn sensitive(handovers: &[Handover]) -> Vec<SensitiveField> {
    let mut fields: Vec<(SensitiveField, AnswerState)> = Vec::new();
    for handover in handovers {
        let Some(action) = handover.action() else { continue };
        if matches!(handover.kind, Kind::CardHolder | Kind::CardExpiry) {
            continue;
        }
        let receiver = Some(handover.host.clone()).filter(|host| !host.is_empty());
        let field = SensitiveField {
            frame: handover.frame,
            field: handover.field,
            form: handover.form,
            action,
            receiver,
        };
        let known =
            fields.iter_mut().find(|(known, _)| known.frame == field.frame && known.field == field.field);
        match known {
            Some(known) if handover.state() > known.1 => *known = (field, handover.state()),
            Some(_) => {}
            None => fields.push((field, handover.state())),
        }
    }
    fields.into_iter().map(|(field, _)| field).collect()
}

fn known(place: &Destination, way: Way) -> Option<Recipient> {
    match place {
        Destination::Web { encrypted: true, host, path } => recipients::known(host, path, way),
        _ => None,
    }
}

fn host(url: &str) -> String {
    Destination::of(origin(url)).host().unwrap_or_default().to_owned()
}

/// The address that says whose document it is: `blob:https://shop.example/…` is the shop's.
fn origin(url: &str) -> &str {
    url.strip_prefix("blob:").unwrap_or(url)
}

fn is_this_device(host: &str) -> bool {
    let loopback = host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback());
    loopback || host == "localhost" || host.ends_with(".localhost") || host == "[::1]"
}

/// Whether one owner has both names.
fn same_site(a: &str, b: &str) -> bool {
    let under = |a: &str, b: &str| a.strip_suffix(b).is_some_and(|rest| rest.ends_with('.'));
    !a.is_empty() && (a == b || under(a, b) || under(b, a))
}
