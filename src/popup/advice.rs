//! Browse, sign in, pay: always three, always in this order.

use super::mark::Mark;
use super::tree::{Tag, tag};
use crate::finding::{Action, Message};
use crate::report::{AdviceRow, Report};

pub fn advice(report: &Report) -> Tag {
    // What was not seen may well be asked.
    let unseen = report.findings.iter().any(|finding| finding.id.is_unseen());
    let rows = report.advice.iter().map(|known| row(known, unseen));
    tag("ul").class("advice").label(Message::new("advice_title")).put_all(rows)
}

fn row(row: &AdviceRow, unseen: bool) -> Tag {
    let act = tag("span").class("act").say(match row.action {
        Action::Browse => "action_browse",
        Action::SignIn => "action_sign_in",
        Action::Pay => "action_pay",
    });
    let say = tag("span").class("say");
    if row.asked || unseen {
        let mark = Mark::from(row.advice);
        let say = say.put(mark.beside(16)).put(tag("span").say(mark.word()));
        tag("li").with("data-state", mark.state()).put(act).text(" ").put(say)
    } else {
        tag("li").with("data-state", "none").put(act).text(" ").put(say.say("not_asked"))
    }
}
