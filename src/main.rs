//! The same core in a terminal.

fn main() {}
