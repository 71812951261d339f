//! Listens, and answers for every host of this world.

use std::collections::BTreeMap;
use std::io::{BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rustls::StreamOwned;
use rustls::server::{Acceptor, ServerConfig};

use crate::Failure;
use crate::hosts::{Head, Host, Hosts};
use crate::http::{Request, Response};

/// How long a silent connection is kept.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct World {
    pub pages: PathBuf,
    pub hosts: Hosts,
    pub tls: BTreeMap<String, Arc<ServerConfig>>,
}

pub fn listen(at: TcpListener, world: Arc<World>, speak: fn(&World, TcpStream) -> Result<(), Failure>) {
    std::thread::spawn(move || {
        for stream in at.incoming().flatten() {
            let world = world.clone();
            // Browsers hang up in the middle of things all the time: nobody wants to hear of it.
            std::thread::spawn(move || {
                let _ = stream.set_read_timeout(Some(PATIENCE));
                let _ = speak(&world, stream);
            });
        }
    });
}

/// Speaks http; also as a proxy that leads everywhere to this world, for browsers whose names and ports
/// are easier to lead astray that way.
pub fn plain(world: &World, stream: TcpStream) -> Result<(), Failure> {
    let mut first = [0; 8];
    if stream.peek(&mut first)? == first.len() && &first == b"CONNECT " {
        Request::read(&mut BufReader::new(&stream))?;
        (&stream).write_all(b"HTTP/1.1 200 OK\r\n\r\n")?;
        return secure(world, stream);
    }
    converse(world, "http", stream)
}

/// Reads the name first, then shows the certificate of that host.
pub fn secure(world: &World, mut stream: TcpStream) -> Result<(), Failure> {
    let mut acceptor = Acceptor::default();
    let accepted = loop {
        acceptor.read_tls(&mut stream)?;
        match acceptor.accept() {
            Ok(Some(accepted)) => break accepted,
            Ok(None) => {}
            Err((why, mut alert)) => {
                alert.write(&mut stream)?;
                return Err(why.into());
            }
        }
    };
    let name = accepted.client_hello().server_name().unwrap_or_default().to_string();
    let Some(config) = world.tls.get(name.strip_prefix("www.").unwrap_or(&name)).or(world.tls.get(&name))
    else {
        report("https", &name, "", "", 0);
        return Ok(());
    };
    let connection = accepted.into_connection(config.clone()).map_err(|(why, _)| why)?;
    converse(world, "https", StreamOwned::new(connection, stream))
}

fn converse(world: &World, scheme: &str, stream: impl Read + Write) -> Result<(), Failure> {
    let mut stream = BufReader::new(stream);
    while let Some(request) = Request::read(&mut stream)? {
        if world.hosts.get(request.host()).is_some_and(|host| host.silent.contains(&request.path)) {
            // Until the browser hangs up.
            Request::read(&mut stream)?;
            return Ok(());
        }
        let response = answer(world, scheme, &request);
        report(scheme, request.host(), &request.method, &request.path, response.status);
        let head = world.hosts.get(request.host()).and_then(|host| host.head);
        if let Some(head) = head.filter(|_| request.method == "HEAD") {
            if head == Head::Waits {
                Request::read(&mut stream)?;
            }
            return Ok(());
        }
        response.write(stream.get_mut(), request.method == "HEAD")?;
    }
    Ok(())
}

fn report(scheme: &str, host: &str, method: &str, path: &str, status: u16) {
    crate::say(&serde_json::json!({
        "scheme": scheme, "host": host, "method": method, "path": path, "status": status,
    }));
}

fn answer(world: &World, scheme: &str, request: &Request) -> Response {
    let name = request.host().strip_prefix("www.").unwrap_or(request.host());
    let found = world.hosts.get_key_value(name).or_else(|| world.hosts.get_key_value(request.host()));
    let Some((name, host)) = found.filter(|(_, host)| scheme == "https" || host.http) else {
        return Response::new(404, "text/plain", "No such host in this world.\n");
    };
    if let Some(realm) = &host.basic
        && request.header("authorization").is_empty()
    {
        let challenge = format!("Basic realm=\"{realm}\"");
        return Response::new(401, "text/plain", "Members only.\n").with("WWW-Authenticate", &challenge);
    }
    if let Some(target) = host.redirects.get(&request.path) {
        return Response::new(302, "text/plain", "").with("Location", target);
    }
    let asked = file(world, name, host, &request.path);
    let response = match asked.or_else(|| host.any.then(|| file(world, name, host, "/"))?) {
        Some((kind, body)) => Response::new(200, kind, body),
        None => Response::new(404, "text/plain", "No such page in this world.\n"),
    };
    host.headers.iter().fold(response, |response, (name, value)| response.with(name, value))
}

/// The file for this path: of the host's own folder, or for `/_/…` of the drawings that all share.
fn file(world: &World, name: &str, host: &Host, path: &str) -> Option<(&'static str, Vec<u8>)> {
    let folder = host.pages.as_deref().unwrap_or(name);
    let inside = Path::new(path.trim_start_matches('/'));
    if inside.components().any(|part| !matches!(part, Component::Normal(_))) {
        return None;
    }
    let mut file = if path.starts_with("/_/") { world.pages.clone() } else { world.pages.join(folder) };
    file.push(inside);
    if path.ends_with('/') {
        file.push("index.html");
    }
    let kind = match file.extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "pdf" => "application/pdf",
        _ => return None,
    };
    Some((kind, std::fs::read(file).ok()?))
}
