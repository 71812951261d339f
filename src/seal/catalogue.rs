//! Every seal we know: one entry a provider, in our own words.
//!
//! Adding one takes three steps: its entry here, a word of it in the hint of `extension/seals.js`, and a
//! case under `tests/corpus/seal_*`. The tests below name the step that is missing.
//!
//! An entry says only what was seen: `High` rests on several real embeds or the issuer's own documents,
//! `Medium` on one or two, `Low` on none, and `Low` accuses nobody.

use Confidence::{High, Low, Medium};
use Means::{Authority, Content, Payment, Privacy, Register, Reputation, Scan, SelfMade};
use State::{Active, Mark, Over, StillPicture};

/// One provider of seals.
#[derive(Clone, Copy, Debug)]
pub struct Provider {
    pub id: &'static str,
    /// As shoppers know it.
    pub name: &'static str,
    pub means: Means,
    pub state: State,
    /// The family of certificate issuers it belongs to; empty where it says nothing of certificates.
    pub family: &'static str,
    /// Domains of the issuer: a click that ends there or below is with the issuer.
    pub hosts: &'static [&'static str],
    /// Host and path prefix from which it serves seals: scripts, pictures, frames.
    pub serves: &'static [&'static str],
    /// Host and path prefix of its verification pages.
    pub verifies: &'static [&'static str],
    /// Where the site's name stands in those: `?dn` a query value, `?s,` its last comma field, `?ref=` in
    /// base64, `/` the path; `'domain` in an option of the script.
    pub names: &'static [&'static str],
    /// Words that name this seal and nothing else.
    pub words: &'static [&'static str],
    /// Words that name the firm, its other goods, or other people too.
    pub shared: &'static [&'static str],
    /// The look-up that anyone may ask, before the host.
    pub look_up: &'static str,
    pub confidence: Confidence,
    #[cfg(not(target_arch = "wasm32"))]
    pub source: &'static str,
    /// The day on which the sources were read.
    #[cfg(not(target_arch = "wasm32"))]
    pub date: &'static str,
}

/// What this kind of seal means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    Authority,
    Scan,
    Privacy,
    Reputation,
    Payment,
    Register,
    Content,
    SelfMade,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Active,
    /// The issuer gave it up.
    Over,
    /// The issuer itself hands out a plain picture.
    StillPicture,
    /// A brand or acceptance mark: it never claimed to verify anybody.
    Mark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    Low,
    Medium,
    High,
}

const fn seen(confidence: Confidence, source: &'static str) -> Provider {
    // In the extension the source is dead weight.
    #[cfg(target_arch = "wasm32")]
    let _ = source;
    Provider {
        id: "",
        name: "",
        means: Scan,
        state: Active,
        family: "",
        hosts: &[],
        serves: &[],
        verifies: &[],
        names: &[],
        words: &[],
        shared: &[],
        look_up: "",
        confidence,
        #[cfg(not(target_arch = "wasm32"))]
        source,
        #[cfg(not(target_arch = "wasm32"))]
        date: "2026-11-23",
    }
}

/// Hosts of consent banners and advertising choices, run by seal issuers: never a seal.
pub const NO_SEALS: &[&str] = &[
    "consent.truste.com",
    "consent.trustarc.com",
    "consent-pref.trustarc.com",
    "consent-st.trustarc.com",
    "preferences-mgr.truste.com",
    "preferences-mgr.trustarc.com",
    "choices.truste.com",
    "choices.trustarc.com",
    "choices-or.truste.com",
];

#[rustfmt::skip]
pub static PROVIDERS: &[Provider] = &[
    // ── certificate authorities ──────────────────────────────────────────────────────────────────
    Provider { id: "digicert", name: "DigiCert", means: Authority, family: "digicert",
        hosts: &["digicert.com"], serves: &["seal.digicert.com/"],
        verifies: &["seal.digicert.com/seals/popup", "seal.digicert.com/seals/cascade/"],
        names: &["?url", "?s,"], words: &["digicert smart seal", "digicert seal", "digicert secured", "digicertclickid"],
        shared: &["digicert", "digi cert"],
        ..seen(High, "docs.digicert.com, site seals; embeds in public code") },
    Provider { id: "norton-secured", name: "Norton Secured", means: Authority, state: Over, family: "digicert",
        hosts: &["verisign.com", "norton.com", "symantec.com", "digicert.com", "verisign.es", "verisign.de", "verisign.fr", "verisign.co.uk", "verisign.co.jp"],
        serves: &["seal.verisign.com/", "trustseal.verisign.com/", "seal.websecurity.norton.com/", "extended-validation-ssl.websecurity.symantec.com/"],
        verifies: &["trustsealinfo.verisign.com/", "sealinfo.verisign.com/", "sealinfo.websecurity.norton.com/", "seal.verisign.com/splash", "trustsealinfo.websecurity.norton.com/"],
        names: &["?host_name", "?dn"],
        words: &["norton secured", "nortan secured", "norton secure", "norton verisign", "norton seal", "norton trust", "verisign secured", "verisign seal", "verisign trust", "symantec ssl", "symantec seal", "symantec secured"],
        shared: &["norton", "symantec", "verisign"],
        ..seen(High, "embeds in public code; Symantec and DigiCert notices on the end of the name") },
    Provider { id: "norton-safe-web", name: "Norton Safe Web", means: Scan,
        hosts: &["norton.com"], verifies: &["safeweb.norton.com/report"], names: &["?url"],
        words: &["norton safe web", "norton safeweb"], look_up: "https://safeweb.norton.com/report?url=",
        ..seen(Medium, "links in public code") },
    Provider { id: "sectigo", name: "Sectigo", means: Authority, family: "sectigo",
        hosts: &["sectigo.com", "trust-provider.com", "trustlogo.com", "comodo.com", "comodo.net", "positivessl.com", "instantssl.com", "comodoca.com"],
        serves: &["secure.trust-provider.com/trustlogo", "sectigo.com/images/seals/", "www.sectigo.com/images/seals/", "secure.sectigo.com/trustlogo", "trustlogo.com/trustlogo", "www.trustlogo.com/trustlogo"],
        verifies: &["secure.trust-provider.com/ttb_searcher/", "secure.sectigo.com/ttb_searcher/", "sectigo.com/trust-seal", "www.sectigo.com/trust-seal"],
        names: &["?v_search"], words: &["sectigo"],
        ..seen(High, "Infomaniak help page; embeds in public code") },
    Provider { id: "comodo", name: "Comodo Secure", means: Authority, family: "sectigo",
        hosts: &["comodo.com", "comodo.net", "trustlogo.com", "instantssl.com", "sectigo.com", "trust-provider.com", "positivessl.com", "comodogroup.com", "comodoca.com"],
        serves: &["secure.comodo.net/", "secure.comodo.com/trustlogo", "www.trustlogo.com/trustlogo/javascript/cot.js", "www.trustlogo.com/images/", "www.instantssl.com/ssl-certificate-images/", "www.comodo.com/images/seal", "ssl.comodo.com/images/"],
        verifies: &["secure.comodo.com/ttb_searcher/", "secure.comodo.net/ttb_searcher/", "trustlogo.com/ttb_searcher/", "www.trustlogo.com/ttb_searcher/"],
        names: &["?v_search"],
        words: &["comodo secure", "comodo ssl", "comodo seal", "comodo trustlogo", "comodo trust logo", "secured by comodo", "verified by comodo", "comodotl", "corner of trust", "cornertrust", "protected by comodo"],
        shared: &["comodo"],
        ..seen(High, "embeds and saved pages in public code") },
    Provider { id: "positivessl", name: "PositiveSSL", means: Authority, family: "sectigo",
        hosts: &["positivessl.com", "sectigo.com", "comodo.com", "trust-provider.com", "trustlogo.com", "instantssl.com", "essentialssl.com"],
        serves: &["www.positivessl.com/images", "positivessl.com/images", "www.instantssl.com/images", "www.essentialssl.com/images"],
        verifies: &["www.positivessl.com", "positivessl.com", "www.instantssl.com/", "www.essentialssl.com/"],
        names: &["?v_search"],
        words: &["positive ssl", "ssl positive", "essential ssl", "instant ssl"],
        ..seen(High, "embeds and saved pages in public code") },
    Provider { id: "geotrust", name: "GeoTrust", means: Authority, family: "digicert",
        hosts: &["geotrust.com", "digicert.com"],
        serves: &["smarticon.geotrust.com/", "seal.geotrust.com/", "sealsplash.geotrust.com/images/"],
        verifies: &["sealsplash.geotrust.com/", "smarticon.geotrust.com/smarticonprofile"],
        names: &["?host_name", "?dn", "?referer"], words: &["geotrust", "geo trust", "quickssl"],
        ..seen(High, "DigiCert knowledge base; embeds in public code") },
    Provider { id: "thawte", name: "Thawte", means: Authority, family: "digicert",
        hosts: &["thawte.com", "digicert.com", "thawte.de", "thawte.fr"],
        serves: &["siteseal.thawte.com/", "seal.thawte.com/"],
        verifies: &["sealinfo.thawte.com/", "siteseal.thawte.com/cgi/server/certdetails"],
        names: &["?host_name", "?dn", "?referer"], words: &["thawte"],
        ..seen(High, "embeds in public code") },
    Provider { id: "rapidssl", name: "RapidSSL", means: Authority, state: StillPicture, family: "digicert",
        hosts: &["rapidssl.com", "rapidsslonline.com", "digicert.com"],
        serves: &["www.rapidssl.com/assets/", "www.rapidssl.com/images/", "www.rapidsslonline.com/images/"],
        verifies: &["www.rapidssl.com"], words: &["rapid ssl", "seal rapid"],
        ..seen(High, "saved pages in public code: the seal is a plain picture") },
    Provider { id: "globalsign", name: "GlobalSign", means: Authority, family: "globalsign",
        hosts: &["globalsign.com", "globalsign.eu", "globalsign.net"],
        serves: &["seal.globalsign.com/", "ssif1.globalsign.com/", "ssif2.globalsign.com/"],
        verifies: &["profile.globalsign.com/", "ssif1.globalsign.com/", "ssif2.globalsign.com/"], names: &["?p1"],
        words: &["globalsign", "global secure", "gmo globalsign", "グローバルサイン", "ssl gmo", "gmo ssl"],
        ..seen(High, "support.globalsign.com, secure site seal; embeds in public code") },
    Provider { id: "alphassl", name: "AlphaSSL", means: Authority, family: "globalsign",
        hosts: &["alphassl.com", "globalsign.com"], serves: &["seal.alphassl.com/"],
        verifies: &["seal.alphassl.com/SiteSeal/siteSeal"], names: &["?p1"], words: &["alpha ssl"],
        ..seen(High, "embeds in public code") },
    Provider { id: "entrust", name: "Entrust", means: Authority, family: "entrust",
        hosts: &["entrust.net", "entrust.com", "entrustdatacard.com"], serves: &["seal.entrust.net/"],
        verifies: &["www.entrust.net/customer/profile.cfm", "entrust.net/customer/profile.cfm", "www.entrust.net/ssl-certificates"], names: &["?domain", "'domain"],
        words: &["entrust secured", "secured by entrust", "entrust certified", "entrust seal", "entrust ssl", "goentrust", "entrust cert"],
        shared: &["entrust"],
        ..seen(High, "webappanalyzer; embeds in public code; CCADB notice of the hand-over") },
    Provider { id: "godaddy", name: "GoDaddy", means: Authority, family: "godaddy",
        hosts: &["godaddy.com"], serves: &["seal.godaddy.com/"],
        verifies: &["seal.godaddy.com/verifySeal"],
        words: &["godaddy ssl", "godaddy seal", "godaddy verified", "godaddy secure", "verifyseal", "siteseal gd"], shared: &["godaddy", "go daddy"],
        ..seen(High, "embeds in public code") },
    Provider { id: "starfield", name: "Starfield", means: Authority, family: "godaddy",
        hosts: &["starfieldtech.com", "godaddy.com"], serves: &["seal.starfieldtech.com/"],
        verifies: &["seal.starfieldtech.com/verifySeal"], words: &["siteseal sf", "starfield technologies", "starfieldtech"],
        ..seen(High, "embeds in public code") },
    Provider { id: "networksolutions", name: "Network Solutions", means: Authority, family: "sectigo",
        hosts: &["networksolutions.com"], serves: &["seal.networksolutions.com/"],
        verifies: &["seal.networksolutions.com/"], names: &["?v_search"],
        words: &["network solutions", "netsolsiteseal", "basicrecgreen", "nsprotect", "netsol"],
        ..seen(High, "networksolutions.com help page; embeds in public code") },
    Provider { id: "trustwave", name: "Trustwave", means: Scan, family: "",
        hosts: &["trustwave.com", "trustkeeper.net", "securetrust.com"],
        serves: &["sealserver.trustwave.com/", "sealserver.trustkeeper.net/", "seal.securetrust.com/"],
        verifies: &["sealserver.trustwave.com/cert", "sealserver.trustkeeper.net/compliance/cert", "sealserver.trustkeeper.net/cert"],
        names: &["?baseURL"], words: &["trustwave", "trust wave", "trusted commerce", "ambirontrustwave", "securetrust"],
        ..seen(High, "embeds and saved pages in public code") },
    Provider { id: "sslcom", name: "SSL.com", means: Authority, family: "sslcom", hosts: &["ssl.com"],
        words: &["ssl.com seal", "sslcom"], shared: &["ssl com"], ..seen(Low, "said by the vendor; no embed seen") },
    Provider { id: "certum", name: "Certum", means: Authority, family: "certum",
        hosts: &["certum.eu", "certum.pl"], words: &["certum"], ..seen(Low, "no embed seen") },
    Provider { id: "swisssign", name: "SwissSign", means: Authority, family: "swisssign",
        hosts: &["swisssign.com", "swisssign.net"], words: &["swisssign"], ..seen(Low, "no embed seen") },
    Provider { id: "actalis", name: "Actalis", means: Authority, family: "actalis",
        hosts: &["actalis.com", "actalis.it"], words: &["actalis"], ..seen(Low, "no embed seen") },
    Provider { id: "buypass", name: "Buypass", means: Authority, state: Mark, family: "buypass",
        hosts: &["buypass.com", "buypass.no"], words: &["buypass"], ..seen(Low, "no official seal found") },
    Provider { id: "quovadis", name: "QuoVadis", means: Authority, family: "digicert",
        hosts: &["quovadisglobal.com", "digicert.com"], words: &["quovadis"], ..seen(Low, "brand taken over; no embed seen") },
    Provider { id: "letsencrypt", name: "Let’s Encrypt", means: Authority, state: Mark, family: "letsencrypt",
        hosts: &["letsencrypt.org"], words: &["lets encrypt", "let s encrypt"],
        ..seen(Low, "a logo in public code; no official seal found") },
    Provider { id: "zerossl", name: "ZeroSSL", means: Authority, family: "sectigo",
        hosts: &["zerossl.com"], words: &["zerossl"], ..seen(Low, "no embed seen") },
    Provider { id: "startssl-wosign", name: "StartSSL and WoSign", means: Authority, state: Over, family: "wosign",
        hosts: &["wosign.com", "startssl.com", "startcom.org"], serves: &["seal.wosign.com/"],
        verifies: &["seal.wosign.com/SealAction"], names: &["?ref="], words: &["startssl", "wosign", "startcom"],
        ..seen(High, "embeds in public code; browsers removed the authority in 2016 and 2017") },
    Provider { id: "secom", name: "SECOM Trust", means: Authority, family: "secom",
        hosts: &["secomtrust.net"], serves: &["www.login.secomtrust.net/"],
        verifies: &["www.login.secomtrust.net/customer/customer/pfw/CertificationPage"],
        words: &["secom trust", "secomtrust", "secom icon", "certificationpageform"],
        ..seen(High, "forms in public code") },
    Provider { id: "cybertrust-jp", name: "Cybertrust Japan", means: Authority, family: "cybertrust_jp",
        hosts: &["cybertrust.ne.jp", "cybertrust.co.jp"], serves: &["trusted-web-seal.cybertrust.ne.jp/"], names: &["?host_name"],
        words: &["cybertrust"],
        #[cfg(not(target_arch = "wasm32"))]
        date: "2026-11-30",
        ..seen(High, "embeds in public code") },
    Provider { id: "identrust", name: "IdenTrust", means: Authority, family: "identrust",
        hosts: &["identrust.com"], words: &["identrust"], ..seen(Low, "a picture in public code") },
    Provider { id: "trustico", name: "Trustico", means: Authority,
        hosts: &["trustico.com", "trustico.co.uk"], words: &["trustico"], ..seen(Low, "no embed seen") },

    // ── scans of the site ────────────────────────────────────────────────────────────────────────
    Provider { id: "trustedsite", name: "TrustedSite", means: Scan,
        hosts: &["trustedsite.com", "mcafeesecure.com", "scanalert.com", "ywxi.net", "mcafee.com"],
        serves: &["cdn.ywxi.net/", "images.scanalert.com/", "images.mcafeesecure.com/", "cdn.trustedsite.com/", "s3-us-west-2.amazonaws.com/mfesecure-public/"],
        verifies: &["www.trustedsite.com/verify", "trustedsite.com/verify", "www.mcafeesecure.com/verify", "www2.mcafeesecure.com/verify", "mcafeesecure.com/verify", "www.mcafeesecure.com/RatingVerify", "www.scanalert.com/RatingVerify", "scanalert.com/RatingVerify", "www.mcafeesecure.com/ratingverify"],
        names: &["?host", "?ref", "/"],
        words: &["trustedsite", "mcafee secure", "mcafee secured", "mcafee seal", "hacker safe", "scanalert", "mfes trustmark", "trustedsite certified"],
        shared: &["mcafee", "mc afee"], look_up: "https://www.trustedsite.com/verify?host=",
        ..seen(High, "McAfee SECURE trustmark page; embeds and saved pages in public code") },
    Provider { id: "sitelock", name: "SiteLock", means: Scan,
        hosts: &["sitelock.com"], serves: &["shield.sitelock.com/"], verifies: &["www.sitelock.com/verify", "sitelock.com/verify", "secure.sitelock.com/verify"],
        names: &["?site", "/"], words: &["sitelock"], look_up: "https://www.sitelock.com/verify.php?site=",
        ..seen(High, "Bluehost help page; webappanalyzer; embeds in public code") },
    Provider { id: "trust-guard", name: "Trust Guard", means: Scan,
        hosts: &["trust-guard.com"], serves: &["secure.trust-guard.com/seals/", "dw26xg4lubooo.cloudfront.net/seals/", "www.trust-guard.com/images/", "seals.trust-guard.com/", "www.trust-guard.com/seals"],
        verifies: &["secure.trust-guard.com/"], words: &["trust guard", "trustlink trustseal"],
        ..seen(High, "embeds in public code") },
    Provider { id: "securitymetrics", name: "SecurityMetrics", means: Scan,
        hosts: &["securitymetrics.com"], serves: &["www.securitymetrics.com/static/img/", "www.securitymetrics.com/images/", "www.securitymetrics.com/portal/app/ngsm/assets/img/"],
        verifies: &["www.securitymetrics.com/site_certificate"], names: &["?s"], words: &["security metrics", "sm ccsafe"],
        ..seen(High, "embeds in public code") },
    Provider { id: "qualys", name: "Qualys Secure", means: Scan,
        hosts: &["qualys.com"], serves: &["seal.qualys.com/"], verifies: &["seal.qualys.com/sealserv/info"],
        words: &["qualys seal", "qualys secure"], shared: &["qualys"], ..seen(High, "embeds in public code") },
    Provider { id: "beyondsecurity", name: "Beyond Security", means: Scan,
        hosts: &["beyondsecurity.com"], serves: &["seal.beyondsecurity.com/verification-images/", "secure.beyondsecurity.com/verification-images/", "www.beyondsecurity.com/verification-images/"],
        verifies: &["www.beyondsecurity.com/vulnerability-scanner-verification", "seal.beyondsecurity.com/vulnerability-scanner-verification", "secure.beyondsecurity.com/vulnerability-scanner-verification"],
        names: &["/"], words: &["beyond security"], ..seen(High, "embeds in public code") },
    Provider { id: "controlscan", name: "ControlScan", means: Scan,
        hosts: &["controlscan.com"], serves: &["seal.controlscan.com/", "smartscan.controlscan.com/"], verifies: &["seal.controlscan.com/", "smartscan.controlscan.com/"],
        words: &["controlscan"], ..seen(Low, "log-in host in public code; no embed seen") },
    Provider { id: "hackerproof", name: "HackerProof", means: Scan,
        hosts: &["hackerproof.com", "hackerguardian.com", "comodo.com"], words: &["hackerproof", "hackerguardian", "comodo hackerproof", "hacker guardian"],
        ..seen(Low, "an article’s picture") },
    Provider { id: "sucuri", name: "Sucuri", means: Scan,
        hosts: &["sucuri.net"], verifies: &["sitecheck.sucuri.net/results/"], names: &["/"], words: &["sucuri"], ..seen(Low, "no embed seen") },
    Provider { id: "siteblindado", name: "Site Blindado", means: Scan,
        hosts: &["siteblindado.com", "siteblindado.com.br"],
        serves: &["selo.siteblindado.com/", "cdn.siteblindado.com/", "s3-sa-east-1.amazonaws.com/selo.siteblindado.com/", "selo.siteblindado.com.br/"],
        verifies: &["selo.siteblindado.com.br/", "selo.siteblindado.com/verificar", "www.siteblindado.com.br/"],
        names: &["?url", "?hostname", "/"], words: &["site blindado", "sslblindado"],
        ..seen(High, "embeds in public code") },
    Provider { id: "safe-browsing", name: "Google Safe Browsing", means: Scan, state: Mark,
        hosts: &["google.com"], verifies: &["transparencyreport.google.com/safe-browsing/search", "www.google.com/safebrowsing/diagnostic"], names: &["?url", "?site"],
        words: &["google safe browsing"], look_up: "https://transparencyreport.google.com/safe-browsing/search?url=",
        ..seen(Medium, "home-made badges in public code") },
    Provider { id: "ssllabs", name: "SSL Labs", means: Scan, state: Mark,
        hosts: &["ssllabs.com"], verifies: &["www.ssllabs.com/ssltest/analyze"], names: &["?d"], words: &["ssl labs"],
        look_up: "https://www.ssllabs.com/ssltest/analyze.html?d=", ..seen(Medium, "home-made badges in public code") },
    Provider { id: "cloudflare", name: "Cloudflare", means: Scan, state: Mark,
        hosts: &["cloudflare.com"], words: &["secured by cloudflare", "cloudflare secure"], ..seen(Low, "no official seal found") },

    // ── privacy programmes ───────────────────────────────────────────────────────────────────────
    Provider { id: "truste", name: "TRUSTe", means: Privacy,
        hosts: &["truste.com", "truste.org", "trustarc.com"],
        serves: &["privacy-policy.truste.com/", "privacy.truste.com/", "download-files.trustarc.com/", "www.truste.com/images/", "www.truste.org/images/"],
        verifies: &["privacy.truste.com/", "privacy-policy.truste.com/", "www.truste.org/ivalidate", "www.truste.com/ivalidate", "clicktoverify.truste.com/", "www.truste.com/consumer-resources", "www.truste.org/pvr", "www.truste.com/pvr"],
        names: &["?url", "/"], words: &["truste", "trustarc"],
        ..seen(High, "embeds and saved pages in public code") },
    Provider { id: "verasafe", name: "VeraSafe", means: Privacy,
        hosts: &["verasafe.com"], serves: &["www.verasafe.com/trustseal", "d5fmvefcyrh0p.cloudfront.net/classic-trust-seal"],
        verifies: &["www.verasafe.com/index.php", "www.verasafe.com/public-resources", "www.verasafe.com/certification"], names: &["?host"], words: &["verasafe"],
        ..seen(Medium, "an embed in public code") },
    Provider { id: "privacymark", name: "PrivacyMark", means: Privacy, state: StillPicture,
        hosts: &["privacymark.jp", "privacymark.org", "jipdec.or.jp"], verifies: &["privacymark.jp", "www.privacymark.jp"],
        words: &["privacy mark", "pmark", "プライバシーマーク"], ..seen(High, "embeds in public code: a plain picture by design") },

    // ── what others say of the shop ──────────────────────────────────────────────────────────────
    Provider { id: "bbb", name: "BBB", means: Reputation,
        hosts: &["bbb.org", "bbbonline.org"], serves: &["seal-*.bbb.org/", "seal.bbb.org/", "www.bbb.org/logo", "m.bbb.org/"],
        verifies: &["www.bbb.org/", "bbb.org/", "*.bbb.org/business-reviews", "*.bbb.org/bbb", "www.bbbonline.org/", "*.bbb.org/Business-Report"],
        words: &["bbb accredited", "accredited business", "bbb business review", "bbbonline", "bbb rating", "better business bureau", "bbbwhitelogo", "bbb online", "bbb seal"], shared: &["bbb"],
        ..seen(High, "embeds and saved pages in public code") },
    Provider { id: "trustedshops", name: "Trusted Shops", means: Reputation,
        hosts: &["trustedshops.com", "trustedshops.de", "trustedshops.co.uk", "trustedshops.eu", "trustedshops.at", "trustedshops.ch", "trustedshops.fr", "trustedshops.it", "trustedshops.es", "trustedshops.nl", "trustedshops.pl", "trustedshops.be", "trustedshops.pt"],
        serves: &["widgets.trustedshops.com/", "www.trustedshops.com/shop/", "widgets-qa.trustedshops.com/", "integrations.etrusted.com/"],
        verifies: &["www.trustedshops.*/shop/certificate", "www.trustedshops.*/bewertung/", "www.trustedshops.*/buyerrating/", "www.trustedshops.*/evaluation/", "www.trustedshops.*/profil/", "www.trustedshops.*/opinion"],
        words: &["trusted shops", "trustbadge", "formsiegel", "trustedshops"],
        ..seen(High, "embeds in public code; webappanalyzer; Verbraucherzentrale Niedersachsen on imitated certificate pages") },
    Provider { id: "trustpilot", name: "Trustpilot", means: Reputation,
        hosts: &["trustpilot.com", "trustpilot.de", "trustpilot.co.uk", "trustpilot.dk", "trustpilot.fr", "trustpilot.nl", "trustpilot.se", "trustpilot.es", "trustpilot.it"],
        serves: &["widget.trustpilot.com/", "images-static.trustpilot.com/", "cdn.trustpilot.net/", "s.trustpilot.com/"],
        verifies: &["*.trustpilot.com/review/", "trustpilot.com/review/", "www.trustpilot.*/review/", "trustpilot.*/review/"], names: &["/"],
        words: &["trust pilot", "trustpilot"], look_up: "https://www.trustpilot.com/review/",
        ..seen(High, "embeds and saved pages in public code") },
    Provider { id: "google-trusted-stores", name: "Google Trusted Store", means: Reputation, state: Over,
        hosts: &["google.com", "googlecommerce.com"], serves: &["www.googlecommerce.com/trustedstores/"],
        verifies: &["www.google.com/trustedstores/verify", "www.google.com/trustedstores/s/", "www.googlecommerce.com/trustedstores"],
        words: &["google trusted store", "google trusted stores", "google certified shop", "trustedstores"],
        ..seen(High, "embeds in public code") },
    Provider { id: "google-customer-reviews", name: "Google Customer Reviews", means: Reputation,
        hosts: &["google.com"], serves: &["www.google.com/shopping/customerreviews/", "apis.google.com/js/platform.js?onload=renderBadge"], verifies: &["www.google.com/shopping/customerreviews/"],
        words: &["google customer reviews"], ..seen(Medium, "webappanalyzer") },
    Provider { id: "ekomi", name: "eKomi", means: Reputation,
        hosts: &["ekomi.de", "ekomi.com", "ekomi.co.uk", "ekomi.fr", "ekomi.es", "ekomi.it", "ekomi.nl", "ekomi-us.com", "ekomi-pl.com"],
        serves: &["connect.ekomi.de/", "widgets.ekomi.com/", "smart-widget-assets.ekomiapps.de/", "sw-assets.ekomiapps.de/"],
        verifies: &["www.ekomi*/review-", "www.ekomi*/bewertungen-", "www.ekomi*/avis-", "www.ekomi*/testimonianze-"], words: &["ekomi"], ..seen(High, "embeds in public code") },
    Provider { id: "avis-verifies", name: "Verified Reviews", means: Reputation,
        hosts: &["avis-verifies.com", "verified-reviews.com", "echte-bewertungen.com", "netreviews.com", "skeepers.io", "opiniones-verificadas.com", "recensioni-verificate.com"], serves: &["cl.avis-verifies.com/"],
        verifies: &["www.avis-verifies.com/avis-clients/", "www.verified-reviews.com/reviews/"], names: &["/"], words: &["avis verifies", "avis vérifiés", "netreviews", "verified reviews"],
        ..seen(Medium, "webappanalyzer; an embed in public code") },
    Provider { id: "feefo", name: "Feefo", means: Reputation,
        hosts: &["feefo.com"], serves: &["api.feefo.com/api/", "www.feefo.com/feefo/", "register.feefo.com/", "cdn.feefo.com/"],
        verifies: &["www.feefo.com/", "ww2.feefo.com/"], names: &["?logon"], words: &["feefo"], ..seen(High, "embeds in public code") },
    Provider { id: "shopperapproved", name: "Shopper Approved", means: Reputation,
        hosts: &["shopperapproved.com"], serves: &["www.shopperapproved.com/widgets/", "www.shopperapproved.com/newseal/", "www.shopperapproved.com/seals/", "www.shopperapproved.com/award/", "c813008.ssl.cf2.rackcdn.com/"],
        verifies: &["www.shopperapproved.com/reviews/"], names: &["/"],
        words: &["shopper approved", "shopperapproved"], look_up: "https://www.shopperapproved.com/reviews/", ..seen(High, "embeds in public code") },
    Provider { id: "resellerratings", name: "ResellerRatings", means: Reputation,
        hosts: &["resellerratings.com"], serves: &["seals.resellerratings.com/", "seal.resellerratings.com/"], verifies: &["seals.resellerratings.com/landing", "www.resellerratings.com/store/"],
        words: &["resellerratings", "reseller ratings"], ..seen(High, "embeds in public code") },
    Provider { id: "buysafe", name: "buySAFE", means: Reputation,
        hosts: &["buysafe.com", "guarantee-cdn.com", "symantec.com"],
        serves: &["seal.buysafe.com/", "guarantee-cdn.com/", "nsg.symantec.com/", "sealserver.buysafe.com/"], verifies: &["www.buysafe.com/Web/Seal/", "www.buysafe.com/web/seal/"],
        words: &["buysafe", "norton shopping guarantee", "buysafeguarantee"], ..seen(High, "embeds in public code; webappanalyzer") },
    Provider { id: "emaerket", name: "e-mærket", means: Reputation,
        hosts: &["emaerket.dk", "e-maerket.dk"], serves: &["widget.emaerket.dk/"], verifies: &["certifikat.emaerket.dk/", "www.emaerket.dk/"], names: &["/"],
        words: &["emaerket", "e maerket", "emærket", "e mærket", "emark"], look_up: "https://certifikat.emaerket.dk/", ..seen(High, "embeds in public code") },
    Provider { id: "confianzaonline", name: "Confianza Online", means: Reputation,
        hosts: &["confianzaonline.es", "confianzaonline.org"], serves: &["www.confianzaonline.es/"], verifies: &["www.confianzaonline.es/empresas/", "www.confianzaonline.org/", "www.confianzaonline.es/"],
        words: &["confianza online"], ..seen(High, "embeds in public code") },
    Provider { id: "webwinkelkeur", name: "WebwinkelKeur", means: Reputation,
        hosts: &["webwinkelkeur.nl", "trustprofile.com"], serves: &["www.webwinkelkeur.nl/js/", "dashboard.webwinkelkeur.nl/", "dashboard.trustprofile.com/"], verifies: &["www.webwinkelkeur.nl/leden/", "www.webwinkelkeur.nl/webshop/"],
        words: &["webwinkelkeur", "webwinkel keur"], ..seen(Medium, "an embed in public code") },
    Provider { id: "thuiswinkel", name: "Thuiswinkel Waarborg", means: Reputation,
        hosts: &["thuiswinkel.org"], verifies: &["www.thuiswinkel.org/leden/"], words: &["thuiswinkel"], ..seen(Low, "a list in public code") },
    Provider { id: "ecommerce-europe", name: "Ecommerce Europe", means: Reputation,
        hosts: &["ecommercetrustmark.eu", "ecommerce-europe.eu"], verifies: &["www.ecommercetrustmark.eu/", "ecommercetrustmark.eu/"], words: &["ecommerce trustmark", "ecommercetrustmark"], ..seen(Low, "reference pictures in public code") },
    Provider { id: "ehi", name: "EHI Geprüfter Online-Shop", means: Reputation,
        hosts: &["ehi-siegel.de", "ehi.org"], serves: &["ehi-siegel.de/", "www.ehi-siegel.de/"], verifies: &["zertifikat.ehi-siegel.de/"],
        words: &["ehi siegel", "ehi geprüfter", "ehi gepruefter"], ..seen(Medium, "a shop list and an embed in public code") },
    Provider { id: "guetezeichen", name: "E-Commerce-Gütezeichen", means: Reputation,
        hosts: &["guetezeichen.at"], verifies: &["www.guetezeichen.at/zertifi"], words: &["guetezeichen", "gütezeichen"], ..seen(Medium, "a shop list in public code") },
    Provider { id: "safer-shopping", name: "s@fer-shopping", means: Reputation, state: Over,
        hosts: &["safer-shopping.de", "tuvsud.com", "tuev-sued.de"], verifies: &["www.safer-shopping.de/"], words: &["safer shopping", "safershopping"], ..seen(Low, "Verbraucherservice Bayern") },
    Provider { id: "fevad", name: "FEVAD", means: Reputation, hosts: &["fevad.com"], words: &["fevad"], ..seen(Low, "not looked up") },
    Provider { id: "safe-shop", name: "Safe.Shop", means: Reputation, hosts: &["safe.shop"], words: &["safe.shop"], ..seen(Low, "not looked up") },
    Provider { id: "heureka", name: "Heureka", means: Reputation,
        hosts: &["heureka.cz", "heureka.sk", "heureka.group"], words: &["heureka", "overeno zakazniky"], ..seen(Low, "a widget’s key in public code") },
    Provider { id: "kiyoh", name: "Kiyoh", means: Reputation, hosts: &["kiyoh.com", "kiyoh.nl"], words: &["kiyoh"], ..seen(Low, "no embed seen") },
    Provider { id: "webtrust", name: "WebTrust", means: Reputation,
        hosts: &["webtrust.org", "cpacanada.ca"], verifies: &["cert.webtrust.org/"], words: &["webtrust"], ..seen(High, "links in public code: an audit seal for certificate authorities") },
    Provider { id: "knet", name: "KNET 可信网站", means: Reputation,
        hosts: &["knet.cn"], serves: &["kxlogo.knet.cn/"], verifies: &["ss.knet.cn/"], names: &["?trustvalue"],
        words: &["kx verify", "可信网站"], ..seen(High, "embeds in public code") },
    Provider { id: "szfw", name: "szfw 诚信网站", means: Reputation,
        hosts: &["szfw.org"], serves: &["icon.szfw.org/"], verifies: &["search.szfw.org/"], words: &["szfw", "诚信网站"], ..seen(Medium, "an embed in public code") },

    // ── registers of the state ───────────────────────────────────────────────────────────────────
    Provider { id: "enamad", name: "eNAMAD", means: Register,
        hosts: &["enamad.ir"], serves: &["trustseal.enamad.ir/"], verifies: &["trustseal.enamad.ir/", "enamad.ir/"], words: &["enamad"], ..seen(High, "embeds in public code") },
    Provider { id: "samandehi", name: "Samandehi", means: Register,
        hosts: &["samandehi.ir"], serves: &["logo.samandehi.ir/"], verifies: &["logo.samandehi.ir/"], words: &["samandehi"], ..seen(Medium, "an embed in public code") },
    Provider { id: "etbis", name: "ETBİS", means: Register,
        hosts: &["eticaret.gov.tr"], verifies: &["etbis.eticaret.gov.tr/", "www.eticaret.gov.tr/siteprofil"], words: &["etbis"], ..seen(High, "embeds in public code") },
    Provider { id: "online-gov-vn", name: "Bộ Công Thương", means: Register,
        hosts: &["online.gov.vn"], verifies: &["online.gov.vn/", "www.online.gov.vn/"], words: &["dathongbao", "logosalenoti", "bộ công thương"],
        ..seen(High, "embeds in public code; the issuer’s own links are http") },

    // ── payment ──────────────────────────────────────────────────────────────────────────────────
    Provider { id: "authorizenet", name: "Authorize.Net", means: Payment,
        hosts: &["authorize.net"], serves: &["verify.authorize.net/"], verifies: &["verify.authorize.net/anetseal"], names: &["?rurl"],
        words: &["authorize net", "authorizenet", "authorizenetseal", "bg authorize"], ..seen(High, "embeds in public code") },
    Provider { id: "paypal-verified", name: "PayPal Verified", means: Payment, state: Over,
        hosts: &["paypal.com", "paypalobjects.com", "paypal-community.com"], serves: &["images.paypal.com/images/verification_seal"],
        verifies: &["www.paypal.com/verified", "www.paypal.com/us/verified", "www.paypal.com/verified/"],
        words: &["paypal verified", "official paypal seal", "paypal seal"], ..seen(High, "embeds in public code") },
    Provider { id: "braintree", name: "Braintree", means: Payment,
        hosts: &["braintreegateway.com", "braintreepayments.com"], serves: &["braintree-badges.s3.amazonaws.com/", "s3.amazonaws.com/braintree-badges/"],
        verifies: &["www.braintreegateway.com/merchants/"], words: &["braintree badge"], ..seen(Medium, "links in public code") },
    Provider { id: "visa-secure", name: "Visa Secure", means: Payment, state: Mark,
        hosts: &["visa.com"], words: &["verified by visa", "visa secure"], ..seen(High, "pictures in public code: an acceptance mark") },
    Provider { id: "mastercard-identity", name: "Mastercard Identity Check", means: Payment, state: Mark,
        hosts: &["mastercard.com"], words: &["mastercard securecode", "mastercard secure code"], ..seen(Medium, "pictures in public code: an acceptance mark") },
    Provider { id: "stripe", name: "Powered by Stripe", means: Payment, state: Mark,
        hosts: &["stripe.com", "stripe.dev"], words: &["powered by stripe", "stripe secure", "secured by stripe"], ..seen(Medium, "pictures in public code") },

    // ── of other things ──────────────────────────────────────────────────────────────────────────
    Provider { id: "dmca", name: "DMCA.com", means: Content,
        hosts: &["dmca.com"], serves: &["images.dmca.com/"], verifies: &["www.dmca.com/Protection/Status", "www.dmca.com/protection/status"], words: &["dmca protected", "dmca badge", "dmca com protection", "dmca"],
        ..seen(High, "embeds in public code: free for anyone, about copying of texts") },
    Provider { id: "generic", name: "", means: SelfMade, state: Mark,
        words: &["ssl secure", "ssl secured", "sslsecure", "256bit ssl", "256 bit ssl", "256bitsslsecure", "secure checkout", "securecheckout", "guaranteed safe", "safe checkout", "trusted store", "100 secure", "satisfaction guarantee"],
        ..seen(High, "badge sets that come with shop software, in public code") },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certificate::issuer::FAMILIES;

    fn check(step: &str, missing: Vec<&str>) {
        assert!(missing.is_empty(), "{step}: {}", missing.join(", "));
    }

    fn without(complete: impl Fn(&Provider) -> bool) -> Vec<&'static str> {
        PROVIDERS.iter().filter(|provider| !complete(provider)).map(|provider| provider.id).collect()
    }

    #[test]
    fn every_entry_is_whole() {
        assert!(PROVIDERS.len() >= 60);
        check(
            "step 1, the entry needs a source and a day",
            without(|p| !p.source.is_empty() && p.date.len() == 10),
        );
        check("step 1, the entry needs words", without(|p| !p.words.is_empty()));
        check(
            "step 1, the entry needs the issuer's domains",
            without(|p| !p.hosts.is_empty() || p.means == SelfMade),
        );
        check(
            "step 1, the family is one of certificates' issuers",
            without(|p| p.family.is_empty() || FAMILIES.iter().any(|(family, _)| *family == p.family)),
        );
        check(
            "step 1, ids are given once",
            without(|p| PROVIDERS.iter().filter(|q| q.id == p.id).count() == 1),
        );
        check(
            "step 1, words are lower case, without hyphens",
            without(|p| p.words.iter().chain(p.shared).all(|w| w.to_lowercase() == *w && !w.contains('-'))),
        );
        check(
            "step 1, what names a site must be read from somewhere of the issuer",
            without(|p| p.names.is_empty() || !p.verifies.is_empty() || !p.serves.is_empty()),
        );
        check(
            "step 1, an entry that was not seen names no seal server with certainty",
            without(|p| p.confidence > Low || p.serves.len() <= 2),
        );
    }

    #[test]
    fn the_finder_knows_a_hint_of_every_entry() {
        let finder = include_str!("../../extension/seals.js");
        let hint =
            finder.lines().find_map(|line| line.trim().strip_prefix("const HINT = /")).expect("the hint");
        let hint = hint.trim_end_matches("/;");
        let hints: Vec<&str> = hint.split('|').collect();
        // The parts of a word may stand apart in a page: one of them must be enough.
        let known = |word: &str| {
            word.to_lowercase().split(' ').any(|part| hints.iter().any(|hint| part.contains(hint)))
        };
        check(
            "step 2, extension/seals.js has no hint of these",
            // What was never seen need not be looked for.
            without(|p| {
                p.confidence == Low
                    || p.words
                        .iter()
                        .chain(p.shared)
                        .chain(p.serves)
                        .chain(p.verifies)
                        .all(|word| known(word))
            }),
        );
    }
}
