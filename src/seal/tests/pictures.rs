//! Which pictures are seals, and which only bear a name.

use super::*;

#[test]
fn what_only_bears_the_name_is_no_seal() {
    for (source, link, alt) in [
        ("norton.jpg", "", "Edward Norton in a portrait of 2024, digital"),
        ("norton-commando-850.jpg", "", ""),
        ("mcafee-total-protection-box.png", "", ""),
        ("norton.png", "https://www.shop.example/norton-large.png", ""),
        ("a3bbb9f1-300x200.jpg", "", "Shoes"),
        ("norton.png", "", "NORTON"),
        ("banner.png", "", "TRUSTe cookie preferences"),
        ("trusted.png", "", "Trusted by many"),
        ("help.png", "", "Screenshot: how a Norton Secured seal looked"),
        ("verisign-tower.jpg", "", "VeriSign tower in Reston"),
        ("logos/entrust.svg", "", "Entrust"),
        ("logos/mcafee.svg", "", "McAfee"),
        ("brands/globalsign.png", "https://www.shop.example/goods/globalsign-ev", "GlobalSign EV for a year"),
    ] {
        let source = format!("https://www.shop.example/{source}");
        let link = if link.is_empty() { String::new() } else { link.to_owned() };
        check(vec![image(&source, &link, alt)], &[]);
    }
    check(vec![image("https://consent.truste.com/notice.png", "", "TRUSTe")], &[]);
    check(vec![script("https://consent.trustarc.com/notice?domain=x", "")], &[]);
}

#[test]
fn a_picture_alone_is_a_picture_anyone_can_copy() {
    for (source, alt, provider) in [
        ("images/mcafee-secure.png", "", "trustedsite"),
        ("images/positive-ssl.png", "", "positivessl"),
        ("images/norton-secured.png", "", "norton-secured"),
        ("images/verified.png", "Verified by VISA, MasterCard SecureCode, McAfee Secure", "trustedsite"),
        ("bbb-small.png", "bbb", "bbb"),
        ("images/digicert-siegel-2.png", "DigiCert gesichert", "digicert"),
        ("images/ssl-com-seal.png", "Secured by SSL.com", "sslcom"),
        ("logos/norton.png", "Norton Secured", "norton-secured"),
    ] {
        check(
            vec![image(&format!("https://www.shop.example/{source}"), "", alt)],
            &[(provider, Outcome::Copied)],
        );
    }
}

#[test]
fn builders_rename_pictures() {
    let shop = "https://www.shop.example";
    for (source, alt, provider) in [
        ("_next/image?url=%2Fimg%2Fnorton-secured.png&w=256&q=75", "", "norton-secured"),
        ("_image?href=%2F_astro%2Fmcafee-secure.B3k9.png&f=webp", "", "trustedsite"),
        (
            "_next/image?url=https%3A%2F%2Fcdn.shop.example%2Fts%2Ftrusted-shops.png%3Fv%3D2",
            "",
            "trustedshops",
        ),
        ("small/norton-secured.png?url=cup.jpg", "", "norton-secured"),
        ("static/media/norton.3f2a1b9c.svg", "", "norton-secured"),
        ("assets/bbb-Bq9xK2fa.svg", "", "bbb"),
        ("assets/bbb-Bq9xK2fa.svg", "BBB seal", "bbb"),
        ("img/thuiswinkelwaarborg.svg", "", "thuiswinkel"),
        ("img/logoTrustpilot.svg", "", "trustpilot"),
        ("img/trustpilotReviews.png", "", "trustpilot"),
        ("img/trustpilotStars.svg", "", "trustpilot"),
        ("img/logonorton.png", "", "norton-secured"),
    ] {
        check(vec![image(&format!("{shop}/{source}"), "", alt)], &[(provider, Outcome::Copied)]);
    }
    for (source, alt) in [
        ("_next/image?url=%2Flogos%2Fmcafee.png&w=256", "McAfee"),
        ("_next/image?url=%2Fimg%2Fcup.png&w=256", ""),
        ("static/media/logo-entrust.abc123.svg", "Entrust"),
        ("static/media/norton-commando850.3f2a1b9c.jpg", ""),
        ("img/norton-360deluxe.png", ""),
        ("img/trustbadges.png", ""),
    ] {
        check(vec![image(&format!("{shop}/{source}"), "", alt)], &[]);
    }
}

#[test]
fn a_word_of_choices_hides_no_link_to_the_issuers_page() {
    let seal = |link: &str, alt: &str| SealCandidate {
        class: "footer-link track".into(),
        id: "cookie-free".into(),
        ..image("https://www.shop.example/ts.png", link, alt)
    };
    let page = "https://www.trustedshops.de/bewertung/info_X1.html";
    check(vec![seal(page, "Trusted Shops")], &[("trustedshops", Outcome::CannotTell)]);
    check(vec![seal("https://www.trustedshops.de/", "Trusted Shops")], &[]);
    check(vec![seal(page, "Screenshot of a page of Trusted Shops")], &[]);
}

#[test]
fn an_issuers_host_for_seals_serves_them() {
    let source = "https://seal.atlas.globalsign.com/gss/one/seal?image=seal_100-40_ja.png";
    check(vec![script(source, "")], &[("globalsign", Outcome::ShowsNothing)]);
    let picture = "https://seal.atlas.globalsign.com/gss/one/image?p1=www.shop.example&p2=SZ100-40";
    check(vec![script(source, ""), image(picture, "", "")], &[("globalsign", Outcome::CannotTell)]);
    check(vec![script("https://www.globalsign.com/main.js", "")], &[]);
    check(vec![script("https://seal.globalsign.com.shop.example/s.js", "")], &[]);
}

#[test]
fn a_tile_of_the_shops_own_page_is_no_seal() {
    let tile = |name: &str, link: &str, alt: &str| {
        vec![image(&format!("https://www.shop.example/i/{name}"), &format!("https://{link}"), alt)]
    };
    for (name, link, alt) in [
        ("mcafee.png", "www.shop.example/brands/mcafee", "McAfee"),
        ("norton.png", "shop.example/marken/norton/", "Norton"),
        ("rapidssl.png", "www.shop.example/ssl/rapidssl", "RapidSSL"),
        ("geotrust.png", "www.shop.example/ssl/geotrust-quickssl-premium", "GeoTrust QuickSSL Premium"),
        ("trustpilot.png", "www.shop.example/integrations/trustpilot", "Trustpilot"),
        ("p/thawte-ssl123.png", "www.shop.example/products/thawte-ssl123", "Thawte SSL123"),
    ] {
        check(tile(name, link, alt), &[]);
    }
    for (name, link, alt, provider) in [
        // At the top, about another thing, elsewhere, or of a seal.
        ("mcafee.png", "www.shop.example/mcafee", "McAfee", "trustedsite"),
        ("mcafee.png", "www.shop.example/info/safety", "McAfee", "trustedsite"),
        ("mcafee.png", "other.example/brands/mcafee", "McAfee", "trustedsite"),
        ("mcafee.png", "www.shop.example/go/out?url=https://mcafee.example", "McAfee", "trustedsite"),
        ("mcafee.png", "www.shop.example/brands/mcafee", "McAfee SECURE", "trustedsite"),
        ("mcafee.png", "www.shop.example/pages/mcafee-secure", "McAfee", "trustedsite"),
    ] {
        check(tile(name, link, alt), &[(provider, Outcome::LeadsElsewhere)]);
    }
}

#[test]
fn no_imitation_passes_for_a_tile_of_its_own_site() {
    let imitation = image(
        "https://trusted-site.com/i/trustedsite.png",
        "https://trusted-site.com/v/trustedsite",
        "TrustedSite",
    );
    check(vec![imitation], &[("trustedsite", Outcome::LeadsToImitation)]);
    let foreign = image(
        "https://www.trustpilot.com/a/x.png",
        "https://www.trustpilot.com/review/trustpilot-shop.example",
        "Trustpilot",
    );
    check(vec![foreign], &[("trustpilot", Outcome::NamesAnother)]);
}

#[test]
fn logos_stand_in_folders_of_many_languages() {
    for folder in
        ["kunden", "referenzen", "integrations", "press", "clientes", "marques", "clienti", "klanten"]
    {
        let logo = |alt| vec![image(&format!("https://www.shop.example/img/{folder}/digicert.svg"), "", alt)];
        check(logo("DigiCert"), &[]);
        check(logo("DigiCert Secured"), &[("digicert", Outcome::Copied)]);
    }
}
