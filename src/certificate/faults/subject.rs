//! What is said of the subject against what was checked (DV, OV, IV, EV).

use super::super::extension::POLICIES;
use super::super::parse::{
    BUSINESS_CATEGORY, COMMON_NAME, COUNTRY, GIVEN_NAME, LOCALITY, ORGANIZATION, ORGANIZATION_IDENTIFIER,
    POSTAL_CODE, PROVINCE, SERIAL_NUMBER, STREET, SURNAME, UNIT,
};
use super::Case;
use crate::finding::Id;

const ID: Id = Id::CertificateValidationType;
const FORUM_IDENTIFIER: &str = "2.23.140.3.1";

pub fn check(case: &mut Case<'_, '_>) {
    policies(case);
    claims(case);
    attributes(case);
    extended(case);
}

fn policies(case: &mut Case<'_, '_>) {
    let leaf = case.leaf();
    let present = case.has(POLICIES);
    let empty = case.contents.policies.as_deref().is_some_and(<[_]>::is_empty);
    case.rule(leaf && !present, ID, "sub_cert_certificate_policies_missing", "BR 7.1.2.7.9");
    case.rule(leaf && (!present || empty), ID, "sub_cert_cert_policy_empty", "BR 7.1.2.7.9");
    let critical = case.critical(POLICIES);
    case.rule(
        case.baseline() && critical,
        ID,
        "sub_cert_certificate_policies_marked_critical",
        "BR 7.1.2.7.6",
    );
    if case.server && case.authority && !case.self_signed && case.since(2023, 9, 15) {
        let any = case.contents.has_policy("2.5.29.32.0");
        let reserved = super::VALIDATION_POLICIES.iter().filter(|oid| case.contents.has_policy(oid)).count();
        let count = case.contents.policies.as_deref().unwrap_or_default().len();
        let fine = if any { count == 1 } else { reserved > 0 };
        case.rule(!fine, ID, "invalid_ca_certificate_policies", "BR 7.1.2.10.5");
    }
}

fn claims(case: &mut Case<'_, '_>) {
    let subject = &case.certificate.subject;
    let has = |oid: &str| subject.has(oid);
    let claims = |oid: &str| case.contents.has_policy(oid);
    let (domain, organization, individual) =
        (claims("2.23.140.1.2.1"), claims("2.23.140.1.2.2"), claims("2.23.140.1.2.3"));
    let leaf = case.server && !case.authority;
    let forum = leaf && case.since(2012, 7, 1);
    let older = forum && case.before(2023, 9, 15);
    let profiled = leaf && case.since(2023, 9, 15);
    let place = has(PROVINCE) || has(LOCALITY);
    let named = has(GIVEN_NAME) && has(SURNAME);
    let personal = leaf && case.since(2015, 9, 28);
    let strict = |oid: &str| oid != COUNTRY && oid != COMMON_NAME;
    let extra = subject.attributes().any(|attribute| strict(&attribute.oid.dotted()));

    let rules = [
        (older && domain && has(LOCALITY), "cab_dv_conflicts_with_locality", "BR 7.1.6.4"),
        (older && domain && has(ORGANIZATION), "cab_dv_conflicts_with_org", "BR 7.1.6.4"),
        (older && domain && has(POSTAL_CODE), "cab_dv_conflicts_with_postal", "BR 7.1.6.4"),
        (older && domain && has(PROVINCE), "cab_dv_conflicts_with_province", "BR 7.1.6.4"),
        (older && domain && has(STREET), "cab_dv_conflicts_with_street", "BR 7.1.6.4"),
        (profiled && case.subscriber && domain && extra, "cab_dv_subject_invalid_values", "BR 7.1.2.7.2"),
        (
            personal && !profiled && individual && !has(ORGANIZATION) && !named,
            "cab_iv_requires_personal_name",
            "BR 7.1.6.4",
        ),
        (profiled && individual && !named, "cab_iv_requires_personal_name_strict", "BR 7.1.2.7.3"),
        (forum && organization && !has(ORGANIZATION), "cab_ov_requires_org", "BR 7.1.2.7.4"),
        (personal && individual && !has(COUNTRY), "cert_policy_iv_requires_country", "BR 7.1.2.7.3"),
        (personal && individual && !place, "cert_policy_iv_requires_province_or_locality", "BR 7.1.2.7.3"),
        (forum && organization && !has(COUNTRY), "cert_policy_ov_requires_country", "BR 7.1.2.7.4"),
        (forum && organization && !place, "cert_policy_ov_requires_province_or_locality", "BR 7.1.2.7.4"),
    ];
    for (broken, rule, source) in rules {
        case.rule(broken, ID, rule, source);
    }
}

fn attributes(case: &mut Case<'_, '_>) {
    let subject = &case.certificate.subject;
    let has = |oid: &str| subject.has(oid);
    let organization = has(ORGANIZATION);
    let person = has(GIVEN_NAME) || has(SURNAME);
    let somebody = organization || person;
    let subscriber = case.server && case.subscriber;
    let located = subscriber && case.since(2016, 9, 7);
    let individual = case.contents.has_policy("2.23.140.1.2.3");
    let unit = has(UNIT);
    let long_unit = subject.all(UNIT).any(|attribute| attribute.text().chars().count() > 64);
    let rules = [
        (located && somebody && !has(COUNTRY), "sub_cert_country_name_must_appear", "BR 7.1.2.7"),
        (
            located && person && !individual,
            "sub_cert_given_name_surname_contains_correct_policy",
            "BR 7.1.2.7",
        ),
        (
            located && somebody && !has(PROVINCE) && !has(LOCALITY),
            "sub_cert_locality_name_must_appear",
            "BR 7.1.2.7",
        ),
        (located && !somebody && has(LOCALITY), "sub_cert_locality_name_must_not_appear", "BR 7.1.2.7"),
        (located && !somebody && has(POSTAL_CODE), "sub_cert_postal_code_must_not_appear", "BR 7.1.2.7"),
        (
            located && somebody && !has(LOCALITY) && !has(PROVINCE),
            "sub_cert_province_must_appear",
            "BR 7.1.2.7",
        ),
        (located && !somebody && has(PROVINCE), "sub_cert_province_must_not_appear", "BR 7.1.2.7"),
        (located && !somebody && has(STREET), "sub_cert_street_address_should_not_exist", "BR 7.1.2.7"),
        (
            subscriber && unit && case.since(2022, 9, 1),
            "organizational_unit_name_prohibited",
            "BR 7.1.2.7, SC-047",
        ),
        (
            case.server && unit && !organization && case.since(2021, 8, 16),
            "subject_contains_organizational_unit_name_and_no_organization_name",
            "BR 7.1.2.7",
        ),
        (long_unit, "subject_organizational_unit_name_max_length", "RFC 5280 A.1"),
    ];
    for (broken, rule, source) in rules {
        case.rule(broken, ID, rule, source);
    }
}

/// EV Guidelines 7.1.4.2: who the subject is, in full.
fn extended(case: &mut Case<'_, '_>) {
    let extension = case.certificate.extension(FORUM_IDENTIFIER).map(|extension| extension.value);
    let told = extension.and_then(forum_identifier);
    let state = told
        .as_ref()
        .is_some_and(|[scheme, _, state, _]| matches!(scheme.as_str(), "PSD" | "VAT") && !state.is_empty());
    let in_force = state && case.since(2019, 6, 21);
    case.rule(in_force, ID, "cabf_org_identifier_psd_vat_has_state", "EVG 7.1.4.2.8, SC-017");
    if !case.extended || !case.subscriber {
        return;
    }
    let subject = &case.certificate.subject;
    let has = |oid: &str| subject.has(oid);
    let category = subject.first(BUSINESS_CATEGORY);
    let known = ["Private Organization", "Government Entity", "Business Entity", "Non-Commercial Entity"];
    let invalid = category
        .as_deref()
        .is_some_and(|category| !known.iter().any(|known| known.eq_ignore_ascii_case(category)));
    let allowed = [
        COMMON_NAME,
        COUNTRY,
        LOCALITY,
        PROVINCE,
        STREET,
        ORGANIZATION,
        POSTAL_CODE,
        SERIAL_NUMBER,
        BUSINESS_CATEGORY,
        ORGANIZATION_IDENTIFIER,
        UNIT,
        "1.3.6.1.4.1.311.60.2.1.1",
        "1.3.6.1.4.1.311.60.2.1.2",
        "1.3.6.1.4.1.311.60.2.1.3",
    ];
    let extra = subject.attributes().any(|attribute| !allowed.iter().any(|oid| attribute.oid.is(oid)));
    let identifier = subject.first(ORGANIZATION_IDENTIFIER);
    let in_force = case.since(2020, 1, 31);
    let scheme = identifier.as_deref().and_then(|text| text.get(..3)).map(str::to_owned);
    let strange = identifier.is_some() && !matches!(scheme.as_deref(), Some("NTR" | "VAT" | "PSD"));
    let inconsistent = match (&identifier, &told) {
        (Some(identifier), Some(told)) => !same_identifier(identifier, told),
        _ => false,
    };
    let rules = [
        (category.is_none(), "ev_business_category_missing", "EVG 7.1.4.2.3"),
        (!has(COUNTRY), "ev_country_name_missing", "EVG 7.1.4.2.6"),
        (extra && case.since(2019, 4, 16), "ev_extra_subject_attribs", "EVG 7.1.4.2.9"),
        (invalid, "ev_invalid_business_category", "EVG 7.1.4.2.3"),
        (in_force && strange, "ev_invalid_orgid_reg_scheme", "EVG 7.1.4.2.8"),
        (
            in_force && identifier.is_some() && extension.is_none(),
            "ev_organization_id_missing",
            "EVG 7.1.2.2",
        ),
        (!has(ORGANIZATION), "ev_organization_name_missing", "EVG 7.1.4.2.1"),
        (in_force && inconsistent, "ev_orgid_inconsistent_subj_and_ext", "EVG 7.1.2.2"),
        (!has(SERIAL_NUMBER), "ev_serial_number_missing", "EVG 7.1.4.2.5"),
    ];
    for (broken, rule, source) in rules {
        case.rule(broken, ID, rule, source);
    }
}

/// Scheme, country, state and reference of a cabfOrganizationIdentifier (EVG 7.1.2.2).
fn forum_identifier(value: &[u8]) -> Option<[String; 4]> {
    use super::super::der::{Reader, SEQUENCE, context, text};
    let mut inside = Reader(value).only(SEQUENCE)?.inside();
    let mut next = || inside.next().map(|value| text(value.tag, value.content));
    let (scheme, country) = (next()?, next()?);
    let mut state = String::new();
    if let Some(value) = inside.take(context(0)) {
        state = text(value.tag, value.content);
    }
    let reference = inside.next().map(|value| text(value.tag, value.content))?;
    Some([scheme, country, state, reference])
}

/// `NTRGB-12345678`, `NTRUS+CA-…`; for payments, with the authority before the number: `PSDIT-BI-05034`.
fn same_identifier(written: &str, [scheme, country, state, reference]: &[String; 4]) -> bool {
    let region = if state.is_empty() { String::new() } else { format!("+{state}") };
    let rest = written.strip_prefix(&format!("{scheme}{country}{region}-"));
    let without_authority = |rest: &str| {
        rest.split_once('-').is_some_and(|(authority, number)| {
            number == reference && authority.bytes().all(|byte| byte.is_ascii_uppercase())
        })
    };
    rest.is_some_and(|rest| rest == reference || scheme == "PSD" && without_authority(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payment_firm_may_name_its_authority() {
        let told = |scheme: &str, country: &str, state: &str, reference: &str| {
            [scheme, country, state, reference].map(str::to_owned)
        };
        assert!(same_identifier("NTRUS+CA-12345678", &told("NTR", "US", "CA", "12345678")));
        assert!(!same_identifier("NTRUS-12345678", &told("NTR", "US", "CA", "12345678")));
        assert!(same_identifier("PSDIT-BI-05034", &told("PSD", "IT", "", "BI-05034")));
        assert!(same_identifier("PSDIT-BI-05034", &told("PSD", "IT", "", "05034")));
        assert!(!same_identifier("VATIT-BI-05034", &told("VAT", "IT", "", "05034")));
    }
}
