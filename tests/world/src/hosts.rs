//! The table of hosts: `tests/pages/hosts.json`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::Failure;

pub type Hosts = BTreeMap<String, Host>;

/// One name of this world.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Host {
    /// The certificate it shows; none: nobody answers at its https port.
    pub certificate: Option<Kind>,
    /// Whether it answers at the http port.
    pub http: bool,
    /// The host whose folder it shows; its own where there is none.
    pub pages: Option<String>,
    /// The realm for which every page of it asks by HTTP Basic.
    pub basic: Option<String>,
    /// Path → where it leads.
    pub redirects: BTreeMap<String, String>,
    /// Paths at which nobody ever answers.
    pub silent: Vec<String>,
    /// Shows its first page at every path that is no file: a shop in one page.
    pub any: bool,
    /// Speaks TLS 1.2 at most.
    pub old_tls: bool,
    /// What it does with a HEAD request instead of answering it.
    pub head: Option<Head>,
    /// Further response headers.
    pub headers: BTreeMap<String, String>,
}

/// How a server can leave a request without an answer.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub enum Head {
    /// It waits until the browser gives up.
    Waits,
    HangsUp,
}

/// What is special about a certificate.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    Good,
    Organisation,
    Extended,
    Expired,
    NotYetValid,
    WrongName,
    SelfSigned,
    UnknownIssuer,
    WeakKey,
    Sha1,
    ManyNames,
    TenThousandNames,
}

pub fn read(pages: &Path) -> Result<Hosts, Failure> {
    let path = pages.join("hosts.json");
    let text = std::fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))?;
    serde_json::from_str(&text).map_err(|why| format!("{}: {why}", path.display()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_shows_a_folder_that_exists() {
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pages");
        let hosts = read(&pages).unwrap();
        let leads_nowhere: Vec<_> = hosts
            .iter()
            .filter(|(_, host)| host.redirects.is_empty())
            .map(|(name, host)| host.pages.as_ref().unwrap_or(name))
            .filter(|folder| !pages.join(folder).is_dir())
            .collect();
        // Where seals lead: nothing is fetched from there.
        let targets = [
            "profile.globalsign.com",
            "trustedshops-certificate.example",
            "www.trustedshops.com",
            "www.trustedsite.com",
        ];
        assert_eq!(leads_nowhere, targets);
    }
}
