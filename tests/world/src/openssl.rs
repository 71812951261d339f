//! What rcgen and ring refuse to make, rightly: weak keys and SHA-1 signatures, by the `openssl` command.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::sign::{CertifiedKey, Signer, SigningKey};
use rustls::{SignatureAlgorithm, SignatureScheme};

use crate::Failure;
use crate::certificates::Authority;

/// A leaf with an RSA key of so many bits, signed with this digest.
pub fn leaf(
    name: &str,
    authority: &Authority,
    out: &Path,
    bits: &str,
    digest: &str,
) -> Result<CertifiedKey, Failure> {
    let file = |end: &str| out.join(format!("{name}{end}"));
    let (key, request, certificate) = (file(".key"), file(".csr"), file(".pem"));
    let (issuer, issuer_key, extensions) = (out.join("issuer.pem"), out.join("issuer.key"), file(".ext"));
    std::fs::write(&issuer, authority.intermediate.pem())?;
    std::fs::write(&issuer_key, authority.intermediate.key().serialize_pem())?;
    std::fs::write(
        &extensions,
        format!(
            "subjectAltName=DNS:{name}\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n\
             extendedKeyUsage=serverAuth\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n\
             certificatePolicies=2.23.140.1.2.1\n"
        ),
    )?;
    let subject = format!("/CN={name}");
    run(Command::new("openssl").args(["genrsa", "-out"]).arg(&key).arg(bits))?;
    run(Command::new("openssl")
        .args(["req", "-new", "-subj", &subject, "-key"])
        .arg(&key)
        .arg("-out")
        .arg(&request))?;
    run(Command::new("openssl")
        .args(["x509", "-req", "-days", "80", digest, "-in"])
        .arg(&request)
        .arg("-CA")
        .arg(&issuer)
        .arg("-CAkey")
        .arg(&issuer_key)
        .arg("-CAcreateserial")
        .arg("-extfile")
        .arg(&extensions)
        .arg("-out")
        .arg(&certificate))?;
    let leaf = CertificateDer::from_pem_file(&certificate)?;
    let chain = vec![leaf, authority.intermediate.der().clone()];
    Ok(CertifiedKey::new(chain, Arc::new(Key { path: key })))
}

fn run(command: &mut Command) -> Result<(), Failure> {
    let output = command.output().map_err(|why| format!("openssl: {why}"))?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into()) }
}

/// An RSA key in a file: each signature is one run of `openssl dgst`.
#[derive(Clone, Debug)]
struct Key {
    path: PathBuf,
}

impl SigningKey for Key {
    fn choose_scheme(&self, offered: &[SignatureScheme]) -> Option<Box<dyn Signer>> {
        // PSS with SHA-256 is the largest that fits into 1024 bits and that TLS 1.3 takes.
        let pss = offered.contains(&SignatureScheme::RSA_PSS_SHA256);
        pss.then(|| Box::new(self.clone()) as Box<dyn Signer>)
    }

    fn algorithm(&self) -> SignatureAlgorithm {
        SignatureAlgorithm::RSA
    }
}

impl Signer for Key {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rustls::Error> {
        let failed = |why: std::io::Error| rustls::Error::General(format!("openssl: {why}"));
        let mut child = Command::new("openssl")
            .args([
                "dgst",
                "-sha256",
                "-sigopt",
                "rsa_padding_mode:pss",
                "-sigopt",
                "rsa_pss_saltlen:32",
                "-sign",
            ])
            .arg(&self.path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        if let Some(mut input) = child.stdin.take() {
            input.write_all(message).map_err(failed)?;
        }
        Ok(child.wait_with_output().map_err(failed)?.stdout)
    }

    fn scheme(&self) -> SignatureScheme {
        SignatureScheme::RSA_PSS_SHA256
    }
}
