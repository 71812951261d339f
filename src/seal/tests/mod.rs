//! What seals are found, and what is said of them.

mod pictures;

use super::*;
use crate::evidence::{Frame, Page, SealCandidate, SealElement};

const PAGE: &str = "https://www.shop.example/cart";

fn evidence(url: &str, seals: Vec<SealCandidate>) -> Evidence {
    let seals = seals.into_iter().zip(0..).map(|(seal, index)| SealCandidate { index, ..seal }).collect();
    Evidence {
        page: Page { url: url.into(), ..Page::default() },
        frames: vec![Frame { url: url.into(), looked: true, seals, ..Frame::default() }],
        ..Evidence::default()
    }
}

fn image(source: &str, link: &str, alt: &str) -> SealCandidate {
    SealCandidate { source: source.into(), link: link.into(), alt: alt.into(), ..SealCandidate::default() }
}

fn script(source: &str, text: &str) -> SealCandidate {
    SealCandidate {
        element: SealElement::Script,
        source: source.into(),
        handler: text.into(),
        ..SealCandidate::default()
    }
}

#[track_caller]
fn check(candidates: Vec<SealCandidate>, expected: &[(&str, Outcome)]) {
    let found = seals(&evidence(PAGE, candidates));
    let found: Vec<(&str, Outcome)> = found.iter().map(|seal| (seal.provider.id, seal.outcome)).collect();
    assert_eq!(found, expected);
}

fn asking() -> form::Judgement {
    form::Judgement { asks_sign_in: true, ..form::Judgement::default() }
}

fn judged(evidence: &Evidence, form: &form::Judgement, family: Option<&str>) -> Judgement {
    let certificate =
        certificate::Judgement { issuer_family: family.map(str::to_owned), ..Default::default() };
    judge(evidence, &certificate, form)
}

fn verify_link(host: &str) -> String {
    format!("https://www.trustedsite.com/verify?host={host}")
}

#[test]
fn a_seal_of_another_site_is_a_caution_and_a_danger_where_it_asks() {
    let page = evidence(
        PAGE,
        vec![image("https://cdn.ywxi.net/meter/other.example/13.gif", &verify_link("other.example"), "")],
    );
    let calm = judged(&page, &form::Judgement::default(), None);
    assert_eq!(calm.findings[0].id, Id::SealNamesAnother);
    assert_eq!(calm.seals[0].state, AnswerState::Caution);
    let grave = judged(&page, &asking(), None);
    assert_eq!(grave.findings[0].id, Id::SealNamesAnotherAsked);
    assert_eq!(grave.seals[0].state, AnswerState::Danger);
}

#[test]
fn a_page_that_is_named_is_never_accused() {
    // The picture names the page, the click another: a rename half done.
    for (picture, click) in [("www.shop.example", "old.example"), ("old.example", "shop.example")] {
        let source = format!("https://cdn.ywxi.net/meter/{picture}/13.gif");
        check(vec![image(&source, &verify_link(click), "")], &[("trustedsite", Outcome::LeadsHere)]);
    }
    for name in ["shop.example", "*.shop.example", "https://pay.shop.example/", "WWW.SHOP.EXAMPLE"] {
        check(
            vec![image("https://www.shop.example/a.png", &verify_link(name), "")],
            &[("trustedsite", Outcome::LeadsHere)],
        );
    }
}

#[test]
fn no_seal_is_ever_good() {
    for outcome in [
        image("https://cdn.ywxi.net/meter/shop.example/13.gif", &verify_link("shop.example"), ""),
        script("https://seal.digicert.com/seals/cascade/seal.min.js", ""),
        image("https://www.shop.example/norton-secured.png", "", ""),
    ] {
        let judgement = judged(&evidence(PAGE, vec![outcome]), &asking(), Some("digicert"));
        assert_eq!(judgement.seals.len(), 1);
        assert!(judgement.findings.iter().all(|finding| finding.level == crate::finding::Level::Info));
        assert!(
            judgement.seals.iter().all(|seal| seal.state == AnswerState::Unknown && seal.layers.len() == 4)
        );
    }
}

#[test]
fn siblings_lists_and_issuers_are_spared() {
    check(
        vec![image("https://www.shop.example/a.png", &verify_link("shop.test.example.net"), "TrustedSite")],
        &[("trustedsite", Outcome::NamesAnother)],
    );
    let sibling = evidence(
        "https://www.ctshirts.co.uk/",
        vec![image("https://www.ctshirts.co.uk/t.png", &verify_link("www.ctshirts.com"), "")],
    );
    assert_eq!(seals(&sibling)[0].outcome, Outcome::NamesSibling);
    // A hyphen put in is how a false name is made.
    let hyphen = evidence(
        "https://pay-pal.example/",
        vec![image("https://pay-pal.example/t.png", &verify_link("www.paypal.com"), "")],
    );
    assert_eq!(seals(&hyphen)[0].outcome, Outcome::NamesAnother);
    let list = ["a-shop.example", "b-shop.example", "c-shop.example"];
    let list = list.map(|host| image("https://www.shop.example/t.png", &verify_link(host), "TrustedSite"));
    assert!(seals(&evidence(PAGE, list.into())).iter().all(|seal| seal.outcome == Outcome::CannotTell));
    let own = evidence(
        "https://www.trustedsite.com/",
        vec![image("https://www.trustedsite.com/t.png", &verify_link("other.example"), "TrustedSite")],
    );
    assert_ne!(seals(&own)[0].outcome, Outcome::NamesAnother);
    // A link in words is no seal that was put up to be believed.
    let words = SealCandidate {
        element: SealElement::Link,
        label: "Reviews".into(),
        ..image("", &verify_link("other.example"), "")
    };
    assert_eq!(seals(&evidence(PAGE, vec![words]))[0].outcome, Outcome::CannotTell);
}

#[test]
fn imitated_issuers_are_told() {
    for host in ["www.trustedshops.com.check.example", "trustedsh0ps.com", "trusted-shops-siegel.example"] {
        let link = format!("https://{host}/shop/certificate.php?shop_id=X1");
        check(
            vec![image("https://www.shop.example/siegel.png", &link, "Trusted Shops")],
            &[("trustedshops", Outcome::LeadsToImitation)],
        );
    }
    check(
        vec![image(
            "https://www.shop.example/siegel.png",
            "https://www.shop.example/trustedshops",
            "Trusted Shops",
        )],
        &[("trustedshops", Outcome::LeadsElsewhere)],
    );
    check(
        vec![image(
            "https://www.shop.example/s.png",
            "https://www.trustedshops.com@evil.example/",
            "Trusted Shops",
        )],
        &[("trustedshops", Outcome::LeadsElsewhere)],
    );
}

#[test]
fn the_issuers_home_says_nothing_of_this_site() {
    for (link, alt, provider, outcome) in [
        ("https://www.bbb.org/", "BBB Accredited Business", "bbb", Outcome::Copied),
        (
            "https://www.bbb.org/us/tx/profile/toys/shop-1",
            "BBB Accredited Business",
            "bbb",
            Outcome::CannotTell,
        ),
        ("https://sectigo.com/trust-seal", "Sectigo seal", "sectigo", Outcome::Copied),
        ("https://www.digicert.com/tls-ssl", "DigiCert Secured", "digicert", Outcome::Copied),
        ("https://www.certum.pl/", "Certum", "certum", Outcome::Copied),
        ("https://www.certum.pl/site/4711", "Certum", "certum", Outcome::CannotTell),
    ] {
        check(vec![image("https://www.shop.example/s.png", link, alt)], &[(provider, outcome)]);
    }
    for home in ["", "?utm_source=shop24", "de", "us/en/"] {
        let link = format!("https://www.trustpilot.com/{home}");
        check(
            vec![image("https://www.shop.example/s.png", &link, "Trustpilot")],
            &[("trustpilot", Outcome::Copied)],
        );
    }
    let words = SealCandidate {
        element: SealElement::Link,
        label: "Better Business Bureau".into(),
        ..image("", "https://www.bbb.org/", "")
    };
    check(vec![words], &[]);
}

#[test]
fn the_issuers_page_about_this_site_may_stand_anywhere() {
    for (link, alt, provider) in [
        ("https://www.trustedshops.it/valutazione-del-negozio/info_X.html", "Trusted Shops", "trustedshops"),
        ("https://www.trustpilot.com/evaluate/shop.example", "Trustpilot", "trustpilot"),
        ("https://www.echte-bewertungen.com/bewertungen/shop.example", "Verified Reviews", "avis-verifies"),
        ("https://www.ekomi.es/testimonios-shop.html", "eKomi", "ekomi"),
        ("https://beoordelingen.thuiswinkel.org/shop", "Thuiswinkel Waarborg", "thuiswinkel"),
        ("https://ehi-siegel.de/verbraucher/zertifikatsansicht/3f5e7a9b1c/", "EHI Siegel", "ehi"),
        ("https://credit.szfw.org/CX20120926001234567890.html", "szfw", "szfw"),
        ("https://www.dmca.com/r/x1y2z3w", "DMCA protected", "dmca"),
        (
            "https://www.google.com/storepages?q=shop.example&c=DE",
            "Google Customer Reviews",
            "google-customer-reviews",
        ),
    ] {
        check(vec![image("https://www.shop.example/s.png", link, alt)], &[(provider, Outcome::CannotTell)]);
    }
    // An authority's other pages sell certificates.
    check(
        vec![image(
            "https://www.shop.example/s.png",
            "https://www.digicert.com/ssl/2048-bit",
            "DigiCert Secured",
        )],
        &[("digicert", Outcome::Copied)],
    );
}

#[test]
fn who_bears_an_issuers_name_is_no_imitation() {
    for (host, alt, provider) in [
        ("www.comodosslstore.com", "Comodo Secure", "comodo"),
        ("www.geotrust-resale.example", "GeoTrust", "geotrust"),
        ("trustpilot.community", "Trustpilot", "trustpilot"),
    ] {
        let seal = image("https://www.shop.example/s.png", &format!("https://{host}/"), alt);
        check(vec![seal], &[(provider, Outcome::LeadsElsewhere)]);
    }
    let among_logos = image(
        "https://www.shop.example/logos/v.png",
        "https://seal.digicert.com.shop-check.example/",
        "DigiCert Secured",
    );
    check(vec![among_logos], &[("digicert", Outcome::LeadsToImitation)]);
}

#[test]
fn genuine_code_is_one_seal() {
    check(
        vec![
            image(
                "https://seal.globalsign.com/SiteSeal/images/gs_noscript_115-57_ja.gif",
                "https://jp.globalsign.com/",
                "",
            ),
            script("https://seal.globalsign.com/SiteSeal/gs_image_115-57_ja.js", ""),
        ],
        &[("globalsign", Outcome::CannotTell)],
    );
    // Sectigo's own script writes a javascript: link.
    let popup = SealCandidate {
        handler: "javascript:if(window.open('https://secure.trust-provider.com/ttb_searcher/trustlogo?v_querytype=W&v_shortname=CL1&v_search=https://www.shop.example/&x=6'))".into(),
        ..image("https://www.shop.example/comodo.png", "", "SSL")
    };
    assert_eq!(seals(&evidence(PAGE, vec![popup]))[0].names, Names::ThisSite("www.shop.example".into()));
    check(
        vec![script("https://seal.godaddy.com/getSeal?sealID=abc", "")],
        &[("godaddy", Outcome::ShowsNothing)],
    );
    let options =
        "var o = { 'domain': 'other.example', 'style': '7' }; s.src = 'https://seal.entrust.net/sealv2.js';";
    check(
        vec![script("https://seal.entrust.net/sealv2.js", ""), script("", options)],
        &[("entrust", Outcome::NamesAnother)],
    );
    let form = SealCandidate {
        element: SealElement::Form,
        ..image(
            "https://www.shop.example/siegel.png",
            "https://www.trustedshops.com/shop/certificate.php",
            "",
        )
    };
    check(vec![form], &[("trustedshops", Outcome::CannotTell)]);
}

#[test]
fn only_an_authority_is_compared_with_the_certificate() {
    let told = |candidate: SealCandidate, family: Option<&str>| {
        let judgement = judged(&evidence(PAGE, vec![candidate]), &asking(), family);
        let key = judgement.seals[0].certificate.as_ref().map(|message| message.key.clone());
        (key.unwrap_or_default(), judgement.findings.iter().any(|f| f.id == Id::SealOtherAuthority))
    };
    let seal = || image("https://www.shop.example/sectigo_trust_seal.png", "", "");
    assert_eq!(told(seal(), Some("sectigo")), ("seal_certificate_same".into(), false));
    assert_eq!(told(seal(), Some("letsencrypt")), ("seal_certificate_other".into(), true));
    assert_eq!(told(seal(), None), ("seal_certificate_unknown".into(), false));
    let scan = image("https://www.shop.example/sitelock.png", "", "SiteLock");
    assert_eq!(told(scan, Some("letsencrypt")), (String::new(), false));
}

#[test]
fn the_issuers_page_opens_over_https() {
    let seal = |link: &str| {
        seals(&evidence(PAGE, vec![image("https://www.shop.example/a.png", link, "")])).remove(0)
    };
    let link = "http://www.scanalert.com/RatingVerify?ref=www.shop.example";
    assert_eq!(
        seal(link).verify.as_deref(),
        Some("https://www.scanalert.com/RatingVerify?ref=www.shop.example")
    );
    let copied =
        seals(&evidence(PAGE, vec![image("https://www.shop.example/a.png", "", "McAfee SECURE")])).remove(0);
    assert_eq!(copied.verify.as_deref(), Some("https://www.trustedsite.com/verify?host=www.shop.example"));
}

/// Step 3 of adding a seal: a line of `tests/corpus/seal_addresses.tsv`.
#[test]
fn every_seal_that_was_seen_has_an_address_that_is_told() {
    let lines: Vec<Vec<&str>> = include_str!("../../../tests/corpus/seal_addresses.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    for provider in PROVIDERS.iter().filter(|p| !p.serves.is_empty() || !p.verifies.is_empty()) {
        let has = lines.iter().any(|line| line[0] == provider.id);
        assert!(has, "step 3, tests/corpus/seal_addresses.tsv has no line of {}", provider.id);
    }
    let mut wrong = Vec::new();
    for line in lines {
        let [id, what, address, site] = line[..] else { panic!("{line:?} has not four parts") };
        let candidate = match what {
            "link" => image("https://www.shop.example/a.png", address, ""),
            "form" => SealCandidate { element: SealElement::Form, ..image("", address, "") },
            "frame" => SealCandidate { element: SealElement::Frame, ..image(address, "", "") },
            "image" => image(address, "", ""),
            _ => script(address, ""),
        };
        let found = seals(&evidence(PAGE, vec![candidate]));
        let found: Vec<_> =
            found.iter().map(|seal| (seal.provider.id, seal.names.host().unwrap_or_default())).collect();
        if found != [(id, site)] {
            wrong.push(format!("{address}: {found:?}, not {id} {site}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_picture_without_a_name_is_known_by_its_looks() {
    let look = crate::evidence::SealLook {
        dhash: "153a2b6b73296521".into(),
        phash: "ae38d095c7e762e0".into(),
        whole_dhash: "0000000000000000".into(),
        whole_phash: "0000000000000000".into(),
    };
    let picture = SealCandidate { look: Some(look), ..image("https://www.shop.example/x1.png", "", "") };
    let judgement = judged(&evidence(PAGE, vec![picture]), &asking(), None);
    assert_eq!(judgement.findings[0].id, Id::SealLooksCopied);
}
