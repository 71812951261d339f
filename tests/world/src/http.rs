//! As much HTTP/1.1 as two browsers need: read a request, write a response.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};

use crate::Failure;

/// A request larger than this is not of this world.
const MOST: u64 = 1 << 20;

pub struct Request {
    pub method: String,
    /// Without the query.
    pub path: String,
    /// Names in lower case.
    pub headers: BTreeMap<String, String>,
}

impl Request {
    /// None at the end of the connection.
    pub fn read(from: &mut BufReader<impl Read>) -> Result<Option<Request>, Failure> {
        let mut from = from.take(MOST);
        let mut line = String::new();
        if from.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut words = line.split_whitespace();
        let (Some(method), Some(target)) = (words.next(), words.next()) else {
            return Err("not HTTP".into());
        };
        let path = target.split_once('?').map_or(target, |(path, _)| path);
        // Proxies are asked with the whole address.
        let path = match path.strip_prefix("http://") {
            Some(rest) => rest.find('/').and_then(|slash| rest.get(slash..)).unwrap_or("/"),
            None => path,
        };
        let mut request =
            Request { method: method.to_string(), path: path.to_string(), headers: BTreeMap::new() };
        loop {
            let mut line = String::new();
            from.read_line(&mut line)?;
            let Some((name, value)) = line.split_once(':') else { break };
            request.headers.insert(name.to_ascii_lowercase(), value.trim().to_string());
        }
        let length = request.header("content-length").parse().unwrap_or(0);
        // What a person types into a demo goes nowhere: read and dropped.
        std::io::copy(&mut from.take(length), &mut std::io::sink())?;
        Ok(Some(request))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub fn host(&self) -> &str {
        let host = self.header("host");
        host.split_once(':').map_or(host, |(name, _)| name)
    }
}

pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Response {
    pub fn new(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Response {
        Response { status, headers: vec![("Content-Type".into(), kind.into())], body: body.into() }
    }

    pub fn with(mut self, name: &str, value: &str) -> Response {
        self.headers.push((name.into(), value.into()));
        self
    }

    pub fn write(&self, to: &mut impl Write, head_only: bool) -> Result<(), Failure> {
        let mut text = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status)).into_bytes();
        for (name, value) in &self.headers {
            text.extend(format!("{name}: {value}\r\n").into_bytes());
        }
        text.extend(format!("Content-Length: {}\r\n\r\n", self.body.len()).into_bytes());
        if !head_only {
            text.extend(&self.body);
        }
        to.write_all(&text)?;
        Ok(to.flush()?)
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        302 => "Found",
        401 => "Unauthorized",
        _ => "Not Found",
    }
}
