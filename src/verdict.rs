//! Findings → three answers → three pieces of advice, with a reason for each.
//!
//! The gravest finding on a question decides it. A question without a good finding is unknown, whatever
//! else is known: silence is never good.

use crate::evidence::Evidence;
use crate::finding::{Action, Finding, Id, Level, Message, Question};
use crate::form::Receiver;
use crate::report::{Advice, AdviceRow, Answer, AnswerState, Guard, Headline, OwnerStep, Report};
use crate::{address, certificate, connection, form, seal};

/// How many further findings the headline names.
const ALSO: usize = 2;

/// Puts what the five judges found together.
pub fn decide(
    evidence: &Evidence,
    address: address::Judgement,
    certificate: certificate::Judgement,
    connection: connection::Judgement,
    form: form::Judgement,
    seal: seal::Judgement,
) -> Report {
    // By a field of the page, or in the browser's own window, where a server asks by HTTP.
    let asks_sign_in = form.asks_sign_in || evidence.connection.authentications.iter().any(|by| !by.proxy);
    let all = |named: Vec<Finding>| {
        let rooms = [&connection.findings, &certificate.findings, &named, &form.findings, &seal.findings];
        rooms.map(Vec::as_slice).concat()
    };
    // A warning also stands at a field that is not shown yet: there the name weighs what it weighs.
    let guards = guards(&all(address.findings.clone()), &form, address.local);
    let found = all(soften(address.findings, asks_sign_in, form.asks_card));
    // The gravest first; within a level the rooms keep their order, the line first.
    let at = |level| found.iter().filter(move |finding| finding.level == level);
    let findings: Vec<Finding> = Level::GRAVEST_FIRST.into_iter().flat_map(at).cloned().collect();

    let advice: Vec<AdviceRow> =
        [(Action::Browse, true), (Action::SignIn, asks_sign_in), (Action::Pay, form.asks_card)]
            .into_iter()
            .map(|(action, asked)| advise(action, asked, findings.iter()))
            .collect();

    let headline = Headline { twin: address.twin, ..headline(&advice, &findings, &form, &address.view) };
    let answers = answers(&findings);
    Report {
        at: evidence.at,
        receivers: no_better_than_the_site(form.receivers, &answers),
        answers,
        owner: owner(&findings, address.local),
        headline,
        advice,
        guards,
        findings,
        address: address.view,
        certificate: certificate.view,
        connection: connection.view,
        seals: seal.seals,
    }
}

/// A name alone takes nothing from a person: on a page that asks for nothing it is a caution at most, and no caution where
/// anyone's pages lie. Of what bears on asking alone, where that is not asked, at most a note is left.
fn soften(mut findings: Vec<Finding>, asks_sign_in: bool, asks_card: bool) -> Vec<Finding> {
    let asks = [(Action::Browse, true), (Action::SignIn, asks_sign_in), (Action::Pay, asks_card)];
    let bears = |finding: &Finding| asks.iter().any(|&(action, asked)| asked && finding.bears_on(action));
    let platform = |finding: &Finding| finding.id == Id::AddressOnPlatform;
    findings.retain(|finding| bears(finding) || platform(finding));
    for finding in &mut findings {
        let most = if !bears(finding) {
            Level::Info
        } else if asks_sign_in || asks_card {
            Level::Danger
        } else if platform(finding) {
            Level::Unknown
        } else {
            Level::Caution
        };
        finding.level = finding.level.min(most);
    }
    findings
}

fn advise<'a>(action: Action, asked: bool, findings: impl Iterator<Item = &'a Finding> + Clone) -> AdviceRow {
    let questions: &[Question] = match action {
        Action::Browse => &[Question::Connection, Question::Identity],
        Action::SignIn | Action::Pay => &[Question::Connection, Question::Identity, Question::Destination],
    };
    let mut advice = Advice::Go;
    let mut reason = None;
    for &question in questions {
        let (state, decided_by) = state_of(question, findings.clone().filter(|f| f.bears_on(action)));
        let asks = match state {
            AnswerState::Good => Advice::Go,
            AnswerState::Unknown => Advice::Unknown,
            AnswerState::Caution => Advice::Check,
            // Reading a page gives nothing away; what it says may still be false.
            AnswerState::Danger if action == Action::Browse => Advice::Check,
            AnswerState::Danger => Advice::Stop,
        };
        if asks > advice || reason.is_none() {
            advice = advice.max(asks);
            reason = decided_by;
        }
    }
    // What was not looked at may ask for it.
    let unseen = findings.clone().find(|finding| finding.id.is_unseen());
    if let (false, Advice::Go, Some(unseen)) = (asked || action == Action::Browse, advice, unseen) {
        (advice, reason) = (Advice::Unknown, Some(unseen.id));
    }
    AdviceRow { action, advice, asked, reason }
}

/// The state of one question and the finding that decides it.
fn state_of<'a>(
    question: Question,
    findings: impl Iterator<Item = &'a Finding>,
) -> (AnswerState, Option<Id>) {
    let gravest = gravest(question, findings);
    let state = match gravest.map(|finding| finding.level) {
        Some(Level::Danger) => AnswerState::Danger,
        Some(Level::Caution) => AnswerState::Caution,
        Some(Level::Good) => AnswerState::Good,
        Some(Level::Unknown | Level::Info) | None => AnswerState::Unknown,
    };
    (state, gravest.map(|finding| finding.id))
}

/// What weighs most on a question; of what weighs the same, the first.
fn gravest<'a>(question: Question, findings: impl Iterator<Item = &'a Finding>) -> Option<&'a Finding> {
    let mut gravest: Option<&Finding> = None;
    for finding in findings.filter(|f| f.question == question && f.level != Level::Info) {
        if gravest.is_none_or(|known| finding.level > known.level) {
            gravest = Some(finding);
        }
    }
    gravest
}

/// What goes to this site goes to whoever that is: a false site is no good receiver, however it is sent.
fn no_better_than_the_site(mut receivers: Vec<Receiver>, answers: &[Answer]) -> Vec<Receiver> {
    let site = answers.iter().find(|answer| answer.question == Question::Identity);
    for receiver in receivers.iter_mut().filter(|receiver| receiver.is_this_site() || receiver.is_script()) {
        receiver.state = receiver.state.max(site.map_or(AnswerState::Unknown, |answer| answer.state));
    }
    receivers
}

fn answers(findings: &[Finding]) -> Vec<Answer> {
    [Question::Connection, Question::Identity, Question::Destination]
        .into_iter()
        .map(|question| {
            let (state, decided_by) = state_of(question, findings.iter());
            let decisive = decided_by.and_then(|id| findings.iter().find(|f| f.id == id));
            let tell = decisive.map_or_else(|| Message::new(silence(question)), |f| f.message(""));
            // The facts worth telling that change nothing: the first of this question. Beside what is amiss
            // they would sound like a comfort.
            let note = findings
                .iter()
                .filter(|_| state < AnswerState::Caution)
                .find(|f| f.question == question && f.level == Level::Info)
                .map(|f| f.message(""));
            Answer { question, state, tell, note, decided_by }
        })
        .collect()
}

/// What is said where no judge said anything.
fn silence(question: Question) -> &'static str {
    match question {
        Question::Connection => "answer_connection_unknown",
        Question::Identity => "answer_identity_unknown",
        Question::Destination => "answer_destination_unknown",
    }
}

fn headline(
    advice: &[AdviceRow],
    findings: &[Finding],
    form: &form::Judgement,
    address: &address::AddressView,
) -> Headline {
    // The gravest row among what is asked; paying before signing in before browsing where they tie.
    let asks = advice.iter().any(|row| row.asked && row.action != Action::Browse);
    let row = advice
        .iter()
        .filter(|row| row.asked && (!asks || row.action != Action::Browse))
        .max_by_key(|row| (row.advice, row.action));
    let (action, mut state, mut reason) =
        row.map_or((Action::Browse, Advice::Unknown, None), |row| (row.action, row.advice, row.reason));
    let mut decisive =
        reason.and_then(|id| findings.iter().find(|finding| finding.id == id && finding.bears_on(action)));
    let typed = typed(action, form.asks_code_alone);
    // "Asks you for nothing" is said of a page that was looked through.
    let unseen = findings.iter().find(|finding| finding.id.is_unseen());
    if (action, state) == (Action::Browse, Advice::Go) && unseen.is_some() {
        (state, reason, decisive) = (Advice::Unknown, unseen.map(|finding| finding.id), unseen);
    }

    // Who is asked for nothing else is told where the rest goes; and to everybody on the way it should not.
    let open = told_of(form).filter(|told| told.level == Level::Danger);
    if let (Action::Browse, Advice::Go, Some(open)) = (action, state, open) {
        (state, reason, decisive) = (Advice::Check, Some(open.id), Some(open));
    }

    let grave = |finding: &&Finding| finding.level >= Level::Caution;
    let mut also: Vec<&Finding> = Vec::new();
    for finding in findings.iter().filter(grave) {
        let told = Some(finding.id) == reason || also.iter().any(|known| known.id == finding.id);
        if !told && !follows(finding.id, reason) {
            also.push(finding);
        }
    }
    let (why, act, limit) = match (state, decisive) {
        (Advice::Go, _) => (
            go(action, typed, form, address),
            (action != Action::Browse).then(|| Message::new(format!("act_go_{}", name(action)))),
            (action != Action::Browse).then(|| Message::new("limit_go")),
        ),
        (_, Some(finding)) => (finding.message(""), Some(finding.message("_do")), None),
        (_, None) => (Message::new("why_unknown"), Some(Message::new("act_unknown")), None),
    };
    // What "why" says already, in whatever words, is not said again.
    let also =
        also.into_iter().map(|finding| finding.message("")).filter(|said| *said != why).take(ALSO).collect();
    Headline {
        state,
        action,
        first: match (state, action) {
            (Advice::Go, Action::Browse) if form.asks_personal => Message::new("first_go_details"),
            _ => first(state, typed, reason),
        },
        why,
        act,
        limit,
        also,
        decided_by: reason.filter(|_| state != Advice::Go),
        twin: None,
    }
}

/// Whether a finding says no more than the decisive one: on an open line every form is open, too.
fn follows(id: Id, reason: Option<Id>) -> bool {
    id == Id::FormNotEncrypted
        && matches!(reason, Some(Id::LineNotEncrypted | Id::LineLocalNetwork | Id::LineLocal))
}

/// "Your card number goes to Stripe (js.stripe.com), not to this shop."
fn go(action: Action, typed: &str, form: &form::Judgement, view: &address::AddressView) -> Message {
    let kinds: &[&str] = match action {
        Action::Browse => {
            return told_of(form).map_or_else(|| Message::new("go_browse"), |told| told.message(""));
        }
        Action::SignIn => &["kind_password", "kind_code", "kind_phrase"],
        Action::Pay => &["kind_card_number", "kind_card_code"],
    };
    // Beside a processor's part the page may ask for the same itself: then it is told of the page.
    let gets = |kind: &str| {
        let all = form.receivers.iter().filter(|r| r.what.iter().any(|what| what == kind));
        all.min_by_key(|receiver| !(receiver.is_this_site() || receiver.is_script()))
    };
    let receiver = kinds.iter().find_map(|kind| gets(kind));
    match receiver.filter(|receiver| !receiver.is_this_site()) {
        Some(receiver) if receiver.is_script() => {
            Message::new(format!("go_{typed}_script")).host(receiver.host.clone())
        }
        Some(Receiver { who, host, .. }) => {
            let base = Message::new(format!("go_{typed}_elsewhere"));
            match who.arguments.first() {
                Some(who) => base.with(who.clone()).host(host.clone()),
                // Who it is, where nothing is known of it but its host.
                None => base.host(host.clone()).host(host.clone()),
            }
        }
        None => {
            // It may be a sister of the name in the address bar.
            let own = receiver.map(|own| address::shown(&own.host)).filter(|host| !host.is_empty());
            Message::new(format!("go_{typed}_here")).host(own.unwrap_or_else(|| view.host.clone()))
        }
    }
}

/// What is told of a page that asks for neither password nor card, but for something.
fn told_of(form: &form::Judgement) -> Option<&Finding> {
    gravest(Question::Destination, form.findings.iter()).filter(|_| form.asks_personal)
}

/// The first line: what to do, or the one thing that a person must know before typing.
fn first(state: Advice, typed: &str, decided_by: Option<Id>) -> Message {
    if state == Advice::Stop && decided_by == Some(Id::FormAsksPhrase) {
        return Message::new("first_stop_phrase");
    }
    let told = match decided_by.filter(|_| matches!(state, Advice::Check | Advice::Unknown)) {
        Some(Id::FormCardToUnknown | Id::FormCodeToUnknown | Id::FormPasswordToUnknown) => Some("elsewhere"),
        Some(Id::FormScriptSends) => Some("unseen"),
        Some(Id::LineNotWatched) => return Message::new("first_not_watched"),
        _ => None,
    };
    Message::new(format!("first_{}_{typed}", told.unwrap_or(state.name())))
}

/// In the names of messages: what the hand is about to do, or the code where it is nothing but one.
fn typed(action: Action, is_code: bool) -> &'static str {
    match action {
        Action::SignIn | Action::Pay if is_code => "code",
        _ => name(action),
    }
}

fn name(action: Action) -> &'static str {
    match action {
        Action::Browse => "browse",
        Action::SignIn => "sign_in",
        Action::Pay => "pay",
    }
}

/// By what is known of line and site, and of the field's own way: what another form does is no reason here.
fn guards(findings: &[Finding], form: &form::Judgement, local: bool) -> Vec<Guard> {
    form.sensitive
        .iter()
        .filter_map(|field| {
            let others = findings.iter().filter(|finding| finding.question != Question::Destination);
            // What goes where it should is told in the popup alone, however it goes, and stops nobody's hand.
            let in_address = |id| matches!(id, Id::FormPasswordInAddress | Id::FormNumberInAddress);
            let mut mine = others.chain(&field.findings).filter(|finding| !in_address(finding.id));
            let row = advise(field.action, true, mine.clone());
            if row.advice < Advice::Check {
                return None;
            }
            let decisive = mine.find(|f| Some(f.id) == row.reason && f.bears_on(field.action))?;
            Some(Guard {
                frame: field.frame,
                field: field.field,
                form: field.form,
                state: row.advice,
                action: field.action,
                first: first(row.advice, typed(field.action, field.is_code), row.reason),
                why: decisive.message(""),
                act: Some(decisive.message("_do")),
                // What leaves the own network is read by others too.
                local: local && decisive.question != Question::Destination,
                receiver: field.receiver.clone(),
            })
        })
        .collect()
}

fn owner(findings: &[Finding], local: bool) -> Vec<OwnerStep> {
    let mut steps: Vec<OwnerStep> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.level >= Level::Caution || finding.id.is_fault())
    {
        // No public issuer signs the names of one's own network: what can be done is said of the line.
        let public = matches!(
            finding.id,
            Id::CertificateSelfSigned
                | Id::CertificateUnknownIssuer
                | Id::CertificateNameMismatch
                | Id::CertificateNameWrong
        );
        if !(local && public || steps.iter().any(|step| step.finding == finding.id)) {
            steps.push(OwnerStep {
                finding: finding.id,
                what: finding.message(""),
                how: finding.message("_owner"),
            });
        }
    }
    steps
}

#[cfg(test)]
mod tests;
