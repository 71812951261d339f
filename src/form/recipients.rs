//! Who is behind a host that receives what a form sends: payment processors, sign-in providers, …

/// Who may receive what a form sends. One line a firm: name, then hosts by role.
/// - `t` receives a form or is the page that a shop sends people to; a payment firm's stands in frames, too, and
///   is the same firm's there,
/// - `f` serves a frame that stands inside a shop's page,
/// - `p` is a page that anyone can make at the firm's own address.
///
/// A host is met exactly; one that begins with a dot is met by every name under it, and not by itself. What
/// follows a slash is the beginning of the path. Left out are hosts that only serve scripts, since a script
/// reads the page it is in and receives no form, and those where nobody pays with more than test money.
const TABLE: &str = include_str!("data/recipients.txt");

/// What a known recipient does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Takes card numbers for shops: processors, wallets, buy-now-pay-later.
    Payment,
    /// A bank's own check of a card payment.
    CardCheck,
    /// Keeps shops of other people; most of its hosts can be had by anyone.
    Platform,
    SignIn,
    /// Forwards whatever a form holds to whoever set it up.
    FormBackend,
    Newsletter,
    Captcha,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub name: &'static str,
    pub role: Role,
    /// Anyone can get a host like this one: the firm is known, whoever set the page up is not.
    pub open_to_anyone: bool,
}

/// How a page hands over what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Form,
    Frame,
    Page,
}

/// Who is known to be behind this host and path.
pub fn known(host: &str, path: &str, way: Way) -> Option<Recipient> {
    let letter = match way {
        Way::Form => 't',
        Way::Frame => 'f',
        Way::Page => 'p',
    };
    let mut role = None;
    for line in TABLE.lines() {
        if let Some(section) = line.strip_prefix('[') {
            role = role_of(section.trim_end_matches(']'));
            continue;
        }
        let (Some(role), Some((name, groups))) = (role, line.split_once(": ")) else { continue };
        for group in groups.split("; ") {
            let mut words = group.split(' ');
            let framed = way == Way::Frame && role == Role::Payment;
            if !words.next().is_some_and(|ways| ways.contains(letter) || framed && ways.contains('t')) {
                continue;
            }
            if let Some(row) = words.find(|row| meets(row, host, path)) {
                let open_to_anyone = row.starts_with('.') && matches!(role, Role::Platform | Role::SignIn);
                return Some(Recipient { name, role, open_to_anyone });
            }
        }
    }
    None
}

/// Exactly, or at a label boundary; never as a part of a name.
fn meets(row: &str, host: &str, path: &str) -> bool {
    let (name, under) = row.find('/').map_or((row, ""), |slash| row.split_at(slash));
    let host_meets = match name.starts_with('.') {
        true => host.len() > name.len() && host.ends_with(name),
        false => host == name,
    };
    host_meets && path.starts_with(under)
}

fn role_of(section: &str) -> Option<Role> {
    Some(match section {
        "processor" | "wallet" | "later" => Role::Payment,
        "bank" => Role::CardCheck,
        "platform" => Role::Platform,
        "sign-in" => Role::SignIn,
        "backend" => Role::FormBackend,
        "newsletter" => Role::Newsletter,
        "captcha" => Role::Captcha,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(host: &str, path: &str, way: Way) -> Option<&'static str> {
        known(host, path, way).map(|recipient| recipient.name)
    }

    #[test]
    fn hosts_are_met_at_label_boundaries_only() {
        assert_eq!(name("js.stripe.com", "/v3/", Way::Frame), Some("Stripe"));
        assert_eq!(name("x.adyen.com", "/", Way::Form), Some("Adyen"));
        for look_alike in [
            "adyen.com.evil.example",
            "notadyen.com",
            "adyen.com",
            "js.stripe.com.evil.example",
            "evil-js.stripe.com",
        ] {
            assert_eq!(name(look_alike, "/", Way::Form), None, "{look_alike}");
            assert_eq!(name(look_alike, "/", Way::Frame), None, "{look_alike}");
        }
    }

    #[test]
    fn a_frame_host_is_no_form_target() {
        assert_eq!(name("js.stripe.com", "/", Way::Form), None);
    }

    #[test]
    fn a_payment_firms_page_is_its_own_inside_a_frame() {
        for (host, firm) in [
            ("api.recurly.com", "Recurly"),
            ("buy.paddle.com", "Paddle"),
            ("secure-fields.mercadopago.com", "Mercado Pago"),
            ("gateway.moneris.com", "Moneris"),
            ("hosted.paysafe.com", "Paysafe"),
            ("secure.novalnet.de", "Novalnet"),
            ("webservices.securetrading.net", "Trust Payments / SecureTrading"),
            ("tpeweb.paybox.com", "Paybox / Up2pay"),
            ("pgi.billdesk.com", "BillDesk"),
            ("payment.unzer.com", "Unzer / heidelpay"),
            ("p.monetico-services.com", "Monetico"),
        ] {
            assert_eq!(name(host, "/", Way::Frame), Some(firm), "{host}");
        }
        // Elsewhere a page is no frame: whoever sets one up at a shop platform may be anyone.
        assert_eq!(name("evil.myshopify.com", "/", Way::Frame), None);
        assert_eq!(name("accounts.google.com", "/", Way::Frame), None);
    }

    #[test]
    fn a_path_counts_where_the_host_serves_many_things() {
        assert_eq!(name("docs.google.com", "/forms/d/e/x", Way::Form), Some("Google Forms"));
        assert_eq!(name("docs.google.com", "/document/d/x", Way::Form), None);
    }

    #[test]
    fn anyone_can_have_a_tenants_host() {
        assert!(known("evil.myshopify.com", "/", Way::Form).is_some_and(|r| r.open_to_anyone));
        assert!(known("evil.auth0.com", "/", Way::Form).is_some_and(|r| r.open_to_anyone));
        assert!(known("checkout.stripe.com", "/", Way::Form).is_some_and(|r| !r.open_to_anyone));
    }

    #[test]
    fn every_row_reads() {
        let mut firms = 0;
        for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(section) = line.strip_prefix('[') {
                assert!(role_of(section.trim_end_matches(']')).is_some(), "{line}");
                continue;
            }
            firms += 1;
            let (name, groups) = line.split_once(": ").expect(line);
            assert!(!name.is_empty());
            for group in groups.split("; ") {
                let mut words = group.split(' ');
                assert!(matches!(words.next(), Some("t" | "f" | "p" | "tf" | "tp" | "tfp")), "{line}");
                let hosts: Vec<_> = words.collect();
                assert!(
                    !hosts.is_empty() && hosts.iter().all(|host| host.contains('.') && !host.contains('*')),
                    "{line}"
                );
            }
        }
        assert!(firms >= 150, "{firms}");
    }
}
