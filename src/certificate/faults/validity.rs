//! The days: how they are written, and how many there may be.

use super::super::der::{self, GENERALIZED_TIME, UTC_TIME};
use super::super::parse::Certificate;
use super::Case;
use crate::finding::Id;

const DAY: i64 = 86_400;

pub fn check(case: &mut Case<'_, '_>) {
    written(case);
    length(case);
}

fn written(case: &mut Case<'_, '_>) {
    let id = Id::CertificateValidityMalformed;
    let certificate = case.certificate;
    let in_force = case.since(1999, 1, 1);
    let times = [certificate.not_before, certificate.not_after];
    let any = |test: &dyn Fn(&der::Time<'_>) -> bool| times.iter().any(test);
    let zulu = |time: &der::Time<'_>| time.written.last() == Some(&b'Z');
    let general = any(&|time| time.tag == GENERALIZED_TIME && !zulu(time));
    case.rule(in_force && general, id, "generalized_time_not_in_zulu", "RFC 5280 4.1.2.5.2");
    case.rule(
        in_force && any(&|time| time.tag == UTC_TIME && !zulu(time)),
        id,
        "utc_time_not_in_zulu",
        "RFC 5280 4.1.2.5.1",
    );
    let digits = |time: &der::Time<'_>| time.written.iter().take_while(|byte| byte.is_ascii_digit()).count();
    case.rule(
        in_force && any(&|time| time.tag == UTC_TIME && digits(time) != 12),
        id,
        "utc_time_does_not_include_seconds",
        "RFC 5280 4.1.2.5.1",
    );
    let ends_early = certificate.not_after.seconds < certificate.not_before.seconds;
    case.rule(ends_early, id, "validity_time_not_positive", "RFC 5280 4.1.2.5");
    let limit = der::days(2050, 1, 1) * DAY;
    case.rule(
        in_force && any(&|time| time.tag == GENERALIZED_TIME && time.seconds < limit),
        id,
        "wrong_time_format_pre2050",
        "RFC 5280 4.1.2.5",
    );
}

fn length(case: &mut Case<'_, '_>) {
    let id = Id::CertificateValidityTooLong;
    let certificate = case.certificate;
    // Both ends count, and any fraction of a day counts as another (BR 6.3.2).
    let seconds = certificate.not_after.seconds - certificate.not_before.seconds + 1;
    let longer = |days: i64| seconds > days * DAY;
    let subscriber = case.server && case.subscriber;
    let longer_months = |months: i64| certificate.not_after.seconds > after_months(certificate, months);

    let forum = subscriber && case.since(2012, 7, 1) && case.before(2016, 7, 2);
    case.rule(forum && longer_months(60), id, "sub_cert_valid_time_longer_than_60_months", "BR 1.3.0 6.3.2");
    case.rule(
        subscriber && case.since(2016, 7, 2) && longer_months(39),
        id,
        "sub_cert_valid_time_longer_than_39_months",
        "BR 1.4.0 6.3.2",
    );
    case.rule(
        subscriber
            && case.since(2018, 3, 2)
            && certificate.not_after.seconds > certificate.not_before.seconds + 825 * DAY,
        id,
        "sub_cert_valid_time_longer_than_825_days",
        "BR ballot 193",
    );
    let leaf = case.server && !case.authority;
    case.rule(
        leaf && case.since(2020, 9, 1) && longer(398),
        id,
        "tls_server_cert_valid_time_longer_than_398_days",
        "BR 6.3.2; Apple HT211025",
    );
    case.rule(
        leaf && case.since(2020, 9, 1) && longer(397),
        id,
        "tls_server_cert_valid_time_longer_than_397_days",
        "BR 6.3.2; Apple HT211025",
    );
    let first = subscriber && case.since(2026, 3, 15) && case.before(2027, 3, 15);
    let second = subscriber && case.since(2027, 3, 15) && case.before(2029, 3, 15);
    let third = subscriber && case.since(2029, 3, 15);
    for (in_force, days, rule) in [
        (first, 200, "server_cert_valid_time_longer_than_200_days"),
        (first, 199, "server_cert_valid_time_longer_than_199_days"),
        (second, 100, "server_cert_valid_time_longer_than_100_days"),
        (second, 99, "server_cert_valid_time_longer_than_99_days"),
        (third, 47, "server_cert_valid_time_longer_than_47_days"),
        (third, 46, "server_cert_valid_time_longer_than_46_days"),
    ] {
        case.rule(in_force && longer(days), id, rule, "BR 6.3.2, SC-081v3");
    }
    case.rule(
        case.extended && case.subscriber && case.before(2018, 3, 2) && longer_months(27),
        id,
        "ev_valid_time_too_long",
        "EVG 1.6.1 9.4",
    );
    let names = case.all_names();
    let onion = names.iter().any(|name| name.ends_with(".onion"));
    case.rule(
        onion && case.subscriber && case.since(2015, 5, 1) && longer_months(15),
        id,
        "onion_subject_validity_time_too_large",
        "CA/B ballot 144",
    );
    let underscore = case.dns().iter().any(|name| name.contains('_'));
    case.rule(
        subscriber && underscore && longer(30) && case.since(2018, 12, 10) && case.before(2019, 4, 1),
        id,
        "underscore_present_with_too_long_validity",
        "BR 1.6.2 7.1.4.2.1",
    );
}

/// The second that many calendar months after notBefore.
fn after_months(certificate: &Certificate<'_>, months: i64) -> i64 {
    let start = certificate.not_before.seconds;
    let (year, month, day) = der::date(start.div_euclid(DAY));
    let months = year * 12 + month - 1 + months;
    (der::days(months.div_euclid(12), months.rem_euclid(12) + 1, 1) + day - 1) * DAY + start.rem_euclid(DAY)
}

/// Whole calendar months that the certificate lives.
pub fn months(certificate: &Certificate<'_>) -> i64 {
    (0..1200)
        .find(|&months| after_months(certificate, months + 1) > certificate.not_after.seconds)
        .unwrap_or(1200)
}
