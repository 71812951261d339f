//! The world that the demo and the tests meet: made-up shops with real TLS on loopback.
//!
//! `world [--pages DIR] [--out DIR] [--https PORT] [--http PORT]` makes its certificates, listens, and prints
//! one line of JSON: `{"https": port, "http": port, "root": "PEM path", "hosts": [names]}`. After that each
//! request it answers is one more line: `{"scheme", "host", "method", "path", "status"}`; a TLS handshake
//! for a host that is not of this world is a line with status 0. It ends when its standard input closes, and takes
//! its folder along, but for one that was named.

mod certificates;
mod hosts;
mod http;
mod openssl;
mod serve;

use std::error::Error;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

type Failure = Box<dyn Error + Send + Sync>;

fn main() {
    if let Err(failure) = run() {
        eprintln!("world: {failure}");
        std::process::exit(1);
    }
}

fn run() -> Result<(), Failure> {
    let options = Options::read(std::env::args().skip(1))?;
    if let Some(out) = &options.out {
        return work(&options, out);
    }
    let out = own_folder();
    let done = work(&options, &out);
    let _ = std::fs::remove_dir_all(&out);
    done
}

/// Among what Cargo builds, apart from that of others who run.
fn own_folder() -> PathBuf {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| top.join("target"), |dir| top.join(dir));
    target.join("world").join(std::process::id().to_string())
}

fn work(options: &Options, out: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(out)?;
    let hosts = hosts::read(&options.pages)?;
    let made = certificates::make(&hosts, out)?;
    let root = out.join("root.pem");
    std::fs::write(&root, &made.root)?;

    let https = TcpListener::bind((Ipv4Addr::LOCALHOST, options.https))?;
    let http = TcpListener::bind((Ipv4Addr::LOCALHOST, options.http))?;
    let ready = serde_json::json!({
        "https": https.local_addr()?.port(),
        "http": http.local_addr()?.port(),
        "root": root,
        "hosts": hosts.keys().collect::<Vec<_>>(),
    });
    let world = Arc::new(serve::World { pages: options.pages.clone(), hosts, tls: made.tls });
    serve::listen(https, world.clone(), serve::secure);
    serve::listen(http, world, serve::plain);
    say(&ready);

    // Whoever started us holds the other end: when it goes, however it goes, so do we.
    std::io::copy(&mut std::io::stdin().lock().by_ref(), &mut std::io::sink())?;
    Ok(())
}

/// One line of JSON for whoever listens; a closed listener is not our trouble.
fn say(line: &serde_json::Value) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

struct Options {
    pages: PathBuf,
    out: Option<PathBuf>,
    https: u16,
    http: u16,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Options, Failure> {
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pages");
        let mut options = Options { pages, out: None, https: 0, http: 0 };
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{name} wants a value"))?;
            match name.as_str() {
                "--pages" => options.pages = value.into(),
                "--out" => options.out = Some(value.into()),
                "--https" => options.https = value.parse()?,
                "--http" => options.http = value.parse()?,
                _ => return Err(format!("unknown option {name}").into()),
            }
        }
        Ok(options)
    }
}
