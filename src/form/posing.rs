//! A page that asks and calls itself by a known name, and nothing else, where its owner is not at home. The title is
//! what a copied page keeps.

use super::fold::fold;
use super::words::SIGN_IN;
use crate::address::lures::lure;
use crate::address::names::{Class, Name, names};
use crate::address::skeleton::skeleton;
use crate::address::{self, own, shown};
use crate::evidence::Evidence;
use crate::finding::{Action, Finding, Id};

/// Common words that alone are nobody else's title.
const NO_LESS: &str = "apple discord google steam yahoo";
/// Whoever runs their programs or signs in by them says so in the title, on any host.
const RUN_BY_OTHERS: &str = "bankid digid mitid microsoft365 office365 onedrive roundcube shopify zimbra";
/// Beside the words that lure and those of a sign-in.
const BETWEEN: &str = "a accede and au auf bei bienvenue bij deinem do el en ihr ihrem im in inicia iniciar je mein \
                       mi mijn mon na o of on or se sesion sessao sie site su sur the til to up votre welcome your";
/// Words of one name: “Bank of America”.
const LONGEST: usize = 4;

/// What is to be said of the title of a page that asks.
pub fn posing(evidence: &Evidence, host: &str) -> Option<Finding> {
    let top = evidence.frames.iter().find(|frame| frame.parent < 0)?;
    let registrable = address::registrable(host);
    let name = claimed(&top.document.title)?;
    // A name in the address is judged there; one that the person knows is no question.
    let at_home = own(host, registrable) || registrable.replace(['-', '.'], "").contains(name.token);
    if host.is_empty() || at_home || address::known(evidence) {
        return None;
    }
    let finding = Finding::new(Id::FormPosesAs).host(shown(host)).host(name.domain).text(name.name);
    // Reading it gives nothing away.
    Some(finding.on(Action::SignIn).on(Action::Pay))
}

/// The known name that a title consists of, beside words of a sign-in.
fn claimed(title: &str) -> Option<&'static Name> {
    let mut text = String::new();
    for letter in fold(title).chars() {
        // No space stands between the scripts in “Amazonサインイン”.
        if text.chars().next_back().is_some_and(|last| last.is_ascii() != letter.is_ascii()) {
            text.push(' ');
        }
        text.push(letter);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut rest = words.as_slice();
    let mut claimed: Option<&Name> = None;
    while let Some((word, behind)) = rest.split_first() {
        let longest = LONGEST.min(rest.len());
        let found = (1..=longest).rev().find_map(|count| {
            let (name, behind) = rest.split_at_checked(count)?;
            Some((known(&name.concat())?, behind))
        });
        rest = match found {
            Some((name, behind)) if claimed.is_none_or(|other| other.domain == name.domain) => {
                claimed = Some(name);
                behind
            }
            _ if is_beside(word) => behind,
            _ => return None,
        };
    }
    claimed
}

fn known(text: &str) -> Option<&'static Name> {
    let tells = |name: &&Name| name.class == Class::Rare || is_in(NO_LESS, name.token);
    names().looks_like(&skeleton(text)).filter(tells).filter(|name| !is_in(RUN_BY_OTHERS, name.token))
}

fn is_beside(word: &str) -> bool {
    lure(word) || is_in(BETWEEN, word) || word.chars().count() < 13 && SIGN_IN.are_in(&format!(" {word} "))
}

fn is_in(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_that_is_a_known_name_claims_it() {
        for (title, name) in [
            ("PayPal", "PayPal"),
            ("Log in to your PayPal account", "PayPal"),
            ("PаyPаl – Login", "PayPal"),
            ("Sign in - Google Accounts", "Google"),
            ("LinkedIn Login, Sign in | LinkedIn", "LinkedIn"),
            ("Facebook – log in or sign up", "Facebook"),
            ("Amazon.com Sign-In", "Amazon"),
            ("Amazonサインイン", "Amazon"),
            ("Bank of America | Online Banking | Log In", "Bank of America"),
            ("Sparkasse: Anmelden im Online-Banking", "Sparkasse"),
            ("La Banque Postale - Connexion à votre espace client", "La Banque Postale"),
            ("Iniciar sesión | Mercado Libre", "Mercado Libre"),
            ("Inloggen bij Mijn PostNL", "PostNL"),
            ("USPS.com® - Redelivery", "USPS"),
            ("MetaMask Wallet", "MetaMask"),
        ] {
            assert_eq!(claimed(title).map(|name| name.name), Some(name), "{title}");
        }
    }

    #[test]
    fn a_title_with_more_in_it_claims_nothing() {
        for title in [
            "",
            "Sign in",
            "Your account",
            "Samsung | MyShop",
            "Adidas shoes – Blue Bakery",
            "PayPal or Klarna: how to pay | Blue Bakery",
            "Nikeの専門店 ログイン",
            "Sign in with Google – Blue Bakery",
            "Blue Bakery: pay by PayPal",
            // Programs on other people's hosts, and names that many have.
            "Office 365 Login",
            "Microsoft 365 login",
            "Outlook",
            "Outlook Web App",
            "Roundcube Webmail :: Welcome to Roundcube Webmail",
            "Zimbra Web Client Sign In",
            "cPanel Login",
            "Log in with BankID",
            "Ledger Login",
            "Chase Portal Login",
            "Target",
        ] {
            assert_eq!(claimed(title).map(|name| name.name), None, "{title}");
        }
    }
}
