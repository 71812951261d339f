//! The world that the demo and the tests meet: made-up shops with real TLS on loopback.
//!
//! `world [--pages DIR] [--out DIR] [--https PORT] [--http PORT]` makes its certificates, listens, and prints
//! one line of JSON: `{"https": port, "http": port, "root": "PEM path", "hosts": [names]}`. After that each
//! request it answers is one more line: `{"scheme", "host", "method", "path", "status"}`; a TLS handshake
//! for a host that is not of this world is a line with status 0. It ends when its standard input closes.

mod certificates;
mod hosts;
mod http;
mod openssl;
mod serve;

use std::error::Error;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
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
    std::fs::create_dir_all(&options.out)?;
    let hosts = hosts::read(&options.pages)?;
    let made = certificates::make(&hosts, &options.out)?;
    let root = options.out.join("root.pem");
    std::fs::write(&root, &made.root)?;

    let https = TcpListener::bind((Ipv4Addr::LOCALHOST, options.https))?;
    let http = TcpListener::bind((Ipv4Addr::LOCALHOST, options.http))?;
    let ready = serde_json::json!({
        "https": https.local_addr()?.port(),
        "http": http.local_addr()?.port(),
        "root": root,
        "hosts": hosts.keys().collect::<Vec<_>>(),
    });
    let world = Arc::new(serve::World { pages: options.pages, hosts, tls: made.tls });
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
    out: PathBuf,
    https: u16,
    http: u16,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Options, Failure> {
        let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let mut options = Options {
            pages: here.join("../pages"),
            out: here.join(format!("../../target/world/{}", std::process::id())),
            https: 0,
            http: 0,
        };
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{name} wants a value"))?;
            match name.as_str() {
                "--pages" => options.pages = value.into(),
                "--out" => options.out = value.into(),
                "--https" => options.https = value.parse()?,
                "--http" => options.http = value.parse()?,
                _ => return Err(format!("unknown option {name}").into()),
            }
        }
        Ok(options)
    }
}
