//! Evidence in, report out.
//!
//! Five judges look at the evidence of one tab; the verdict makes three answers and three pieces of
//! advice of their findings. The core has no clock, no network and no page: what it says depends on the
//! evidence alone.

pub mod evidence;
pub mod finding;

pub mod address;
pub mod certificate;
pub mod connection;
pub mod form;
pub mod seal;

pub mod report;
pub mod verdict;

pub mod popup;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use evidence::Evidence;
pub use report::Report;

/// Judges everything observed about one tab. Total: whatever cannot be judged becomes a finding.
pub fn assess(evidence: &Evidence) -> Report {
    let address = address::judge(evidence);
    let certificate = certificate::judge(evidence);
    let connection = connection::judge(evidence, &certificate);
    let form = form::judge(evidence, &address);
    let seal = seal::judge(evidence, &certificate, &form);
    verdict::decide(evidence, address, certificate, connection, form, seal)
}
