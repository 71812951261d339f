//! The rooms stand in reading order: who reads from the top has met everything that a room names.

use crate::{files, none, shipped};

/// Each room may name those before it.
const ORDER: [&str; 12] = [
    "evidence",
    "finding",
    "address",
    "certificate",
    "connection",
    "form",
    "seal",
    "report",
    "verdict",
    "popup",
    "wasm",
    "terminal",
];

/// Arrows that point up, each with its reason. One that is gone must leave this list.
const EXCEPTIONS: [(&str, &str, &str); 3] = [
    ("address", "report", "Twin is part of what the report says first"),
    ("form", "report", "AnswerState"),
    ("seal", "report", "AnswerState"),
];

/// Rooms named by a file, outside its tests: `(from, to)`.
fn arrows() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (name, text) in files("src", &[".rs"]) {
        let room = name.trim_start_matches("src/").split(['/', '.']).next().unwrap_or("").to_owned();
        if matches!(room.as_str(), "lib" | "main") {
            continue;
        }
        let lines = shipped(&name, &text).lines().filter(|line| !line.trim_start().starts_with("//"));
        for rest in lines.flat_map(|line| line.split("crate::").skip(1)) {
            let list = rest.strip_prefix('{').map_or(rest, |list| list.split('}').next().unwrap_or(""));
            let several = rest.starts_with('{');
            for part in list.split(',').take(if several { usize::MAX } else { 1 }) {
                let end = part.trim().find(|c: char| !(c.is_ascii_lowercase() || c == '_'));
                let to = part.trim().split_at(end.unwrap_or(part.trim().len())).0;
                if ORDER.contains(&to) && to != room {
                    found.push((room.clone(), to.to_owned()));
                }
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

fn rank(room: &str) -> Option<usize> {
    ORDER.iter().position(|name| *name == room)
}

#[test]
fn arrows_point_down_only() {
    let arrows = arrows();
    assert!(arrows.len() > 15, "the arrows were not read: {arrows:?}");
    let up = arrows.iter().filter(|(from, to)| rank(from) <= rank(to));
    let wrong: Vec<String> = up
        .filter(|(from, to)| !EXCEPTIONS.iter().any(|(f, t, _)| f == from && t == to))
        .map(|(from, to)| format!("src/{from} names crate::{to}, which comes after it"))
        .collect();
    none(&wrong);
}

#[test]
fn every_exception_is_still_one() {
    let arrows = arrows();
    let gone = EXCEPTIONS.iter().filter(|(f, t, _)| !arrows.iter().any(|(from, to)| f == from && t == to));
    none(
        &gone
            .map(|(from, to, _)| format!("src/{from} names crate::{to} no more: strike the exception"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn every_room_has_its_place() {
    let rooms = files("src", &[".rs"]).into_iter().filter_map(|(name, _)| {
        let room = name.trim_start_matches("src/").split(['/', '.']).next()?.to_owned();
        (!matches!(room.as_str(), "lib" | "main")).then_some(room)
    });
    let lost: Vec<String> = rooms
        .filter(|room| rank(room).is_none())
        .map(|room| format!("src/{room} is not in the order of rooms"))
        .collect();
    none(&lost);
}
