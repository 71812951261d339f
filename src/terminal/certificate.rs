//! `certificate`: what a certificate says, and what is wrong with it for this host at this time.

use serde::{Deserialize, Serialize};
use trust_indicator::certificate::{self, CertificateView, base64};
use trust_indicator::evidence::{CertificateBytes, Connection, Evidence, Known, Page};
use trust_indicator::finding::Finding;
use trust_indicator::popup::markdown::Speller;

use super::english::English;
use super::{Done, now, read, say, say_json, time};

/// One certificate to look at, as in a line of a batch.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// DER in base64, the site's own first.
    certificates: Vec<String>,
    host: String,
    /// Milliseconds since 1970-01-01 UTC; now where it is missing.
    at: Option<i64>,
}

#[derive(Serialize)]
struct Told<'a> {
    host: &'a str,
    findings: &'a [Finding],
    certificate: &'a CertificateView,
}

pub fn run(arguments: &[&str], json: bool) -> Done {
    let (mut file, mut host, mut at) = (None, None, None);
    let mut words = arguments.iter();
    while let Some(&word) = words.next() {
        match word {
            "--host" => host = Some(*words.next().ok_or("--host wants a host")?),
            "--at" => at = Some(time(words.next().ok_or("--at wants a time")?)?),
            _ if word != "-" && word.starts_with('-') => return Err(format!("{word} is not known here")),
            _ if file.is_some() => return Err("one file at a time; many go in as lines".to_owned()),
            _ => file = Some(word),
        }
    }
    let file = file.ok_or("name a file with a certificate")?;
    let english = English::new()?;
    for asked in asked(file, &read(file)?, host, at)? {
        tell(&asked, &english, json)?;
    }
    Ok(())
}

fn asked(file: &str, bytes: &[u8], host: Option<&str>, at: Option<i64>) -> Done<Vec<Asked>> {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    if text.trim_start().starts_with('{') {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        return lines
            .map(|(number, line)| {
                serde_json::from_str(line).map_err(|error| format!("{file}, line {}: {error}", number + 1))
            })
            .collect();
    }
    let mut certificates = base64::from_pem(text);
    if certificates.is_empty() {
        // DER starts with a SEQUENCE (X.690 8.9).
        if bytes.first() != Some(&0x30) {
            return Err(format!("{file} holds no certificate: neither PEM nor DER"));
        }
        certificates.push(bytes.to_vec());
    }
    let host = host.ok_or("say for which host: --host shop.example")?.to_owned();
    Ok(vec![Asked { certificates: certificates.iter().map(|der| base64::encode(der)).collect(), host, at }])
}

fn tell(asked: &Asked, english: &English, json: bool) -> Done {
    let certificates: Vec<CertificateBytes> = asked
        .certificates
        .iter()
        .map(|der| CertificateBytes { der: der.clone(), ..Default::default() })
        .collect();
    let evidence = Evidence {
        at: asked.at.unwrap_or_else(now),
        page: Page { url: format!("https://{}/", asked.host), ..Default::default() },
        connection: Connection {
            whole_chain: certificates.len() > 1,
            certificates: Known::Seen(certificates),
            ..Default::default()
        },
        ..Default::default()
    };
    let judged = certificate::judge(&evidence);
    if json {
        return say_json(&Told { host: &asked.host, findings: &judged.findings, certificate: &judged.view });
    }
    // No browser is here that could have accepted it.
    if judged.view.sentence.key != "certificate_sentence_not_accepted" {
        say(&english.message(&judged.view.sentence))?;
    }
    for finding in &judged.findings {
        say(&format!("  {}", english.finding(finding)))?;
    }
    for group in &judged.view.facts {
        say(&format!("\n{}", english.message(&group.title)))?;
        for fact in &group.facts {
            let values: Vec<String> = fact.values.iter().map(|value| english.value(value)).collect();
            say(&format!("  {}: {}", english.message(&fact.label), values.join(", ")))?;
        }
    }
    Ok(())
}
