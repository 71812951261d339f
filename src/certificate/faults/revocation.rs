//! Where to ask if it was taken back, and where its issuer's certificate is.

use super::super::der::Oid;
use super::super::extension::{AUTHORITY_ACCESS, CRL_POINTS, GeneralName};
use super::{Case, distinct};
use crate::finding::Id;

const ID: Id = Id::CertificateRevocationEndpoints;
const OCSP: &str = "1.3.6.1.5.5.7.48.1";
const ISSUERS: &str = "1.3.6.1.5.5.7.48.2";

pub fn check(case: &mut Case<'_, '_>) {
    access(case);
    points(case);
    let signer = case.contents.has_usage("1.3.6.1.5.5.7.3.9");
    let unchecked = case.has("1.3.6.1.5.5.7.48.1.5");
    case.rule(
        signer && !unchecked && case.since(2012, 7, 1),
        ID,
        "ocsp_id_pkix_ocsp_nocheck_ext_not_included_server_auth",
        "BR 4.9.9; RFC 6960 4.2.2.2.1",
    );
}

fn http(name: &GeneralName<'_>) -> bool {
    matches!(name, GeneralName::Uri(uri) if starts(uri, b"http://"))
}

fn uri<'a>(name: &GeneralName<'a>) -> Option<&'a [u8]> {
    match name {
        GeneralName::Uri(uri) => Some(uri),
        _ => None,
    }
}

/// Over http, or from a directory (RFC 5280 4.2.1.13, 4.2.2.1).
fn reachable(name: &GeneralName<'_>) -> bool {
    http(name) || matches!(name, GeneralName::Uri(uri) if starts(uri, b"ldap://"))
}

fn starts(uri: &[u8], scheme: &[u8]) -> bool {
    uri.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

fn access(case: &mut Case<'_, '_>) {
    let present = case.has(AUTHORITY_ACCESS);
    let critical = case.critical(AUTHORITY_ACCESS);
    let (baseline, profiled) = (case.baseline(), case.profiled());
    let leaf = case.leaf();
    let all: Vec<(Oid<'_>, GeneralName<'_>)> = case.contents.authority_access.clone().unwrap_or_default();
    let of = |method: &'static str| all.iter().filter(move |(oid, _)| oid.is(method)).map(|(_, name)| name);

    case.rule(leaf && !present, ID, "sub_cert_aia_missing", "BR 7.1.2.7.7");
    case.rule(
        leaf && case.before(2023, 9, 15) && !of(OCSP).any(http),
        ID,
        "sub_cert_aia_does_not_contain_ocsp_url",
        "BR 1.8.0 7.1.2.3",
    );
    case.rule(
        baseline && !of(ISSUERS).any(http),
        ID,
        "sub_cert_aia_does_not_contain_issuing_ca_url",
        "BR 7.1.2.7.7",
    );
    if !present {
        return;
    }
    case.rule(critical && case.since(1999, 1, 1), ID, "ext_aia_marked_critical", "RFC 5280 4.2.2.1");
    case.rule(baseline && critical, ID, "sub_cert_aia_marked_critical", "BR 7.1.2.7.6");
    case.rule(profiled && !of(ISSUERS).all(http), ID, "aia_ca_issuers_must_have_http_only", "BR 7.1.2.7.7");
    case.rule(profiled && !of(OCSP).all(http), ID, "aia_ocsp_must_have_http_only", "BR 7.1.2.7.7");
    let permitted = all
        .iter()
        .all(|(oid, name)| (oid.is(OCSP) || oid.is(ISSUERS)) && matches!(name, GeneralName::Uri(_)));
    case.rule(profiled && !permitted, ID, "aia_must_contain_permitted_access_method", "BR 7.1.2.7.7");
    let repeated = [OCSP, ISSUERS].into_iter().any(|method| {
        let places: Vec<&[u8]> = of(method).filter_map(uri).collect();
        let count = places.len();
        distinct(places).len() < count
    });
    case.rule(profiled && repeated, ID, "aia_unique_access_locations", "BR 7.1.2.7.7");
    let unreachable = of(ISSUERS).next().is_some() && !of(ISSUERS).any(reachable);
    case.rule(
        case.since(2008, 5, 1) && unreachable,
        ID,
        "ext_aia_access_location_missing",
        "RFC 5280 4.2.2.1",
    );
}

fn points(case: &mut Case<'_, '_>) {
    let baseline = case.baseline();
    let profiled = case.server && case.since(2023, 9, 15);
    let present = case.has(CRL_POINTS);
    let critical = case.critical(CRL_POINTS);
    let certificate = case.certificate;
    let seconds = certificate.not_after.seconds - certificate.not_before.seconds + 1;
    let short = seconds <= if case.since(2026, 3, 15) { 7 } else { 10 } * 86_400;
    let ocsp = case.contents.authority_access.iter().flatten().any(|(oid, _)| oid.is(OCSP));
    let missing = case.server && case.subscriber && case.since(2024, 3, 15) && !present && !short && !ocsp;
    case.rule(missing, ID, "missing_crl_distrib_point", "BR 7.1.2.11.2, SC-063");
    let Some(points) = case.contents.crl_points.as_deref() else { return };

    let strange = points.iter().flat_map(|point| &point.names).any(|name| !http(name));
    case.rule(profiled && strange, ID, "crl_distrib_points_not_http", "BR 7.1.2.11.2");
    let issuer = points.iter().any(|point| point.has_issuer);
    case.rule(profiled && issuer, ID, "crlissuer_must_not_be_present_in_cdp", "BR 7.1.2.11.2");
    let incomplete = points.iter().any(|point| !point.has_point && !point.has_issuer);
    case.rule(case.since(2002, 4, 1) && incomplete, ID, "distribution_point_incomplete", "RFC 5280 4.2.1.13");
    case.rule(
        case.forum() && !points.iter().flat_map(|point| &point.names).any(http),
        ID,
        "sub_cert_crl_distribution_points_does_not_contain_url",
        "BR 7.1.2.11.2",
    );
    case.rule(baseline && critical, ID, "sub_cert_crl_distribution_points_marked_critical", "BR 7.1.2.7.6");
    case.rule(
        critical && case.since(1999, 1, 1),
        ID,
        "ext_crl_distribution_marked_critical",
        "RFC 5280 4.2.1.13",
    );
    let none = !points.iter().flat_map(|point| &point.names).any(reachable);
    case.rule(
        case.since(2008, 5, 1) && none,
        ID,
        "distribution_point_missing_ldap_or_uri",
        "RFC 5280 4.2.1.13",
    );
}
