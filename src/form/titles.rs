//! What a title says of whose page it is: a known name and words of a sign-in, and nothing else.

use super::fold::fold;
use super::words::{SIGN_IN, SIGN_UP};
use crate::address::lures::lure;
use crate::address::names::{Class, names};
use crate::address::registrable;
use crate::address::skeleton::skeleton;

/// Names that the address room's table does not hold, or holds as a common word: in other scripts, in whole phrases, and
/// those that speak in a title only. A domain of the owner's, the name as it is told, and what a title says of it, folded
/// and without spaces. Our own list, kept by hand; 2026-11-30.
const TABLE: &str = include_str!("data/titles.txt");

/// Whoever runs their programs, signs in or checks a card by them says so in the title, on any host.
const RUN_BY_OTHERS: &str =
    "bankid digid mastercard microsoft365 mitid office365 onedrive roundcube shopify zimbra";
/// Beside a name these are about an account.
const BETWEEN: &str = "a accede account accounts and app au auf banking bei bienvenue bij com customer de deinem do el \
                       en home id ihr ihrem im in inicia iniciar je la le log login manage mi mijn mobile mon my na net o \
                       of on online or page portal se secure sesion sessao sie sign site su sur the til to up votre web \
                       welcome www your オンライン インターネットバンキング ダイレクト 公式サイト 公式 官网 网上银行 \
                       个人网上银行 인터넷뱅킹 онлайн личный кабинет";
/// Beside a name, and where nothing else is asked, these are about a trouble with it, or with a parcel.
const TROUBLE: &str = "access activation check colis confirmations delivery details duty envio express find \
                       have identification identity information link message new outstanding package paket \
                       paquete parcel personal personnel please protection recibir redelivery required results \
                       schedule seguimiento seuranta smart states suivi track united you";
/// Words that lure and stand beside names in the titles of shops.
const OF_SHOPS: &str = "card cards connect gift giftcard outlet sale shop store trade";
/// Words of one name: “Bank of America”.
const LONGEST: usize = 5;

/// Whose page a text says that this is.
#[derive(Debug, PartialEq)]
pub enum Says {
    /// It says something else as well, or has two names.
    More,
    /// It may be anybody's.
    Nobody,
    /// This one's.
    Of(Claim<'static>),
}

/// A known name, and where its owner is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim<'a> {
    pub name: &'a str,
    pub domain: &'a str,
    /// As it stands in addresses.
    pub token: &'a str,
}

impl<'a> Claim<'a> {
    pub fn of(name: &'a str, domain: &'a str) -> Claim<'a> {
        let token = registrable(domain).split('.').next().unwrap_or_default();
        Claim { name, domain, token }
    }
}

/// What kind of page and host a title stands on.
#[derive(Clone, Copy, Default)]
pub struct Setting {
    /// It asks, and does nothing else.
    pub bare: bool,
    /// Its host shows pages and runs no programs of anybody's.
    pub runs_nothing: bool,
}

impl Setting {
    pub fn says(self, text: &str) -> Says {
        let text = apart(text);
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut rest = words.as_slice();
        let mut claimed: Option<Claim<'static>> = None;
        while let Some((word, behind)) = rest.split_first() {
            let longest = LONGEST.min(rest.len());
            let found = (1..=longest).rev().find_map(|count| {
                let (name, behind) = rest.split_at_checked(count)?;
                Some((self.known(&name.concat())?, behind))
            });
            rest = match found.or_else(|| Some((self.within(word)?, behind))) {
                Some((claim, behind)) if claimed.is_none_or(|other| other.domain == claim.domain) => {
                    claimed = Some(claim);
                    behind
                }
                _ if self.is_beside(word) => behind,
                _ => return Says::More,
            };
        }
        claimed.map_or(Says::Nobody, Says::Of)
    }

    /// Whether a word may stand beside a name that is claimed.
    pub fn is_beside(self, word: &str) -> bool {
        let asks = || [SIGN_IN, SIGN_UP].iter().any(|words| words.are_in(&format!(" {word} ")));
        is_in(BETWEEN, word)
            || self.bare && (lure(word) && !is_in(OF_SHOPS, word) || is_in(TROUBLE, word))
            || word.chars().count() < 13 && asks()
    }

    fn known(self, text: &str) -> Option<Claim<'static>> {
        let others = |token| is_in(RUN_BY_OTHERS, token) && !self.runs_nothing;
        let ours = || titles().find(|told| told.title == text).map(Title::claim);
        let rare = names().looks_like(&skeleton(text)).filter(|name| {
            let outlook = name.token == "outlook" && self.runs_nothing;
            (name.class == Class::Rare || outlook) && !others(name.token)
        });
        rare.map(|name| Claim { name: name.name, domain: name.domain, token: name.token }).or_else(ours)
    }

    /// No space stands between the words of `楽天カードログイン`.
    fn within(self, word: &str) -> Option<Claim<'static>> {
        let stands = |title: &str| {
            !title.is_ascii() && word.contains(title) && self.is_beside(&word.replacen(title, "", 1))
        };
        titles().filter(|told| stands(told.title)).max_by_key(|told| told.title.len()).map(Title::claim)
    }
}

/// Folded, with the scripts apart: no space stands in “Amazonサインイン”.
fn apart(text: &str) -> String {
    let mut parted = String::new();
    for letter in fold(text).chars() {
        if parted.chars().next_back().is_some_and(|last| last.is_ascii() != letter.is_ascii()) {
            parted.push(' ');
        }
        parted.push(letter);
    }
    parted
}

/// One text of a line of the table.
struct Title {
    domain: &'static str,
    name: &'static str,
    title: &'static str,
}

impl Title {
    fn claim(self) -> Claim<'static> {
        Claim::of(self.name, self.domain)
    }
}

fn titles() -> impl Iterator<Item = Title> {
    TABLE.lines().flat_map(|line| {
        let mut parts = line.split('|');
        let mut next = || parts.next().unwrap_or_default();
        let (domain, name) = (next(), next());
        next().split(' ').map(move |title| Title { domain, name, title })
    })
}

/// Whether a word is one of these.
pub fn is_in(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(setting: Setting, title: &str) -> Option<&'static str> {
        match setting.says(title) {
            Says::Of(claim) => Some(claim.name),
            _ => None,
        }
    }

    #[test]
    fn every_title_is_read_as_its_name() {
        for told in titles() {
            let words = apart(told.title);
            assert!(words.split_whitespace().count() <= LONGEST, "{words}");
            let claim = told.claim();
            assert_eq!(Setting::default().says(&words), Says::Of(claim), "{words}");
        }
    }

    #[test]
    fn names_are_read_in_their_own_script() {
        for (title, name) in [
            ("楽天カードログイン", "楽天"),
            ("【楽天】ログイン", "楽天"),
            ("三菱UFJ銀行", "三菱UFJ銀行"),
            ("支付宝登录", "支付宝"),
            ("Вход – Сбербанк Онлайн", "Сбербанк"),
            ("Яндекс ID: авторизация", "Яндекс"),
            ("네이버 로그인", "네이버"),
        ] {
            assert_eq!(named(Setting::default(), title), Some(name), "{title}");
        }
        for title in ["楽天の専門店", "Онлайн-школа Сбербанка", "ログイン"] {
            assert_eq!(named(Setting::default(), title), None, "{title}");
        }
    }

    #[test]
    fn a_page_that_does_more_claims_less() {
        let bare = Setting { bare: true, ..Setting::default() };
        for title in ["PayPal: security alert", "Spotify - Payment Update Required", "DHL: track your parcel"]
        {
            assert_eq!(named(Setting::default(), title), None, "{title}");
            assert!(named(bare, title).is_some(), "{title}");
        }
        for title in ["Netflix Gift Card", "Apple: Gift Card", "MetaMask - Connect wallet", "DHL Shop"] {
            assert_eq!(named(bare, title), None, "{title}");
        }
    }

    #[test]
    fn nobody_runs_a_mail_program_where_pages_are_built() {
        let built = Setting { runs_nothing: true, ..Setting::default() };
        for title in ["Office 365 Login", "Sign in to Outlook", "OneDrive"] {
            assert_eq!(named(Setting::default(), title), None, "{title}");
            assert_eq!(named(built, title), Some("Microsoft"), "{title}");
        }
    }

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
            assert_eq!(named(Setting { bare: true, ..Setting::default() }, title), Some(name), "{title}");
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
            assert_eq!(named(Setting { bare: true, ..Setting::default() }, title), None, "{title}");
        }
    }
}
